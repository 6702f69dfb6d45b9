package reach

import (
	"image/color"

	"descentlab/widgets/gesture"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Framed is embedded by controls that are pictures: Tab leads to them, and a ring runs along their edge while they have the
// focus. A click does not give it to them, so that the keys stay what they were. The control puts Ring above its picture and lays
// it with LayRing; it has a TypedKey of its own, and hands on what it has no use for with Pass.
type Framed struct {
	Ring *canvas.Rectangle

	self    fyne.Focusable
	leave   func()
	focused bool
}

// ExtendFramed names the control, and what takes back what the keys have shown, as the focus goes; nil: nothing.
func (f *Framed) ExtendFramed(self fyne.Focusable, leave func()) {
	f.self, f.leave = self, leave
	f.Ring = canvas.NewRectangle(color.Transparent)
	f.Ring.StrokeWidth = skin.FocusRing
	f.Ring.CornerRadius = 2 * skin.FocusRing
	f.Ring.Hide()
}

// LayRing lays the ring along the edge of the control.
func (f *Framed) LayRing(size fyne.Size) {
	f.Ring.Move(fyne.Position{})
	f.Ring.Resize(size)
	f.PaintRing()
}

// PaintRing shows the ring in the theme's colour, or hides it.
func (f *Framed) PaintRing() {
	if !f.focused {
		f.Ring.Hide()
		return
	}
	f.Ring.StrokeColor = skin.Ink(f.self.(interface{ Theme() fyne.Theme }), theme.ColorNamePrimary)
	f.Ring.Show()
	f.Ring.Refresh()
}

// Focused tells whether the control has the focus.
func (f *Framed) Focused() bool { return f.focused }

// FocusGained is called by Fyne.
func (f *Framed) FocusGained() {
	f.focused = true
	f.PaintRing()
	Came(f.self.(fyne.CanvasObject))
}

// FocusLost is called by Fyne.
func (f *Framed) FocusLost() {
	f.focused = false
	f.PaintRing()
	Went(f.self.(fyne.CanvasObject))
	if f.leave != nil {
		f.leave()
	}
}

// TypedRune hands what is typed on to the window.
func (f *Framed) TypedRune(r rune) { gesture.PassRune(f.self.(fyne.CanvasObject), r) }

// Pass hands a key on that has no use here.
func (f *Framed) Pass(ev *fyne.KeyEvent) { gesture.PassKey(f.self.(fyne.CanvasObject), ev) }

// Middle is the middle of the control in the window, where a menu opens that a key asks for.
func (f *Framed) Middle() fyne.Position {
	o := f.self.(fyne.CanvasObject)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
}
