// Package turntable is the widget that shows a relief: the mouse and the keys turn, tilt and zoom it, and do on its surface what
// they do on a map.
package turntable

import (
	"image"
	"math"
	"time"

	"descentlab/internal/say"
	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
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

// calm is how long there is no other camera before the picture is made finely.
const calm = 180 * time.Millisecond

// A Relief shows a scene and reports what is done on it. It changes nothing by itself: a gesture is answered by a new scene.
type Relief struct {
	graphic.Easel

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
	scene   relief.Scene
	asked   relief.Camera // the camera last shown or asked for: gestures of one frame add up

	drag    drag
	pointer fyne.Position
	rest    func()
	painter relief.Painter
}

// New returns an empty relief. It asks for the style each time it draws; the style's scale is replaced by that of the canvas.
func New(style func() plot.Style) *Relief {
	r := &Relief{pointer: gesture.Nowhere}
	r.Set(r, style, graphic.Painter{
		Draw:   func(dst *image.RGBA, st plot.Style) { r.painter.Draw(dst, r.scene, st) },
		Forget: func() { r.painter = relief.Painter{} },
	}, gesture.Hand{Begin: r.begin, Move: r.move, End: r.end, Hover: r.hover})
	return r
}

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
	r.Redraw()
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
		r.Redraw()
	})
}

// ground is the point of the surface under a position.
func (r *Relief) ground(at fyne.Position) (plot.Point, bool) {
	w, h := r.Drawn()
	return r.painter.At(r.scene, r.Pixels(at), w, h)
}

// near tells whether a point of the plane is seen within so many units of a position, and how far off.
func (r *Relief) near(p plot.Point, at fyne.Position, reach float64) (float64, bool) {
	w, h := r.Drawn()
	seen, ok := r.painter.Spot(r.scene, p, w, h)
	off := seen.Sub(r.Pixels(at)).Len() / r.Scale()
	if !ok || off > reach {
		return 0, false
	}
	_, hidden, _ := r.painter.Place(r.scene, p, w, h)
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
	w, h := r.Drawn()
	return r.scene.PartAt(r.Pixels(at), w, h, r.Scale())
}

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

// Keys tells what the keys do.
func (r *Relief) Keys() string {
	hint := say.T("← → ↑ ↓: turn it · PageUp PageDown: higher or lower")
	if r.OnNudge != nil {
		hint += say.T(" · Shift and an arrow: the start")
	}
	return hint
}

// TypedKey turns with the arrow keys, raises heights with PageUp and PageDown, and hands all other keys on.
func (r *Relief) TypedKey(ev *fyne.KeyEvent) {
	if r.Uses(ev) {
		return
	}
	r.Keyed()
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
		r.Pass(ev)
	}
}

// TypedRune zooms with + and -, and hands what else is typed on.
func (r *Relief) TypedRune(char rune) {
	w, h := r.Drawn()
	middle := plot.Vec{X: float64(w) / 2, Y: float64(h) / 2}
	switch char {
	case '+', '=':
		r.zoom(1, middle)
	case '-':
		r.zoom(-1, middle)
	default:
		r.Easel.TypedRune(char)
	}
}

// raise makes heights greater by so many notches.
func (r *Relief) raise(notches float64) {
	c := r.asked
	c.Height *= math.Pow(highNotch, notches)
	r.ask(c.Limited(), true)
}

func (r *Relief) zoom(notches float64, at plot.Vec) {
	w, h := r.Drawn()
	r.ask(r.asked.Zoomed(math.Pow(zoomNotch, notches), at, w, h), true)
}

// ask asks for a camera.
func (r *Relief) ask(c relief.Camera, done bool) {
	r.asked = c
	if r.OnCamera != nil {
		r.OnCamera(c, done)
	}
}
