package window

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// TestChooserOpensGrey: opening the list of surfaces paints none of their pictures; they come into the open list.
func TestChooserOpensGrey(t *testing.T) {
	u := newTestUI(t, freshSession())
	sizes := func() map[image.Point]int {
		n := map[image.Point]int{}
		for _, o := range test.LaidOutObjects(u.win.Canvas().Overlays().Top()) {
			if picture, ok := o.(*canvas.Image); ok && picture.Image != nil {
				n[picture.Image.Bounds().Size()]++
			}
		}
		return n
	}
	u.surfaces().Open()
	if seen := sizes(); len(seen) != 1 || seen[image.Pt(4, 3)] < 10 {
		t.Errorf("as it opens it shows pictures of these sizes: %v", seen)
	}
	calm(t, u)
	if seen := sizes(); len(seen) != 1 || seen[image.Pt(128, 96)] < 10 {
		t.Errorf("in the end it shows pictures of these sizes: %v", seen)
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
}
