package surfaces

import (
	"context"
	"math"
	"slices"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/interval"
	"descentlab/surfaces/proof"
)

const (
	kindShare = 4    // a part of what the proof of a window may take is for the kinds of its flat points
	aloneTry  = 3000 // evaluations to show that a point is the only one in a square, if the whole window was too much to look at
	ringTry   = 3000 // evaluations to compare the border of a square with its middle, or to follow the gradient along it
	widest    = 0.5  // cells, to which a rest may reach from a point for which it stands
	beside    = 1e-4 // of a square's diagonal: so near its middle something counts as the same point
)

// squares are the half sides, in cells, of the squares around a flat point that are looked at: wide ones lift what lies on their
// border out of rounding, narrow ones have no other points in them.
var squares = [...]float64{4, 1, 0.25, 0.06, 0.015, 4e-3, 1e-3}

// tell proves of flat points, and of kinks, what kind they are. If nothing else is critical in a square, the values are higher
// all along its border than in its middle, and the surface is continuous within, then its lowest point lies inside and can only
// be the critical one; likewise the highest. Around an isolated minimum or maximum the gradient turns once: where it turns the
// other way there is a saddle, and where it does not turn there is neither. Of a point of which nothing can be shown nothing is
// said that was not known before.
func (m *merging) tell(ctx context.Context) {
	for i := range m.points {
		if c := &m.points[i]; (c.Flat || c.Kink) && !c.Curve && !c.Proven {
			m.tellOf(ctx, c, 0)
		}
	}
	for i, a := range m.added { // they are what they are said to be now
		if k := slices.IndexFunc(m.points, func(c Critical) bool { return c.At == a.At }); k >= 0 {
			m.added[i] = m.points[k]
		}
	}
	m.proof.Near = slices.DeleteFunc(m.proof.Near, func(p Point) bool {
		told := slices.ContainsFunc(m.points, func(c Critical) bool { return c.Proven && m.distance(c.At, p) <= degenerateNear })
		if told {
			m.proof.Told = append(m.proof.Told, p)
		}
		return told
	})
}

// Told is a critical point, found by Near no farther away than that, of its true kind if it is flat and that can be proven.
func (p *Probe) Told(ctx context.Context, c Critical, within float64) Critical {
	half := within * cells / 2
	view := Rect{X0: c.At.X - half, X1: c.At.X + half, Y0: c.At.Y - half, Y1: c.At.Y + half}
	if left := maxProof / p.cost() / kindShare; c.Flat && !c.Curve && left >= aloneTry && view.Check() == nil {
		m := &merging{search: newSearch(p.eval, view), probe: p, over: p.enclosing(), left: left, once: left / 2}
		m.tellOf(ctx, &c, 0)
	}
	return c
}

// KindAt says what the surface does at a point as Classify does, and of a flat critical point what it can prove: nothing else may
// be critical in some square around, which is eight times as wide as that at most.
func (p *Probe) KindAt(ctx context.Context, at Point, within float64) Kind {
	kind := Classify(p.Jet(at.X, at.Y))
	if kind == Degenerate {
		kind = p.Told(ctx, p.critical(zero{at: at, flat: true}), within).Kind
	}
	return kind
}

// tellOf proves what kind a point is, if it can. All that lies within blur of it counts as the same point.
func (m *merging) tellOf(ctx context.Context, c *Critical, blur float64) {
	for _, r := range squares {
		if m.left <= 0 || ctx.Err() != nil || blur > 0.5*r*math.Min(m.w, m.h) {
			return
		}
		square := m.square(c.At, r)
		within, ok := m.alone(ctx, c.At, square, math.Max(blur, beside*square.Diagonal()))
		if !ok {
			continue
		}
		if kind, ok := m.peaks(c.At, square); ok {
			c.Kind, c.Proven = kind, true
		} else if index, ok := m.winds(square); ok && c.Flat && index <= 0 {
			c.Index, c.Proven = index, true
		}
		if c.Proven {
			m.straighten(c, within)
			m.describe(c, r)
			return
		}
	}
}

// A patch is where a flat point has been told that is not known more exactly.
type patch struct {
	at   Point
	blur float64
}

