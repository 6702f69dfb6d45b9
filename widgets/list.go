package widgets

import (
	"strconv"
	"strings"

	"descentlab/internal/geom"
	"descentlab/internal/say"
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
)

var _ fyne.Widget = (*ListEntry)(nil)

// A ListEntry is a row that shows and changes a list of numbers, as the milestones of a schedule: a label and a field
// that is typed into, "10, 50, 90".
type ListEntry struct {
	kit.Widget

	// OnChanged tells of a list that was typed.
	OnChanged func(list []float64)
	// OnError tells what is wrong with the text; "" when it has become right again.
	OnError func(message string)
	// Check, if not nil, says what is wrong with a list of numbers.
	Check func(list []float64) error

	name    string
	list    []float64
	message string
	label   *rowLabel
	field   *numberField
}

// NewList returns an empty list. Help is shown when the pointer rests on the label.
func NewList(label, help string) *ListEntry {
	l := &ListEntry{name: label, label: newRowLabel(label, help), field: newNumberField()}
	l.field.text.Alignment = fyne.TextAlignLeading
	l.field.onCommit = l.typed
	l.field.onRevert = func() { l.fault("") }
	l.field.onStep = func(float64) {}
	l.ExtendBaseWidget(l)
	l.show()
	return l
}

// List returns the list.
func (l *ListEntry) List() []float64 { return l.list }

// SetList shows a list; OnChanged is not called. What is being typed stays.
func (l *ListEntry) SetList(list []float64) {
	l.list = list
	l.show()
}

// SetLabelWidth sets the width that the label takes.
func (l *ListEntry) SetLabelWidth(width float32) { l.label.setWidth(width, l) }

// CreateRenderer is called by Fyne.
func (l *ListEntry) CreateRenderer() fyne.WidgetRenderer {
	return l.Consists(labelled(l.label, l.field.bare, 0))
}

func (l *ListEntry) show() {
	texts := make([]string, len(l.list))
	for i, v := range l.list {
		texts[i] = exact(v)
	}
	text := strings.Join(texts, ", ")
	short := text
	if text == "" {
		short = say.T("none")
	}
	l.field.set(short, text)
}

func (l *ListEntry) typed(text string) bool {
	list, err := parseList(l.name, text)
	if err == nil && l.Check != nil {
		err = l.Check(list)
	}
	if err != nil {
		l.fault(err.Error())
		return false
	}
	l.fault("")
	l.list = list
	l.show()
	if l.OnChanged != nil {
		l.OnChanged(list)
	}
	return true
}

func (l *ListEntry) fault(message string) {
	if l.message == message {
		return
	}
	l.message = message
	if l.OnError != nil {
		l.OnError(message)
	}
}

// parseList reads numbers parted by commas or blanks.
func parseList(name, text string) ([]float64, error) {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",; \t", r) })
	list := make([]float64, len(words))
	for i, word := range words {
		v, err := strconv.ParseFloat(geom.Hyphen(word), 64)
		if err != nil {
			return nil, wrong("%s must be numbers such as 10, 50, 90; got %q as number %d", name, word, i+1)
		}
		list[i] = v
	}
	return list, nil
}
