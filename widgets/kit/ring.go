package kit

import (
	"image/color"

	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Ring is drawn round a control that has the keyboard's focus.
type Ring struct{ *canvas.Rectangle }

// NewRing is a hidden ring round something whose corners have a radius.
func NewRing(radius float32) *Ring {
	r := &Ring{canvas.NewRectangle(color.Transparent)}
	r.CornerRadius = radius + skin.FocusRing
	r.Hide()
	return r
}

// Paint shows the ring in the colours of its control, or hides it.
func (r *Ring) Paint(control interface{ Theme() fyne.Theme }, focused bool) {
	PaintRect(r.Rectangle, color.Transparent, skin.Ink(control, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(r.Rectangle, focused)
}

// Around lays it round a place.
func (r *Ring) Around(x, y, w, h float32) {
	Place(r.Rectangle, x-skin.FocusRing, y-skin.FocusRing, w+2*skin.FocusRing, h+2*skin.FocusRing)
}
