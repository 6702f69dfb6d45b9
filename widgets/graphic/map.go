// Package graphic holds the widgets that show pictures made by package plot: the map with its gestures and tools, charts,
// curves, equations, legends and the table.
package graphic

import (
	"image"
	"image/color"
	"math"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const mapMinSize = 120

var (
	_ fyne.Widget        = (*Map)(nil)
	_ fyne.Draggable     = (*Map)(nil)
	_ fyne.Scrollable    = (*Map)(nil)
	_ fyne.Focusable     = (*Map)(nil)
	_ desktop.Mouseable  = (*Map)(nil)
	_ desktop.Hoverable  = (*Map)(nil)
	_ desktop.Cursorable = (*Map)(nil)
)

// A Map shows a scene and reports what the mouse and the keyboard do on it. It changes nothing by itself: a gesture is
// answered by a new scene.
type Map struct {
	widget.BaseWidget

	// Tool is what presses and the wheel do beside moving the window; nil: nothing.
	Tool Tool
	// OnRestore tells of a double click, unless the tool has another use for it.
	OnRestore func()
	// OnView asks for another window: the wheel zooms about the pointer, a drag with the right or middle button, or with
	// shift and the primary one, pans. done is false in the middle of a drag.
	OnView func(v plot.Rect, done bool)
	// OnHover tells where the pointer is; inside is false when it has left the map.
	OnHover func(p plot.Point, inside bool)
	// OnNudge tells of an arrow key: fractions of the view's width and height to move the start by, Y upwards.
	OnNudge func(dx, dy float64)
	// OnResize tells of another size of the picture, in device pixels, and of the device pixels per unit. It is called
	// after the frame in which the size was found out, not while painting.
	OnResize func(w, h int, scale float64)
	// OnKey and OnRune get the keys that the focused map has no use for. If they are nil, the window's own handlers do.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)

	style func() plot.Style
	scene plot.Scene
	home  plot.Rect // the first window shown: the measure for the limits of zoom
	view  plot.Rect // the window last shown or asked for: gestures of one frame add up

	drag    mapDrag
	clicks  gesture.Clicks
	pointer fyne.Position
	focused bool
	pressed bool // the focus has come with a press of the mouse: no ring says where the keys go

	painter raster.Painter
	drawn   image.Point // the size of the picture, in device pixels
	count   int64
	raster  *canvas.Raster
	ring    *canvas.Rectangle
}

// NewMap returns an empty map. It asks for the style each time it draws; the style's scale is replaced by that of the canvas.
func NewMap(style func() plot.Style) *Map {
	m := &Map{style: style, ring: canvas.NewRectangle(color.Transparent)}
	m.raster = canvas.NewRaster(m.draw)
	m.raster.ScaleMode = canvas.ImageScalePixels
	m.ExtendBaseWidget(m)
	return m
}

// Scene returns the scene shown.
func (m *Map) Scene() plot.Scene { return m.scene }

// SetScene shows a scene; nothing is told to anyone, and an equal scene costs nothing. What the scene's slices and pointers lead
// to must not be changed afterwards.
func (m *Map) SetScene(s plot.Scene) {
	if SameScene(s, m.scene) {
		return
	}
	if m.home == (plot.Rect{}) {
		m.home = s.View
	}
	if !m.drag.panning() || s.View != m.scene.View {
		m.view = s.View
	}
	m.scene = s
	m.raster.Refresh()
}

// Pictures is how many pictures it has drawn so far: for whoever measures the frames that reach the screen.
func (m *Map) Pictures() int64 { return m.count }

// Drawn is the size of the last picture, in device pixels; 0 before there is one.
func (m *Map) Drawn() (w, h int) { return m.drawn.X, m.drawn.Y }

// draw is the raster's generator: w by h device pixels.
func (m *Map) draw(w, h int) image.Image {
	if w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rectangle{})
	}
	scale := float64(w) / float64(max(m.Size().Width, 1))
	if size := image.Pt(w, h); m.drawn != size {
		m.drawn = size
		// Painting is no time to change things: the answer is likely to be a new scene.
		fyne.Do(func() {
			if m.OnResize != nil {
				m.OnResize(w, h, scale)
			}
		})
	}
	style := m.style()
	style.Scale = scale
	m.count++
	picture := kit.Scratch(w, h)
	m.painter.Draw(picture, m.scene, style)
	return picture
}

// Solid tells that nothing is seen through its picture.
func (m *Map) Solid() bool { return true }

