package descent

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/game"
)

// TestKnobsAreWhole: in every size of the window, and with the largest texts, all that can be set stands on the panel of the
// controls; below a map that gives way.
func TestKnobsAreWhole(t *testing.T) {
	r, d := entered(t, nil)
	for _, size := range []fyne.Size{{Width: 1376, Height: 857}, {Width: 976, Height: 657}, {Width: 852, Height: 520}} {
		d.Window().Resize(size)
		for _, l := range game.Levels() {
			r.course.Best = game.Results{}
			for _, before := range game.Levels() {
				r.course.Best[before.Key] = game.Play{Stars: 1}
			}
			r.enter(l)
			d.Window().Canvas().Capture()
			foot := r.controls.inner.Size().Height
			for _, o := range r.controls.set {
				if y := o.Position().Y; y < 0 || y+o.MinSize().Height > foot+1 || o.Size().Width < 60 {
					t.Errorf("%v, %s: a control at %v, %v large, does not fit %v", size, l.Key, o.Position(), o.Size(), foot)
				}
			}
			if scene := r.scene.picture.Size(); scene.Height < 180 || scene.Width < 240 {
				t.Errorf("%v, %s: the picture is %v", size, l.Key, scene)
			}
		}
	}
}
