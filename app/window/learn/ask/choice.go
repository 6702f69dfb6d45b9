package ask

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/lesson/quiz"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/prose"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"
)

var (
	_ fyne.Widget       = (*choice)(nil)
	_ fyne.Tappable     = (*choice)(nil)
	_ fyne.Focusable    = (*choice)(nil)
	_ desktop.Hoverable = (*choice)(nil)
)

const (
	choicePad  = 12
	choiceLeft = 6 // above and below its text
	barHigh    = 8
	barRoom    = 150
	slimChoice = 330
	valueRoom  = 92
	checkSide  = 14
)

// A choice is one of the answers to choose from. A click, Enter or Space chooses it.
type choice struct {
	kit.Widget
	reach.Pressable

	card    *Card
	index   int
	is      look
	hovered bool
	text    *prose.Paragraph
	frame   *canvas.Rectangle
	bar     *canvas.Rectangle
	value   *canvas.Text
	check   *kit.Picture
	ring    *kit.Ring
}

func newChoice(c *Card, index int, label []prose.Span) *choice {
	o := &choice{card: c, index: index, text: prose.New(prose.Style{Size: 13.5, Pitch: 21}, label...),
		frame: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
		value: canvas.NewText("", color.Transparent), check: kit.NewPicture(), ring: kit.NewRing(6)}
	o.frame.CornerRadius, o.bar.CornerRadius = 6, 3
	o.value.Alignment = fyne.TextAlignTrailing
	o.ExtendPressable(o, o.press, o.refresh)
	o.ExtendBaseWidget(o)
	return o
}

func (o *choice) press() { o.card.answer(quiz.Answer{Choice: o.card.q.Options[o.index].Key}) }

// set shows what has become of it.
func (o *choice) set(l look) {
	if o.is != l {
		o.is = l
		o.refresh()
		o.arrange(o.Size())
	}
}

// Tapped chooses it.
func (o *choice) Tapped(*fyne.PointEvent) { o.press() }

// FocusGained shows where the keys go.
func (o *choice) FocusGained() {
	o.Pressable.FocusGained()
	if o.card.OnFocus != nil {
		o.card.OnFocus(o.Position().Y, o.Size().Height)
	}
}

// MouseIn shows that it can be chosen.
func (o *choice) MouseIn(*desktop.MouseEvent) { o.hovered = true; o.refresh() }

// MouseMoved is part of desktop.Hoverable.
func (o *choice) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes that back.
func (o *choice) MouseOut() { o.hovered = false; o.refresh() }

// Cursor is a hand.
func (o *choice) Cursor() desktop.Cursor { return desktop.PointerCursor }

// measures tells whether answers are compared by what they come to.
func (o *choice) measures() bool { return o.card.q.Kind == quiz.Least || o.card.q.Kind == quiz.Most }

// textRoom is the width of the text in a width.
func (o *choice) textRoom(width float32) float32 {
	room := width - 2*choicePad - checkSide - 8
	if o.measures() {
		room -= valueRoom + barRoomIn(width)
	}
	return max(room, 60)
}

// barRoomIn is the room of the longest bar in a width; in a slim one there are none.
func barRoomIn(width float32) float32 {
	if width < slimChoice {
		return 0
	}
	return min(barRoom, width*0.34)
}

// heightIn is how high it is in a width.
func (o *choice) heightIn(width float32) float32 {
	return max(o.text.HeightIn(o.textRoom(width))+2*choiceLeft, 34)
}

// CreateRenderer is called by Fyne.
func (o *choice) CreateRenderer() fyne.WidgetRenderer {
	o.refresh()
	return o.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{o.frame, o.bar, o.value, o.check.Image, o.text, o.ring.Rectangle},
		Least:   func() fyne.Size { return fyne.NewSize(160, 34) },
		Arrange: o.arrange,
		Paint:   o.refresh,
	})
}

func (o *choice) arrange(size fyne.Size) {
	kit.Place(o.frame, 0, 0, size.Width, size.Height)
	o.ring.Around(0, 0, size.Width, size.Height)
	text := o.text.HeightIn(o.textRoom(size.Width))
	kit.Place(o.text, choicePad, (size.Height-text)/2, o.textRoom(size.Width), text)
	right := size.Width - choicePad - checkSide
	kit.Place(o.check.Image, right, (size.Height-checkSide)/2, checkSide, checkSide)
	kit.Place(o.value, right-valueRoom-4, 0, valueRoom, size.Height)
	room := barRoomIn(size.Width)
	kit.Place(o.bar, right-valueRoom-4-room, (size.Height-barHigh)/2, max(room*float32(o.is.bar), 2), barHigh)
}

func (o *choice) refresh() {
	edge, fill, width := skin.Ink(o, theme.ColorNameSeparator), skin.Ink(o, theme.ColorNameOverlayBackground), float32(1)
	tint, icon := skin.Ink(o, theme.ColorNamePlaceHolder), kit.IconName("")
	switch {
	case o.is.right:
		tint, icon = skin.Ink(o, theme.ColorNameSuccess), kit.IconCheck
		edge, fill, width = tint, skin.Mix(fill, tint, 0.08), 1.5
	case o.is.wrong:
		edge, width = skin.Ink(o, theme.ColorNameError), 1.5
		icon = kit.IconRemove
	case o.is.chosen:
		edge, width = skin.Ink(o, theme.ColorNamePrimary), 1.5
	case o.hovered && !o.is.busy:
		edge = skin.Ink(o, theme.ColorNamePrimary)
	}
	kit.PaintRect(o.frame, fill, edge, width)
	barInk := skin.Mix(skin.Ink(o, theme.ColorNamePlaceHolder), fill, 0.5)
	if o.is.right {
		barInk = tint
	}
	kit.PaintRect(o.bar, barInk, color.Transparent, 0)
	layout.SetShown(o.bar, o.is.bar > 0 && barRoomIn(o.Size().Width) > 0)
	ink := skin.Ink(o, theme.ColorNamePlaceHolder)
	if o.is.right {
		ink = skin.Ink(o, theme.ColorNameForeground)
	}
	o.value.TextStyle.Bold = o.is.right
	kit.PaintText(o.value, o.is.value, o.Theme().Size(theme.SizeNameText), ink)
	iconInk := tint
	if o.is.wrong {
		iconInk = skin.Ink(o, theme.ColorNameError)
	}
	layout.SetShown(o.check.Image, icon != "")
	o.check.Set(icon, iconInk)
	o.ring.Paint(o, o.Focused())
}
