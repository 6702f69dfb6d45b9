package maps

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

var _ desk.Commander = (*Pane)(nil)

// magnify is by how much a key zooms.
const magnify = 1.25

// Commands are those of the window of the maps, of the start, and of the place from which a relief is seen.
func (p *Pane) Commands() []desk.Command {
	view, start := words.T("View"), words.T("Start")
	zoom, walk := words.T("zoom the map, and back to the whole"), words.T("The map by keys")
	list := []desk.Command{
		{Name: words.T("See the whole map"), Group: view, Keys: []string{"0"}, Do: p.Home,
			Hint: words.T("see the whole map again, the relief as at first")},
		{Group: view, Hand: words.T("Wheel, double click"), Hint: zoom},
		{Name: words.T("Zoom in"), Group: view, Keys: []string{"+", "="}, Hint: zoom, Do: func() { p.magnify(p.here(), magnify) }},
		{Name: words.T("Zoom out"), Group: view, Keys: []string{"-"}, Hint: zoom, Do: func() { p.magnify(p.here(), 1/magnify) }},
		{Group: view, Hand: words.T("Arrows, + and −, PageUp and PageDown"),
			Hint: words.T("turn, zoom and raise the relief when it has been clicked")},
		{Name: words.T("Menu of the map"), Group: walk, Keys: []string{"Menu"}, Do: p.menuHere,
			Hint: words.T("what can be done at the cross (also Shift+F10)")},
		{Group: walk, Hand: words.T("Tab, Shift+Tab"), Hint: words.T("on the map: from point to point, then on to the next control")},
		{Group: walk, Hand: "↑  ·  ↓", Hint: words.T("the cross up or down the slope")},
		{Group: walk, Hand: "←  ·  →", Hint: words.T("the cross across the slope; with Shift all arrows as on paper")},
		{Group: walk, Hand: desk.KeyText("Enter"), Hint: words.T("start at the cross")},
	}
	for _, by := range []struct {
		key    string
		dx, dy float64
	}{{"Left", -1, 0}, {"Right", 1, 0}, {"Up", 0, 1}, {"Down", 0, -1}} {
		for _, far := range []struct {
			with string
			step float64
		}{{"Alt+", 1.0 / 200}, {"Alt+Shift+", 1.0 / 20}} {
			list = append(list, desk.Command{Group: start, Keys: []string{far.with + by.key}, Hand: words.T("Alt+arrows"),
				Hint: words.T("move the start, with Shift farther"), Do: func() { p.nudge(by.dx*far.step, by.dy*far.step) }})
		}
	}
	return list
}

// here is the place that keys mean: the cross, or the start.
func (p *Pane) here() geom.Point {
	if at := p.state.View.Cross; at != nil {
		return *at
	}
	return p.state.Doc.Start
}

// magnify zooms about a place.
func (p *Pane) magnify(at geom.Point, times float64) {
	if p.reliefed() {
		camera := p.state.View.Camera
		camera.Zoom *= times
		p.look(camera)
		return
	}
	if len(p.cells) > 0 {
		p.cells[0].m.Magnify(at, times)
	}
}

// menuHere opens the menu of the place that keys mean.
func (p *Pane) menuHere() {
	if len(p.cells) == 0 {
		return
	}
	at := p.here()
	where := p.cells[0].m.Spot(at)
	if p.reliefed() || !p.view().Contains(at) {
		o := p.first()
		where = fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	}
	p.menu(at, p.placeNear(at), where)
}

// pressed opens the menu of a place that was clicked.
func (p *Pane) pressed(press graphic.Press, where fyne.Position) {
	var place *lab.Place
	if press.Mark != nil {
		place = p.state.Field.Named(press.Mark.Label)
	}
	p.menu(press.At, place, where)
}

// menu opens what can be done at a place of the plane, on which a point may lie.
func (p *Pane) menu(at geom.Point, place *lab.Place, where fyne.Position) {
	p.desk.Context(where, desk.Menu(p.commandsAt(at, place)))
}

// commandsAt are what can be done at a place of the plane, on which a point may lie.
func (p *Pane) commandsAt(at geom.Point, place *lab.Place) (list []desk.Command) {
	start := words.T("Start here")
	if place != nil {
		at = place.At
		start = words.T("Start exactly on %s", place.Label())
		list = append(list, desk.Command{Name: words.T("Explain %s", place.Label()),
			Do: func() { p.desk.Lab().Look(func(v *lab.View) { v.Select(place) }) }})
	}
	text := words.Digits(at.X, 6) + "  " + words.Digits(at.Y, 6)
	list = append(list,
		desk.Command{Name: start, Do: func() { p.startAt(at) }},
		desk.Command{Name: words.T("Copy coordinates: %s", text), Do: func() { p.desk.Copy(text) }},
		desk.Command{Name: words.T("Zoom in here"), Rule: true, Do: func() { p.magnify(at, 2) }},
		desk.Command{Name: words.T("Zoom out"), Do: func() { p.magnify(at, 0.5) }})
	if !p.reliefed() {
		list = append(list, desk.Command{Name: words.T("Centre here"), Do: func() { p.centre(at) }})
	}
	list = append(list, p.desk.Offered("0")...)
	last := p.desk.Offered("Ctrl+E", "Ctrl+Shift+C", "Ctrl+L", "T")
	for i := range last {
		last[i].Rule = i == 0
	}
	return append(list, last...)
}

// startAt starts the race at a place.
func (p *Pane) startAt(at plot.Point) {
	p.edit("", func(e *setup.Experiment) { e.Start = at })
}

// centre moves the window so that a place is in its middle.
func (p *Pane) centre(at plot.Point) {
	p.edit("", func(e *setup.Experiment) {
		dx, dy := at.X-(e.View.X0+e.View.X1)/2, at.Y-(e.View.Y0+e.View.Y1)/2
		e.View.X0, e.View.X1, e.View.Y0, e.View.Y1 = e.View.X0+dx, e.View.X1+dx, e.View.Y0+dy, e.View.Y1+dy
	})
}
