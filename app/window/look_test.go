package window

import (
	"image"
	"image/draw"
	"testing"

	"descentlab/internal/lengthy"
)

// TestThemeChangesEverything: a window that was made in one theme looks in the other one as if it had been made in it.
func TestThemeChangesEverything(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct{ from, to string }{{"light", "dark"}, {"dark", "light"}} {
		want, got := inTheme(t, c.to, c.to), inTheme(t, c.from, c.to)
		other := 0
		for i := range want.Pix {
			if got.Pix[i] != want.Pix[i] {
				other++
			}
		}
		if other > 0 {
			t.Errorf("from %s to %s: %d of %d bytes of the picture are others", c.from, c.to, other, len(want.Pix))
		}
	}
}

// inTheme is the window's picture in the theme to, after it was shown in the theme from.
func inTheme(t *testing.T, from, to string) *image.RGBA {
	t.Helper()
	s := freshSession()
	s.Theme = from
	u := newTestUI(t, s)
	for range 2 { // the first one asks for the grounds of the maps
		calm(t, u)
		u.win.Canvas().Capture()
	}
	u.look.choose(to)
	u.restyle()
	calm(t, u)
	picture := u.win.Canvas().Capture()
	copied := image.NewRGBA(picture.Bounds())
	draw.Draw(copied, copied.Rect, picture, picture.Bounds().Min, draw.Src)
	return copied
}
