package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"descentlab/internal/lengthy"
)

// TestToastCoversNoText: what is said, in one line or in three, stands above the caption of the maps and the numbers of their
// axis; Escape takes it away.
func TestToastCoversNoText(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	u.win.Resize(fyne.NewSize(1024, 700))
	rest(t, u)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	var legend *canvas.Text
	for _, o := range test.LaidOutObjects(u.race.Object()) {
		if text, is := o.(*canvas.Text); is && strings.HasPrefix(text.Text, "⊙ minimum") {
			legend = text
		}
	}
	if legend == nil {
		t.Fatal("no caption")
	}
	for _, said := range []string{"short", strings.Repeat("a long sentence ", 12)} {
		u.tell(said, true)
		foot := place(u.toast.panel).Y + u.toast.panel.Size().Height
		if top := place(legend).Y; !u.toast.box.Visible() || foot > top-24 || foot < top-62 {
			t.Errorf("what is said ends at %v, the caption begins at %v", foot, top)
		}
		u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if u.toast.box.Visible() {
			t.Error("Escape does not take it away")
		}
	}
}

// TestNoticeIsNotPulledAway: it stays while the pointer is over it, and a click where it has just been does not reach the map.
func TestNoticeIsNotPulledAway(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.win.Resize(fyne.NewSize(1024, 700))
	rest(t, u)
	start := u.lab.State().Doc.Start
	u.notice("something to read")
	turn, place := u.view().Said.Turn, fyne.CurrentApp().Driver().AbsolutePositionForObject
	in := place(u.toast.closer).AddXY(8, 8)
	for _, over := range []fyne.Position{in, place(u.toast.label).AddXY(8, 8)} {
		test.MoveMouse(u.win.Canvas(), over)
		if u.expire(turn); !u.toast.box.Visible() {
			t.Errorf("it is gone under the pointer at %v", over)
		}
	}
	test.TapCanvas(u.win.Canvas(), place(u.toast.label).AddXY(8, 8))
	test.MoveMouse(u.win.Canvas(), place(u.toast.panel).SubtractXY(0, 60))
	if u.expire(turn); u.toast.box.Visible() {
		t.Fatal("it stays when its time is up")
	}
	test.TapCanvas(u.win.Canvas(), in)
	if now := u.lab.State().Doc.Start; now != start {
		t.Errorf("clicks on what was said have moved the start from %v to %v", start, now)
	}
}
