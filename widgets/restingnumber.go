package widgets

import (
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A numberPlace holds a number field: the entry, or the text that stands for it.
type numberPlace struct {
	kit.Widget
	field *numberField
}

func newNumberPlace(f *numberField) *numberPlace {
	p := &numberPlace{field: f}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is called by Fyne.
func (p *numberPlace) CreateRenderer() fyne.WidgetRenderer {
	f := p.field
	return p.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{f.rest, f.inlet},
		Least: func() fyne.Size { return fyne.NewSize(fieldSlim, kit.RowHeight) },
		Arrange: func(size fyne.Size) {
			kit.Place(f.rest, 0, 0, size.Width, size.Height)
			kit.Place(f.inlet, 0, 0, size.Width, size.Height)
			f.paintResting()
		},
		Paint: f.paint,
	})
}

var (
	_ fyne.Focusable     = (*restingNumber)(nil)
	_ desktop.Mouseable  = (*restingNumber)(nil)
	_ desktop.Cursorable = (*restingNumber)(nil)
)

// A restingNumber stands for a number field that is not edited. A click or the keyboard's focus brings the entry.
type restingNumber struct {
	kit.Widget
	field *numberField
}

func newRestingNumber(f *numberField) *restingNumber {
	r := &restingNumber{field: f}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by Fyne.
func (r *restingNumber) CreateRenderer() fyne.WidgetRenderer {
	f := r.field
	return r.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{f.text},
		Least:   func() fyne.Size { return fyne.NewSize(0, kit.RowHeight) },
		Arrange: func(size fyne.Size) { kit.Place(f.text, 0, 0, size.Width, size.Height) },
		Paint:   f.paintResting,
	})
}

// Cursor says that there is a text to be edited.
func (r *restingNumber) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown begins the editing; all is selected.
func (r *restingNumber) MouseDown(*desktop.MouseEvent) { gesture.ByPress(r.field.edit) }

// MouseUp does nothing.
func (r *restingNumber) MouseUp(*desktop.MouseEvent) {}

// FocusGained begins the editing.
func (r *restingNumber) FocusGained() { r.field.edit() }

// FocusLost does nothing: the entry has the focus.
func (r *restingNumber) FocusLost() {}

// TypedRune does nothing: the entry has the focus.
func (r *restingNumber) TypedRune(rune) {}

// TypedKey does nothing: the entry has the focus.
func (r *restingNumber) TypedKey(*fyne.KeyEvent) {}
