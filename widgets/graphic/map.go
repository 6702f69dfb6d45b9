// Package graphic holds the widgets that show pictures made by package plot: the map with its gestures and tools, charts,
// curves, equations, legends and the table.
package graphic

import (
	"image"
	"math"

	"descentlab/widgets/gesture"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

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
	Easel

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
	scene   plot.Scene
	home    plot.Rect // the first window shown: the measure for the limits of zoom
	view    plot.Rect // the window last shown or asked for: gestures of one frame add up

	drag    mapDrag
	pointer fyne.Position
	painter raster.Painter
}

// NewMap returns an empty map. It asks for the style each time it draws; the style's scale is replaced by that of the canvas.
func NewMap(style func() plot.Style) *Map {
	m := &Map{}
	m.Set(m, style, Painter{
		Draw:   func(dst *image.RGBA, st plot.Style) { m.painter.Draw(dst, m.scene, st) },
		Forget: func() { m.painter = raster.Painter{} },
	}, gesture.Hand{Begin: m.begin, Move: m.move, End: m.end, Hover: m.hover})
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
	m.Redraw()
}

// world is the place under a position on the widget.
func (m *Map) world(at fyne.Position) plot.Point {
	size, v := m.Size(), m.scene.View
	return plot.Point{
		X: v.X0 + float64(at.X/size.Width)*(v.X1-v.X0),
		Y: v.Y1 - float64(at.Y/size.Height)*(v.Y1-v.Y0),
	}
}

// Spot is where a place is seen in the window.
func (m *Map) Spot(p plot.Point) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(m).Add(m.position(p))
}

// Magnify asks for a window that is so many times smaller, about a place.
func (m *Map) Magnify(at plot.Point, times float64) {
	v := m.view
	if v == (plot.Rect{}) {
		return
	}
	v = zoom(v, 1/times, (at.X-v.X0)/(v.X1-v.X0), (v.Y1-at.Y)/(v.Y1-v.Y0))
	if m.zoomable(v) {
		m.tellView(v, true)
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
