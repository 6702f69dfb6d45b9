package graphic

import (
	"descentlab/internal/say"
	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
)

// nudging is how far an arrow moves the start, and aside how far it moves the window of a map that has no start to be moved, as
// parts of the window; with Shift ten times as far. zooming is how much smaller + makes it.
const (
	nudging = 1.0 / 200
	aside   = 1.0 / 20
	zooming = 1.25
)

// arrows are the directions of the arrow keys.
var arrows = map[fyne.KeyName][2]float64{
	fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyDown: {0, -1}, fyne.KeyUp: {0, 1},
}

// TypedKey nudges the start with the arrow keys, or moves the window, and hands all other keys on.
func (m *Map) TypedKey(ev *fyne.KeyEvent) {
	if m.Uses(ev) {
		return
	}
	m.Keyed()
	by, is := arrows[ev.Name]
	times := 1.0
	if shifted() {
		times = 10
	}
	switch {
	case !is:
		m.Pass(ev)
	case m.OnNudge != nil:
		m.OnNudge(by[0]*nudging*times, by[1]*nudging*times)
	case m.looks():
		v := m.view
		dx, dy := by[0]*aside*times*(v.X1-v.X0), by[1]*aside*times*(v.Y1-v.Y0)
		v.X0, v.X1, v.Y0, v.Y1 = v.X0+dx, v.X1+dx, v.Y0+dy, v.Y1+dy
		m.tellView(v, true)
	}
}

// TypedRune zooms with + and -, and shows with 0 what was shown at first, where no other keys of the window do that.
func (m *Map) TypedRune(r rune) {
	middle := plot.Point{X: (m.view.X0 + m.view.X1) / 2, Y: (m.view.Y0 + m.view.Y1) / 2}
	switch {
	case !m.looks():
		m.Easel.TypedRune(r)
	case r == '+', r == '=':
		m.Magnify(middle, zooming)
	case r == '-':
		m.Magnify(middle, 1/zooming)
	case r == '0' && m.OnRestore != nil:
		m.OnRestore()
	default:
		m.Easel.TypedRune(r)
	}
}

// looks tells whether keys move the window: where they move nothing else, and mouse and wheel do.
func (m *Map) looks() bool {
	return m.Use == nil && m.OnNudge == nil && m.OnView != nil && m.view != (plot.Rect{})
}

// Keys tells what the keys do, for whoever comes to the map by them.
func (m *Map) Keys() string {
	switch {
	case m.Tabs != nil:
		return say.T("Tab: from point to point · ← → ↑ ↓: along and across the slope · Enter: start there")
	case m.OnNudge != nil:
		return say.T("← → ↑ ↓: the start · Shift: ten times as far")
	case m.OnView != nil:
		return say.T("← → ↑ ↓: the window · + −: nearer or farther · 0: as at first")
	}
	return ""
}
