package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A text is cut after as many letters as fit with the ellipsis, whatever their widths.
func TestShortenKeepsAllThatFits(t *testing.T) {
	test.NewTempApp(t)
	style := fyne.TextStyle{}
	width := func(text string) float32 { return fyne.MeasureText(text, 12, style).Width }
	for _, text := range []string{"The walls are 25 times as steep as the floor", "iiiiiWWWWWiiiii", "AVAVAVAVAVToToTo", "x", ""} {
		for room := float32(-5); room < width(text)+5; room += 3 {
			got := Shorten(text, room, 12, style)
			want, runes := "…", []rune(text)
			for n := len(runes) - 1; n > 0; n-- {
				if cut := string(runes[:n]) + "…"; width(cut) <= room {
					want = cut
					break
				}
			}
			if width(text) <= room {
				want = text
			}
			if got != want {
				t.Errorf("%q in %v is %q, want %q", text, room, got, want)
			}
		}
	}
}
