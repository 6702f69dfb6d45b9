package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
)

// TestRightButton: on the pictures of the rooms Curve and Descent it opens what can be done there.
func TestRightButton(t *testing.T) {
	u := newTestUI(t, freshSession())
	for room, has := range map[string][]string{
		"curve":   {"Step   →", "See all of the way   0", "Export …   Ctrl+E", "Copy picture   Ctrl+Shift+C"},
		"descent": {"Play again   R", "The next level   Page Down", "Say in words what is shown …   T"},
	} {
		u.Go(room)
		var picture *graphic.Drawing
		desktest.Walk(u.seen.room.Object(), false, func(o fyne.CanvasObject) {
			if d, is := o.(*graphic.Drawing); is && d.OnMenu != nil {
				picture = d
			}
		})
		if picture == nil {
			t.Fatalf("%s: no picture", room)
		}
		picture.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(300, 300)})
		if !u.covered() {
			t.Errorf("%s: no menu opens", room)
			continue
		}
		items := desktest.Texts(u.win.Canvas().Overlays().Top(), false)
		for _, want := range has {
			if !slices.Contains(items, want) {
				t.Errorf("%s: %q is not among %q", room, want, items)
			}
		}
		u.closeMenus()
	}
}
