package filing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Button is one of Fyne's that Enter presses too, and on which Escape gives up.
type Button struct {
	widget.Button
	cancel func()
}

// NewButton is a button with a text.
func NewButton(text string, tapped, cancel func()) *Button {
	b := &Button{cancel: cancel}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey is called by Fyne.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		b.cancel()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		b.Button.TypedKey(k)
	}
}
