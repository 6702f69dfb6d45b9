package widgets

import (
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// paintNumber shows as much of the number as there is room for.
func (l *Lane) paintNumber() {
	c := skin.Ink(l, theme.ColorNameForeground)
	if l.wrong {
		c = skin.Ink(l, theme.ColorNameError)
	}
	text, size := fitNumber(l.short, laneValue)
	kit.PaintText(l.number, text, size, l.veil(c))
	layout.SetShown(l.number, l.field == nil)
}

// edit puts a field in the place of the number, for as long as that has the focus.
func (l *Lane) edit() {
	if l.field != nil || !l.onScreen() {
		return
	}
	l.field = newNumberField()
	l.field.onCommit, l.field.onStep = l.typed, l.stepped
	l.field.onRevert = func() { l.fault("") }
	l.field.onLeave = l.leave
	l.field.set(l.short, l.full)
	l.slot.Objects = []fyne.CanvasObject{l.field.bare}
	l.field.bare.Resize(l.slot.Size())
	l.paint()
	l.slot.Refresh()
	l.field.show(true)
	gesture.FocusIn(l.field, l) // which itself has not been painted yet
}

// leave takes the field away.
func (l *Lane) leave() {
	l.settle()
	l.field, l.slot.Objects = nil, nil
	l.slot.Refresh()
	l.paint()
}
