package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	controlHeight = 26 // of buttons, pickers and segments
	controlPad    = 9  // between a control's edge and its text
	iconSize      = 15
)

var (
	_ fyne.Widget       = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
	_ desktop.Mouseable = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

// A Button is a rounded button with an icon, a text or both. It never takes the focus, so that the keys stay where they
// were.
type Button struct {
	widget.BaseWidget
	hinted

	// OnTapped is called by a click.
	OnTapped func()

	text              string
	icon              IconName
	flat, pressed, on bool
	disabled          bool
	tint              color.Color
	frame, wash       *canvas.Rectangle
	picture           *picture
	label             *canvas.Text
}

// An IconButton is a small flat button with a vector icon: no frame, a wash under the pointer, a hint after a while.
type IconButton = Button

// NewButton returns a framed button. The icon or the text may be empty.
func NewButton(text string, icon IconName, hint string, tapped func()) *Button {
	b := &Button{
		OnTapped: tapped, text: text, icon: icon,
		frame: canvas.NewRectangle(color.Transparent), wash: canvas.NewRectangle(color.Transparent),
		picture: newPicture(), label: canvas.NewText("", color.Transparent),
	}
	b.hint, b.over = hint, b
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
	if b.icon != icon || b.hint != hint {
		b.icon, b.hint = icon, hint
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

// Tapped is called by Fyne for a click.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// MouseDown shows that the button is pressed.
func (b *Button) MouseDown(*desktop.MouseEvent) {
	b.dismiss()
	b.pressed = true
	b.refresh()
}

// MouseUp ends that.
func (b *Button) MouseUp(*desktop.MouseEvent) { b.pressed = false; b.refresh() }

// MouseIn shows the wash under the pointer.
func (b *Button) MouseIn(ev *desktop.MouseEvent) { b.hinted.MouseIn(ev); b.refresh() }

// MouseOut takes it away.
func (b *Button) MouseOut() { b.hinted.MouseOut(); b.pressed = false; b.refresh() }

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.refresh()
	return &parts{
		objects: []fyne.CanvasObject{b.frame, b.wash, b.picture.Image, b.label},
		min:     b.minSize,
		layout:  b.layout,
		refresh: func() { b.refresh(); b.layout(b.Size()) },
	}
}

func (b *Button) minSize() fyne.Size {
	if b.text == "" {
		return fyne.NewSquareSize(controlHeight)
	}
	width := b.label.MinSize().Width + 2*controlPad
	if b.icon != "" {
		width += iconSize + 4
	}
	return fyne.NewSize(width, controlHeight)
}

func (b *Button) layout(size fyne.Size) {
	place(b.frame, 0, 0, size.Width, size.Height)
	place(b.wash, 1, 1, size.Width-2, size.Height-2)
	text := b.label.MinSize().Width
	if b.text == "" {
		text = 0
	}
	icon, gap := float32(iconSize), float32(4)
	if b.icon == "" {
		icon = 0
	}
	if icon == 0 || text == 0 {
		gap = 0
	}
	x := (size.Width - icon - gap - text) / 2
	place(b.picture.Image, x, (size.Height-iconSize)/2, iconSize, iconSize)
	place(b.label, x+icon+gap, 0, text, size.Height)
}

func (b *Button) refresh() {
	radius := b.Theme().Size(theme.SizeNameButtonRadius)
	b.frame.CornerRadius, b.wash.CornerRadius = radius, radius-1
	paintRect(b.frame, ink(b, theme.ColorNameButton), ink(b, theme.ColorNameSeparator), 1)
	show(b.frame, !b.flat)
	wash := theme.ColorNameHover
	if b.pressed {
		wash = theme.ColorNamePressed
	}
	paintRect(b.wash, ink(b, wash), color.Transparent, 0)
	show(b.wash, b.hovered && !b.disabled)

	c := ink(b, theme.ColorNameForeground)
	switch {
	case b.disabled:
		c = ink(b, theme.ColorNameDisabled)
	case b.tint != nil:
		c = b.tint
	case b.on:
		c = ink(b, theme.ColorNamePrimary)
	case b.flat && b.text == "" && !b.hovered:
		c = ink(b, theme.ColorNamePlaceHolder)
	}
	show(b.picture.Image, b.icon != "")
	b.picture.set(b.icon, c)
	show(b.label, b.text != "")
	paintText(b.label, b.text, b.Theme().Size(theme.SizeNameText), c)
}
