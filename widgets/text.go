package widgets

import (
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
)

var _ fyne.Widget = (*TextEntry)(nil)

// A TextEntry is a row that shows and changes a short text that must be right, such as a formula: a label and a field that is
// typed into.
type TextEntry struct {
	kit.Widget

	// OnChanged tells of a text that was typed.
	OnChanged func(text string)
	// OnError tells what is wrong with the text; "" when it has become right again.
	OnError func(message string)
	// Check, if not nil, says what is wrong with a text.
	Check func(text string) error

	message string
	label   *rowLabel
	field   *numberField
}

// NewText returns an empty text. Help is shown when the pointer rests on the label.
func NewText(label, help string) *TextEntry {
	t := &TextEntry{label: newRowLabel(label, help), field: newNumberField()}
	t.field.text.Alignment = fyne.TextAlignLeading
	t.field.onCommit = t.typed
	t.field.onRevert = func() { t.fault("") }
	t.field.onStep = func(float64) {}
	t.ExtendBaseWidget(t)
	return t
}

// SetText shows a text; OnChanged is not called. What is being typed stays.
func (t *TextEntry) SetText(text string) { t.field.set(text, text) }

// SetLabelWidth sets the width that the label takes.
func (t *TextEntry) SetLabelWidth(width float32) { t.label.setWidth(width, t) }

// CreateRenderer is called by Fyne.
func (t *TextEntry) CreateRenderer() fyne.WidgetRenderer {
	return t.Consists(labelled(t.label, t.field.bare, 0))
}

func (t *TextEntry) typed(text string) bool {
	if t.Check != nil {
		if err := t.Check(text); err != nil {
			t.fault(err.Error())
			return false
		}
	}
	t.fault("")
	t.SetText(text)
	if t.OnChanged != nil {
		t.OnChanged(text)
	}
	return true
}

func (t *TextEntry) fault(message string) {
	if t.message == message {
		return
	}
	t.message = message
	if t.OnError != nil {
		t.OnError(message)
	}
}
