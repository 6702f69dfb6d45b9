// Package progress has the charts of a race over its steps: what they show is computed along the recorded runs, and how it is
// drawn. A number that belongs to the update that leaves a step stands at that step.
package progress

import (
	"context"
	"math"
	"slices"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/race"
)

// Parts of what is drawn of a racer.
const (
	whole = ""
	axisX = "x"
	axisY = "y"
	limit = "limit"
)

// A Curve is what a chart shows of one racer, or a part of it.
type Curve struct {
	Racer int       // index in the tape's document
	Slot  int       // of the racer
	Part  string    // of what is shown: an axis, the limit
	Y     []float64 // at step 0, 1, ...
	X     []float64 // where that stands; nil: at the step
}

// Curves are the numbers of a chart.
type Curves struct {
	Kind  string
	Title string // of the chart
	List  []Curve
	Log   bool
	Floor float64
	Empty string // why there is nothing, if there is not
	Note  string // what is to be said of them; "": nothing
}

// A path is a racer that is drawn, up to the step to which it is.
type path struct {
	index, slot, last int
	run               *race.Run
}

// paths are those of a tape's racers that are not hidden. The curve of who has left the home window ends there.
func paths(s lab.State) (list []path) {
	for i, run := range s.Tape.Runs {
		if racer := s.TapeDoc.Racers[i]; !racer.Hidden {
			list = append(list, path{i, racer.Slot, s.Courses.Row(i, run.Steps), run})
		}
	}
	return list
}

// curve has a number for each step.
func (p path) curve(part string, at func(t int) float64) Curve {
	c := Curve{Racer: p.index, Slot: p.slot, Part: part, Y: make([]float64, p.last+1)}
	for t := range c.Y {
		c.Y[t] = at(t)
	}
	return c
}

// fewHessians is how many are computed between two pictures, of a formula.
const fewHessians = 4000

// first is curve for numbers that are those of the racer as it begins: from where it changes on there are none.
func (p path) first(part string, at func(t int) float64) Curve {
	changes := p.run.Changes
	return p.curve(part, func(t int) float64 {
		if len(changes) > 0 && t >= changes[0].At {
			return math.NaN()
		}
		return at(t)
	})
}

// Slow tells whether a kind of chart takes longer to compute than may be waited for between two pictures.
func Slow(s lab.State, kind string) bool {
	if kind != setup.ChartSharpness || s.Tape == nil {
		return false
	}
	n := 0
	for _, run := range s.Tape.Runs {
		n += run.Steps + 1
	}
	return n > fewHessians || s.Field.Probe.Examples() > 0
}

// Of computes the numbers of a kind of chart. The error is the context's.
func Of(ctx context.Context, s lab.State, kind string) (Curves, error) {
	c := Curves{Kind: kind, Title: Title(kind)}
	if s.Tape == nil {
		return c, nil
	}
	return c.of(ctx, s, paths(s))
}

// along are the numbers of a kind of chart along a whole run of a racer of a document, wherever it goes: one curve, or one for
// each part that differs. The error is the context's.
func along(ctx context.Context, doc *setup.Experiment, f *lab.Field, racer int, run *race.Run, kind string) ([]Curve, error) {
	alone := *doc
	alone.Racers = doc.Racers[racer : racer+1]
	s := lab.State{Doc: alone, TapeDoc: alone, Tape: &race.Tape{Runs: []*race.Run{run}, Steps: doc.Steps}, Field: f}
	c, err := Curves{Kind: kind}.of(ctx, s, []path{{0, alone.Racers[0].Slot, run.Steps, run}})
	return c.List, err
}

