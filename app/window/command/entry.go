package command

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/words"
	"descentlab/widgets/field"
)

// An entry is the field of a palette. Keys that mean the list go there.
type entry struct {
	widget.Entry
	palette *Palette
}

func newEntry(p *Palette) *entry {
	e := &entry{palette: p}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.PlaceHolder = words.T("What do you want to do?")
	e.OnChanged = func(text string) {
		p.filter(text)
		p.put()
	}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer draws it without a box: the palette is its frame.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	return field.NewFrameless(e.Entry.CreateRenderer(), 0)
}

// TypedKey moves through the list or edits the text.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	if !e.palette.key(ev.Name) {
		e.Entry.TypedKey(ev)
	}
}

// TypedShortcut edits the text or means the window.
func (e *entry) TypedShortcut(s fyne.Shortcut) { field.Shortcut(&e.Entry, e, s) }
