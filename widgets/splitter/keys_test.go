package splitter_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/widgets/splitter"
	"descentlab/widgets/widgettest"
)

// TestSplitterKeys: the arrows move it, and Delete has it as usual.
func TestSplitterKeys(t *testing.T) {
	test.NewTempApp(t)
	widgettest.StopClock(t)
	s := splitter.New()
	moved, resets := float32(0), 0
	s.OnMoved = func(by float32) { moved += by }
	s.OnReset = func() { resets++ }
	win := test.NewTempWindow(t, s)
	win.Canvas().Focus(s)
	if !s.Ring.Visible() {
		t.Error("no ring says where the keys go")
	}
	widgettest.Key(s, fyne.KeyRight)
	widgettest.Key(s, fyne.KeyRight)
	if widgettest.Key(s, fyne.KeyLeft); moved != 20 {
		t.Errorf("moved by %v", moved)
	}
	if widgettest.Key(s, fyne.KeyDelete); resets != 1 {
		t.Errorf("%d resets", resets)
	}
}
