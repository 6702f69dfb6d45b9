package splitter

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"descentlab/widgets/gesture"
)

// TestSplitter: it tells how far it is dragged and that it is double-clicked, and is seen only under the pointer or in the hand.
func TestSplitter(t *testing.T) {
	test.NewTempApp(t)
	s := New()
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(14, 300))
	moved, resets := float32(0), 0
	s.OnMoved, s.OnReset = func(by float32) { moved += by }, func() { resets++ }
	if s.line.Visible() || s.Cursor() != desktop.HResizeCursor {
		t.Error("it is seen at rest, or has another cursor")
	}
	s.MouseIn(&desktop.MouseEvent{})
	if !s.line.Visible() {
		t.Error("it is not seen under the pointer")
	}
	s.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(5, 2)})
	s.MouseOut()
	s.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-8, 0)})
	if moved != -3 || !s.line.Visible() || !gesture.Held() {
		t.Errorf("dragged by %g; seen %t, held %t", moved, s.line.Visible(), gesture.Held())
	}
	s.DragEnd()
	if s.line.Visible() || gesture.Held() {
		t.Error("it is held on")
	}
	if s.DoubleTapped(nil); resets != 1 {
		t.Errorf("%d resets", resets)
	}
}
