package graphic

import (
	"image"
	"image/color"
	"math"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Draggable     = (*Drawing)(nil)
	_ fyne.Scrollable    = (*Drawing)(nil)
	_ desktop.Mouseable  = (*Drawing)(nil)
	_ desktop.Hoverable  = (*Drawing)(nil)
	_ desktop.Cursorable = (*Drawing)(nil)

	_ fyne.SecondaryTappable = (*Drawing)(nil)
)

// A Drawing is a panel that is one picture, drawn by its owner, and tells what the mouse does on it. Places are units from its
// upper left corner. A nil function is not told.
type Drawing struct {
	widget.BaseWidget

	// Draw draws on the whole of a canvas, so many device units a unit.
	Draw func(on plot.Canvas, scale float64)
	// Ground, if not nil, draws what lies below, and stays as long as Same gives an equal key.
	Ground func(on plot.Canvas, scale float64)
	Same   func(scale float64) any

	OnPress   func(at fyne.Position)
	OnDrag    func(at fyne.Position)
	OnRelease func()
	OnHover   func(at fyne.Position, inside bool)
	OnWheel   func(at fyne.Position, dx, dy float32)
	Shape     func(at fyne.Position) desktop.Cursor // of the pointer
	OnMenu    func(at fyne.Position)                // a click of the secondary button, at a place in the window

	least   fyne.Size
	plain   bool // without a frame
	pressed bool
	at      fyne.Position
	raster  *canvas.Raster
	ground  *image.RGBA
	key     any
	count   int64
}

// NewDrawing is a framed panel of a least size.
func NewDrawing(least fyne.Size, draw func(on plot.Canvas, scale float64)) *Drawing {
	d := &Drawing{Draw: draw, least: least}
	d.raster = canvas.NewRaster(d.Paint)
	d.raster.ScaleMode = canvas.ImageScalePixels
	d.ExtendBaseWidget(d)
	return d
}

// NewPlainDrawing is one without a frame, to stand in a panel.
func NewPlainDrawing(least fyne.Size, draw func(on plot.Canvas, scale float64)) *Drawing {
	d := NewDrawing(least, draw)
	d.plain = true
	return d
}

// Pictures is how many pictures it has drawn so far: for whoever measures the frames that reach the screen.
func (d *Drawing) Pictures() int64 { return d.count }

// Redraw has it drawn anew.
func (d *Drawing) Redraw() { d.raster.Refresh() }

// SetLeast changes the size that it asks for.
func (d *Drawing) SetLeast(size fyne.Size) { d.least = size }

// Paint is its picture in w by h device pixels, which is lent until another one is painted.
func (d *Drawing) Paint(w, h int) image.Image {
	if w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	scale := float64(w) / float64(max(d.Size().Width, 1))
	picture := kit.Scratch(w, h)
	d.count++
	if d.Ground != nil {
		if key := d.Same(scale); d.ground == nil || d.ground.Rect != picture.Rect || d.key != key {
			d.ground, d.key = image.NewRGBA(picture.Rect), key
			d.Ground(raster.New(d.ground), scale)
		}
		copy(picture.Pix, d.ground.Pix)
	}
	d.Draw(raster.New(picture), scale)
	if !d.plain {
		d.frame(picture, scale)
	}
	return picture
}

// Radius of a panel's corners, in units.
const drawingRadius = 8

// frame draws a panel's border, and the ground of the window beyond its round corners.
func (d *Drawing) frame(on *image.RGBA, scale float64) {
	line, beyond := opaque(skin.Ink(d, theme.ColorNameSeparator)), opaque(skin.Ink(d, theme.ColorNameBackground))
	w, h := on.Rect.Dx(), on.Rect.Dy()
	r, wide := drawingRadius*scale, math.Max(1, math.Round(scale))
	pixel := func(x, y int) {
		out := beyondRound(float64(x)+0.5, float64(y)+0.5, float64(w), float64(h), r)
		if under := on.RGBAAt(x, y); out > -wide-0.5 {
			framed := blend(under, line, clampShare(wide+0.5+out))
			on.SetRGBA(x, y, blend(framed, beyond, clampShare(0.5+out)))
		}
	}
	deep, thin := int(math.Ceil(r))+1, int(wide)+1
	for y := range h {
		reach := thin
		if y < deep || y >= h-deep {
			reach = deep
		}
		if y < thin || y >= h-thin {
			reach = (w + 1) / 2
		}
		for x := range min(reach, w) {
			pixel(x, y)
			if mirror := w - 1 - x; mirror != x {
				pixel(mirror, y)
			}
		}
	}
}

