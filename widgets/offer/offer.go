// Package offer is what a panel of offers consists of: things that can be done with one click, each with what comes of it.
package offer

import (
	"image/color"
	"strings"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Height is that of an offer, in units.
const Height = 48

const (
	iconSide = 10
	pitch    = 15 // from one line to the next
	indent   = 20 // of the texts
	radius   = 6
)

var (
	_ fyne.Widget       = (*Offer)(nil)
	_ fyne.Tappable     = (*Offer)(nil)
	_ fyne.Focusable    = (*Offer)(nil)
	_ desktop.Mouseable = (*Offer)(nil)
	_ desktop.Hoverable = (*Offer)(nil)
)

// An Offer is a line of what can be done, and up to two of what comes of it. A click takes it, and so do Enter and Space.
type Offer struct {
	kit.Widget
	kit.Hinted

	// OnTaken is called for the one who takes it.
	OnTaken func()

	title, note string
	stale       bool // it may not be true any more, and cannot be taken
	pressed     bool
	focused     bool

	wash, ring *canvas.Rectangle
	icon       *kit.Picture
	first      *canvas.Text
	below      [2]*canvas.Text
}

// New is an offer of nothing yet.
func New() *Offer {
	o := &Offer{wash: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent), icon: kit.NewPicture(),
		first: canvas.NewText("", color.Transparent)}
	for i := range o.below {
		o.below[i] = canvas.NewText("", color.Transparent)
	}
	o.wash.CornerRadius, o.ring.CornerRadius = radius, radius
	o.ExtendHinted(o)
	o.ExtendBaseWidget(o)
	return o
}

// Set says what is offered. A stale offer waits for another one, and cannot be taken.
func (o *Offer) Set(title, note string, stale bool) {
	if o.title == title && o.note == note && o.stale == stale {
		return
	}
	o.title, o.note, o.stale = title, note, stale
	o.paint()
}

// CreateRenderer is called by Fyne.
func (o *Offer) CreateRenderer() fyne.WidgetRenderer {
	o.paint()
	return o.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{o.wash, o.icon.Image, o.first, o.below[0], o.below[1], o.ring},
		Least: func() fyne.Size { return fyne.NewSize(4*indent, Height) },
		Arrange: func(size fyne.Size) {
			kit.Place(o.wash, 0, 0, size.Width, size.Height)
			kit.Place(o.ring, 0, 0, size.Width, size.Height)
			kit.Place(o.icon.Image, 5, 2+(pitch-iconSide)/2+1, iconSide, iconSide)
			kit.Place(o.first, indent, 2, size.Width-indent, pitch)
			for i, line := range o.below {
				kit.Place(line, indent, 2+pitch*float32(i+1)+1, size.Width-indent, pitch)
			}
			o.paint()
		},
		Paint: o.paint,
	})
}

// paint shows the texts, cut where they are too long; the hint has all of them then.
func (o *Offer) paint() {
	size, room := skin.RowTextSize(o.Theme()), o.Size().Width-indent-2
	title := kit.Shorten(o.title, room, size, fyne.TextStyle{})
	notes, whole := kit.Lines(o.note, len(o.below), max(room, 1), size)
	ink, muted, accent := skin.Ink(o, theme.ColorNameForeground), skin.Ink(o, theme.ColorNamePlaceHolder),
		skin.Ink(o, theme.ColorNamePrimary)
	if o.stale {
		faint := skin.Ink(o, theme.ColorNameDisabled)
		ink, muted, accent = faint, faint, faint
	}
	kit.PaintText(o.first, title, size, ink)
	for i, line := range o.below {
		text := ""
		if i < len(notes) {
			text = notes[i]
		}
		kit.PaintText(line, text, size, muted)
	}
	o.icon.Set(kit.IconPlay, accent)
	layout.SetShown(o.icon.Image, o.title != "")
	switch {
	case title != o.title: // Fyne, which draws hints, has no space to go with an arrow
		o.SetHint(strings.ReplaceAll(o.title, " → ", " … ") + ": " + o.note)
	case !whole:
		o.SetHint(o.note)
	default:
		o.SetHint("")
	}
	wash := theme.ColorNameHover
	if o.pressed {
		wash = theme.ColorNamePressed
	}
	kit.PaintRect(o.wash, skin.Ink(o, wash), color.Transparent, 0)
	layout.SetShown(o.wash, o.Hovered() && o.offers())
	kit.PaintRect(o.ring, color.Transparent, skin.Ink(o, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(o.ring, o.focused)
}

// offers tells whether it can be taken.
func (o *Offer) offers() bool { return o.title != "" && !o.stale }

func (o *Offer) take() {
	if o.offers() && o.OnTaken != nil {
		o.OnTaken()
	}
}

// Tapped is called by Fyne for a click.
func (o *Offer) Tapped(*fyne.PointEvent) { o.take() }

// MouseDown shows that it is pressed.
func (o *Offer) MouseDown(*desktop.MouseEvent) { o.Dismiss(); o.pressed = true; o.paint() }

// MouseUp ends that.
func (o *Offer) MouseUp(*desktop.MouseEvent) { o.pressed = false; o.paint() }

// MouseIn shows the wash under the pointer.
func (o *Offer) MouseIn(ev *desktop.MouseEvent) { o.Hinted.MouseIn(ev); o.paint() }

// MouseOut takes it away.
func (o *Offer) MouseOut() { o.Hinted.MouseOut(); o.pressed = false; o.paint() }

// FocusGained shows the ring.
func (o *Offer) FocusGained() { o.focused = true; o.paint() }

// FocusLost hides it.
func (o *Offer) FocusLost() { o.focused = false; o.paint() }

// TypedKey takes it.
func (o *Offer) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		o.take()
	default:
		gesture.PassKey(o, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (o *Offer) TypedRune(r rune) {
	if r != ' ' {
		gesture.PassRune(o, r)
	}
}
