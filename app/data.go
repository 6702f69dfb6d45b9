package main

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/optim/race"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// dataPane shows the examples of a learning problem and what every racer's model makes of them at the playhead: a line
// through them, or the boundary between two classes. The examples of the present mini-batch stand out.
type dataPane struct {
	ui     *ui
	m      *widgets.Map
	across *canvas.Text // names the axes
	up     *canvas.Text
	legend *canvas.Text
	box    *fyne.Container

	state  lab.State
	view   plot.Rect // shown; the zero one: all
	model  *dataModel
	clouds []*plot.Cloud // of all examples
	batch  []*plot.Cloud
	step   int // that batch is of
	drawn  cloudKey
}

// A cloudKey tells apart what the clouds were made for.
type cloudKey struct {
	model   *dataModel
	palette *plot.Palette
	batched *surfaces.Probe
}

const (
	exampleDot = 2.2 // radius in units
	batchDot   = 3.6
	curveCells = 56   // along each side of the grid in which a boundary is looked for
	curveSteps = 140  // of a line
	dataMargin = 0.06 // room around the examples, as a part of their spread
)

func newDataPane(u *ui) *dataPane {
	p := &dataPane{ui: u, across: canvas.NewText("", color.Transparent), up: canvas.NewText("", color.Transparent), legend: canvas.NewText("", color.Transparent)}
	for _, t := range []*canvas.Text{p.across, p.up, p.legend} {
		t.TextSize = smallText
	}
	p.across.Alignment = fyne.TextAlignTrailing
	p.m = widgets.NewMap(u.style)
	p.m.OnView = func(v plot.Rect, _ bool) { p.view = v; p.draw() }
	p.m.OnRestore = func() { p.view = plot.Rect{}; p.draw() }
	p.m.OnKey, p.m.OnRune = u.key, u.rune
	p.box = container.NewBorder(p.up, container.NewVBox(p.across, p.legend), nil, nil, p.m)
	return p
}