// patched tells whether a rest lies in a patch.
func (m *merging) patched(r proof.Rest) bool {
	return slices.ContainsFunc(m.patches, func(p patch) bool { return reachOf(r.Box, p.at) <= p.blur })
}

// patch looks whether a rest that is small, and yet no point, surrounds a critical point of a kind that can be proven, alone or
// with others beside it: where the bottom is so flat that the gradient is lost in rounding beside that of the walls.
func (m *merging) patch(ctx context.Context, r proof.Rest) {
	at, most := m.flattest(r), widest*math.Min(m.w, m.h)
	if r.Doubt != 0 || reachOf(r.Box, at) > most || m.patched(r) || !m.vanishes(at) {
		return
	}
	own, blur := reachOf(r.Box, at), 0.0
	for _, other := range m.report.Rests {
		if reach := reachOf(other.Box, at); reach <= most {
			blur = math.Max(blur, reach)
		}
	}
	if m.wide(r.Box) <= pointlike && blur <= own {
		return
	}
	c := m.probe.critical(zero{at: at, flat: true})
	if m.tellOf(ctx, &c, blur); !c.Proven {
		return
	}
	beside := func(p Critical) bool {
		return p.Flat && !p.Proven && (p.At.Distance(at) <= blur || m.distance(p.At, at) <= degenerateNear)
	}
	if k := slices.IndexFunc(m.points, beside); k >= 0 {
		m.points[k] = c
	} else {
		m.add(c)
	}
	m.points = slices.DeleteFunc(m.points, beside)
	m.patches = append(m.patches, patch{at, blur})
	m.proof.Near = append(m.proof.Near, c.At)
	m.proof.Reach = math.Max(m.proof.Reach, blur)
}

// flattest is the place in a rest where the gradient is the least of those that may be meant: its simplest point and those
// that are listed.
func (m *merging) flattest(r proof.Rest) Point {
	at := m.view.Clamp(simplest(r.Box))
	for _, p := range m.points {
		if p.Flat && r.Box.Contains(p.At) && m.steepness(p.At) < m.steepness(at) {
			at = p.At
		}
	}
	return at
}

// square reaches r cells to all sides of p.
func (m *merging) square(p Point, r float64) Rect {
	low, high := m.shift(p, -r, -r), m.shift(p, r, r)
	return Rect{X0: low.X, X1: high.X, Y0: low.Y, Y1: high.Y}
}

// alone tells whether it can be shown that a square has no critical points, and no kinks that may be such, but beside its
// middle, nearer than that; and within what they are then.
func (m *merging) alone(ctx context.Context, at Point, square Rect, near float64) (within Rect, ok bool) {
	report := m.report
	if report == nil || report.Spent || !m.view.Covers(square) {
		own, err := proof.Search(ctx, m.over, square, nil, min(max(aloneTry, m.once), m.left))
		if m.left -= own.Work; err != nil || own.Spent {
			return within, false
		}
		report = &own
	}
	if slices.ContainsFunc(report.Zeros, func(z proof.Zero) bool { return touch(z.Within, square) }) {
		return within, false
	}
	for _, r := range report.Rests {
		for _, b := range r.Boxes {
			switch {
			case !touch(b, square):
			case reachOf(b, at) > near:
				return within, false
			case ok:
				within = within.Union(b)
			default:
				within, ok = b, true
			}
		}
	}
	return within, ok
}

// touch reports whether two boxes have a point in common.
func touch(a, b Rect) bool { return a.X0 <= b.X1 && b.X0 <= a.X1 && a.Y0 <= b.Y1 && b.Y0 <= a.Y1 }

// straighten puts a flat point that is known to lie within a box, and not exactly where, onto the axes that lead through it.
func (m *merging) straighten(c *Critical, within Rect) {
	at := c.At
	if within.X0 <= 0 && 0 <= within.X1 {
		at.X = 0
	}
	if within.Y0 <= 0 && 0 <= within.Y1 {
		at.Y = 0
	}
	if c.Flat && at != c.At && m.view.Contains(at) && m.vanishes(at) {
		moved := m.probe.critical(zero{at: at, flat: true})
		moved.Kind, moved.Index, moved.Proven = c.Kind, c.Index, true
		*c = moved
	}
}

