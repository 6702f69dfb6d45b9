package present

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A picture is the map, or a map for each racer where the window has them side by side, in a window that is fitted to the ways.
type picture struct {
	show   *Show
	m      *graphic.Map // the first map, whose size is that of all
	box    *fyne.Container
	cells  []*cell
	work   *job.Job[*plot.Field]
	asked  figure.Ground
	of     *lab.Field
	traces []plot.Trace
	view   geom.Rect     // that is fitted
	fitted surfaces.Rect // home of the surface that it is fitted on
	field  *lab.Field    // of the ground that was asked for
	held   bool          // the start is being dragged: the window stays
	key    plot.KeySide
	seats  map[string]int // where the racers' names stand
}

func newPicture(s *Show) *picture {
	p := &picture{show: s}
	p.work = job.New[*plot.Field](s.frame.Post, p.draw)
	p.cells = []*cell{newCell(p)}
	p.m = p.cells[0].m
	p.m.OnResize = func(int, int, float64) {
		p.ask()
		p.draw()
	}
	p.box = container.New(cellLayout{p}, p.m)
	return p
}

func (p *picture) object() fyne.CanvasObject { return p.box }

func (p *picture) update(c lab.Change) {
	if c&(lab.TapeChanged|lab.DocChanged|lab.FieldChanged) != 0 {
		s := p.show.state
		p.traces = figure.Traces(s, p.show.frame.Palette())
		for i := range p.traces {
			p.traces[i].Named = true
		}
		before := len(p.box.Objects)
		p.seat(s)
		for _, c := range p.cells {
			c.m.Zoom = p.zoom()
			c.head.Redraw()
		}
		if len(p.box.Objects) != before {
			p.box.Refresh()
		}
		p.fit(s)
		p.ask()
	}
	p.draw()
}

// end gives up what is under way.
func (p *picture) end() {
	p.work.End()
	for _, c := range p.cells {
		c.under.end()
	}
}

// fit takes another window, if that is of another landscape, or if the ways need it and no hand is moving them.
func (p *picture) fit(s lab.State) {
	if s.Tape == nil || s.Field == nil || s.Stale() {
		return
	}
	wish, core := fitted(s, p.traces)
	other := p.fitted != s.TapeDoc.Home || !p.of.Alike(s.Field)
	if other || !p.held && !p.view.Covers(core) {
		p.view, p.fitted = wish, s.TapeDoc.Home
	}
	p.of = s.Field
}

// fitRoom is the room around the ways, and fitLeast the least that is shown of the home window, as parts of it.
const (
	fitRoom  = 0.14
	fitLeast = 0.45
)

// fitted is the window in which the ways are seen whole, as far as they stay on the map, with some room around; and what it must
// show at least.
func fitted(s lab.State, traces []plot.Trace) (wish, core geom.Rect) {
	home, start := s.TapeDoc.Home, s.TapeDoc.Outset()
	core = geom.Rect{X0: start.X, X1: start.X, Y0: start.Y, Y1: start.Y}
	add := func(q plot.Point) {
		if home.Contains(q) {
			core = core.Union(geom.Rect{X0: q.X, X1: q.X, Y0: q.Y, Y1: q.Y})
		}
	}
	for _, t := range traces {
		for _, q := range t.Pts {
			add(q)
		}
	}
	for _, place := range s.Field.Places {
		if place.Global {
			add(place.At)
		}
	}
	w, h := home.X1-home.X0, home.Y1-home.Y0
	grow := func(lo, hi, whole float64) (float64, float64) {
		half := max((hi-lo)/2+fitRoom*whole, fitLeast*whole/2)
		middle := lo + (hi-lo)/2
		return middle - half, middle + half
	}
	wish.X0, wish.X1 = grow(core.X0, core.X1, w)
	wish.Y0, wish.Y1 = grow(core.Y0, core.Y1, h)
	return wish, core
}

// shown is what the map shows.
func (p *picture) shown() geom.Rect {
	w, h := p.m.Drawn()
	view := p.view
	if view == (geom.Rect{}) {
		view = p.show.state.Doc.Home
	}
	return figure.Visible(view, float64(w), float64(h))
}

