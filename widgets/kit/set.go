package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"descentlab/widgets/layout"
)

// Call calls a function, if there is one.
func Call(f func()) {
	if f != nil {
		f()
	}
}

// Tell calls a function that is told whether something is so, if there is one.
func Tell(f func(bool), is bool) {
	if f != nil {
		f(is)
	}
}

// SetText changes a text only if it differs, so that nothing is repainted for nothing.
func SetText(t *canvas.Text, text string, c color.Color) {
	if t.Text == text && t.Color == c {
		return
	}
	t.Text, t.Color = text, c
	t.Refresh()
}

// NewFault is the place for what is wrong with the controls above it: wrapped, and hidden while all is well.
func NewFault() *widget.Label {
	l := widget.NewLabel("")
	l.Wrapping = fyne.TextWrapWord
	l.SizeName = SizeNote
	l.Importance = widget.DangerImportance
	l.Hide()
	return l
}

// SetFault says what is wrong, or hides if nothing is.
func SetFault(l *widget.Label, msg string) {
	if l.Text != msg {
		l.SetText(msg)
	}
	layout.SetShown(l, msg != "")
}

// SetFill changes a rectangle's colour only if it differs.
func SetFill(r *canvas.Rectangle, c color.Color) {
	if r.FillColor != c {
		r.FillColor = c
		r.Refresh()
	}
}

// Enable lets a button be pressed or not.
func Enable(b *IconButton, on bool) {
	switch {
	case on && b.Disabled():
		b.Enable()
	case !on && !b.Disabled():
		b.Disable()
	}
}
