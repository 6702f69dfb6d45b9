package ask

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lesson/quiz"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/field"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/reach"
)

// A number takes a number as the answer.
type number struct {
	card  *Card
	entry *entry
	check *kit.Button
	box   *fyne.Container
}

func newNumber(c *Card) *number {
	n := &number{card: c, entry: &entry{card: c}}
	n.entry.ExtendBaseWidget(n.entry)
	n.entry.SetPlaceHolder(words.T("your number"))
	n.entry.OnSubmitted = func(string) { n.give() }
	n.entry.OnChanged = func(string) { n.enable() }
	n.check = kit.NewButton(words.T("Check"), "", "", n.give)
	n.box = &fyne.Container{Layout: numberLine{}, Objects: []fyne.CanvasObject{n.entry, n.check}}
	n.enable()
	return n
}

// value is what was typed.
func (n *number) value() (float64, bool) {
	text := strings.ReplaceAll(geom.Hyphen(strings.TrimSpace(n.entry.Text)), ",", ".")
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && geom.Finite(v)
}

func (n *number) enable() {
	_, is := n.value()
	kit.Enable(n.check, is && !n.card.state.Busy)
	n.check.SetPrimary(is)
}

func (n *number) give() {
	v, is := n.value()
	if !is {
		kit.ShowPassingFault(n.entry, words.T("a number is needed, such as 0.5"))
		return
	}
	n.card.answer(quiz.Answer{Number: v})
}

// show shows the answer that was given before, unless another one is being typed.
func (n *number) show(s State) {
	if s.Given != nil && n.entry.Text == "" {
		n.entry.SetText(words.Digits(s.Given.Number, 8))
	}
	n.enable()
}

// An entry is the field of a number. Keys that mean the room go there.
type entry struct {
	widget.Entry
	card *Card
}

// FocusGained tells where it is.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	if e.card.OnFocus != nil {
		e.card.OnFocus(e.Position().Y, e.Size().Height)
	}
	reach.Came(e) // which stands lower than where it lies in its field
}

// TypedKey edits the text; Escape leaves it.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		gesture.Leave(e)
	case fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF1:
		gesture.PassKey(e, ev)
	default:
		e.Entry.TypedKey(ev)
	}
}

// TypedShortcut edits the text or means the window.
func (e *entry) TypedShortcut(s fyne.Shortcut) { field.Shortcut(&e.Entry, e, s) }

// numberLine puts the field and its button side by side.
type numberLine struct{}

const numberWide = 150

// Layout places the two.
func (numberLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	high := o[0].MinSize().Height
	kit.Place(o[0], 0, (size.Height-high)/2, min(numberWide, size.Width/2), high)
	need := o[1].MinSize()
	kit.Place(o[1], min(numberWide, size.Width/2)+8, (size.Height-need.Height)/2, need.Width, need.Height)
}

// MinSize is as high as the higher one is.
func (numberLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(numberWide, max(o[0].MinSize().Height, o[1].MinSize().Height))
}
