// Package flows finds what a race is compared with to see what is due to the size of its steps: the gradient flow from its start,
// and beside plain gradient descent the central flow.
package flows

import (
	"context"

	"descentlab/app/lab"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/optim/flow"
)

// Flows are the curves beside a race.
type Flows struct {
	Gradient []geom.Point         // for as long as the longest sum of a racer's learning rates
	Central  map[int][]geom.Point // of the racers that are plain descent, by their number, a point for each step
}

// Of finds the flows beside a race. Noise and mini-batches are not in them: they are those of the whole loss. An error is the
// context's.
func Of(ctx context.Context, r lab.Run) (Flows, error) {
	f := Flows{Central: map[int][]geom.Point{}}
	probe := r.Field.Probe.Fork()
	ground := func(x, y float64) flow.Jet { return flow.Jet(probe.Jet(x, y)) }
	at := r.Doc.Outset()
	start := flow.Point{X: at.X, Y: at.Y}
	var times []float64
	for i, run := range r.Tape.Runs {
		racer := &r.Doc.Racers[i]
		if m, err := optim.LookupMethod(racer.Spec.Method); err != nil || !m.Rated() || racer.Spec.Climbs() || racer.Hidden {
			continue
		}
		rates, sums, sum := make([]float64, run.Steps), make([]float64, run.Steps+1), 0.0
		for t := range rates {
			rates[t] = run.Rate(t)
			sum += rates[t]
			sums[t+1] = sum
		}
		if len(times) == 0 || sum > times[len(times)-1] {
			times = sums
		}
		if !plain(r, i) {
			continue
		}
		path, err := flow.Central(ctx, ground, start, rates)
		if err != nil {
			return Flows{}, err
		}
		f.Central[i] = points(path)
	}
	path, err := flow.Gradient(ctx, ground, start, times)
	f.Gradient = points(path)
	return f, err
}

// plain tells whether a racer is gradient descent and nothing else: no momentum, no stage, no sample, no noise.
func plain(r lab.Run, racer int) bool {
	if r.Doc.Noise > 0 || r.Doc.Batch > 0 || r.Doc.Bounds != nil {
		return false
	}
	one := &r.Doc.Racers[racer]
	specs := []optim.Spec{one.Spec}
	for _, c := range one.Changes {
		specs = append(specs, c.Spec)
	}
	for _, s := range specs {
		if s.Method != "sgd" {
			return false
		}
		for _, k := range s.WithSchedule("").Knobs() {
			if v, set := s.Set[k.Name]; set && k.Name != "lr" && k.Format(v) != k.Format(optim.Spec{Method: "sgd"}.Get(k.Name)) {
				return false
			}
		}
	}
	return true
}

func points(path []flow.Point) []geom.Point {
	list := make([]geom.Point, len(path))
	for i, p := range path {
		list[i] = geom.Point{X: p.X, Y: p.Y}
	}
	return list
}
