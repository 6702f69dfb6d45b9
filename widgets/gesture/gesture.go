// Package gesture recognises what hands do: double clicks, runs of small steps, keys that a control has no use for. It has
// the outside world in variables, so that tests can hold the clock and the keyboard in their hands.
package gesture

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Measures of the hand.
const (
	ClickSlack = 4  // how far, in units, the pointer may move in a click
	WheelNotch = 25 // what Fyne reports for one notch of a mouse wheel
)

// The outside world, which the tests replace, and nobody else.
var (
	Clock     = time.Now         // what the time is
	Modifiers = currentModifiers // which modifier keys are held down
	After     = afterOnMain      // runs a function on the main goroutine after a while, unless cancel is called before
	Shortcuts = windowShortcuts  // what handles the shortcuts of the window that an object is in, or nil
)

// currentModifiers returns the modifier keys held down; drag and scroll events do not carry them.
func currentModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// afterOnMain runs f on the main goroutine after d, unless cancel is called before.
func afterOnMain(d time.Duration, f func()) (cancel func()) {
	timer := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { timer.Stop() }
}

// Clicks recognises double clicks: two presses at one place within the desktop's double-tap delay. Fyne's own
// DoubleTappable holds every single click back for that delay.
type Clicks struct {
	at   fyne.Position
	when time.Time
}

// Double notes a press and tells whether it is the second one of a double click.
func (c *Clicks) Double(at fyne.Position) bool {
	now := Clock()
	delay := fyne.CurrentApp().Driver().DoubleTapDelay()
	if !c.when.IsZero() && now.Sub(c.when) <= delay && Near(at, c.at, ClickSlack) {
		c.when = time.Time{}
		return true
	}
	c.at, c.when = at, now
	return false
}

// Forget makes the next press a first one: what lies behind it was a drag.
func (c *Clicks) Forget() { c.when = time.Time{} }

// Near tells whether two places are less than d units apart.
func Near(a, b fyne.Position, d float64) bool {
	return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)) < d
}

// PassKey hands a key that a focused control has no use for to the window's own handler, so that the focus does not
// take the window's keys away.
func PassKey(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

// PassRune is PassKey for characters.
func PassRune(o fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// windowShortcuts returns what handles the shortcuts of the window that o is in, or nil.
func windowShortcuts(o fyne.CanvasObject) fyne.Shortcutable {
	s, _ := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable)
	return s
}

// Leave takes the focus away from o, if it has it, so that the keys mean the window again.
func Leave(o fyne.Focusable) {
	object, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(object); c != nil && c.Focused() == o {
		c.Unfocus()
	}
}
