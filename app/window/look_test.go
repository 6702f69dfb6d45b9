package window

import (
	"bytes"
	"image"
	"image/draw"
	"testing"
	"time"

	"descentlab/internal/lengthy"
)

// TestThemeChangesEverything: a window that was made in one theme looks in the other one as if it had been made in it.
func TestThemeChangesEverything(t *testing.T) {
	lengthy.Test(t)
	// The driver of tests paints only when it is asked to: what Fyne has forgotten by then would be missing in the picture.
	if !isAlone(t, "FYNE_CACHE=1h") {
		return
	}
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
	u.look.Choose(to)
	u.restyle()
	return settledPicture(t, u)
}

// settledPicture is the window's picture once it stays as it is: on a busy machine a notice of what takes long may still be
// going.
func settledPicture(t *testing.T, u *testUI) *image.RGBA {
	t.Helper()
	var last *image.RGBA
	for range 100 {
		calm(t, u)
		picture := u.win.Canvas().Capture()
		now := image.NewRGBA(picture.Bounds())
		draw.Draw(now, now.Rect, picture, picture.Bounds().Min, draw.Src)
		if last != nil && bytes.Equal(last.Pix, now.Pix) {
			return now
		}
		last = now
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the picture does not come to rest")
	return nil
}
