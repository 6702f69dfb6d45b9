//go:build e2e

package e2e

import (
	"image/color"
	"path/filepath"
	"testing"
)

// TestPresentation: F5 fills the screen with the race, keys move it there, and Escape leads back to the window with the step that
// was come to.
func TestPresentation(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	p := start(t, d, filepath.Join(t.TempDir(), "session.json"))
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, "presentation")
		}
	})
	p.rest(t)
	ground := color.RGBA{0x0e, 0x15, 0x22, 0xff}
	fills := func() bool {
		now := d.pixels(t)
		w, h := now.Rect.Dx(), now.Rect.Dy()
		for _, at := range [][2]int{{2, 2}, {w - 3, 2}, {2, h - 3}, {w - 3, h - 3}} {
			if now.RGBAAt(at[0], at[1]) != ground {
				return false
			}
		}
		return true
	}
	p.do(t, "key", "F5")
	until(t, "a presentation that fills the screen", fills)
	p.do(t, "key", "Home")
	p.do(t, "key", "Right")
	p.do(t, "key", "Right")
	until(t, "the second step in the session", func() bool { return p.saved(t).Head == 2 })
	p.do(t, "key", "Escape")
	until(t, "the window again", func() bool { return !fills() })
	p.quit(t)
}
