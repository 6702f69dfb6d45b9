package rail

import (
	"descentlab/widgets/gesture"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Tapped is called by Fyne for a click.
func (r *Rail) Tapped(ev *fyne.PointEvent) {
	r.Dismiss()
	r.press(r.itemAt(ev.Position))
}

// press asks for an item.
func (r *Rail) press(i int) {
	switch {
	case i < 0:
	case i < r.rooms && r.OnChosen != nil:
		r.OnChosen(i)
	case i >= r.rooms && r.OnFoot != nil:
		r.OnFoot(i - r.rooms)
	}
}

// TypedKey goes from item to item with Up and Down, to the ends with Home and End, and asks for one with Enter or Space; other
// keys are the window's.
func (r *Rail) TypedKey(ev *fyne.KeyEvent) {
	last := len(r.items) - 1
	switch ev.Name {
	case fyne.KeyUp:
		r.goTo(max(r.at-1, 0))
	case fyne.KeyDown:
		r.goTo(min(r.at+1, last))
	case fyne.KeyHome:
		r.goTo(0)
	case fyne.KeyEnd:
		r.goTo(last)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.press(r.at)
	default:
		gesture.PassKey(r, ev)
	}
}

// goTo puts the keys on an item.
func (r *Rail) goTo(i int) {
	r.at = i
	r.Refresh()
}

// TypedRune hands what is typed on to the window: the blank comes with its key, and means nothing by itself.
func (r *Rail) TypedRune(char rune) {
	if char != ' ' {
		gesture.PassRune(r, char)
	}
}

// FocusGained shows where the keys go: to the chosen room first.
func (r *Rail) FocusGained() {
	r.focused, r.at = true, r.chosen
	r.Refresh()
}

// FocusLost ends that.
func (r *Rail) FocusLost() { r.focused = false; r.refresh() }

// MouseIn shows which item the pointer is over.
func (r *Rail) MouseIn(ev *desktop.MouseEvent) { r.MouseMoved(ev) }

// MouseMoved follows the pointer.
func (r *Rail) MouseMoved(ev *desktop.MouseEvent) {
	i := r.itemAt(ev.Position)
	if i == r.hover {
		return
	}
	r.leave()
	if r.hover = i; i >= 0 {
		r.SetHint(r.items[i].Hint)
		r.Hinted.MouseIn(ev)
	}
	r.Refresh()
}

// MouseOut ends that.
func (r *Rail) MouseOut() {
	r.leave()
	r.Refresh()
}

// leave takes the hint away.
func (r *Rail) leave() {
	r.hover = -1
	r.Hinted.MouseOut()
	r.SetHint("")
}
