// Package turntable is the widget that shows a relief: the mouse and the keys turn, tilt and zoom it, and do on its surface what
// they do on a map.
package turntable

import (
	"image"
	"image/color"
	"math"
	"time"

	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget        = (*Relief)(nil)
	_ fyne.Draggable     = (*Relief)(nil)
	_ fyne.Scrollable    = (*Relief)(nil)
	_ fyne.Focusable     = (*Relief)(nil)
	_ desktop.Mouseable  = (*Relief)(nil)
	_ desktop.Hoverable  = (*Relief)(nil)
	_ desktop.Cursorable = (*Relief)(nil)
)

const (
	leastSize = 120
	calm      = 180 * time.Millisecond // without another camera, after which the picture is made finely
)

// A Relief shows a scene and reports what is done on it. It changes nothing by itself: a gesture is answered by a new scene.
type Relief struct {
	widget.BaseWidget

	// Tool is what presses and the wheel do on the surface; nil: nothing.
	Tool graphic.Tool
	// Works is set for a tool that works on the ground: it has all presses there. Else a drag that begins on bare ground turns the
	// block, and the tool has clicks, and drags of what can be taken hold of.
	Works bool
	// OnCamera asks for another camera; done is false in the middle of a drag.
	OnCamera func(c relief.Camera, done bool)
	// OnRestore tells of a double click, unless the tool has another use for it.
	OnRestore func()
	// OnHover tells which point of the surface is under the pointer, and which mark is near; inside is false where there is none.
	OnHover func(p plot.Point, mark *plot.Mark, inside bool)
	// OnNudge tells of an arrow key with Shift: fractions of the view's width and height to move the start by, Y upwards.
	OnNudge func(dx, dy float64)
	// OnResize tells of another size of the picture, in device pixels, and of the device pixels per unit. It is called after the
	// frame in which the size was found out, not while painting.
	OnResize func(w, h int, scale float64)
	// OnKey and OnRune get the keys that the focused relief has no use for. If they are nil, the window's own handlers do.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)

	style func() plot.Style
	scene relief.Scene
	asked relief.Camera // the camera last shown or asked for: gestures of one frame add up

	drag    drag
	clicks  gesture.Clicks
	pointer fyne.Position
	focused bool
	pressed bool // the focus has come with a press of the mouse: no ring says where the keys go
	rest    func()

	painter relief.Painter
	size    image.Point // of the picture, in device pixels
	scale   float64
	count   int64
	raster  *canvas.Raster
	ring    *canvas.Rectangle
}

// New returns an empty relief. It asks for the style each time it draws; the style's scale is replaced by that of the canvas.
func New(style func() plot.Style) *Relief {
	r := &Relief{style: style, scale: 1, ring: canvas.NewRectangle(color.Transparent), pointer: nowhere}
	r.raster = canvas.NewRaster(r.draw)
	r.raster.ScaleMode = canvas.ImageScalePixels
	r.ExtendBaseWidget(r)
	return r
}

var nowhere = fyne.NewPos(-1e6, -1e6)

// Scene returns the scene shown.
func (r *Relief) Scene() relief.Scene { return r.scene }

// SetScene shows a scene; nothing is told to anyone, and an equal scene costs nothing. What the scene's slices and pointers lead
// to must not be changed afterwards. While its camera moves the picture is made quickly, and finely once that rests.
func (r *Relief) SetScene(s relief.Scene) {
	s.Coarse = r.scene.Coarse
	if s.Camera != r.scene.Camera && r.scene.Map.Field != nil {
		s.Coarse = true
		r.restLater()
	}
	if s.Camera == r.scene.Camera && s.Bare == r.scene.Bare && graphic.SameScene(s.Map, r.scene.Map) {
		return
	}
	if r.drag.kind != turning && r.drag.kind != panning {
		r.asked = s.Camera
	}
	r.scene = s
	r.raster.Refresh()
}

