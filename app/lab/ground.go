package lab

import (
	"cmp"
	"context"
	"math"
	"slices"

	"descentlab/app/lab/motion"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A ground is a surface asked for what lies where a racer is. It must not be used by two goroutines at once.
type ground struct {
	probe  *surfaces.Probe
	places []Place
	points []surfaces.Critical // of the places
	known  bool                // the places are
	window surfaces.Rect       // in which the way down is followed
	size   float64             // diagonal of the home window
	steps  int                 // of a way down, at most
	upside []Place             // places as they are where the ground is upside down; else nil
}

// downhillWork is how many evaluations of one example a way down may take: some milliseconds. A mean over so many examples that
// this is too little is not followed, and its racers are said to be still moving.
const downhillWork = 400_000

// newGround is that of a field, or the same upside down.
func newGround(f *Field, home surfaces.Rect, inverted bool) ground {
	g := ground{
		probe: f.Probe.Fork(), places: f.Places, known: f.Found(),
		window: twice(home).Union(f.Probe.Region(home)), size: home.Diagonal(),
		steps: min(2000, downhillWork/4/max(f.Probe.Examples(), 1)),
	}
	if inverted {
		g.invert()
	}
	for _, p := range g.places {
		g.points = append(g.points, p.Critical)
	}
	return g
}

// bottom is the minimum at whose loss a run ends at x, that has been as high as that; ok tells whether it does. The value is the
// minimum's.
func (g *ground) bottom(x surfaces.Point, loss, highest float64) (w Whereabouts, value float64, ok bool) {
	near := slices.Collect(func(yield func(*Place) bool) {
		for i := range g.places {
			p := &g.places[i]
			if math.Abs(loss-p.Value) <= motion.Nearness(p.Value, highest) && !yield(p) {
				return
			}
		}
	})
	slices.SortStableFunc(near, func(a, b *Place) int { return cmp.Compare(a.At.Distance(x), b.At.Distance(x)) })
	for _, p := range near[:min(len(near), 3)] {
		line := g.probe.LineOf(p.Critical, p.Reach/4) || p.Border && p.Curve
		// At the border of a plateau there may be a degenerate point: it is not what a racer on the plateau has come to.
		plain := p.Kind == surfaces.Minimum || line || p.At.Distance(x) <= p.Reach
		low, level := g.low(p.Critical, p.Reach)
		if plain && low && level <= mostLevel && g.joined(x, loss, p.At, p.Value, highest) {
			w = Whereabouts{Kind: Settled, Place: p, At: p.At, Ground: p.Kind, Line: line || level > 0}
			return w.onLine(), p.Value, true
		}
	}
	c, found := g.beside(x)
	if !found || !(math.Abs(loss-c.Value) <= motion.Nearness(c.Value, highest)) {
		return Whereabouts{}, 0, false
	}
	low, level := g.low(c, g.size/1000)
	line := g.probe.LineOf(c, g.size/1000)
	if !low || level > mostLevel || c.Kind == surfaces.Degenerate && !line && g.probe.Sloped(c, g.size/1000) {
		return Whereabouts{}, 0, false
	}
	w = Whereabouts{Kind: Settled, At: c.At, Ground: c.Kind, Line: line || level > 0}
	if p := g.listed(c); p != nil && !w.Line {
		w.Place, w.At = p, p.At
	}
	return w.onLine(), c.Value, true
}

// beside is the critical point beside x. Along a line of them rounding leads Newton's method astray at some distances, not at
// all.
func (g *ground) beside(x surfaces.Point) (c surfaces.Critical, found bool) {
	for _, part := range [...]float64{100, 300, 1000, 40} {
		if c, found = g.probe.Near(x, g.size/part); found {
			break
		}
	}
	return c, found
}

// onLine is settled on a line of minima, if the place is one of such.
func (w Whereabouts) onLine() Whereabouts {
	if w.Line {
		w.Kind = OnLine
	}
	return w
}

// joined tells whether no higher ground than rounding lies between a point and a minimum: they are in one hollow.
func (g *ground) joined(x surfaces.Point, loss float64, to surfaces.Point, value, highest float64) bool {
	const parts = 16
	most := max(loss, value) + motion.Nearness(value, highest)
	for k := 1; k < parts; k++ {
		t := float64(k) / parts
		if !(g.probe.Value(x.X+t*(to.X-x.X), x.Y+t*(to.Y-x.Y)) <= most) {
			return false
		}
	}
	return true
}

// listed is the place that a critical point is which has been found from elsewhere: where the ground is flat it is not found
// exactly.
func (g *ground) listed(c surfaces.Critical) *Place {
	p := Nearest(g.places, c.At, g.size/200)
	if p == nil || p.Kind != c.Kind && p.Kind != surfaces.Degenerate && !p.Flat || c.At.Distance(p.At) > p.Reach {
		return nil
	}
	return p
}

const (
	lookouts  = 24 // directions in which the ground around a point is looked at
	mostLevel = 4  // of these in which it may be as low as at a minimum: else that is the border of a plain
)

// low tells whether a critical point is a minimum: by its curvature, or if that is zero by the ground around, which must not be
// all level; and in how many directions it is level.
func (g *ground) low(c surfaces.Critical, around float64) (minimum bool, level int) {
	if c.Kind != surfaces.Degenerate {
		return c.Kind == surfaces.Minimum, 0
	}
	var rise [lookouts]float64
	top := 0.0
	for k := range rise {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / lookouts)
		rise[k] = g.probe.Value(c.At.X+around*cos, c.At.Y+around*sin) - c.Value
		if !(rise[k] >= -1e-12*math.Abs(c.Value)) {
			return false, 0
		}
		top = max(top, rise[k])
	}
	nothing := max(1e-12*math.Abs(c.Value), 1e-12*top)
	for _, r := range rise {
		if r <= nothing {
			level++
		}
	}
	return top > 1e-12*math.Abs(c.Value), level
}

