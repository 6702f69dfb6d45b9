// Package ground is what is walked on in the game: a formula with one or two coordinates, its heights and slopes, its lowest
// point, and the runs of the catalogue's methods on it. Nothing is computed here that the lab does not compute the same way.
package ground

import (
	"context"
	"math"
	"sync"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A Ground is a landscape. With one coordinate the formula is one of x alone, and Y of the window is that of heights.
type Ground struct {
	Formula string
	Flat    bool // one coordinate: a curve
	View    surfaces.Rect
	Start   surfaces.Point

	once func() *known
}

// known is what is found out about a ground when it is first asked for.
type known struct {
	probe  *surfaces.Probe
	lowest surfaces.Critical
	all    []surfaces.Critical
}

// New is the ground of a formula. A formula that cannot be read is a mistake of whoever wrote the level.
func New(g Ground) *Ground {
	g.once = sync.OnceValue(func() *known {
		p, err := surfaces.Surface{Formula: g.Formula}.Probe(nil)
		if err != nil {
			panic("ground: " + g.Formula + ": " + err.Error())
		}
		k := &known{probe: p}
		if g.Flat {
			k.all = valleys(p, g.View)
		} else if k.all, err = p.Critical(context.Background(), g.View); err != nil {
			panic("ground: " + g.Formula + ": " + err.Error())
		}
		k.lowest.Value = math.Inf(1)
		for _, c := range k.all {
			if c.Kind == surfaces.Minimum && c.Value < k.lowest.Value {
				k.lowest = c
			}
		}
		return k
	})
	return &g
}

// Dim is the number of coordinates.
func (g *Ground) Dim() int {
	if g.Flat {
		return 1
	}
	return 2
}

// Lowest is the deepest minimum of the window.
func (g *Ground) Lowest() surfaces.Critical { return g.once().lowest }

// Critical are the critical points in the window; of a curve its minima and maxima.
func (g *Ground) Critical() []surfaces.Critical { return g.once().all }

// Probe asks about places; each goroutine needs its own.
func (g *Ground) Probe() *surfaces.Probe { return g.once().probe.Fork() }

// At is the height at a place with the slope there.
func (g *Ground) At(p surfaces.Point) (height float64, slope surfaces.Point) {
	height, fx, fy := g.Probe().Grad(p.X, p.Y)
	return height, surfaces.Point{X: fx, Y: fy}
}

// Objective is the ground as the methods see it.
func (g *Ground) Objective() optim.Objective {
	if g.Flat {
		return curve{g.Probe()}
	}
	return g.Probe()
}

// Run is the recorded run of a method from a place. What draws random numbers draws those of the seed.
func (g *Ground) Run(spec optim.Spec, from surfaces.Point, steps int, seed uint64) (*race.Run, error) {
	start := []float64{from.X, from.Y}[:g.Dim()]
	tape, err := race.Record(context.Background(), g.Objective, []race.Entrant{{Spec: spec, Start: start, Seed: seed}}, steps)
	if err != nil {
		return nil, err
	}
	return tape.Runs[0], nil
}

// Place is where a run is after t steps.
func (g *Ground) Place(r *race.Run, t int) surfaces.Point {
	x := r.X(t)
	if g.Flat {
		return surfaces.Point{X: x[0]}
	}
	return surfaces.Point{X: x[0], Y: x[1]}
}

// Settled is the step from which a run stays below a height until its end, or -1 if it does not end there.
func Settled(r *race.Run, below float64) int {
	if r.Verdict.Kind != race.Finished {
		return -1
	}
	at := -1
	for t := r.Steps; t >= 0 && r.Loss(t) < below; t-- {
		at = t
	}
	return at
}
