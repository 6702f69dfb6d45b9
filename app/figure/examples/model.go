// Package examples draws learning problems: their examples, and what the racers' models make of them.
package examples

import (
	"image/color"
	"math"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

const (
	exampleDot = 2.2  // radius of an example, in units
	batchDot   = 3.6  // of one of the present mini-batch
	curveCells = 56   // along each side of the grid in which a boundary is looked for
	curveSteps = 140  // of a line
	dataMargin = 0.06 // room around the examples, as a part of their spread
)

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

// A model is a learning problem ready to be drawn.
type model struct {
	Data    *surfaces.Dataset
	model   surfaces.Model
	Predict *surfaces.Predictor // nil: nobody knows what the weights mean
	Probe   *surfaces.Probe
	View    plot.Rect

	batches *surfaces.Probe // of the size and seed noted here
	size    int
	seed    uint64
}

// newModel is the learning problem that a document is on, or nil if it is on none.
func newModel(doc *setup.Experiment, probe *surfaces.Probe) *model {
	s, err := doc.Landscape()
	if err != nil || s.Data == nil {
		return nil
	}
	m := &model{Data: s.Data, model: s.Model, Probe: probe}
	if m.Predict, err = s.Predictor(doc.Params); err != nil {
		m.Predict = nil
	}
	us := s.Data.Columns[0].Values
	box := figure.Nowhere()
	for i := range us {
		box.Add(plot.Point{X: us[i], Y: m.heights()[i]})
	}
	m.View = roomy(box)
	return m
}

// Kind is how the model is drawn: the examples of a formula of the user's by their inputs, if there are two.
func (m *model) Kind() surfaces.ModelKind {
	if m.model.Kind == surfaces.NoModel && len(m.Data.Columns) == 3 {
		return surfaces.Classification
	}
	return m.model.Kind
}

// heights are the examples' second coordinates: of a plane of two inputs the second one, else the target.
func (m *model) heights() []float64 {
	if m.Kind() == surfaces.Classification {
		return m.Data.Columns[1].Values
	}
	return m.Data.Columns[len(m.Data.Columns)-1].Values
}

// Axes are the names of the columns that the examples' coordinates are.
func (m *model) Axes() (across, up string) {
	columns := m.Data.Columns
	last := columns[len(columns)-1]
	if m.Kind() == surfaces.Classification {
		last = columns[1]
	}
	return words.T(columns[0].Label), words.T(last.Label)
}

// roomy is the window around some points; of a coordinate that is always the same, one to either side.
func roomy(box figure.Extents) plot.Rect {
	side := func(lo, hi float64) (float64, float64) {
		room := dataMargin * (hi - lo)
		if !(room > 1e-9*(math.Abs(lo)+math.Abs(hi))) {
			room = 1
		}
		return lo - 1.4*room, hi + room
	}
	x0, x1 := side(box.Lo.X, box.Hi.X)
	y0, y1 := side(box.Lo.Y, box.Hi.Y)
	return plot.Rect{X0: x0, X1: x1, Y0: y0, Y1: y1}
}

// Examples are the picked ones, or all of them, as clouds: of two classes in the plane the first as discs and the second as
// rings.
func (m *model) Examples(picked []int, ink color.RGBA, dot float64) []*plot.Cloud {
	us, vs, ts := m.Data.Columns[0].Values, m.heights(), m.Data.Columns[len(m.Data.Columns)-1].Values
	clouds := []*plot.Cloud{{Color: ink, Dot: dot, Below: true}, {Color: ink, Dot: dot, Below: true, Ring: true}}
	add := func(i int) {
		c := clouds[0]
		if m.Kind() == surfaces.Classification && !(ts[i] > 0) {
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

// Batched is the probe whose batches the racers of a document see, or nil if they see all examples.
func (m *model) Batched(doc *setup.Experiment) *surfaces.Probe {
	if doc.Batch <= 0 || doc.Batch >= m.Data.Len() {
		return nil
	}
	if m.batches == nil || m.size != doc.Batch || m.seed != doc.Seed {
		probe, err := m.Probe.Batched(doc.Batch, doc.Seed)
		if err != nil {
			return nil // no document with such a batch passes its check
		}
		m.batches, m.size, m.seed = probe, doc.Batch, doc.Seed
	}
	return m.batches
}

// Lines are the curve of a regression over the inputs in view, or the boundary of a classification.
func (m *model) Lines(w surfaces.Point, view plot.Rect) [][]plot.Point {
	if w.X-w.X != 0 || w.Y-w.Y != 0 {
		return nil // the racer is nowhere
	}
	if m.model.Kind == surfaces.Regression {
		line := make([]plot.Point, curveSteps+1)
		for k := range line {
			u := view.X0 + float64(k)/curveSteps*(view.X1-view.X0)
			line[k] = plot.Point{X: u, Y: m.Predict.At(w, u, 0)}
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
		m.Predict.Row(g.V[j*g.W:(j+1)*g.W], us, view.Y1-float64(j)*dy, w)
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

// Legend says what is seen.
func (m *model) Legend(doc *setup.Experiment) string {
	var parts []string
	if m.Kind() == surfaces.Classification {
		last := m.Data.Columns[len(m.Data.Columns)-1].Label
		parts = append(parts, words.T("● %s above 0   ○ others", words.T(last)))
	}
	if m.model.Kind == surfaces.NoModel {
		parts = append(parts, words.T("a formula of one's own has no model to draw"))
	}
	if m.Batched(doc) != nil {
		parts = append(parts, words.T("large: the batch of %d", doc.Batch))
	}
	return strings.Join(parts, "   ")
}