// CreateRenderer is called by Fyne.
func (m *Map) CreateRenderer() fyne.WidgetRenderer {
	m.refresh()
	return &kit.Parts{
		Drawn: []fyne.CanvasObject{m.raster, m.ring},
		Least: func() fyne.Size { return fyne.NewSquareSize(mapMinSize) },
		Arrange: func(size fyne.Size) {
			kit.Place(m.raster, 0, 0, size.Width, size.Height)
			kit.Place(m.ring, 0, 0, size.Width, size.Height)
		},
		Paint:  func() { m.refresh(); m.raster.Refresh() },
		Forget: func() { m.painter = raster.Painter{} },
	}
}

func (m *Map) refresh() {
	kit.PaintRect(m.ring, color.Transparent, skin.Ink(m, theme.ColorNamePrimary), skin.FocusRing)
	layout.SetShown(m.ring, m.focused && !m.pressed)
}

// world is the place under a position on the widget.
func (m *Map) world(at fyne.Position) plot.Point {
	size, v := m.Size(), m.scene.View
	return plot.Point{
		X: v.X0 + float64(at.X/size.Width)*(v.X1-v.X0),
		Y: v.Y1 - float64(at.Y/size.Height)*(v.Y1-v.Y0),
	}
}

// position is where a place is seen on the widget.
func (m *Map) position(p plot.Point) fyne.Position {
	size, v := m.Size(), m.scene.View
	return fyne.NewPos(
		float32((p.X-v.X0)/(v.X1-v.X0))*size.Width,
		float32((v.Y1-p.Y)/(v.Y1-v.Y0))*size.Height,
	)
}

// under says what lies under a position.
func (m *Map) under(at fyne.Position) Press {
	p := Press{At: m.world(at), Handle: m.handleAt(at), Mark: m.markAt(at, markReach), Near: m.markAt(at, snapReach)}
	p.Start = p.Handle < 0 && m.scene.Start != nil && gesture.Near(at, m.position(*m.scene.Start), handleReach)
	p.Held = p.At
	if held, ok := m.held(p); ok {
		p.Held = m.world(held)
	}
	return p
}

// held is where the handle that lies under a press is seen, if there is one.
func (m *Map) held(p Press) (at fyne.Position, ok bool) {
	switch {
	case p.Handle >= 0:
		return m.position(m.scene.Handles[p.Handle].At), true
	case p.Start:
		return m.position(*m.scene.Start), true
	}
	return fyne.Position{}, false
}

// handleAt is the handle at a position; -1 if there is none. The chosen ones are before the others.
func (m *Map) handleAt(at fyne.Position) int {
	found, chosen := -1, false
	for i, h := range m.scene.Handles {
		if gesture.Near(at, m.position(h.At), handleReach) && (found < 0 || h.Chosen && !chosen) {
			found, chosen = i, h.Chosen
		}
	}
	return found
}

// markAt is the mark within so many units of a position, the nearest one if there are several.
func (m *Map) markAt(at fyne.Position, reach float64) *plot.Mark {
	var found *plot.Mark
	for i := range m.scene.Marks {
		p := m.position(m.scene.Marks[i].At)
		if d := math.Hypot(float64(p.X-at.X), float64(p.Y-at.Y)); d <= reach {
			found, reach = &m.scene.Marks[i], d
		}
	}
	return found
}

// Cursor is a cross, or a hand where the tool says so.
func (m *Map) Cursor() desktop.Cursor {
	dragging := m.drag.kind == using
	if (dragging || m.drag.kind == idle) && m.Tool != nil && m.Tool.Hand(m.under(m.pointer), dragging) {
		return desktop.PointerCursor
	}
	return desktop.CrosshairCursor
}

// FocusGained shows the ring, if the focus has come with the keyboard.
func (m *Map) FocusGained() { m.focused = true; m.refresh() }

// FocusLost hides it.
func (m *Map) FocusLost() { m.focused, m.pressed = false, false; m.refresh() }

// TypedKey nudges the start with the arrow keys, ten times as far with shift, and hands all other keys on.
func (m *Map) TypedKey(ev *fyne.KeyEvent) {
	m.pressed = false
	m.refresh()
	step := 1.0 / 200
	if gesture.Modifiers()&fyne.KeyModifierShift != 0 {
		step *= 10
	}
	var dx, dy float64
	switch ev.Name {
	case fyne.KeyLeft:
		dx = -step
	case fyne.KeyRight:
		dx = step
	case fyne.KeyDown:
		dy = -step
	case fyne.KeyUp:
		dy = step
	default:
		if m.OnKey != nil {
			m.OnKey(ev)
		} else {
			gesture.PassKey(m, ev)
		}
		return
	}
	if m.OnNudge != nil {
		m.OnNudge(dx, dy)
	}
}

// TypedRune hands what is typed on.
func (m *Map) TypedRune(r rune) {
	if m.OnRune != nil {
		m.OnRune(r)
		return
	}
	gesture.PassRune(m, r)
}
