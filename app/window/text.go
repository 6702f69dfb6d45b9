package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"descentlab/widgets"
)

// setText changes a text only if it differs, so that nothing is repainted for nothing.
func setText(t *canvas.Text, text string, c color.Color) {
	if t.Text == text && t.Color == c {
		return
	}
	t.Text, t.Color = text, c
	t.Refresh()
}

// newFault is the place for what is wrong with the controls above it: wrapped, and hidden while all is well.
func newFault() *widget.Label {
	l := widget.NewLabel("")
	l.Wrapping = fyne.TextWrapWord
	l.SizeName = sizeNote
	l.Importance = widget.DangerImportance
	l.Hide()
	return l
}

// setFault says what is wrong, or hides if nothing is.
func setFault(l *widget.Label, msg string) {
	if l.Text != msg {
		l.SetText(msg)
	}
	setShown(l, msg != "")
}

// setFill changes a rectangle's colour only if it differs.
func setFill(r *canvas.Rectangle, c color.Color) {
	if r.FillColor != c {
		r.FillColor = c
		r.Refresh()
	}
}

// enable lets a button be pressed or not.
func enable(b *widgets.IconButton, on bool) {
	switch {
	case on && b.Disabled():
		b.Enable()
	case !on && !b.Disabled():
		b.Disable()
	}
}
