// Package maps is the middle of the window: one map of the surface for all racers, or a linked one for each. On the ground,
// coloured by height or by where descents end, lie the critical points, the ways of the racers, a swarm, the present
// mini-batch, and what the tool in hand shows.
package maps

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/figure/ghost"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/flows"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/internal/geom"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"
)

// A Pane has the maps, and below them a caption or the bar of the tool in hand.
type Pane struct {
	desk  desk.Desk
	tools map[lab.Tool]desk.Tool
	state lab.State
	w, h  int // device pixels of a map; 0 before they are known

	cells   []*cell
	grid    *fyne.Container
	caption *caption
	box     *fyne.Container

	traces  []plot.Trace
	events  eventMarks
	ghosts  []ghost.Ghost
	flows   *job.Job[flows.Flows]
	order   figure.Order // of maps side by side
	ranking *time.Timer  // until they may have another one
	rest    rest         // of what is written on them
	key     keySeat
	walk    walk
	ground  *ground
	basins  *basins
	under   *job.Job[map[int]plot.Trace] // runs from the pointer's place, by racer
	batch   *batch
	relief  figure.Relief
	painted figure.Painted
	clouds  figure.Clouds
	laid    []plot.Curve // by whoever the pane is of

	// OnKey is told how wide the key of heights stands at the foot of the maps, from the left and from the right, once that is
	// another width; may be nil.
	OnKey func(left, right float32)
}

// New is a pane of maps on which the mouse does what the tool in hand says; without any it moves the start and selects places.
// Between the maps and their caption stand other objects.
func New(d desk.Desk, tools map[lab.Tool]desk.Tool, below ...fyne.CanvasObject) *Pane {
	p := &Pane{desk: d, tools: tools, grid: container.New(&layout.Grid{}), caption: newCaption(), events: eventMarks{},
		rest: rest{pause: pause}}
	p.ground = newGround(d, p.grounded)
	p.basins = newBasins(d, p.mapped)
	p.batch = newBatch(d, p.draw)
	p.under = job.New[map[int]plot.Trace](d.Post, p.draw)
	p.flows = job.New[flows.Flows](d.Post, p.draw)
	d.Keep(desk.Quiet(p.under))
	d.Keep(desk.Quiet(p.flows))
	foot := container.New(fynelayout.NewCustomPaddedVBoxLayout(0), append(below, p.foot())...)
	p.box = container.NewBorder(nil, foot, nil, nil, p.grid)
	d.Mark("map", p.first)
	return p
}

// Object is the maps and what is below them.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Lay draws curves on the maps, below the ways of the racers, in the place of those before.
func (p *Pane) Lay(curves []plot.Curve) {
	p.laid = curves
	p.draw()
}

// Settle lays the maps out anew, when what is below them has come or gone.
func (p *Pane) Settle() { p.box.Layout.Layout(p.box.Objects, p.box.Size()) }

// Width is how much the maps need of a width.
func (p *Pane) Width(of float32) float32 {
	height := p.grid.Size().Height
	if height < 1 || p.state.Large() { // there the panel is in the middle
		return of
	}
	return new(layout.Grid).Width(len(p.cells), fyne.NewSize(of, height))
}

// first is the map of all, or that of the first racer.
func (p *Pane) first() fyne.CanvasObject {
	if len(p.cells) == 0 {
		return nil
	}
	if c := p.cells[0]; c.block != nil && c.block.Visible() {
		return c.block.Relief
	}
	return p.cells[0].m
}

// Update shows a state.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.leave(s.Field)
	stopped := p.state.Playing && !s.Playing
	p.state = s
	if c&(lab.TapeChanged|lab.DocChanged) != 0 {
		p.traces, p.ghosts = figure.Traces(s, p.desk.Palette()), ghost.Ghosts(s, p.desk.Palette())
	}
	if c&lab.TapeChanged != 0 {
		p.awaitRest()
	}
	if c&(lab.TapeChanged|lab.DocChanged) != 0 || stopped {
		p.arrange()
	}
	if c&(lab.DocChanged|lab.FieldChanged) != 0 || p.reliefed() && c&lab.ViewChanged != 0 {
		p.askGround()
	}
	if c&^lab.HeadChanged != 0 {
		p.events = eventMarks{}
		p.askBasins()
		p.askUnder()
		p.askFlows()
	}
	if c&(lab.DocChanged|lab.FieldChanged|lab.ViewChanged) != 0 {
		p.setCaption()
		p.takeTool()
	}
	p.draw()
}

// leave drops what was mapped on the surface before, if this one is of another kind: it must not lie over it for a moment.
// While sliders move one and the same, the old maps stand in for the new ones.
func (p *Pane) leave(to *lab.Field) {
	if from := p.state.Field; from != nil && to != nil && !to.Alike(from) {
		p.basins.forget()
	}
}

// arrange makes as many cells as the layout needs: visible racers side by side, or one for all.
func (p *Pane) arrange() {
	if p.state.Doc.Look.Aside() && p.state.Tape != nil {
		p.rank()
	}
	p.seat()
}

