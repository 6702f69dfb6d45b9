package maps

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// A cell is one map with its heading.
type cell struct {
	m     *graphic.Map
	block *block // the relief in its place; nil before there is one
	head  *heading
	band  *canvas.Rectangle // below a heading that lies over the map
	box   *fyne.Container
	racer int // index in the tape's document; -1: all racers
	diff  difference
}

// viewEdit is the key of zooming and panning.
const viewEdit = "view"

func (p *Pane) newCell() *cell {
	c := &cell{head: newHeading(p.desk), band: canvas.NewRectangle(color.Transparent), racer: -1}
	c.m = p.newMap(c)
	c.head.title.SetHint(words.T("A click lets it stand out everywhere, another one no longer"))
	c.head.title.OnTapped = func() {
		if slot, many := p.racerOf(c); many {
			p.desk.Lab().Look(func(v *lab.View) { v.Pin(slot) })
		}
	}
	c.head.title.OnHover = func(over bool) {
		if slot, many := p.racerOf(c); many {
			p.desk.Lab().Look(func(v *lab.View) { v.PointAt(slot, over) })
		}
	}
	c.box = container.New(cellLayout{c}, c.m, c.band, c.head.box)
	return c
}

// A cellLayout puts the heading above the map. That of a map for all comes and goes with the colours of its ground: it lies over
// the map, which stays where it is.
type cellLayout struct{ cell *cell }

// bandInset is the room beside a heading that lies over the map.
const bandInset = 8

// Layout places them.
func (l cellLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c, high, over := l.cell, float32(0), l.cell.racer < 0
	layout.SetShown(c.band, over && c.head.box.Visible())
	if c.head.box.Visible() {
		high = c.head.box.MinSize().Height
	}
	inset, top := float32(0), high
	if over {
		inset, top = bandInset, 0
	}
	kit.Place(c.band, 0, 0, size.Width, high)
	kit.Place(c.head.box, inset, 0, max(size.Width-2*inset, 0), high)
	kit.Place(c.m, 0, top, size.Width, max(size.Height-top, 0))
	if c.block != nil {
		kit.Place(c.block.Relief, 0, 0, size.Width, size.Height)
		under := float32(controlsInset)
		if c.head.box.Visible() {
			under += high
		}
		kit.Place(c.block.controls, controlsInset, under, size.Width-2*controlsInset, c.block.controls.MinSize().Height)
	}
}

// MinSize is that of the map and the heading.
func (l cellLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	size := l.cell.m.MinSize()
	if l.cell.racer >= 0 {
		size.Height += l.cell.head.box.MinSize().Height
	}
	return size
}

// newMap makes the map of a cell, whose gestures edit the document.
func (p *Pane) newMap(c *cell) *graphic.Map {
	m := graphic.NewMap(p.desk.Style)
	m.OnView = func(v plot.Rect, done bool) {
		p.edit(viewEdit, func(e *setup.Experiment) { e.View = v })
		if done {
			p.desk.SealLater(viewEdit)
		}
	}
	m.OnRestore = func() { p.restore(c) }
	m.OnNudge = p.nudge
	m.Use, m.Tabs, m.OnMenu = p.use, p.tabs, p.pressed
	m.OnHover = func(at plot.Point, inside bool) { p.hovered(c, at, inside) }
	m.OnResize = func(w, h int, _ float64) { p.resized(m, w, h) }
	m.OnKey, m.OnRune = p.desk.Key, p.desk.Rune
	m.Tool = p.tool()
	return m
}

// nudge moves the start by parts of the window.
func (p *Pane) nudge(dx, dy float64) {
	p.edit("nudge", func(e *setup.Experiment) {
		e.Start.X += dx * (e.View.X1 - e.View.X0)
		e.Start.Y += dy * (e.View.Y1 - e.View.Y0)
	})
}

// edit changes the document; what is wrong with the change is said over the maps.
func (p *Pane) edit(key string, f func(*setup.Experiment)) { p.desk.Edit(key, f) }

// restore answers a double click: the home window again, or, of many maps, this one alone.
func (p *Pane) restore(c *cell) {
	slot, many := p.racerOf(c)
	p.edit("", func(e *setup.Experiment) {
		if many {
			e.Look.SideBySide = false
		} else {
			e.View = e.Home
		}
	})
	if many {
		p.desk.Lab().Look(func(v *lab.View) { v.Racer = slot })
	}
}

// racerOf is the slot of the racer that a cell belongs to, if it is one of several maps; -1 else.
func (p *Pane) racerOf(c *cell) (slot int, many bool) {
	if doc := &p.state.TapeDoc; len(p.cells) > 1 && c.racer >= 0 && c.racer < len(doc.Racers) {
		return doc.Racers[c.racer].Slot, true
	}
	return -1, false
}

// nearReach is how near to a place the pointer is on it, in units of the window.
const nearReach = 14

// hovered looks at what is under the pointer: of several maps also at the racer of the one that it is on.
func (p *Pane) hovered(c *cell, at plot.Point, inside bool) {
	p.walk.on = false
	hover, cross := "", (*plot.Point)(nil)
	slot, many := p.racerOf(c)
	if inside {
		cross = &at
		if place := p.placeNear(at); place != nil {
			hover = place.Name
		}
	} else {
		slot = -1
	}
	stage := p.stageNear(at, inside)
	p.desk.Lab().Look(func(v *lab.View) {
		v.Cross, v.Hover, v.Inside.Stage = cross, hover, stage
		if many {
			v.Racer = slot
		}
	})
}

// placeNear is the place within a few pixels of a point.
func (p *Pane) placeNear(at plot.Point) *lab.Place {
	if p.state.Field == nil || p.w == 0 {
		return nil
	}
	unit, _ := p.units()
	return lab.Nearest(p.state.Field.Places, at, nearReach*unit)
}