// restLater makes the picture finely once the camera has been the same for a while.
func (r *Relief) restLater() {
	if r.rest != nil {
		r.rest()
	}
	r.rest = gesture.After(calm, func() {
		r.rest = nil
		if r.drag.kind == turning || r.drag.kind == panning {
			r.restLater() // the hand rests, but may go on
			return
		}
		r.scene.Coarse = false
		r.raster.Refresh()
	})
}

// Pictures is how many pictures it has drawn so far: for whoever measures the frames that reach the screen.
func (r *Relief) Pictures() int64 { return r.count }

// Drawn is the size of the last picture, in device pixels; 0 before there is one.
func (r *Relief) Drawn() (w, h int) { return r.size.X, r.size.Y }

// draw is the raster's generator: w by h device pixels.
func (r *Relief) draw(w, h int) image.Image {
	if w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rectangle{})
	}
	r.scale = float64(w) / float64(max(r.Size().Width, 1))
	if size := image.Pt(w, h); r.size != size {
		r.size = size
		scale := r.scale
		// Painting is no time to change things: the answer is likely to be a new scene.
		fyne.Do(func() {
			if r.OnResize != nil {
				r.OnResize(w, h, scale)
			}
		})
	}
	style := r.style()
	style.Scale = r.scale
	r.count++
	picture := kit.Scratch(w, h)
	r.painter.Draw(picture, r.scene, style)
	return picture
}

// Solid tells that nothing is seen through its picture.
func (r *Relief) Solid() bool { return true }

// CreateRenderer is called by Fyne.
func (r *Relief) CreateRenderer() fyne.WidgetRenderer {
	r.refresh()
	return &kit.Parts{
		Drawn: []fyne.CanvasObject{r.raster, r.ring},
		Least: func() fyne.Size { return fyne.NewSquareSize(leastSize) },
		Arrange: func(size fyne.Size) {
			kit.Place(r.raster, 0, 0, size.Width, size.Height)
			kit.Place(r.ring, 0, 0, size.Width, size.Height)
		},
		Paint:  func() { r.refresh(); r.raster.Refresh() },
		Forget: func() { r.painter = relief.Painter{} },
	}
}