// on is the place that is no minimum on which a point lies, to a hundred-thousandth of the home window; nil if there is none.
func (g *ground) on(x surfaces.Point) *Place {
	p := Nearest(g.places, x, g.size*1e-5)
	if p == nil || p.Curve || g.bottomed(p) {
		return nil
	}
	return p
}

// bottomed tells whether a place is a minimum, whatever its curvature.
func (g *ground) bottomed(p *Place) bool {
	low, _ := g.low(p.Critical, p.Reach)
	return low
}

// alone tells whether a place is a minimum with higher ground all around.
func (g *ground) alone(p *Place) bool {
	low, level := g.low(p.Critical, p.Reach)
	return low && level == 0
}

// drawn is the place that is no minimum to which the rest of a run comes nearer, within its reach, as Newton's method may; nil if
// there is none.
func (g *ground) drawn(r *race.Run, row int) *Place {
	x := motion.At(r, row)
	p := Nearest(g.places, x, g.size/200)
	if p == nil || x.Distance(p.At) > p.Reach || g.bottomed(p) {
		return nil
	}
	if !motion.Nears(r, row, p.At, p.Reach) {
		return nil
	}
	return p
}

// still is where a racer stands that does not move: at a critical point that is not listed, if it lies within a
// hundred-thousandth of the home window, or else in the given situation.
func (g *ground) still(x surfaces.Point, otherwise Situation) Whereabouts {
	c, ok := g.probe.Near(x, g.size*1e-5)
	if !ok || c.Kind == surfaces.Degenerate {
		return Whereabouts{Kind: otherwise}
	}
	return Whereabouts{Kind: AtPlace, At: c.At, Ground: c.Kind}
}

// about is how near to a place to which the ground leads a racer is about it: nearer than to any other minimum.
func (g *ground) about(goal Whereabouts) float64 {
	reach := g.size / 10
	for i := range g.places {
		if p := &g.places[i]; !goal.Line && p.Kind == surfaces.Minimum && p != goal.Place {
			reach = min(reach, p.At.Distance(goal.At)/2)
		}
	}
	return reach
}

// between is what a racer does that goes to and fro by steps of this length and this middle: if to the eye it hardly moves it
// circles a minimum that lies there, or else it bounces across a valley.
func (g *ground) between(middle surfaces.Point, step float64) Whereabouts {
	if step > g.size/100 {
		return Whereabouts{Kind: Bouncing}
	}
	if p := Nearest(g.places, middle, step); p != nil && g.bottomed(p) {
		return Whereabouts{Kind: Circling, Place: p, At: p.At, Ground: p.Kind}
	}
	if w, ok := g.below(middle); ok && w.At.Distance(middle) <= step {
		w.Kind = Circling
		return w
	}
	if c, ok := g.probe.Near(middle, step); ok && c.Kind == surfaces.Minimum {
		return Whereabouts{Kind: Circling, At: c.At, Ground: c.Kind}
	}
	return Whereabouts{Kind: Bouncing}
}

// below is where the ground leads downhill from a point, if that is known.
func (g *ground) below(x surfaces.Point) (Whereabouts, bool) {
	if !g.known || !g.window.Contains(x) {
		return Whereabouts{}, false
	}
	b, err := g.probe.Downhill(context.Background(), x, g.window, g.points, g.steps)
	switch {
	case err != nil:
		return Whereabouts{}, false
	case b.End == surfaces.Broken || b.End == surfaces.Unfinished:
		// At a kink, or to and fro across one: on along the crease, to what may be a place of its own.
		at, ok := g.probe.Slide(b.Path[len(b.Path)-1], g.window, g.steps)
		p := Nearest(g.places, at, g.size*1e-3)
		if !ok || p == nil || p.Kind != surfaces.Minimum {
			return Whereabouts{}, false
		}
		return Whereabouts{Place: p, At: p.At, Ground: p.Kind}, true
	case b.End != surfaces.Arrived:
		return Whereabouts{}, false
	}
	w := Whereabouts{At: b.At.At, Ground: b.At.Kind}
	low, level := g.low(b.At, g.size/1000)
	w.Line = b.At.Border && b.At.Curve || g.probe.LineOf(b.At, g.size/1000) || low && level > 0 && level <= mostLevel
	if b.To >= 0 {
		w.Place = &g.places[b.To]
	} else if w.Place = g.listed(b.At); w.Place != nil {
		w.At = w.Place.At
	}
	return w, w.Place != nil || w.Line || !g.probe.Sloped(b.At, g.size/1000)
}
