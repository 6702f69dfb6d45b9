package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"descentlab/widgets/gesture"
)

// Rings lie round their owner, follow it when it moves, and go when it is hidden or another one gets them.
func TestRingsFollowTheirOwner(t *testing.T) {
	var look func()
	defer func(was func(time.Duration, func()) func()) { gesture.After = was }(gesture.After)
	gesture.After = func(_ time.Duration, f func()) func() { look = f; return func() {} }
	test.NewTempApp(t)
	a, b := NewButton("a", "", "", nil), NewButton("b", "", "", nil)
	box := container.NewWithoutLayout(a, b)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	h := WithHints(box)
	w.SetContent(h)
	w.Resize(fyne.NewSize(300, 200))
	Place(a, 20, 30, 60, 26)
	Place(b, 100, 30, 40, 40)
	around := func(what string, o fyne.CanvasObject) {
		t.Helper()
		if !h.rings.Visible() || h.rings.Position() != o.Position() || h.rings.Size() != o.Size() {
			t.Errorf("%s: seen %t, at %v, %v", what, h.rings.Visible(), h.rings.Position(), h.rings.Size())
		}
		for _, line := range h.rings.lines {
			if line.Position().X >= 0 || line.Size().Width <= o.Size().Width || line.CornerRadius > line.Size().Height/2 {
				t.Errorf("%s: a ring at %v, %v, round by %v", what, line.Position(), line.Size(), line.CornerRadius)
			}
		}
	}
	ShowRings(w, a)
	around("at first", a)
	a.Move(fyne.NewPos(50, 90))
	look()
	around("after a move", a)
	ShowRings(w, b)
	around("round another one", b)
	b.Hide()
	look()
	if h.rings.Visible() {
		t.Error("round what is hidden")
	}
	b.Show()
	look()
	around("when it is seen again", b)
	ShowRings(w, nil)
	look()
	if h.rings.Visible() {
		t.Error("round nothing")
	}
}
