package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/lab"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/skin"
)

// TestFocusIsSeen: whatever has the keyboard's focus has a line of two units round it, in the accent's colour.
func TestFocusIsSeen(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	u.lab.Look(func(v *lab.View) { v.More, v.Surface, v.Noise = true, true, true })
	calm(t, u)
	accent := skin.Current().Color(theme.ColorNamePrimary, 0)
	rings := func() (n int) {
		desktest.Walk(u.win.Content(), false, func(o fyne.CanvasObject) {
			r, is := o.(*canvas.Rectangle)
			if is && r.StrokeWidth == skin.FocusRing && r.StrokeColor == accent && r.Size().Width > 0 {
				n++
			}
		})
		return n
	}
	var all []fyne.Focusable
	desktest.Walk(u.win.Content(), false, func(o fyne.CanvasObject) {
		if f, is := o.(fyne.Focusable); is {
			all = append(all, f)
		}
	})
	if n := rings(); n != 0 || len(all) < 30 {
		t.Fatalf("%d rings without a focus; %d controls", n, len(all))
	}
	c := u.win.Canvas()
	for _, f := range all {
		if d, is := f.(fyne.Disableable); is && d.Disabled() {
			continue
		}
		c.Focus(f)
		if c.Focused() == nil {
			t.Errorf("%T takes no focus", f)
		} else if n := rings(); n != 1 {
			t.Errorf("%d rings round %T", n, f)
		}
	}
}
