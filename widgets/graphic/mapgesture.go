package graphic

import (
	"math"

	"descentlab/widgets/gesture"
	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	handleReach = 12   // units round the start that count as its handle
	markReach   = 14   // units round a mark that count as it
	snapReach   = 28   // units round a mark from which the start snaps onto it
	zoomFactor  = 1.15 // of one notch of the wheel
	zoomRange   = 1e9  // the view is at most this much larger or smaller than the first one
)

// dragKind says what a pressed button does on the map.
type dragKind int

const (
	idle     dragKind = iota
	using             // the tool
	panning           // the window is moved
	clicking          // nothing, unless it is a double click
)

// mapDrag is a press on the map until its release.
type mapDrag struct {
	kind   dragKind
	tool   Tool       // that is being used
	use    Drag       // of it
	grab   fyne.Delta // pointer minus what it took hold of
	double bool       // the second press of a double click
	view   plot.Rect  // the view at the press
	told   bool       // another view was asked for, so that a last word is due
	press  Press      // what lay under it
}

func (d *mapDrag) panning() bool { return d.kind == panning }

// begin asks the tool whether it has a use for a press. The middle button, and shift, always pan.
func (m *Map) begin(at fyne.Position, button desktop.MouseButton, keys fyne.KeyModifier) {
	m.drag = mapDrag{kind: panning, view: m.view}
	if button == desktop.MouseButtonTertiary || keys&fyne.KeyModifierShift != 0 {
		return
	}
	p := m.under(at)
	p.Button, p.Keys = button, keys
	m.drag.press = p
	if p.Primary() {
		p.Double = m.Clicks.Double(at)
		m.drag.kind, m.drag.double = clicking, p.Double
	}
	if m.Tool == nil {
		return
	}
	if held, ok := m.held(p); ok {
		m.drag.grab = fyne.NewDelta(at.X-held.X, at.Y-held.Y)
	}
	otherwise := m.drag.kind
	m.drag.kind, m.drag.tool = using, m.Tool
	if m.drag.use = m.Tool.Press(p); m.drag.use == nil {
		m.drag.kind = otherwise
	}
}

// motion is where a gesture of the tool has come to.
func (m *Map) motion(d mapDrag) Motion {
	held := m.Last
	if !m.Moved {
		held = m.From
	}
	return Motion{At: m.world(m.Last), Held: m.world(held.SubtractXY(d.grab.DX, d.grab.DY)), Click: !m.Moved}
}

// move follows the pointer in the middle of a gesture.
func (m *Map) move() {
	d := &m.drag
	switch {
	case d.kind == using && d.tool == m.Tool:
		d.use.Move(m.motion(*d))
	case d.kind == panning && m.Moved:
		d.told = true
		m.tellView(pan(d.view, m.Last.Subtract(m.From), m.Size()), false)
	}
}

// end finishes the gesture where the pointer was seen last.
func (m *Map) end() {
	d := m.drag
	m.drag = mapDrag{}
	restore := d.kind == clicking && d.double && !m.Moved
	switch {
	case d.kind == using && d.tool == m.Tool:
		restore = d.use.End(m.motion(d))
	case d.kind == panning && d.told:
		m.tellView(pan(d.view, m.Last.Subtract(m.From), m.Size()), true)
	case d.kind == panning && !m.Moved && d.press.Button == desktop.MouseButtonSecondary && m.OnMenu != nil:
		m.OnMenu(d.press, fyne.CurrentApp().Driver().AbsolutePositionForObject(m).Add(m.From))
	}
	if restore && m.OnRestore != nil {
		m.OnRestore()
	}
}

func (m *Map) tellView(v plot.Rect, done bool) {
	m.view = v
	if m.OnView != nil {
		m.OnView(v, done)
	}
}

// hover tells where the pointer is, or that it has left.
func (m *Map) hover(at fyne.Position) {
	m.pointer = at
	switch {
	case m.OnHover == nil:
	case at == gesture.Nowhere:
		m.OnHover(plot.Point{}, false)
	default:
		m.OnHover(m.world(at), true)
	}
}

// Scrolled zooms about the pointer, by zoomFactor for each notch upwards and in proportion for a trackpad, unless the tool has
// a use for the wheel.
func (m *Map) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY == 0 || m.view == (plot.Rect{}) {
		return
	}
	notches := float64(ev.Scrolled.DY) / gesture.WheelNotch
	if m.Tool != nil {
		p := m.under(ev.Position)
		p.Keys = gesture.Modifiers()
		if m.Tool.Turn(p, notches) {
			return
		}
	}
	factor := math.Pow(zoomFactor, -notches)
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
