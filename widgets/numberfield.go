package widgets

import (
	"image/color"
	"math"

	"descentlab/widgets/field"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget    = (*numberField)(nil)
	_ fyne.Focusable = (*numberField)(nil)
)

const numberPadding = 2 // round the text, in units

// A numberField shows a short text at the right, without a frame; with the focus it is a text entry holding the exact text. The
// entry is there only while it is edited: at rest a text stands for it that a panel's sheet draws.
type numberField struct {
	widget.Entry

	onCommit func(text string) bool // false: the text is wrong
	onRevert func()
	onStep   func(steps float64)
	onLeave  func() // the focus has left; may be nil

	bare        *numberPlace      // what goes into the layout
	inlet       fyne.CanvasObject // the entry
	rest        *restingNumber
	short, full string // as shown, as edited
	editing     bool
	wrong       bool
	text        *canvas.Text      // at rest
	frame       *canvas.Rectangle // while editing
	underline   *canvas.Rectangle // while the text is wrong
}

func newNumberField() *numberField {
	f := &numberField{
		text: canvas.NewText("", color.Transparent), frame: canvas.NewRectangle(color.Transparent),
		underline: canvas.NewRectangle(color.Transparent),
	}
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.text.Alignment = fyne.TextAlignTrailing
	f.OnSubmitted = func(string) {
		if f.commit() {
			gesture.Leave(f)
		}
	}
	f.OnChanged = func(string) { f.setWrong(false) }
	f.ExtendBaseWidget(f)
	f.inlet = field.NewInlet(f, numberPadding)
	f.inlet.Hide()
	f.rest = newRestingNumber(f)
	f.bare = newNumberPlace(f)
	return f
}

// edit puts the entry into the place of the resting number and gives it the focus.
func (f *numberField) edit() {
	f.show(true)
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.bare); c != nil {
		c.Focus(f)
	}
}

// show shows the entry or the resting number.
func (f *numberField) show(entry bool) {
	layout.SetShown(f.inlet, entry)
	layout.SetShown(f.rest, !entry)
}

// set shows another value. While the field is edited, what has been typed stays and Escape will bring the new value.
func (f *numberField) set(short, full string) {
	untouched := f.Text == f.full
	f.short, f.full = short, full
	if f.editing && untouched {
		f.restore()
	}
	f.paint()
}

// restore puts the value back into the entry, selected, so that typing replaces it, and with nothing to undo.
func (f *numberField) restore() {
	f.SetText(f.full)
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (f *numberField) setWrong(wrong bool) {
	f.wrong = wrong
	f.paint()
}

// commit hands over what was typed and tells whether it was right. The value comes back through set.
func (f *numberField) commit() bool {
	right := f.Text == f.full || f.onCommit(f.Text)
	if right {
		f.restore()
	}
	f.setWrong(!right)
	return right
}

// FocusGained turns the number into an entry.
func (f *numberField) FocusGained() {
	f.editing = true
	f.show(true)
	f.Entry.FocusGained()
	f.restore()
	f.paint()
	reach.Came(f.bare)
}

// FocusLost commits; a wrong text gives way to the value.
func (f *numberField) FocusLost() {
	f.commit()
	f.editing, f.wrong = false, false
	f.restore()
	f.Entry.FocusLost()
	f.show(false)
	f.paint()
	if f.onLeave != nil {
		f.onLeave()
	}
}

// TypedKey steps with Up and Down, with shift by a tenth of a step. Enter commits and leaves the field if the text is right,
// Escape reverts and leaves.
func (f *numberField) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown:
		if f.Text != f.full {
			f.commit()
		}
		if f.wrong {
			return
		}
		step := 1.0
		if gesture.Modifiers()&fyne.KeyModifierShift != 0 {
			step = fine
		}
		if ev.Name == fyne.KeyDown {
			step = -step
		}
		f.onStep(step)
	case fyne.KeyEscape:
		f.restore()
		f.setWrong(false)
		f.onRevert()
		gesture.Leave(f)
	default:
		f.Entry.TypedKey(ev)
	}
}

// TypedShortcut edits the text or means the window.
func (f *numberField) TypedShortcut(s fyne.Shortcut) { field.Shortcut(&f.Entry, f, s) }

// CreateRenderer is called by Fyne.
func (f *numberField) CreateRenderer() fyne.WidgetRenderer {
	r := &numberRenderer{Frameless: field.NewFrameless(f.Entry.CreateRenderer(), numberPadding), field: f}
	r.all = append([]fyne.CanvasObject{f.frame, f.underline}, r.Frameless.Objects()...)
	r.Refresh()
	return r
}

// paint shows the number or what belongs to an entry, as the state wants it.
func (f *numberField) paint() {
	f.paintResting()
	edge := skin.Ink(f, theme.ColorNamePrimary)
	if f.wrong {
		edge = skin.Ink(f, theme.ColorNameError)
	}
	f.frame.CornerRadius = 4
	kit.PaintRect(f.frame, skin.Ink(f, theme.ColorNameInputBackground), edge, skin.FocusRing)
	layout.SetShown(f.frame, f.editing)
	kit.PaintRect(f.underline, edge, color.Transparent, 0)
	layout.SetShown(f.underline, f.wrong)
}

// paintResting shows as much of the resting text as there is room for.
func (f *numberField) paintResting() {
	text, size := fitNumber(f.short, f.bare.Size().Width)
	kit.PaintText(f.text, text, size, skin.Ink(f, theme.ColorNameForeground))
}

// smallestNumber is the part of their usual size down to which numbers shrink before they lose digits.
const smallestNumber = 0.8

// fitNumber is a number, or a text in its place, and the size in which there is room for it: if it must be, somewhat smaller
// than usual, and then with fewer digits. Without room it is all of it.
func fitNumber(text string, room float32) (string, float32) {
	size := skin.RowTextSize(skin.Current())
	if room <= 0 {
		return text, size
	}
	if width := fyne.MeasureText(text, size, fyne.TextStyle{}).Width; width > room {
		const step = 4 // sizes in a unit: letters are kept by size
		if smaller := float32(math.Floor(float64(step*size*room/width))) / step; smaller >= smallestNumber*size {
			return text, smaller
		}
		size *= smallestNumber
	}
	fits := func(s string) bool { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width <= room }
	if short, ok := kit.ShortNumber(text, fits); ok {
		return short, size
	}
	return kit.Shorten(text, room, size, fyne.TextStyle{}), size
}

// numberRenderer adds the frame and the underline to the entry's own drawing.
type numberRenderer struct {
	*field.Frameless
	field *numberField
	all   []fyne.CanvasObject
}

func (r *numberRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *numberRenderer) MinSize() fyne.Size {
	return fyne.NewSize(fieldSlim, kit.RowHeight).Add(fyne.NewSquareSize(2 * field.Spare(numberPadding)))
}

func (r *numberRenderer) Layout(size fyne.Size) {
	r.Frameless.Layout(size)
	off := field.Spare(numberPadding)
	width, height := size.Width-2*off, size.Height-2*off
	kit.Place(r.field.frame, off, off, width, height)
	kit.Place(r.field.underline, off+4, off+height-2.5, width-8, 1.5)
}

func (r *numberRenderer) Refresh() {
	r.Frameless.Refresh()
	for _, o := range r.Frameless.Objects() {
		layout.SetShown(o, r.field.editing)
	}
	r.field.paint()
}
