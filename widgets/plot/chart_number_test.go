package plot

import (
	"bytes"
	"image/color"
	"math"
	"strings"
	"testing"
)

func TestDigitsTakeEqualRoom(t *testing.T) {
	f := testFont(t)
	for _, text := range []string{"1.111e-11", "4.079e-18"} {
		if got, want := f.TabularWidth(text, 11), f.TabularWidth("0.000e-00", 11); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v wide, 0.000e-00 is %v", text, got, want)
		}
	}
	if got, want := f.TabularWidth("AVAT", 11), f.Width("AVAT", 11); got != want {
		t.Errorf("text without digits is %v wide, want %v with its kerning", got, want)
	}
	if got := f.TabularWidth("", 11); got != 0 {
		t.Errorf("nothing is %v wide", got)
	}
}

// What is left of a digit does not move when the digit changes.
func TestTabularAlignment(t *testing.T) {
	f, white := testFont(t), color.RGBA{255, 255, 255, 255}
	width := f.TabularWidth("step 87", 20)
	for _, a := range []struct {
		align Align
		x     float64
	}{{AlignLeft, 10}, {AlignCenter, 10 + width/2}, {AlignRight, 10 + width}} {
		got, want := blank(120, 30, color.RGBA{A: 255}), blank(120, 30, color.RGBA{A: 255})
		f.DrawTabular(got, a.x, 22, 20, "step 87", white, a.align)
		f.DrawTabular(want, 10, 22, 20, "step 87", white, AlignLeft)
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Errorf("alignment %v does not end where it should", a.align)
		}
	}
}

func TestShorten(t *testing.T) {
	f := testFont(t)
	const name = "Rprop with backtracking"
	if got := f.Shorten(name, 11, f.Width(name, 11)); got != name {
		t.Errorf("a text that fits became %q", got)
	}
	for width := 0.0; width < f.Width(name, 11); width += 3 {
		got := f.Shorten(name, 11, width)
		stem, ok := strings.CutSuffix(got, "…")
		if !ok || !strings.HasPrefix(name, stem) {
			t.Fatalf("shortened to %q", got)
		}
		if f.Width(got, 11) > width && got != "…" {
			t.Errorf("%q is wider than %v", got, width)
		}
		if longer := name[:len(stem)+1] + "…"; f.TabularWidth(longer, 11) <= width {
			t.Errorf("%q would have fitted in %v too, not only %q", longer, width, got)
		}
	}
}
