package maps

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A cell is one map with its heading.
type cell struct {
	m     *graphic.Map
	head  *heading
	box   *fyne.Container
	racer int // index in the tape's document; -1: all racers
	diff  difference
}

// viewEdit is the key of zooming and panning.
const viewEdit = "view"

func (p *Pane) newCell() *cell {
	c := &cell{m: p.newMap(), head: newHeading(p.desk), racer: -1}
	c.box = container.NewBorder(c.head.box, nil, nil, nil, c.m)
	return c
}

// newMap makes a map whose gestures edit the document.
func (p *Pane) newMap() *graphic.Map {
	m := graphic.NewMap(p.desk.Style)
	m.OnView = func(v plot.Rect, done bool) {
		p.edit(viewEdit, func(e *setup.Experiment) { e.View = v })
		if done {
			p.desk.SealLater(viewEdit)
		}
	}
	m.OnRestore = func() { p.edit("", func(e *setup.Experiment) { e.View = e.Home }) }
	m.OnNudge = func(dx, dy float64) {
		p.edit("nudge", func(e *setup.Experiment) {
			e.Start.X += dx * (e.View.X1 - e.View.X0)
			e.Start.Y += dy * (e.View.Y1 - e.View.Y0)
		})
	}
	m.OnHover = p.hovered
	m.OnResize = func(w, h int, _ float64) { p.resized(m, w, h) }
	m.OnKey, m.OnRune = p.desk.Key, p.desk.Rune
	m.Tool = p.tool()
	return m
}

// edit changes the document; what is wrong with the change is said over the maps.
func (p *Pane) edit(key string, f func(*setup.Experiment)) { p.desk.Edit(key, f) }

// nearReach is how near to a place the pointer is on it, in units of the window.
const nearReach = 10

// hovered looks at what is under the pointer.
func (p *Pane) hovered(at plot.Point, inside bool) {
	hover, cross := "", (*plot.Point)(nil)
	if inside {
		cross = &at
		if place := p.placeNear(at); place != nil {
			hover = place.Name
		}
	}
	p.desk.Lab().Look(func(v *lab.View) { v.Cross, v.Hover = cross, hover })
}

// placeNear is the place within a few pixels of a point.
func (p *Pane) placeNear(at plot.Point) *lab.Place {
	if p.state.Field == nil || p.w == 0 {
		return nil
	}
	unit, _ := p.units()
	return lab.Nearest(p.state.Field.Places, at, nearReach*unit)
}
