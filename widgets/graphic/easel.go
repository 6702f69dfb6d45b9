package graphic

import (
	"cmp"
	"image"
	"image/color"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const easelMinSize = 120

// An Easel is what a picture stands on that is worked on with mouse and keys, a map or a relief, which embeds it: its pixels, a
// ring while the keys go there, and the grip of the mouse.
type Easel struct {
	widget.BaseWidget
	gesture.Grip
	keyHint

	// OnResize tells of another size of the picture, in device pixels, and of the device pixels per unit. It is called
	// after the frame in which the size was found out, not while painting.
	OnResize func(w, h int, scale float64)
	// OnKey and OnRune get the keys that it has no use for while it is focused. If they are nil, the window's own handlers do.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)
	// Use is asked first for a key, which may mean what is shown; Tabs whether Tab, or Shift+Tab, has somewhere to go there:
	// else the focus goes on. Both may be nil.
	Use  func(name fyne.KeyName, shift bool) bool
	Tabs func(back bool) bool
	// OnMenu tells of a click of the secondary button that the tool has no use for, with what lies under it; may be nil.
	OnMenu func(p Press, at fyne.Position)
	// Zoom is how many times as large as usual all is that has a size of its own: lines, signs, texts; 0: once.
	Zoom float64

	of      fyne.Widget
	painter Painter
	style   func() plot.Style
	size    image.Point // of the picture, in device pixels
	scale   float64     // device pixels per unit
	count   int64
	focused bool
	idle    bool // there is nothing to be done on it: Tab passes it by
	pressed bool // the focus has come with a press of the mouse: no ring says where the keys go
	raster  *canvas.Raster
	ring    *canvas.Rectangle
}

// A Painter makes the picture of an easel.
type Painter struct {
	Draw   func(dst *image.RGBA, st plot.Style)
	Forget func() // what it keeps for the next picture
}

// Set sets of which widget the easel is, which may tell its Keys. It asks for the style each time it draws; the style's scale is
// replaced by that of the canvas.
func (e *Easel) Set(of fyne.Widget, style func() plot.Style, p Painter, hand gesture.Hand) {
	e.of, e.style, e.painter, e.scale = of, style, p, 1
	e.ring, e.raster = canvas.NewRectangle(color.Transparent), canvas.NewRaster(e.draw)
	e.raster.ScaleMode = canvas.ImageScalePixels
	e.Follow(of, hand)
	if k, is := of.(interface{ Keys() string }); is {
		e.keyHint = keyHint{over: of, keys: k.Keys}
	}
	e.ExtendBaseWidget(of)
}

// Redraw makes the picture anew.
func (e *Easel) Redraw() { e.raster.Refresh() }

// Pictures is how many pictures it has drawn so far: for whoever measures the frames that reach the screen.
func (e *Easel) Pictures() int64 { return e.count }

// Drawn is the size of the last picture, in device pixels; 0 before there is one.
func (e *Easel) Drawn() (w, h int) { return e.size.X, e.size.Y }

// Scale is how many device pixels a unit of the last picture has; 1 before there is one.
func (e *Easel) Scale() float64 { return e.scale }

// Pixels is a position in the picture.
func (e *Easel) Pixels(at fyne.Position) plot.Vec {
	return plot.Vec{X: float64(at.X) * e.scale, Y: float64(at.Y) * e.scale}
}

// draw is the raster's generator: w by h device pixels.
func (e *Easel) draw(w, h int) image.Image {
	if w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rectangle{})
	}
	e.scale = float64(w) / float64(max(e.Size().Width, 1))
	if size := image.Pt(w, h); e.size != size {
		e.size = size
		scale := e.scale
		// Painting is no time to change things: the answer is likely to be a new scene.
		fyne.Do(func() {
			if e.OnResize != nil {
				e.OnResize(w, h, scale)
			}
		})
	}
	style := e.style()
	style.Scale = e.scale * cmp.Or(e.Zoom, 1)
	e.count++
	picture := kit.Scratch(w, h)
	e.painter.Draw(picture, style)
	return picture
}

// Solid tells that nothing is seen through its picture.
func (e *Easel) Solid() bool { return true }

// CreateRenderer is called by Fyne.
func (e *Easel) CreateRenderer() fyne.WidgetRenderer {
	e.refresh()
	return &kit.Parts{
		Drawn: []fyne.CanvasObject{e.raster, e.ring},
		Least: func() fyne.Size { return fyne.NewSquareSize(easelMinSize) },
		Arrange: func(size fyne.Size) {
			kit.Place(e.raster, 0, 0, size.Width, size.Height)
			kit.Place(e.ring, 0, 0, size.Width, size.Height)
		},
		Paint:  func() { e.refresh(); e.raster.Refresh() },
		Forget: e.painter.Forget,
	}
}

func (e *Easel) refresh() {
	kit.PaintRect(e.ring, color.Transparent, skin.Ink(e, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(e.ring, e.focused && !e.pressed)
}

// MouseDown takes the focus and begins a gesture.
func (e *Easel) MouseDown(ev *desktop.MouseEvent) {
	of, focusable := e.of.(fyne.Focusable)
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.of); c != nil && focusable && !e.focused && !e.idle {
		e.pressed = true
		c.Focus(of)
	}
	e.Grip.MouseDown(ev)
}

// Disable has Tab pass by a picture that is only looked at.
func (e *Easel) Disable() { e.idle = true }

// Enable takes that back.
func (e *Easel) Enable() { e.idle = false }

// Disabled tells whether it does.
func (e *Easel) Disabled() bool { return e.idle }

// FocusGained shows the ring, if the focus has come with the keyboard.
func (e *Easel) FocusGained() {
	e.focused = true
	e.refresh()
	if !e.pressed {
		reach.Came(e.of)
	}
}

// FocusLost hides it.
func (e *Easel) FocusLost() {
	e.focused, e.pressed = false, false
	e.refresh()
	reach.Went(e.of)
}

// Keyed notes that the keys are used: the ring says where they go.
func (e *Easel) Keyed() {
	e.pressed = false
	e.refresh()
}

// AcceptsTab tells whether Tab goes on within the picture.
func (e *Easel) AcceptsTab() bool { return e.Tabs != nil && e.Tabs(shifted()) }

// shifted tells whether Shift is held.
func shifted() bool { return gesture.Modifiers()&fyne.KeyModifierShift != 0 }

// Uses tells whether a key means what is shown, and does what it means.
func (e *Easel) Uses(ev *fyne.KeyEvent) bool {
	e.EndFocusHint()
	if e.Use == nil || !e.Use(ev.Name, shifted()) {
		return false
	}
	e.Keyed()
	return true
}

// TypedKey hands a key on.
func (e *Easel) TypedKey(ev *fyne.KeyEvent) {
	if !e.Uses(ev) {
		e.Pass(ev)
	}
}

// Pass hands a key on that has no use.
func (e *Easel) Pass(ev *fyne.KeyEvent) {
	if e.OnKey != nil {
		e.OnKey(ev)
		return
	}
	gesture.PassKey(e.of, ev)
}

// TypedRune hands what is typed on.
func (e *Easel) TypedRune(char rune) {
	if e.OnRune != nil {
		e.OnRune(char)
		return
	}
	gesture.PassRune(e.of, char)
}