// ask has the ground sampled.
func (p *picture) ask() {
	s := p.show.state
	w, h := p.m.Drawn()
	if s.Field == nil || w == 0 {
		return
	}
	doc := &s.TapeDoc
	for i, c := range p.cells {
		c.under.ask(s, c.racer, i == 0, p.shown(), w, h, p.m.Scale()*p.zoom())
	}
	j := figure.Ground{Probe: s.Field.Probe, View: p.shown(), W: w, H: h, Spacing: figure.Spacings[doc.Look.Levels],
		Levels: figure.Isolines}
	if j == p.asked {
		return
	}
	if p.asked.Probe != j.Probe && !s.Field.Alike(p.field) { // what lies there is of another landscape
		p.work.Forget()
		for _, c := range p.cells {
			c.under.forget()
		}
	}
	_, made := p.work.Result()
	sketch := !made || p.asked.Probe != j.Probe || j.Big()
	p.asked, p.field = j, s.Field
	p.work.Ask(fmt.Sprintf("%p %v %d %d %v", j.Probe, j.View, w, h, j.Spacing),
		func(ctx context.Context, r *job.Report[*plot.Field]) error {
			for _, g := range []figure.Ground{j.Coarser(coarser), j} {
				if g.W < j.W && !sketch {
					continue
				}
				field := g.Sample(ctx)
				if field == nil {
					return ctx.Err()
				}
				r.Publish(field)
			}
			return nil
		})
}

// coarser is how much fewer pixels a sketch of the ground has along a side.
const coarser = 4

// draw shows the scenes.
func (p *picture) draw() {
	if !p.show.open {
		return
	}
	s, all := &p.show.state, p.scene()
	moved, named := figure.WithHead(p.traces, s.Head), p.cells[0].racer < 0
	for i, c := range p.cells {
		scene := all
		c.under.onto(&scene, *s, c.racer, p.cells[0].under)
		if named {
			p.name(&scene, s, moved)
		} else if i < len(moved) {
			c.alone(&scene, s, moved[i])
		}
		c.m.SetScene(scene)
	}
}

// scene is what all maps show alike.
func (p *picture) scene() plot.Scene {
	s := &p.show.state
	doc := &s.Doc
	if s.Tape != nil && s.Stale() {
		doc = &s.TapeDoc
	}
	view, start := p.shown(), doc.Outset()
	field, _ := p.work.Result()
	marks := figure.Ended(figure.Marks(s.Field), p.traces, view)
	for i := range marks {
		if m := &marks[i]; m.Says != "" {
			m.Says = words.T("%s, the deepest: %s", m.Label, words.Short(m.Value))
			if _, known := lab.Best(s.Tape, s.Field.Places); !known { // somebody has been lower
				m.Says = words.T("%s: %s", m.Label, words.Short(m.Value))
			}
		}
	}
	return plot.Scene{View: view, Field: field, Marks: marks, Silent: true, Start: &start, Within: doc.Bounds}
}

// name shows on the map of all racers their ways, with their names, and the key of heights.
func (p *picture) name(scene *plot.Scene, s *lab.State, moved []plot.Trace) {
	name := ""
	if i := s.TapeDoc.RacerAt(s.View.Alone()); i >= 0 {
		name = s.TapeDoc.Names()[i]
	}
	for i := range moved {
		moved[i].Faint = name != "" && moved[i].Name != name
	}
	scene.Traces = moved
	if w, h := p.m.Drawn(); w > 0 {
		st := p.show.style()
		st.Scale = p.m.Scale() * p.zoom()
		seat := *scene
		seat.Traces = p.traces
		p.key = seat.PlaceKey(p.key, float64(w), float64(h), st)
		scene.Key = p.key
		p.place(scene, float64(w), float64(h), st)
	}
}

// place lets the racers' names stay where they are as long as they can.
func (p *picture) place(scene *plot.Scene, w, h float64, st plot.Style) {
	for i := range scene.Traces {
		scene.Traces[i].Seat = p.seats[scene.Traces[i].Name]
	}
	p.seats = map[string]int{}
	for i, seat := range scene.PlaceNames(w, h, st) {
		scene.Traces[i].Seat = seat
		p.seats[scene.Traces[i].Name] = seat
	}
}
