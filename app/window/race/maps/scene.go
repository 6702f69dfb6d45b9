package maps

import (
	"image/color"
	"slices"

	"descentlab/app/figure"
	"descentlab/app/figure/inside"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// draw gives every map its scene; maps whose scene is the same repaint nothing. Until there is any ground of another surface,
// that of the one before stays with all that is on it.
func (p *Pane) draw() {
	if p.ground.field() == nil && !slices.ContainsFunc(p.cells, func(c *cell) bool { return c.shown().Field == nil }) {
		return
	}
	s, palette := p.state, p.desk.Palette()
	scene, moved, opened := p.scene(), p.moved(), inside.OnMap(s, palette)
	p.tellKey(scene)
	still := append(figure.Selection(s, palette), p.relief.Rims(s, palette)...)
	if s.View.Beat == desk.StepStart {
		still = append(still, startRings(&s, palette)...)
	}
	for place, c := range p.cells {
		scene.Cells, scene.Clouds = p.basinCells(c), p.clouds.Of(s, palette, c.racer)
		batch := p.batch.curves(s, scene.Field, scene.View, c.racer)
		scene.Events = p.eventsOn(c.racer)
		scene.Curves = slices.Concat(still, batch, figure.BrushRim(s, palette), p.laid)
		scene.Tags = append(p.haunt(&scene, c.racer), p.flow(&scene, c.racer)...)
		opened.Onto(&scene, &s, c.racer)
		under := p.underTraces(c)
		if c.racer < 0 {
			scene.Traces = append(under, moved...)
			scene.Clear = p.rest.clear(c.racer, scene.Traces)
			p.show(c, scene)
			p.setSubject(c)
			continue
		}
		own := moved[p.drawn(c.racer)]
		own.Faint = p.state.View.Working || fromRing(&s)
		scene.Traces = append(under, own)
		scene.Clear = p.rest.clear(c.racer, scene.Traces)
		p.single(&scene, c, own)
		c.m.SetScene(scene)
		p.setHeading(c, place, own)
	}
}

// show shows a scene of all racers, on the map or as a relief.
func (p *Pane) show(c *cell, scene plot.Scene) {
	if c.block != nil && p.reliefed() {
		c.block.show(p, scene)
		return
	}
	c.m.SetScene(scene)
}

// shown is the scene that is seen.
func (c *cell) shown() plot.Scene {
	if c.block != nil && c.block.Visible() {
		return c.block.Scene().Map
	}
	return c.m.Scene()
}

// scene is what all maps show alike.
func (p *Pane) scene() plot.Scene {
	s := &p.state
	view := p.view()
	marks := figure.Ended(figure.Marks(s.Field, s.View.Hover, s.View.SelectedName()), p.traces, view)
	scene := plot.Scene{
		View: view, Field: p.ground.field(), Marks: marks, Ticks: true,
		Handles: p.relief.Handles(*s), Region: p.painted.Region(*s, p.desk.Palette()),
		Cross: s.View.Cross, Start: p.start(), Within: p.doc().Bounds,
	}
	scene.Key = p.placeKey(scene)
	if s.View.Tool == lab.ToolPaint {
		scene.Cross = nil // the brush is there
	}
	return scene
}

// single is what the map of one racer has beside what all maps have: its loss, where there is no room for it above, and
// whether it is the one to look at.
func (p *Pane) single(scene *plot.Scene, c *cell, own plot.Trace) {
	scene.Linked = len(p.cells) > 1
	scene.Note = words.Short(p.lossOf(c.racer))
	scene.Veiled, scene.Frame = false, color.RGBA{}
	if alone := p.state.View.Alone(); alone >= 0 && len(p.cells) > 1 {
		if p.state.TapeDoc.Racers[c.racer].Slot == alone {
			scene.Frame = own.Color
		} else {
			scene.Veiled = true
		}
	}
}

// drawn is which of the traces is that of a racer: hidden ones have none.
func (p *Pane) drawn(racer int) (n int) {
	for _, r := range p.state.TapeDoc.Racers[:racer] {
		if !r.Hidden {
			n++
		}
	}
	return n
}

// haunt adds what the racer of a map, or all, would have become, and gives what is written of it.
func (p *Pane) haunt(scene *plot.Scene, racer int) (tags []plot.Tag) {
	if p.state.View.Working || fromRing(&p.state) {
		return nil
	}
	for _, g := range p.ghosts {
		if racer < 0 || racer == g.Racer {
			scene.Curves, tags = append(scene.Curves, g.Curve), append(tags, g.Tags...)
		}
	}
	return tags
}

// small tells whether the maps have no room for details.
func (p *Pane) small() bool {
	return float64(min(p.w, p.h)) < plot.SmallMap*p.desk.Style().Scale
}

// start is where the race begins.
func (p *Pane) start() *plot.Point {
	at := p.doc().Outset()
	return &plot.Point{X: at.X, Y: at.Y}
}

// moved are the traces up to the playhead; those that are not looked at are faint, and all while a swarm races
// from a ring.
func (p *Pane) moved() []plot.Trace {
	v := &p.state.View
	moved, alone := figure.WithHead(p.traces, p.state.Head), p.racerName(v.Alone())
	for i := range moved {
		moved[i].Faint = v.Working || fromRing(&p.state) || v.Alone() >= 0 && moved[i].Name != alone
	}
	return moved
}

// racerName is the name of the racer with a slot; "" if there is none.
func (p *Pane) racerName(slot int) string {
	if i := p.state.TapeDoc.RacerAt(slot); i >= 0 {
		return p.state.TapeDoc.Names()[i]
	}
	return ""
}

// lossOf is the loss of a racer at the playhead, or that with which it has left.
func (p *Pane) lossOf(racer int) float64 {
	return p.state.Tape.Runs[racer].Loss(p.state.Courses.Row(racer, p.state.Step()))
}
