package lab

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"descentlab/optim/sweep"
)

// maxBins is the largest number of bins of a histogram.
const maxBins = 40

// A Histogram counts when something happens to the runs of a swarm, over its steps: bin k holds steps k*Width up to, but not
// including, (k+1)*Width; the last one holds the last step too.
type Histogram struct {
	Width  int // of a bin, in steps; a 1, 2 or 5 times a power of ten of what is kept of the swarm
	Bins   int
	Groups []Group
	Never  int // runs to which it does not happen
}

// A Group are those runs of a histogram that go together.
type Group struct {
	Side   Side   // to which they leave a saddle; NoSide of those that arrive
	Place  *Place // where they arrive, or their way down leads; nil of a way to nowhere known
	Counts []int  // bin by bin
	steps  []float64
}

// Label names the group: "minimum A (global)", "upwards → B".
func (g *Group) Label() string {
	if g.Side == NoSide {
		return g.Place.Label()
	}
	return g.leading(g.Side.String())
}

// Key is the group's name in files.
func (g *Group) Key() string {
	if g.Side == NoSide {
		return g.Place.Key()
	}
	return g.leading(g.Side.Key())
}

// leading puts where a way leads behind its side.
func (g *Group) leading(side string) string {
	if g.Place == nil {
		return side
	}
	return side + " → " + g.Place.Name
}

// Size is how many runs are in the group.
func (g *Group) Size() int { return len(g.steps) }

// Quartiles are the steps by which it has happened to a quarter, to half and to three quarters of the group; NaN if there is
// nobody in it.
func (g *Group) Quartiles() [3]float64 {
	if len(g.steps) == 0 {
		return [3]float64{math.NaN(), math.NaN(), math.NaN()}
	}
	steps := slices.Sorted(slices.Values(g.steps))
	var q [3]float64
	for i := range q {
		q[i] = stat.Quantile(float64(i+1)/4, stat.Empirical, steps, nil)
	}
	return q
}

func newHistogram(steps, every int) Histogram {
	width := every * round125(float64(steps)/float64(maxBins*every))
	return Histogram{Width: width, Bins: max(1, (steps+width-1)/width)}
}

// round125 is the least 1, 2 or 5 times a power of ten that is not below v.
func round125(v float64) int {
	for unit := 1; ; unit *= 10 {
		for _, m := range []int{1, 2, 5} {
			if float64(m*unit) >= v {
				return m * unit
			}
		}
	}
}

func (h *Histogram) group(side Side, place *Place) *Group {
	h.Groups = append(h.Groups, Group{Side: side, Place: place, Counts: make([]int, h.Bins)})
	return &h.Groups[len(h.Groups)-1]
}

func (h *Histogram) count(g *Group, step float64) {
	g.Counts[min(int(step)/h.Width, h.Bins-1)]++
	g.steps = append(g.steps, step)
}

// Arrivals count when the runs come to the places where they end, in the order of the places. A run has arrived at the first
// step from which on it is seen there.
func (r *SwarmRun) Arrivals() Histogram {
	h := newHistogram(r.Swarm.Steps, r.Every)
	for i := range r.places {
		p := &r.places[i]
		var at *Group
		for _, end := range r.Ends {
			if end.Kind != sweep.Arrived || int(end.Target) != i {
				continue
			}
			if at == nil {
				at = h.group(NoSide, p)
			}
			h.count(at, float64(end.Steps))
		}
	}
	for _, end := range r.Ends {
		if end.Kind != sweep.Arrived {
			h.Never++
		}
	}
	return h
}

// Escapes count when the runs leave the saddle near which they begin, by the side to which they do. It is empty if they
// begin near none.
func (r *SwarmRun) Escapes() Histogram {
	h := newHistogram(r.Swarm.Steps, r.Every)
	if r.Escape == nil {
		return h
	}
	for side, steps := range r.Escape.Steps {
		g := h.group(r.Escape.Direction(side), r.Escape.To[side])
		for _, t := range steps {
			h.count(g, t)
		}
	}
	h.Never = r.Escape.Near - r.Escape.Left()
	return h
}
