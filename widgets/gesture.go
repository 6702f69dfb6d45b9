package widgets

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// clickSlack is how far, in units, the pointer may move in a click.
const clickSlack = 4

// The outside world, which the tests replace.
var (
	clock     = time.Now
	modifiers = currentModifiers
	after     = afterOnMain
	shortcuts = windowShortcuts
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

// clicks recognises double clicks: two presses at one place within the desktop's double-tap delay. Fyne's own
// DoubleTappable holds every single click back for that delay.
type clicks struct {
	at   fyne.Position
	when time.Time
}

// double notes a press and tells whether it is the second one of a double click.
func (c *clicks) double(at fyne.Position) bool {
	now := clock()
	delay := fyne.CurrentApp().Driver().DoubleTapDelay()
	if !c.when.IsZero() && now.Sub(c.when) <= delay && near(at, c.at, clickSlack) {
		c.when = time.Time{}
		return true
	}
	c.at, c.when = at, now
	return false
}

// forget makes the next press a first one: what lies behind it was a drag.
func (c *clicks) forget() { c.when = time.Time{} }

// near tells whether two places are less than d units apart.
func near(a, b fyne.Position, d float64) bool {
	return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)) < d
}

// passKey hands a key that a focused control has no use for to the window's own handler, so that the focus does not
// take the window's keys away.
func passKey(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

// passRune is passKey for characters.
func passRune(o fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// windowShortcuts returns what handles the shortcuts of the window that o is in, or nil.
func windowShortcuts(o fyne.CanvasObject) fyne.Shortcutable {
	s, _ := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable)
	return s
}

// leave takes the focus away from o, if it has it, so that the keys mean the window again.
func leave(o fyne.Focusable) {
	object, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(object); c != nil && c.Focused() == o {
		c.Unfocus()
	}
}