func (r *Relief) refresh() {
	kit.PaintRect(r.ring, color.Transparent, skin.Ink(r, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(r.ring, r.focused && !r.pressed)
}

// pixels is a position in the picture.
func (r *Relief) pixels(at fyne.Position) plot.Vec {
	return plot.Vec{X: float64(at.X) * r.scale, Y: float64(at.Y) * r.scale}
}

// ground is the point of the surface under a position.
func (r *Relief) ground(at fyne.Position) (plot.Point, bool) {
	return r.painter.At(r.scene, r.pixels(at), r.size.X, r.size.Y)
}

// near tells whether a point of the plane is seen within so many units of a position, and how far off.
func (r *Relief) near(p plot.Point, at fyne.Position, reach float64) (float64, bool) {
	seen, ok := r.painter.Spot(r.scene, p, r.size.X, r.size.Y)
	off := seen.Sub(r.pixels(at)).Len() / r.scale
	if !ok || off > reach {
		return 0, false
	}
	_, hidden, _ := r.painter.Place(r.scene, p, r.size.X, r.size.Y)
	return off, !hidden
}

// How near to what can be taken hold of the pointer is on it, in units: as on a map.
const (
	handleReach = 12
	markReach   = 14
	snapReach   = 28
)

// under says what lies under a position; ok is false beside the surface.
func (r *Relief) under(at fyne.Position) (p graphic.Press, ok bool) {
	p.Handle = -1
	if p.At, ok = r.ground(at); !ok {
		return p, false
	}
	for i, h := range r.scene.Map.Handles {
		if _, on := r.near(h.At, at, handleReach); on && (p.Handle < 0 || h.Chosen && !r.scene.Map.Handles[p.Handle].Chosen) {
			p.Handle = i
		}
	}
	p.Mark, p.Near = r.markAt(at, markReach), r.markAt(at, snapReach)
	p.Held = p.At
	if p.Handle >= 0 {
		p.Held = r.scene.Map.Handles[p.Handle].At
	} else if start := r.scene.Map.Start; start != nil {
		if _, p.Start = r.near(*start, at, handleReach); p.Start {
			p.Held = *start
		}
	}
	return p, true
}

// markAt is the mark within so many units of a position, the nearest one if there are several.
func (r *Relief) markAt(at fyne.Position, reach float64) (found *plot.Mark) {
	for i := range r.scene.Map.Marks {
		if off, on := r.near(r.scene.Map.Marks[i].At, at, reach); on {
			found, reach = &r.scene.Map.Marks[i], off
		}
	}
	return found
}

// Cursor is a cross on the surface, and a hand where something can be taken hold of or picked.
func (r *Relief) Cursor() desktop.Cursor {
	switch {
	case r.drag.kind == turning || r.part(r.pointer) != relief.NoPart:
		return desktop.PointerCursor
	case r.drag.kind == panning:
		return desktop.DefaultCursor
	}
	p, on := r.under(r.pointer)
	switch dragging := r.drag.kind == using; {
	case (on || dragging) && r.Tool != nil && r.Tool.Hand(p, dragging):
		return desktop.PointerCursor
	case on:
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// part is the part of the gizmo at a position.
func (r *Relief) part(at fyne.Position) relief.Part {
	return r.scene.PartAt(r.pixels(at), r.size.X, r.size.Y, r.scale)
}

// FocusGained shows the ring, if the focus has come with the keyboard.
func (r *Relief) FocusGained() { r.focused = true; r.refresh() }

// FocusLost hides it.
func (r *Relief) FocusLost() { r.focused, r.pressed = false, false; r.refresh() }

// Steps of the keys and of the wheel.
const (
	turnKey    = 5    // degrees
	nudgeKey   = 0.01 // of the view, that Shift and an arrow move the start by
	zoomNotch  = 1.15
	highNotch  = 1.1
	turnPerPx  = 0.4 // degrees a unit of a drag
	tiltPerPx  = 0.3
	gizmoTurns = 1.2 // degrees a unit, on the gizmo
)

// TypedKey turns with the arrow keys, raises heights with PageUp and PageDown, and hands all other keys on.
func (r *Relief) TypedKey(ev *fyne.KeyEvent) {
	r.pressed = false
	r.refresh()
	shift := gesture.Modifiers()&fyne.KeyModifierShift != 0
	arrow := func(dx, dy float64) {
		switch {
		case !shift:
			r.ask(r.asked.Turned(dx*turnKey, dy*turnKey), true)
		case r.OnNudge != nil:
			r.OnNudge(dx*nudgeKey, dy*nudgeKey)
		}
	}
	switch ev.Name {
	case fyne.KeyLeft:
		arrow(-1, 0)
	case fyne.KeyRight:
		arrow(1, 0)
	case fyne.KeyDown:
		arrow(0, -1)
	case fyne.KeyUp:
		arrow(0, 1)
	case fyne.KeyPageUp:
		r.raise(1)
	case fyne.KeyPageDown:
		r.raise(-1)
	default:
		if r.OnKey != nil {
			r.OnKey(ev)
			return
		}
		gesture.PassKey(r, ev)
	}
}

// TypedRune zooms with + and -, and hands what else is typed on.
func (r *Relief) TypedRune(char rune) {
	middle := plot.Vec{X: float64(r.size.X) / 2, Y: float64(r.size.Y) / 2}
	switch char {
	case '+', '=':
		r.zoom(1, middle)
	case '-':
		r.zoom(-1, middle)
	default:
		if r.OnRune != nil {
			r.OnRune(char)
			return
		}
		gesture.PassRune(r, char)
	}
}

// raise makes heights greater by so many notches.
func (r *Relief) raise(notches float64) {
	c := r.asked
	c.Height *= math.Pow(highNotch, notches)
	r.ask(c.Limited(), true)
}

func (r *Relief) zoom(notches float64, at plot.Vec) {
	r.ask(r.asked.Zoomed(math.Pow(zoomNotch, notches), at, r.size.X, r.size.Y), true)
}

// ask asks for a camera.
func (r *Relief) ask(c relief.Camera, done bool) {
	r.asked = c
	if r.OnCamera != nil {
		r.OnCamera(c, done)
	}
}
