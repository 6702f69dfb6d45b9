package kit

import (
	"image/color"

	"descentlab/widgets/gesture"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

var (
	_ fyne.Widget        = (*Term)(nil)
	_ fyne.Tappable      = (*Term)(nil)
	_ fyne.Focusable     = (*Term)(nil)
	_ desktop.Hoverable  = (*Term)(nil)
	_ desktop.Cursorable = (*Term)(nil)
)

// A Term is a label, quiet and on dots, that tells what it means: after a while under the pointer, and until the focus goes
// elsewhere when it is clicked or Enter is pressed on it. Escape closes that. It is as wide as its text.
//
//	lr := kit.NewTerm(words.T("lr"), words.Meaning("learning rate"))
//
// It stands in a panel as any widget does, and is drawn on the panel's sheet. Its text has the size of the labels of rows, or of
// captions after SetSmall(true), and is cut where it gets less room than it needs. SetText gives it another text and meaning.
type Term struct {
	Widget

	text, meaning string
	small         bool
	wait          func() // ends the wait for the meaning under the pointer; nil: it does not wait
	open          bool   // the meaning stays
	focused       bool
	laid          bool // it has been given a size
	label         *canvas.Text
	dots          *Dots
	ring          *Ring
}

// NewTerm is a label and what it means, in the reader's language: the first line of the meaning is its title, if there are more.
func NewTerm(text, meaning string) *Term {
	t := &Term{text: text, meaning: meaning, label: canvas.NewText("", color.Transparent), dots: NewDots(), ring: NewRing(2)}
	t.ExtendBaseWidget(t)
	return t
}

// SetText changes the label and its meaning.
func (t *Term) SetText(text, meaning string) {
	if t.text == text && t.meaning == meaning {
		return
	}
	t.close()
	t.text, t.meaning = text, meaning
	t.Refresh()
}

// SetSmall gives the text the size of captions.
func (t *Term) SetSmall(small bool) {
	if t.small != small {
		t.small = small
		t.Refresh()
	}
}

// Text is the label.
func (t *Term) Text() string { return t.text }

// Meaning is what it tells.
func (t *Term) Meaning() string { return t.meaning }

// Tapped opens the meaning, or closes it.
func (t *Term) Tapped(*fyne.PointEvent) {
	gesture.Focus(t)
	t.toggle()
}

func (t *Term) toggle() {
	if t.open {
		t.close()
		return
	}
	t.stopWaiting()
	t.open = true
	t.show(t.meaning)
}

// close takes the meaning away.
func (t *Term) close() {
	t.stopWaiting()
	t.open = false
	t.show("")
}

func (t *Term) show(text string) { ShowMeaning(t, fyne.Position{}, t.Size(), text) }

func (t *Term) stopWaiting() {
	if t.wait != nil {
		t.wait()
		t.wait = nil
	}
}

// TypedKey opens with Enter and closes with Escape; other keys are the window's.
func (t *Term) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		t.toggle()
	case ev.Name == fyne.KeyEscape && t.open:
		t.close()
	default:
		gesture.PassKey(t, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (t *Term) TypedRune(r rune) { gesture.PassRune(t, r) }

// FocusGained shows where the keys go.
func (t *Term) FocusGained() { t.focused = true; t.refresh(); reach.Came(t) }

// FocusLost closes the meaning.
func (t *Term) FocusLost() { t.focused = false; t.close(); t.refresh() }

// MouseIn begins the wait for the meaning.
func (t *Term) MouseIn(*desktop.MouseEvent) {
	if t.open {
		return
	}
	t.wait = gesture.After(HintDelay, func() { t.show(t.meaning) })
}

// MouseMoved is part of desktop.Hoverable.
func (t *Term) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the meaning away, unless it is to stay.
func (t *Term) MouseOut() {
	if !t.open {
		t.close()
	}
}

// Cursor is a hand: there is something to read.
func (t *Term) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (t *Term) CreateRenderer() fyne.WidgetRenderer {
	t.refresh()
	return t.Consists(&Parts{
		Drawn: []fyne.CanvasObject{t.label, t.dots.Raster, t.ring.Rectangle},
		Least: func() fyne.Size { return t.need().AddWidthHeight(0, dotsDrop-1) },
		Arrange: func(size fyne.Size) {
			t.laid = true
			t.refresh()
			_, baseline := fyne.CurrentApp().Driver().RenderedTextSize(t.text, t.textSize(), fyne.TextStyle{}, nil)
			need := t.need()
			top := (size.Height - need.Height) / 2
			Place(t.label, 0, top, size.Width, need.Height)
			t.dots.Lay(0, top+baseline, min(need.Width, size.Width))
			t.ring.Around(-2, top, min(need.Width, size.Width)+4, need.Height+dotsDrop-1)
		},
		Paint: func() { t.refresh() },
	})
}

func (t *Term) textSize() float32 {
	if t.small {
		return t.Theme().Size(SizeNote)
	}
	return skin.RowTextSize(t.Theme())
}

// need is the room for the letters.
func (t *Term) need() fyne.Size { return fyne.MeasureText(t.text, t.textSize(), fyne.TextStyle{}) }

func (t *Term) refresh() {
	ink := skin.Ink(t, theme.ColorNamePlaceHolder)
	t.ring.Paint(t, t.focused)
	text := t.text
	if t.laid {
		text = Shorten(text, t.Size().Width+0.5, t.textSize(), fyne.TextStyle{})
		if t.Size().Width < 1 {
			text = ""
		}
	}
	PaintText(t.label, text, t.textSize(), ink)
	t.dots.Paint(ink)
}