func (p *dataPane) update(s lab.State, c lab.Change) {
	p.state = s
	if !p.box.Visible() || s.Field == nil {
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 && (p.model == nil || p.model.probe != s.Field.Probe) {
		model := newDataModel(&s.TapeDoc, s.Field.Probe)
		if p.model == nil || model == nil || p.model.data != model.data {
			p.view = plot.Rect{}
		}
		p.model = model
	}
	p.draw()
}

// draw shows the moment under the playhead.
func (p *dataPane) draw() {
	m := p.model
	if m == nil || p.state.Tape == nil {
		p.m.SetScene(plot.Scene{View: plot.Rect{X1: 1, Y1: 1}})
		return
	}
	palette := p.ui.palette()
	scene := plot.Scene{View: p.view, Ticks: true}
	if scene.View == (plot.Rect{}) {
		scene.View = m.view
	}
	p.mark(palette)
	scene.Clouds = append(scene.Clouds, p.clouds...)
	scene.Clouds = append(scene.Clouds, p.batch...)
	p.addModels(&scene, palette)
	p.m.SetScene(scene)
	inputs := m.data.Columns[:len(m.data.Columns)-1]
	up := m.data.Columns[len(m.data.Columns)-1].Label
	if m.kind() == surfaces.Classification {
		up = inputs[1].Label
	}
	setText(p.across, inputs[0].Label, palette.Muted)
	setText(p.up, up, palette.Muted)
	legend := m.legend(&p.state.TapeDoc)
	setText(p.legend, legend, palette.Muted)
	setShown(p.legend, legend != "")
}

// mark makes the clouds: all examples once, those of the batch anew for every step.
func (p *dataPane) mark(palette *plot.Palette) {
	m, doc := p.model, &p.state.TapeDoc
	batched := m.batched(doc)
	if key := (cloudKey{m, palette, batched}); key != p.drawn {
		p.drawn, p.step = key, -1
		ink := palette.Text
		if batched != nil {
			ink = plot.Mix(palette.Muted, palette.Ground, 0.25)
		}
		p.clouds, p.batch = m.examples(nil, ink, exampleDot), nil
	}
	if step := p.state.Step(); batched != nil && step != p.step {
		p.step = step
		p.batch = m.examples(batched.Picked(step), palette.Text, batchDot)
	}
}

// addModels draws what the racers' models make of the inputs, each with its glyph somewhere on the line.
func (p *dataPane) addModels(scene *plot.Scene, palette *plot.Palette) {
	if p.model.predict == nil {
		return
	}
	names := p.state.TapeDoc.Names()
	runs := p.state.Tape.Runs
	for i, r := range p.state.TapeDoc.Racers {
		if r.Hidden {
			continue
		}
		w := weights(runs[i], p.state.Head)
		ink := palette.Racer(r.Slot)
		lines := p.model.lines(w, scene.View)
		for _, line := range lines {
			scene.Curves = append(scene.Curves, plot.Curve{Pts: line, Color: ink, Width: curveWidth})
		}
		if at, ok := onLines(lines, (float64(i)+0.5)/float64(len(runs)), scene.View); ok {
			scene.Traces = append(scene.Traces, plot.Trace{Pts: []plot.Point{at}, Color: ink, Glyph: plot.RacerGlyph(r.Slot), Name: names[i]})
		}
	}
}

// weights are where a run is at a moment between two steps.
func weights(run *race.Run, head float64) surfaces.Point {
	head = min(max(head, 0), float64(run.Steps))
	k := min(int(head), max(run.Steps-1, 0))
	part := head - float64(k)
	a := run.X(k)
	if part == 0 {
		return surfaces.Point{X: a[0], Y: a[1]}
	}
	b := run.X(k + 1)
	return surfaces.Point{X: a[0] + part*(b[0]-a[0]), Y: a[1] + part*(b[1]-a[1])}
}

// onLines is the place that divides what is seen of some lines in two parts, the first of which is the given part of all.
func onLines(lines [][]plot.Point, part float64, view plot.Rect) (plot.Point, bool) {
	var seen []plot.Point
	for _, line := range lines {
		for _, at := range line {
			if at.X > view.X0 && at.X < view.X1 && at.Y > view.Y0 && at.Y < view.Y1 {
				seen = append(seen, at)
			}
		}
	}
	if len(seen) == 0 {
		return plot.Point{}, false
	}
	return seen[min(int(part*float64(len(seen))), len(seen)-1)], true
}

// A dataModel is a learning problem ready to be drawn.
type dataModel struct {
	data    *surfaces.Dataset
	model   surfaces.Model
	predict *surfaces.Predictor // nil: nobody knows what the weights mean
	probe   *surfaces.Probe
	view    plot.Rect

	batches *surfaces.Probe // of the size and seed noted here
	size    int
	seed    uint64
}

// newDataModel is the learning problem that a document is on, or nil if it is on none.
func newDataModel(doc *lab.Experiment, probe *surfaces.Probe) *dataModel {
	s, err := doc.Landscape()
	if err != nil || s.Data == nil {
		return nil
	}
	m := &dataModel{data: s.Data, model: s.Model, probe: probe}
	if m.predict, err = s.Predictor(doc.Params); err != nil {
		m.predict = nil
	}
	us := s.Data.Columns[0].Values
	box := extents{lo: plot.Point{X: math.Inf(1), Y: math.Inf(1)}, hi: plot.Point{X: math.Inf(-1), Y: math.Inf(-1)}}
	for i := range us {
		box.add(plot.Point{X: us[i], Y: m.heights()[i]})
	}
	m.view = roomy(box)
	return m
}

// kind is how the model is drawn: the examples of a formula of the user's by their inputs, if there are two.
func (m *dataModel) kind() surfaces.ModelKind {
	if m.model.Kind == surfaces.NoModel && len(m.data.Columns) == 3 {
		return surfaces.Classification
	}
	return m.model.Kind
}

// heights are the examples' second coordinates: of a plane of two inputs the second one, else the target.
func (m *dataModel) heights() []float64 {
	if m.kind() == surfaces.Classification {
		return m.data.Columns[1].Values
	}
	return m.data.Columns[len(m.data.Columns)-1].Values
}

// roomy is the window around some points; of a coordinate that is always the same, one to either side.
func roomy(box extents) plot.Rect {
	side := func(lo, hi float64) (float64, float64) {
		room := dataMargin * (hi - lo)
		if !(room > 1e-9*(math.Abs(lo)+math.Abs(hi))) {
			room = 1
		}
		return lo - 1.4*room, hi + room
	}
	x0, x1 := side(box.lo.X, box.hi.X)
	y0, y1 := side(box.lo.Y, box.hi.Y)
	return plot.Rect{X0: x0, X1: x1, Y0: y0, Y1: y1}
}

// examples are the picked ones, or all of them, as clouds: of two classes in the plane the first as discs and the second as
// rings.
func (m *dataModel) examples(picked []int, ink color.RGBA, dot float64) []*plot.Cloud {
	us, vs, ts := m.data.Columns[0].Values, m.heights(), m.data.Columns[len(m.data.Columns)-1].Values
	clouds := []*plot.Cloud{{Color: ink, Dot: dot, Below: true}, {Color: ink, Dot: dot, Below: true, Ring: true}}
	add := func(i int) {
		c := clouds[0]
		if m.kind() == surfaces.Classification && !(ts[i] > 0) {
			c = clouds[1]
		}
		c.Pts = append(c.Pts, plot.Point{X: us[i], Y: vs[i]})
	}
	if picked == nil {
		for i := range us {
			add(i)
		}
	}
	for _, i := range picked {
		add(i)
	}
	return clouds
}

// batched is the probe whose batches the racers of a document see, or nil if they see all examples.
func (m *dataModel) batched(doc *lab.Experiment) *surfaces.Probe {
	if doc.Batch <= 0 || doc.Batch >= m.data.Len() {
		return nil
	}
	if m.batches == nil || m.size != doc.Batch || m.seed != doc.Seed {
		probe, err := m.probe.Batched(doc.Batch, doc.Seed)
		if err != nil {
			return nil // no document with such a batch passes its check
		}
		m.batches, m.size, m.seed = probe, doc.Batch, doc.Seed
	}
	return m.batches
}

// lines are the curve of a regression over the inputs in view, or the boundary of a classification.
func (m *dataModel) lines(w surfaces.Point, view plot.Rect) [][]plot.Point {
	if w.X-w.X != 0 || w.Y-w.Y != 0 {
		return nil // the racer is nowhere
	}
	if m.model.Kind == surfaces.Regression {
		line := make([]plot.Point, curveSteps+1)
		for k := range line {
			u := view.X0 + float64(k)/curveSteps*(view.X1-view.X0)
			line[k] = plot.Point{X: u, Y: m.predict.At(w, u, 0)}
		}
		return [][]plot.Point{line}
	}
	// The isolines of a grid end in the middle of its outer cells.
	dx, dy := (view.X1-view.X0)/curveCells, (view.Y1-view.Y0)/curveCells
	g := &plot.Grid{W: curveCells + 1, H: curveCells + 1, V: make([]float64, (curveCells+1)*(curveCells+1))}
	g.View = plot.Rect{X0: view.X0 - dx/2, X1: view.X1 + dx/2, Y0: view.Y0 - dy/2, Y1: view.Y1 + dy/2}
	us := make([]float64, g.W)
	for i := range us {
		us[i] = view.X0 + float64(i)*dx
	}
	for j := range g.H {
		m.predict.Row(g.V[j*g.W:(j+1)*g.W], us, view.Y1-float64(j)*dy, w)
	}
	var lines [][]plot.Point
	for _, line := range g.Isolines([]float64{0}) {
		pts := line.Pts
		if line.Closed {
			pts = append(pts[:len(pts):len(pts)], pts[0])
		}
		lines = append(lines, pts)
	}
	return lines
}

// legend says what is seen.
func (m *dataModel) legend(doc *lab.Experiment) string {
	var parts []string
	if m.kind() == surfaces.Classification {
		last := m.data.Columns[len(m.data.Columns)-1].Label
		parts = append(parts, fmt.Sprintf("● %s above 0   ○ others", last))
	}
	if m.model.Kind == surfaces.NoModel {
		parts = append(parts, "a formula of one's own has no model to draw")
	}
	if m.batched(doc) != nil {
		parts = append(parts, fmt.Sprintf("large: the batch of %d", doc.Batch))
	}
	return strings.Join(parts, "   ")
}