// of computes the numbers of some racers.
func (c Curves) of(ctx context.Context, s lab.State, list []path) (Curves, error) {
	switch kind := c.Kind; kind {
	case setup.ChartLoss, setup.ChartEvaluations:
		c.losses(s, list)
	case setup.ChartSlope:
		c.Title, c.Log, c.Floor = words.T("slope under the racer, |∇f|"), true, 1e-16
		for _, p := range list {
			c.List = append(c.List, p.curve(whole, p.run.GradNorm))
		}
	case setup.ChartDistance:
		c.distances(s, list)
	case setup.ChartRate:
		c.rates(list)
	case setup.ChartAxisRates:
		c.axisRates(s, list)
	case setup.ChartSharpness:
		return c, c.sharpness(ctx, s, list)
	default:
		name, _ := setup.ChartedMemory(kind)
		c.memories(name, list)
	}
	return c, nil
}

// losses are above the least one known, over steps or evaluations.
func (c *Curves) losses(s lab.State, list []path) {
	best, known := lab.Best(s.Tape, s.Field.Places)
	c.Title, c.Log, c.Floor = lossTitle(s.Field.Places, known), !s.TapeDoc.Look.LinearLoss, figure.Resolution(best)
	c.Note = Flat(s)
	for _, p := range list {
		one := p.curve(whole, func(t int) float64 { return p.run.Loss(t) - best })
		if c.Kind == setup.ChartEvaluations {
			one.X = make([]float64, len(one.Y))
			for t := range one.X {
				one.X[t] = float64(p.run.Evaluations(t))
			}
		}
		c.List = append(c.List, one)
	}
	if c.Kind == setup.ChartEvaluations {
		c.Title, c.Note = words.T("%s, over gradient evaluations", c.Title), ""
	}
}

// lossTitle says from what the losses are measured.
func lossTitle(places []lab.Place, minimum bool) string {
	if !minimum {
		return words.T("loss above the lowest seen")
	}
	for _, p := range places {
		if p.Global {
			return words.T("loss above the lowest minimum, %s", p.Name)
		}
	}
	return words.T("loss above the lowest minimum")
}

// rates are those of the updates: scheduled, or found by the method itself. After the last step stands what would come, if that
// is scheduled.
func (c *Curves) rates(list []path) {
	lo, hi := math.Inf(1), 0.0
	for _, p := range list {
		one := p.curve(whole, func(t int) float64 {
			if t < p.run.Steps {
				return p.run.Taken(t)
			}
			return math.NaN()
		})
		if n := len(one.Y); p.last == p.run.Steps && n > 1 && one.Y[n-2] == p.run.Rate(p.last-1) {
			one.Y[n-1] = p.run.Rate(p.last)
		}
		most := 0.0
		for _, v := range one.Y {
			if !math.IsInf(v, 0) && v > most {
				most = v
			}
		}
		if most > 0 {
			lo, hi = min(lo, most), max(hi, most)
		}
		c.List = append(c.List, one)
	}
	// A fall to zero is seen on a linear axis, rates of different sizes on a logarithmic one.
	c.Log = hi > 10*lo
	c.Empty = words.T("None of these methods has one step for all coordinates.")
}

// memories are those of a name, one curve for each axis unless both are the same.
func (c *Curves) memories(name string, list []path) {
	c.Empty = words.T("No racer remembers %s.", name)
	negative := false
	for _, p := range list {
		at := -1
		for _, f := range p.run.Plan.Memories() {
			if memoryName(f.Name) == name && f.Len >= 2 {
				at = f.At
				break
			}
		}
		if at < 0 {
			continue
		}
		x := p.first(axisX, func(t int) float64 { return p.run.Row(t)[at] })
		y := p.first(axisY, func(t int) float64 { return p.run.Row(t)[at+1] })
		isNegative := func(v float64) bool { return v < 0 }
		negative = negative || slices.ContainsFunc(x.Y, isNegative) || slices.ContainsFunc(y.Y, isNegative)
		c.add(x, y)
	}
	c.Log = !negative
}

// add are the curves of both axes, or one for both if they are the same.
func (c *Curves) add(x, y Curve) {
	if slices.EqualFunc(x.Y, y.Y, func(a, b float64) bool { return a == b || a != a && b != b }) {
		x.Part = whole
		c.List = append(c.List, x)
		return
	}
	c.List = append(c.List, x, y)
}
