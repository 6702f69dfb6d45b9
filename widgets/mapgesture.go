package widgets

import (
	"math"

	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	handleReach = 12   // units round the start that count as its handle
	markReach   = 10   // units round a mark that count as it
	snapReach   = 28   // units round a mark from which the start snaps onto it
	zoomFactor  = 1.15 // of one notch of the wheel
	zoomRange   = 1e9  // the view is at most this much larger or smaller than the first one
)

// dragKind says what a pressed button does on the map.
type dragKind int

const (
	idle dragKind = iota
	draggingStart
	draggingView
	draggingHandle
	painting
)

// mapDrag is a press on the map until its release.
type mapDrag struct {
	kind   dragKind
	button desktop.MouseButton
	from   fyne.Position // where the button went down
	last   fyne.Position // where the pointer was seen last
	moved  bool          // further than a click may
	told   bool          // something was reported, so that a last word is due
	double bool          // the second press of a double click

	grab   fyne.Delta // pointer minus handle of the start, when it was taken hold of
	set    bool       // a start was reported since the last press that was no second one
	handle int        // of the scene, that is dragged
	mark   *plot.Mark // that the button went down on
	erase  bool       // painting rubs out
	view   plot.Rect  // the view at the press
}

func (d *mapDrag) panning() bool { return d.kind == draggingView }

// MouseDown begins a gesture. Fyne reports drags of the primary and the middle button by Dragged and those of the right one by MouseMoved.
func (m *Map) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
	if m.drag.kind != idle {
		return // a second button in the middle of a drag
	}
	m.begin(ev.Position, ev.Button, ev.Modifier)
}

func (m *Map) begin(at fyne.Position, button desktop.MouseButton, held fyne.KeyModifier) {
	m.drag = mapDrag{kind: draggingView, button: button, from: at, last: at, view: m.view, set: m.drag.set}
	if m.OnPaint != nil && button != desktop.MouseButtonTertiary && held&fyne.KeyModifierShift == 0 {
		m.drag.kind, m.drag.erase = painting, button == desktop.MouseButtonSecondary || held&snapKeys != 0
		m.tellPaint(at, false)
		return
	}
	if button != desktop.MouseButtonPrimary || held&fyne.KeyModifierShift != 0 {
		return
	}
	if i := m.handleAt(at); i >= 0 && m.OnHandle != nil {
		m.hold(i, at)
		return
	}
	if m.OnPlace != nil && !m.onHandle(at) {
		m.drag.kind = idle
		if i := m.OnPlace(m.world(at)); i >= 0 {
			m.drag.kind, m.drag.handle = draggingHandle, i
		}
		return
	}
	m.drag.kind = draggingStart
	if m.drag.double = m.clicks.double(at); !m.drag.double {
		m.drag.set = false
		if m.OnPress != nil {
			m.OnPress()
		}
	}
	if held&snapKeys != 0 {
		if mark := m.markAt(at, snapReach); mark != nil {
			m.drag.kind = idle
			m.snap(mark.At)
			return
		}
	}
	m.drag.mark = m.markAt(at, markReach)
	handle, ok := m.handle()
	switch {
	case ok && near(at, handle, handleReach):
		m.drag.grab = fyne.NewDelta(at.X-handle.X, at.Y-handle.Y)
	case m.drag.double || m.drag.mark != nil: // whether it is a drag will be seen
	default:
		m.pick(nil)
		m.tellStart(at, false)
	}
}

// hold takes hold of a handle.
func (m *Map) hold(i int, at fyne.Position) {
	where := m.position(m.scene.Handles[i].At)
	m.drag.kind, m.drag.handle = draggingHandle, i
	m.drag.grab = fyne.NewDelta(at.X-where.X, at.Y-where.Y)
	m.tellHandle(at.SubtractXY(m.drag.grab.DX, m.drag.grab.DY), false)
}

func (m *Map) tellHandle(at fyne.Position, done bool) {
	if m.OnHandle != nil {
		m.OnHandle(m.drag.handle, m.world(at), done)
	}
}

func (m *Map) tellPaint(at fyne.Position, done bool) {
	if m.OnPaint != nil {
		m.OnPaint(m.world(at), m.drag.erase, done)
	}
}

// snapKeys set the start exactly onto a mark, or turn painting into rubbing out.
const snapKeys = fyne.KeyModifierControl | fyne.KeyModifierSuper | fyne.KeyModifierAlt

// snap reports a start exactly on a place.
func (m *Map) snap(at plot.Point) {
	m.drag.set = true
	if m.OnStart != nil {
		m.OnStart(at, true)
	}
}

func (m *Map) pick(mark *plot.Mark) {
	if m.OnPick != nil {
		m.OnPick(mark)
	}
}

// move follows the pointer in the middle of a gesture.
func (m *Map) move(at fyne.Position) {
	d := &m.drag
	d.last = at
	if d.kind == painting {
		m.tellPaint(at, false)
		return
	}
	if !d.moved {
		if near(at, d.from, clickSlack) {
			return
		}
		d.moved = true
		m.clicks.forget()
	}
	if d.panning() {
		m.tellView(pan(d.view, at.Subtract(d.from), m.Size()), false)
		return
	}
	if d.kind == draggingHandle {
		m.tellHandle(at.SubtractXY(d.grab.DX, d.grab.DY), false)
		return
	}
	m.tellStart(at.SubtractXY(d.grab.DX, d.grab.DY), false)
}

