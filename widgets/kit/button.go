package kit

import (
	"image/color"

	"descentlab/widgets/gesture"
	"descentlab/widgets/layout"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

const (
	iconSize = 15
	iconGap  = 4 // between icon and text
)

var (
	_ fyne.Widget       = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Tabbable     = (*Button)(nil)
	_ desktop.Mouseable = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// A Button is a rounded button with an icon, a text or both. Tab leads to it, and then Space and Enter press it; a click does not
// give it the focus, so that the keys stay what they were.
type Button struct {
	Widget
	Hinted
	reach.Pressable

	// OnTapped is called by a click.
	OnTapped func()

	text              string
	icon              IconName
	flat, pressed, on bool
	primary, disc     bool
	disabled          bool
	tint              color.Color
	frame, wash       *canvas.Rectangle
	picture           *Picture
	label             *canvas.Text
	ring              *Ring
}

// An IconButton is a small flat button with a vector icon: no frame, a wash under the pointer, a hint after a while.
type IconButton = Button

// NewButton returns a framed button. The icon or the text may be empty.
func NewButton(text string, icon IconName, hint string, tapped func()) *Button {
	b := &Button{
		OnTapped: tapped, text: text, icon: icon,
		frame: canvas.NewRectangle(color.Transparent), wash: canvas.NewRectangle(color.Transparent),
		picture: NewPicture(), label: canvas.NewText("", color.Transparent), ring: NewRing(0),
	}
	b.ExtendHinted(b)
	b.ExtendPressable(b, func() { b.Tapped(nil) }, b.refresh)
	b.SetHint(hint)
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton returns a flat button with an icon.
func NewIconButton(icon IconName, hint string, tapped func()) *IconButton {
	b := NewButton("", icon, hint, tapped)
	b.flat = true
	return b
}

// SetText changes the text.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// SetIcon changes the icon and the hint that goes with it.
func (b *Button) SetIcon(icon IconName, hint string) {
	if b.icon != icon || b.Hint() != hint {
		b.icon = icon
		b.SetHint(hint)
		b.Refresh()
	}
}

// SetOn shows a button that switches something as switched on: in the accent's colour.
func (b *Button) SetOn(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

// SetColor gives icon and text a colour; nil returns to the theme's.
func (b *Button) SetColor(c color.Color) {
	if b.tint != c {
		b.tint = c
		b.Refresh()
	}
}

// SetFlat takes the frame away or puts it back.
func (b *Button) SetFlat(flat bool) {
	if b.flat != flat {
		b.flat = flat
		b.Refresh()
	}
}

// SetPrimary fills the button with the accent's colour: it is what is to be done here.
func (b *Button) SetPrimary(primary bool) {
	if b.primary != primary {
		b.primary = primary
		b.Refresh()
	}
}

// Enable makes the button answer to clicks.
func (b *Button) Enable() { b.setDisabled(false) }

// Disable greys the button out.
func (b *Button) Disable() { b.setDisabled(true) }

// Disabled tells whether the button is greyed out.
func (b *Button) Disabled() bool { return b.disabled }

func (b *Button) setDisabled(disabled bool) {
	if b.disabled != disabled {
		b.disabled = disabled
		b.Refresh()
	}
}

// AcceptsTab tells that Fyne is not to look for the next control: it would begin anew with the first one, for it finds none that
// has been greyed out since it got the focus.
func (b *Button) AcceptsTab() bool { return b.disabled }

// TypedKey presses the button with Space or Enter, and goes on from one that has been greyed out.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name != fyne.KeyTab {
		b.Dismiss()
		b.Pressable.TypedKey(ev)
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	if c == nil {
		return
	}
	was := b.disabled
	b.disabled = false
	if gesture.Modifiers()&fyne.KeyModifierShift != 0 {
		c.FocusPrevious()
	} else {
		c.FocusNext()
	}
	b.disabled = was
}

// Tapped is called by Fyne for a click.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// MouseDown shows that the button is pressed.
func (b *Button) MouseDown(*desktop.MouseEvent) {
	b.Dismiss()
	b.pressed = true
	b.refresh()
}

// MouseUp ends that.
func (b *Button) MouseUp(*desktop.MouseEvent) { b.pressed = false; b.refresh() }

// MouseIn shows the wash under the pointer.
func (b *Button) MouseIn(ev *desktop.MouseEvent) { b.Hinted.MouseIn(ev); b.refresh() }

// MouseOut takes it away.
func (b *Button) MouseOut() { b.Hinted.MouseOut(); b.pressed = false; b.refresh() }

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.refresh()
	return b.Consists(&Parts{
		Drawn:   []fyne.CanvasObject{b.frame, b.wash, b.picture.Image, b.label, b.ring.Rectangle},
		Least:   b.minSize,
		Arrange: b.layout,
		Paint:   func() { b.refresh(); b.layout(b.Size()) },
	})
}

func (b *Button) minSize() fyne.Size {
	if b.disc {
		return fyne.NewSquareSize(DiscSize)
	}
	if b.text == "" {
		return fyne.NewSquareSize(ControlHeight)
	}
	width := b.label.MinSize().Width + 2*ControlPad
	if b.icon != "" {
		width += iconSize + iconGap
	}
	return fyne.NewSize(width, ControlHeight)
}

func (b *Button) layout(size fyne.Size) {
	Place(b.frame, 0, 0, size.Width, size.Height)
	Place(b.wash, 1, 1, size.Width-2, size.Height-2)
	inset := b.ringInset()
	b.ring.Around(inset, inset, size.Width-2*inset, size.Height-2*inset)
	text := b.label.MinSize().Width
	if b.text == "" {
		text = 0
	}
	icon, gap := b.iconSide(), float32(iconGap)
	if b.icon == "" {
		icon = 0
	}
	if icon == 0 || text == 0 {
		gap = 0
	}
	x := (size.Width - icon - gap - text) / 2
	Place(b.picture.Image, x, (size.Height-b.iconSide())/2, b.iconSide(), b.iconSide())
	Place(b.label, x+icon+gap, 0, text, size.Height)
}

// ringInset is how far within the edge the ring of the focus runs; around what has its colour it keeps a distance.
func (b *Button) ringInset() float32 {
	if b.primary {
		return -ringGap
	}
	return skin.FocusRing
}

// ringGap is that distance, in units.
const ringGap = 2

func (b *Button) refresh() {
	radius := b.Theme().Size(theme.SizeNameButtonRadius)
	if b.disc {
		radius = DiscSize / 2
	}
	b.frame.CornerRadius, b.wash.CornerRadius = radius, radius-1
	b.ring.CornerRadius = radius - b.ringInset() + skin.FocusRing
	b.ring.Paint(b, b.Focused())
	filled := b.primary && !b.disabled
	fill, edge := skin.Ink(b, theme.ColorNameButton), skin.Ink(b, theme.ColorNameSeparator)
	if filled {
		fill, edge = skin.Ink(b, theme.ColorNamePrimary), skin.Ink(b, theme.ColorNamePrimary)
	}
	PaintRect(b.frame, fill, edge, 1)
	layout.SetShown(b.frame, !b.flat)
	wash := theme.ColorNameHover
	if b.pressed {
		wash = theme.ColorNamePressed
	}
	PaintRect(b.wash, skin.Ink(b, wash), color.Transparent, 0)
	layout.SetShown(b.wash, b.Hovered() && !b.disabled)

	c := skin.Ink(b, theme.ColorNameForeground)
	switch {
	case b.disabled:
		c = skin.Ink(b, theme.ColorNameDisabled)
	case filled:
		c = skin.Ink(b, theme.ColorNameForegroundOnPrimary)
	case b.tint != nil:
		c = b.tint
	case b.on:
		c = skin.Ink(b, theme.ColorNamePrimary)
	case b.flat && b.text == "" && !b.Hovered():
		c = skin.Ink(b, theme.ColorNamePlaceHolder)
	}
	layout.SetShown(b.picture.Image, b.icon != "")
	b.picture.Set(b.icon, c)
	layout.SetShown(b.label, b.text != "")
	PaintText(b.label, b.text, b.Theme().Size(theme.SizeNameText), c)
}
