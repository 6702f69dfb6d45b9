package widgets

import (
	"maps"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// The events of a mouse as the desktop driver sends them.

func mouse(x, y float32, button desktop.MouseButton) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: button}
}

func dragTo(o fyne.Draggable, x, y, dx, dy float32) {
	o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Dragged: fyne.NewDelta(dx, dy)})
}

func scroll(o fyne.Scrollable, x, y, dy float32) {
	o.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Scrolled: fyne.NewDelta(0, dy)})
}

func key(o fyne.Focusable, name fyne.KeyName) { o.TypedKey(&fyne.KeyEvent{Name: name}) }

func click(o desktop.Mouseable, x, y float32) {
	o.MouseDown(mouse(x, y, desktop.MouseButtonPrimary))
	o.MouseUp(mouse(x, y, desktop.MouseButtonPrimary))
}

// hold makes modifiers report keys as held down until the test ends.
func hold(t *testing.T, held fyne.KeyModifier) {
	t.Helper()
	old := modifiers
	modifiers = func() fyne.KeyModifier { return held }
	t.Cleanup(func() { modifiers = old })
}

// stopClock gives the test the clock in its hands.
func stopClock(t *testing.T) (advance func(time.Duration)) {
	t.Helper()
	old, now := clock, time.Unix(1000, 0)
	clock = func() time.Time { return now }
	t.Cleanup(func() { clock = old })
	return func(d time.Duration) { now = now.Add(d) }
}

// waits collects what is to run after a while; run does it at once.
func waits(t *testing.T) (run func()) {
	t.Helper()
	old, pending := after, map[int]func(){}
	n := 0
	after = func(_ time.Duration, f func()) func() {
		n++
		id := n
		pending[id] = f
		return func() { delete(pending, id) }
	}
	t.Cleanup(func() { after = old })
	return func() {
		for _, id := range slices.Sorted(maps.Keys(pending)) { // not what they call for in their turn
			if f := pending[id]; f != nil {
				delete(pending, id)
				f()
			}
		}
	}
}

func TestDoubleClicks(t *testing.T) {
	test.NewTempApp(t)
	advance := stopClock(t)
	var c clicks
	here, there := fyne.NewPos(10, 10), fyne.NewPos(15, 10)
	if c.double(here) {
		t.Error("one press is no double click")
	}
	advance(100 * time.Millisecond)
	if !c.double(fyne.NewPos(12, 11)) {
		t.Error("two presses at one place are a double click")
	}
	if c.double(here) {
		t.Error("a third press is no double click")
	}
	if c.double(there) {
		t.Error("presses 5 units apart are no double click")
	}
	advance(2 * time.Second)
	if c.double(there) {
		t.Error("presses two seconds apart are no double click")
	}
}