// beyondRound is how far a place lies outside of a rectangle with round corners; below 0 inside.
func beyondRound(x, y, w, h, r float64) float64 {
	dx, dy := math.Abs(x-w/2)-(w/2-r), math.Abs(y-h/2)-(h/2-r)
	return math.Hypot(math.Max(dx, 0), math.Max(dy, 0)) + math.Min(math.Max(dx, dy), 0) - r
}

func clampShare(v float64) float64 { return math.Max(0, math.Min(1, v)) }

// blend is a share of one colour over another.
func blend(under, over color.RGBA, share float64) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*share + 0.5) }
	return color.RGBA{mix(under.R, over.R), mix(under.G, over.G), mix(under.B, over.B), 255}
}

func opaque(c color.Color) color.RGBA { return color.RGBAModel.Convert(c).(color.RGBA) }

// Solid tells that nothing is seen through its picture.
func (d *Drawing) Solid() bool { return true }

// CreateRenderer is called by Fyne.
func (d *Drawing) CreateRenderer() fyne.WidgetRenderer {
	return &kit.Parts{
		Drawn:   []fyne.CanvasObject{d.raster},
		Least:   func() fyne.Size { return d.least },
		Arrange: func(size fyne.Size) { kit.Place(d.raster, 0, 0, size.Width, size.Height) },
		Paint:   func() { d.raster.Refresh() },
		Forget:  func() { d.ground, d.key = nil, nil },
	}
}

// MouseDown presses with the primary button.
func (d *Drawing) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		d.pressed = true
		if d.OnPress != nil {
			d.OnPress(ev.Position)
		}
	}
}

// MouseUp ends a press.
func (d *Drawing) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		d.DragEnd()
	}
}

// TappedSecondary tells of a click of the secondary button.
func (d *Drawing) TappedSecondary(ev *fyne.PointEvent) {
	if d.OnMenu != nil {
		d.OnMenu(ev.AbsolutePosition)
	}
}

// Dragged follows a press. One that nothing announced, a finger's, begins here.
func (d *Drawing) Dragged(ev *fyne.DragEvent) {
	if !d.pressed {
		d.pressed = true
		if d.OnPress != nil {
			d.OnPress(ev.Position.Subtract(ev.Dragged))
		}
	}
	d.at = ev.Position
	if d.OnDrag != nil {
		d.OnDrag(ev.Position)
	}
}

// DragEnd ends a press.
func (d *Drawing) DragEnd() {
	if d.pressed {
		d.pressed = false
		kit.Call(d.OnRelease)
	}
}

// MouseIn tells where the pointer came in.
func (d *Drawing) MouseIn(ev *desktop.MouseEvent) {
	gesture.PointIn(d)
	d.MouseMoved(ev)
}

// MouseMoved tells where the pointer is.
func (d *Drawing) MouseMoved(ev *desktop.MouseEvent) {
	d.at = ev.Position
	if d.OnHover != nil {
		d.OnHover(ev.Position, true)
	}
}

// MouseOut tells that it has gone.
func (d *Drawing) MouseOut() {
	gesture.PointOut(d)
	if d.OnHover != nil {
		d.OnHover(fyne.Position{}, false)
	}
}

// Scrolled tells of the wheel.
func (d *Drawing) Scrolled(ev *fyne.ScrollEvent) {
	if d.OnWheel != nil {
		d.OnWheel(ev.Position, ev.Scrolled.DX, ev.Scrolled.DY)
	}
}

// Within hands the wheel on to what scrolls around it, which Fyne does not tell of it.
func (d *Drawing) Within(around fyne.Scrollable) {
	d.OnWheel = func(_ fyne.Position, dx, dy float32) {
		around.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(dx, dy)})
	}
}

// Cursor is what its owner says of the place under the pointer.
func (d *Drawing) Cursor() desktop.Cursor {
	if d.Shape == nil {
		return desktop.DefaultCursor
	}
	return d.Shape(d.at)
}

// MathFonts are the two cuts in which mathematics is set on it.
func (d *Drawing) MathFonts() plot.MathFonts { return skin.MathFonts(d) }
