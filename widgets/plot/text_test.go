package plot

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"descentlab/resources"
)

// TestCombiningMarks: a hat stands over the middle of its letter, and takes no room.
func TestCombiningMarks(t *testing.T) {
	f, err := NewFont(resources.Sans)
	if err != nil {
		t.Fatal(err)
	}
	for _, letter := range []string{"m", "v", "x"} {
		var at []float64
		f.Set("−"+letter+"\u0302", 64, func(l Letter) {
			box, _, _ := l.Face.GlyphBounds(l.Rune)
			at = append(at, float64(l.At+(box.Min.X+box.Max.X)/2)/64)
		})
		if len(at) != 3 || math.Abs(at[2]-at[1]) > 0.1 {
			t.Errorf("of %s the middles are at %v", letter, at)
		}
		if with, without := f.Width(letter+"\u0302", 64), f.Width(letter, 64); with != without {
			t.Errorf("%s is %v wide with a hat, and %v without", letter, with, without)
		}
	}
}

func TestFontErrors(t *testing.T) {
	if _, err := NewFont(); err == nil {
		t.Error("no font at all is not an error")
	}
	_, err := NewFont(goregular.TTF, []byte("no font"))
	if err == nil || !strings.Contains(err.Error(), "font 2 of 2") {
		t.Errorf("a broken second font gives %v", err)
	}
}
