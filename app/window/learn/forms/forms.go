// Package forms are what is filled in at the end of a lesson: what a student hands in, and the next step of a lesson that is
// being made. They show what they are given and tell what is wanted.
package forms

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	keys "descentlab/widgets/field"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/prose"
)

// A part of a form stands below the one before it.
type part struct {
	object fyne.CanvasObject
	height func(width float32) float32 // 0: it is not there
	gap    float32                     // below it
}

// A form is parts below one another.
type form struct {
	// OnFocus tells where on the form something has got the focus.
	OnFocus func(top, height float32)
	// OnHeight tells that it is higher or lower now.
	OnHeight func()

	parts         []part
	box           *fyne.Container
	width, height float32 // that it was asked for last
}

// build lays out the parts.
func (f *form) build(parts ...part) {
	f.parts = parts
	f.box = &fyne.Container{Layout: formLayout{f}}
	for _, p := range parts {
		f.box.Objects = append(f.box.Objects, p.object)
	}
}

// Object is what is seen of it.
func (f *form) Object() fyne.CanvasObject { return f.box }

// HeightIn is how high it is in a width.
func (f *form) HeightIn(width float32) float32 {
	y := float32(formTop)
	for _, p := range f.parts {
		if h := p.height(width); h > 0 {
			y += h + p.gap
		}
	}
	f.width, f.height = width, y
	return y
}

// relay lays it out anew, and tells if it has another height.
func (f *form) relay() {
	f.box.Layout.Layout(f.box.Objects, f.box.Size())
	for _, p := range f.parts {
		if c, is := p.object.(*fyne.Container); is {
			c.Layout.Layout(c.Objects, c.Size()) // what has come or gone in it has changed no size
		}
	}
	if before := f.height; f.width > 0 && f.HeightIn(f.width) != before {
		kit.Call(f.OnHeight)
	}
}

const formTop = 10

// formLayout stacks the parts of a form.
type formLayout struct{ form *form }

// Layout places them.
func (l formLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := float32(formTop)
	for _, p := range l.form.parts {
		h := p.height(size.Width)
		layout.SetShown(p.object, h > 0)
		if h > 0 {
			kit.Place(p.object, 0, y, size.Width, h)
			y += h + p.gap
		}
	}
}

// MinSize asks for little: the page says how wide it is.
func (formLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 40) }

// The parts that forms have.

func (f *form) rule() part { return part{kit.NewRule(), func(float32) float32 { return 1 }, 14} }

// text is a paragraph; without spans it is not there.
func (f *form) text(style prose.Style, gap float32, spans ...prose.Span) (*prose.Paragraph, part) {
	p := prose.New(style, spans...)
	return p, part{p, func(width float32) float32 {
		if len(p.Spans()) == 0 {
			return 0
		}
		return p.HeightIn(width)
	}, gap}
}

// row puts objects side by side: the first one takes what the others leave, and may be a field.
func (f *form) row(gap float32, objects ...fyne.CanvasObject) part {
	box := &fyne.Container{Layout: rowLayout{}, Objects: objects}
	return part{box, func(float32) float32 { return box.MinSize().Height }, gap}
}

// rowLayout gives all but the first what they need.
type rowLayout struct{}

const rowGap = 8

// Layout places them.
func (rowLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for i := len(o) - 1; i > 0; i-- {
		if o[i].Visible() {
			need := o[i].MinSize()
			right -= need.Width
			kit.Place(o[i], right, (size.Height-need.Height)/2, need.Width, need.Height)
			right -= rowGap
		}
	}
	kit.Place(o[0], 0, 0, max(right, 1), size.Height)
}

// MinSize is as high as the highest one.
func (rowLayout) MinSize(o []fyne.CanvasObject) (size fyne.Size) {
	for _, one := range o {
		if one.Visible() {
			need := one.MinSize()
			size = fyne.NewSize(size.Width+need.Width+rowGap, max(size.Height, need.Height))
		}
	}
	return size
}

// left puts objects from the left on, each as wide as it needs.
func (f *form) left(gap float32, objects ...fyne.CanvasObject) part {
	box := &fyne.Container{Layout: leftLayout{}, Objects: objects}
	return part{box, func(float32) float32 { return box.MinSize().Height }, gap}
}

// leftLayout gives all what they need, from the left on.
type leftLayout struct{ rowLayout }

// Layout places them.
func (leftLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, one := range o {
		if one.Visible() {
			need := one.MinSize()
			kit.Place(one, x, (size.Height-need.Height)/2, need.Width, need.Height)
			x += need.Width + rowGap
		}
	}
}

// A field takes a text. Keys that mean the room go there, and Escape leaves it.
type field struct {
	widget.Entry
	form   *form
	submit func()
}

// field is one of so many lines.
func (f *form) field(hint string, lines int) *field {
	e := &field{form: f}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = hint
	if lines > 1 {
		e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
		e.SetMinRowsVisible(lines)
	}
	return e
}

// show shows a text, without telling of it.
func (e *field) show(text string) {
	if e.Text != text {
		told := e.OnChanged
		e.OnChanged = nil
		e.SetText(text)
		e.OnChanged = told
	}
}

// FocusGained tells where it is.
func (e *field) FocusGained() {
	e.Entry.FocusGained()
	if e.form.OnFocus != nil {
		e.form.OnFocus(e.form.topOf(e), e.Size().Height)
	}
}

// topOf is where a part of the form begins.
func (f *form) topOf(o fyne.CanvasObject) float32 {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(f.box).Y
}

// TypedKey edits the text.
func (e *field) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyEscape:
		gesture.Leave(e)
	case ev.Name == fyne.KeyF1, !e.MultiLine && (ev.Name == fyne.KeyPageUp || ev.Name == fyne.KeyPageDown):
		gesture.PassKey(e, ev)
	case !e.MultiLine && (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter):
		kit.Call(e.submit)
	default:
		e.Entry.TypedKey(ev)
	}
}

// TypedShortcut edits the text or means the window.
func (e *field) TypedShortcut(s fyne.Shortcut) { keys.Shortcut(&e.Entry, e, s) }

// The styles of forms.
var (
	headStyle = prose.Style{Size: 16, Pitch: 24, Bold: true}
	noteStyle = prose.Style{Size: 12, Pitch: 18, Muted: true}
	saidStyle = prose.Style{Size: 13, Pitch: 20}
)