// seat gives every cell its racer.
func (p *Pane) seat() {
	racers := []int{-1}
	if p.state.Doc.Look.Aside() && p.state.Tape != nil {
		drawn := figure.Drawn(&p.state.TapeDoc)
		ranked := slices.DeleteFunc(slices.Clone(p.order.Racers), func(i int) bool { return !slices.Contains(drawn, i) })
		if len(ranked) > 0 {
			racers = ranked
		}
	}
	if len(racers) != len(p.cells) {
		for len(p.cells) < len(racers) {
			p.cells = append(p.cells, p.newCell())
		}
		p.cells = p.cells[:len(racers)]
		p.grid.Objects = nil
		for _, c := range p.cells {
			p.grid.Objects = append(p.grid.Objects, c.box)
		}
		defer p.grid.Refresh()
		defer p.desk.Relayout()
		defer p.setCaption()
	}
	coloured := p.coloured()
	for i, c := range p.cells {
		c.racer = racers[i]
		p.turn(c)
		if c.head.arrange(c.racer < 0, coloured) {
			c.box.Layout.Layout(c.box.Objects, c.box.Size()) // Fyne would keep the room of what is hidden
		}
	}
}

// calm is how long nothing may happen to the race before maps side by side change their places.
const calm = 600 * time.Millisecond

// rank puts the racers in order: at once if they are others, and once the race has been the same for a while if it is another.
// While a slider is dragged no map goes away from under the eye.
func (p *Pane) rank() {
	if !p.order.Of(&p.state.TapeDoc) {
		p.order.Follow(p.state)
		return
	}
	if p.ranking != nil {
		p.ranking.Stop()
	}
	p.ranking = time.AfterFunc(calm, func() { p.desk.Post(p.rerank) })
}

// rerank puts the maps in the order of the race as it is now.
func (p *Pane) rerank() {
	before := slices.Clone(p.order.Racers)
	if p.order.Follow(p.state); !slices.Equal(before, p.order.Racers) {
		p.ranking = nil
		p.seat()
		p.draw()
	}
}

// coloured tells whether the ground of the maps shows where somebody's descents end.
func (p *Pane) coloured() bool {
	s := &p.state
	return s.Doc.Look.Ground != setup.GroundHeights && s.Tape != nil && len(figure.Drawn(&s.TapeDoc)) > 0
}

// doc is the document that the maps show: the present one, or the tape's while that is of another surface.
func (p *Pane) doc() *setup.Experiment {
	if p.state.Tape != nil && p.state.Stale() {
		return &p.state.TapeDoc
	}
	return &p.state.Doc
}

// view is the part of the plane that the maps show.
func (p *Pane) view() geom.Rect {
	if p.reliefed() {
		return figure.ReliefView(p.doc().View)
	}
	return figure.Visible(p.doc().View, float64(p.w), float64(p.h))
}

// units are how long a unit of the window is on the map, along x and along y.
func (p *Pane) units() (x, y float64) {
	v, scale := p.view(), p.desk.Style().Scale
	if p.reliefed() {
		side := max(relief.Side(p.w, p.h), 1) * figure.ReliefCamera(p.state.View.Camera).Zoom
		return scale * (v.X1 - v.X0) / side, scale * (v.Y1 - v.Y0) / side
	}
	return scale * (v.X1 - v.X0) / float64(max(p.w, 1)), scale * (v.Y1 - v.Y0) / float64(max(p.h, 1))
}

// resized takes in the size of the maps in device pixels, which that of the first one tells.
func (p *Pane) resized(m fyne.CanvasObject, w, h int) {
	if m != p.first() || w == p.w && h == p.h {
		return
	}
	p.w, p.h = w, h
	p.askGround()
	p.askBasins()
	p.setCaption()
	p.draw()
}

// askGround asks for the ground of what the maps show, and says what that is.
func (p *Pane) askGround() {
	f := p.state.Field
	if f == nil || p.w == 0 {
		return
	}
	view := p.view()
	x, y := p.units()
	p.desk.Lab().See(lab.Shown{Window: view, UnitX: x, UnitY: y})
	spacing := figure.Spacings[p.doc().Look.Levels]
	levels := figure.LevelsOn(p.w, p.h, p.desk.Style().Scale)
	sampled := figure.Ground{Probe: f.Probe, View: view, W: p.w, H: p.h, Spacing: spacing, Levels: levels}
	if p.reliefed() {
		sampled = figure.ReliefGround(sampled, p.w, p.h, p.state.View.Camera)
	}
	p.ground.ask(f, sampled)
}

// grounded shows the ground as far as it is made.
func (p *Pane) grounded() {
	p.draw()
	if !p.ground.work.Busy() {
		p.desk.Pictured()
	}
}

// mapped shows the basins as far as they are known.
func (p *Pane) mapped() {
	p.askUnder()
	p.setCaption()
	p.draw()
}