// end finishes the gesture where the pointer was seen last.
func (m *Map) end() {
	d := m.drag
	m.drag = mapDrag{set: d.set, handle: d.handle, erase: d.erase}
	switch {
	case d.kind == painting:
		m.tellPaint(d.last, true)
	case d.kind == draggingHandle:
		at := d.from
		if d.moved {
			at = d.last
		}
		m.tellHandle(at.SubtractXY(d.grab.DX, d.grab.DY), true)
	case d.kind == draggingView && d.told:
		m.tellView(pan(d.view, d.last.Subtract(d.from), m.Size()), true)
	case d.kind == draggingStart && d.double && !d.moved:
		m.restore(d.set)
	case d.kind == draggingStart && d.mark != nil && !d.moved:
		m.pick(d.mark)
	case d.kind == draggingStart && d.told:
		at := d.from
		if d.moved {
			at = d.last.SubtractXY(d.grab.DX, d.grab.DY)
		}
		m.tellStart(at, true)
	}
}

// restore reports a double click. If the first of the two clicks has set a start, that is taken back.
func (m *Map) restore(set bool) {
	if set && m.OnRetract != nil {
		m.OnRetract()
	}
	if m.OnRestore != nil {
		m.OnRestore()
	}
}

func (m *Map) tellStart(at fyne.Position, done bool) {
	m.drag.told, m.drag.set = true, true
	if m.OnStart != nil {
		m.OnStart(m.world(at), done)
	}
}

func (m *Map) tellView(v plot.Rect, done bool) {
	m.drag.told = true
	m.view = v
	if m.OnView != nil {
		m.OnView(v, done)
	}
}

// MouseUp ends the gesture of the button that went up.
func (m *Map) MouseUp(ev *desktop.MouseEvent) {
	if m.drag.kind != idle && ev.Button == m.drag.button {
		m.end()
	}
}

// Dragged follows a drag. One that no press announced (a finger's) begins here.
func (m *Map) Dragged(ev *fyne.DragEvent) {
	if m.drag.kind == idle {
		m.begin(ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY), desktop.MouseButtonPrimary, 0)
	}
	m.move(ev.Position)
	m.hover(ev.Position)
}

// DragEnd ends a drag that no release has ended.
func (m *Map) DragEnd() {
	if m.drag.kind != idle {
		m.end()
	}
}

// MouseIn tells where the pointer came in.
func (m *Map) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved tells where the pointer is, and carries drags of the right button.
func (m *Map) MouseMoved(ev *desktop.MouseEvent) {
	switch {
	case m.drag.kind == idle:
	case ev.Button&m.drag.button == 0:
		m.end() // it was released where the map did not hear of it
	default:
		m.move(ev.Position)
	}
	m.hover(ev.Position)
}

// MouseOut tells that the pointer has left. A drag of the right button ends here, for its release would be told to whatever lies there.
func (m *Map) MouseOut() {
	if m.drag.kind != idle && m.drag.button == desktop.MouseButtonSecondary {
		m.end()
	}
	m.pointer = fyne.NewPos(-1e6, -1e6)
	if m.OnHover != nil {
		m.OnHover(plot.Point{}, false)
	}
}

func (m *Map) hover(at fyne.Position) {
	m.pointer = at
	if m.OnHover != nil {
		m.OnHover(m.world(at), true)
	}
}

// Scrolled zooms about the pointer, by zoomFactor for each notch upwards and in proportion for a trackpad, unless it is for a
// handle or a brush.
func (m *Map) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY == 0 || m.view == (plot.Rect{}) {
		return
	}
	if m.OnPaint != nil && m.OnBrush != nil && modifiers()&fyne.KeyModifierShortcutDefault == 0 {
		m.OnBrush(float64(ev.Scrolled.DY) / wheelNotch)
		return
	}
	if i := m.handleAt(ev.Position); i >= 0 && m.OnTurn != nil {
		m.OnTurn(i, float64(ev.Scrolled.DY)/wheelNotch)
		return
	}
	factor := math.Pow(zoomFactor, -float64(ev.Scrolled.DY)/wheelNotch)
	size := m.Size()
	v := zoom(m.view, factor, float64(ev.Position.X/size.Width), float64(ev.Position.Y/size.Height))
	if m.zoomable(v) {
		m.tellView(v, true)
	}
}

// zoomable tells whether a view is within the limits of zoom, and its places can still be told apart in floating point.
func (m *Map) zoomable(v plot.Rect) bool {
	fits := func(lo, hi, home float64) bool {
		span, far := hi-lo, math.Max(math.Abs(lo), math.Abs(hi))
		return span > home/zoomRange && span < home*zoomRange && span > 1e-11*far
	}
	return fits(v.X0, v.X1, m.home.X1-m.home.X0) && fits(v.Y0, v.Y1, m.home.Y1-m.home.Y0)
}

// zoom scales a view about the place at the fractions fx from the left and fy from the top.
func zoom(v plot.Rect, factor, fx, fy float64) plot.Rect {
	x, y := v.X0+fx*(v.X1-v.X0), v.Y1-fy*(v.Y1-v.Y0)
	return plot.Rect{
		X0: x + (v.X0-x)*factor, X1: x + (v.X1-x)*factor,
		Y0: y + (v.Y0-y)*factor, Y1: y + (v.Y1-y)*factor,
	}
}

// pan shifts a view so that what was under the pointer stays under it when it has moved by d on a map of the given size.
func pan(v plot.Rect, d fyne.Position, size fyne.Size) plot.Rect {
	dx := -float64(d.X/size.Width) * (v.X1 - v.X0)
	dy := float64(d.Y/size.Height) * (v.Y1 - v.Y0)
	return plot.Rect{X0: v.X0 + dx, X1: v.X1 + dx, Y0: v.Y0 + dy, Y1: v.Y1 + dy}
}