// describe says of a flat point whose kind is proven what its Hessian is. What is nothing beside that of the surface around is
// zero: the place is not known to the last digit. It makes a saddle of a point around which the gradient turns as around one.
// The ways of that are where the values on a ring lead, if the Hessian knows none.
func (m *merging) describe(c *Critical, r float64) {
	if !c.Flat {
		return
	}
	_, bent := m.surroundings(c.At)
	for _, l := range [...]*float64{&c.L1, &c.L2} {
		if math.Abs(*l)*math.Max(m.w, m.h)*math.Max(m.w, m.h) <= negligible*bent {
			*l = 0
		}
	}
	if c.Index < 0 {
		c.Kind = Saddle
		if c.L1 == 0 && c.L2 == 0 {
			c.V1, c.V2 = m.ways(c.At, r)
		}
	}
}

// peaks tells whether the lowest or the highest point of a square, in which there is but one critical point, lies inside.
func (m *merging) peaks(at Point, square Rect) (Kind, bool) {
	if !m.clear(square, interval.Kink, 5) {
		return 0, false
	}
	return m.extremeIn(at, square)
}

// clear tells whether nothing but what is allowed is in doubt of any part of a box that is divided so often.
func (m *merging) clear(box Rect, allowed interval.Doubt, halvings int) bool {
	m.left--
	if m.over.Over(box).Doubt&^allowed == 0 {
		return true
	}
	if halvings == 0 || m.left <= 0 {
		return false
	}
	a, b := halves(box)
	return m.clear(a, allowed, halvings-1) && m.clear(b, allowed, halvings-1)
}

// halves divides the longer side of a box.
func halves(box Rect) (a, b Rect) {
	a, b = box, box
	if c := box.Centre(); box.X1-box.X0 > box.Y1-box.Y0 {
		a.X1, b.X0 = c.X, c.X
	} else {
		a.Y1, b.Y0 = c.Y, c.Y
	}
	return a, b
}

// winds is how often the gradient turns on the way around a square over which it is smooth, if that can be shown: along a piece
// of the border on which it stays on one side of a line it turns by less than a half.
func (m *merging) winds(square Rect) (turns int, ok bool) {
	if !m.clear(square, 0, 5) {
		return 0, false
	}
	m.tries = min(ringTry, m.left)
	corners := [...]Point{{X: square.X0, Y: square.Y0}, {X: square.X1, Y: square.Y0}, {X: square.X1, Y: square.Y1},
		{X: square.X0, Y: square.Y1}, {X: square.X0, Y: square.Y0}}
	sum := 0.0
	for k := range 4 {
		angle, ok := m.sweeps(corners[k], corners[k+1])
		if !ok {
			return 0, false
		}
		sum += angle
	}
	whole := math.Round(sum / (2 * math.Pi))
	return int(whole), math.Abs(sum/(2*math.Pi)-whole) < 0.01
}

// sweeps is the angle by which the gradient turns along a piece of a side.
func (m *merging) sweeps(p, q Point) (angle float64, ok bool) {
	piece := Rect{X0: p.X, X1: p.X, Y0: p.Y, Y1: p.Y}.Union(Rect{X0: q.X, X1: q.X, Y0: q.Y, Y1: q.Y})
	if e := m.spend(piece); !e.SlopeX.Has(0) || !e.SlopeY.Has(0) {
		a, b := m.slope(p), m.slope(q)
		angle = math.Atan2(a.X*b.Y-a.Y*b.X, a.X*b.X+a.Y*b.Y)
		return angle, geom.Finite(angle)
	}
	mid := piece.Centre()
	if m.tries <= 0 || mid == p || mid == q {
		return 0, false
	}
	first, ok := m.sweeps(p, mid)
	if !ok {
		return 0, false
	}
	second, ok := m.sweeps(mid, q)
	return first + second, ok
}

// slope is the gradient at a point but for a positive factor, one unit long.
func (m *merging) slope(p Point) Point {
	e := m.spend(Rect{X0: p.X, X1: p.X, Y0: p.Y, Y1: p.Y})
	return unit(e.SlopeX.Mid(), e.SlopeY.Mid())
}

// spend encloses the surface over a box, and counts that.
func (m *merging) spend(box Rect) expr.Enclosure {
	m.tries--
	m.left--
	return m.over.Over(box)
}
