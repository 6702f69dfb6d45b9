package widgets

import (
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
)

var _ fyne.Widget = (*Row)(nil)

// A Row is a label and any control, aligned with the rows of knobs, switches and choices.
type Row struct {
	kit.Widget

	label   *rowLabel
	control fyne.CanvasObject
}

// NewRow returns a row; the control takes all the width that the label leaves. Help is shown when the pointer rests on
// the label.
func NewRow(label, help string, control fyne.CanvasObject) *Row {
	r := &Row{label: newRowLabel(label, help), control: control}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by Fyne.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return r.Consists(labelled(r.label, r.control, 0))
}

// SetLabelWidth sets the width that the label takes.
func (r *Row) SetLabelWidth(width float32) { r.label.setWidth(width, r) }

// Focus is the part of a row that the keyboard means; nil if there is none.
func Focus(row fyne.CanvasObject) fyne.Focusable {
	switch r := row.(type) {
	case *Knob:
		return r.slider
	case *Switch:
		return r.toggle
	case *Choice:
		return r.picker
	case *ListEntry:
		return r.field
	case *TextEntry:
		return r.field
	}
	f, _ := row.(fyne.Focusable)
	return f
}
