package widgettest

import (
	"maps"
	"slices"
	"testing"
	"time"

	"descentlab/widgets/gesture"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Mouse is an event of the mouse at a place of a widget; button 0 is a movement.
func Mouse(x, y float32, button desktop.MouseButton) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: button}
}

// DragTo drags to a place, by the last dx and dy.
func DragTo(o fyne.Draggable, x, y, dx, dy float32) {
	o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Dragged: fyne.NewDelta(dx, dy)})
}

// Scroll turns the wheel at a place, by dy as Fyne counts it.
func Scroll(o fyne.Scrollable, x, y, dy float32) {
	o.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Scrolled: fyne.NewDelta(0, dy)})
}

// Key types a key that is no character.
func Key(o fyne.Focusable, name fyne.KeyName) { o.TypedKey(&fyne.KeyEvent{Name: name}) }

// Click presses the primary button and lets it go.
func Click(o desktop.Mouseable, x, y float32) {
	o.MouseDown(Mouse(x, y, desktop.MouseButtonPrimary))
	o.MouseUp(Mouse(x, y, desktop.MouseButtonPrimary))
}

// Hold makes modifiers report keys as held down until the test ends.
func Hold(t *testing.T, held fyne.KeyModifier) {
	t.Helper()
	old := gesture.Modifiers
	gesture.Modifiers = func() fyne.KeyModifier { return held }
	t.Cleanup(func() { gesture.Modifiers = old })
}

// StopClock gives the test the clock in its hands.
func StopClock(t *testing.T) (advance func(time.Duration)) {
	t.Helper()
	old, now := gesture.Clock, time.Unix(1000, 0)
	gesture.Clock = func() time.Time { return now }
	t.Cleanup(func() { gesture.Clock = old })
	return func(d time.Duration) { now = now.Add(d) }
}

// Waits collects what is to run after a while; run does it at once.
func Waits(t *testing.T) (run func()) {
	t.Helper()
	old, pending := gesture.After, map[int]func(){}
	n := 0
	gesture.After = func(_ time.Duration, f func()) func() {
		n++
		id := n
		pending[id] = f
		return func() { delete(pending, id) }
	}
	t.Cleanup(func() { gesture.After = old })
	return func() {
		for _, id := range slices.Sorted(maps.Keys(pending)) { // not what they call for in their turn
			if f := pending[id]; f != nil {
				delete(pending, id)
				f()
			}
		}
	}
}

// Expect compares what was said since the last call.
func Expect(t *testing.T, said *[]string, want ...string) {
	t.Helper()
	if !slices.Equal(*said, want) {
		t.Errorf("said %q, want %q", *said, want)
	}
	*said = nil
}

// Main runs the tests of a package, in which none waits for a clock. A timer that one test has left running would act on the
// goroutine of its own, beside the next test: the test driver knows no main goroutine. What is to run after a while never
// runs, unless a test asks for it (Waits).
func Main(m *testing.M) (status int) {
	gesture.After = func(time.Duration, func()) (cancel func()) { return func() {} }
	return m.Run()
}
