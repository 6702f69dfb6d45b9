package gesture_test

import (
	"testing"
	"time"

	"descentlab/widgets/gesture"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestDoubleClicks(t *testing.T) {
	test.NewTempApp(t)
	advance := widgettest.StopClock(t)
	var c gesture.Clicks
	here, there := fyne.NewPos(10, 10), fyne.NewPos(15, 10)
	if c.Double(here) {
		t.Error("one press is no double click")
	}
	advance(100 * time.Millisecond)
	if !c.Double(fyne.NewPos(12, 11)) {
		t.Error("two presses at one place are a double click")
	}
	if c.Double(here) {
		t.Error("a third press is no double click")
	}
	if c.Double(there) {
		t.Error("presses 5 units apart are no double click")
	}
	advance(2 * time.Second)
	if c.Double(there) {
		t.Error("presses two seconds apart are no double click")
	}
}
