package surfaces

import (
	"context"
	"math"
)

// Downhill traces the curve of steepest descent from a point of the window, as a ball without inertia rolls, until it comes to
// a critical point or leaves the window, in so many steps at most. The points among which it may end are those that Critical
// found there; another one is found on the way. From a critical point there is no way down: the branch has arrived there. A probe
// that keeps within a box follows its border as far as the way is held by it.
//
// The error is Rect.Check's or the context's.
func (p *Probe) Downhill(ctx context.Context, from Point, view Rect, among []Critical, steps int) (Branch, error) {
	if err := view.Check(); err != nil {
		return Branch{To: -1}, err
	}
	if p.box != nil {
		return p.keptDownhill(ctx, from, view, among, steps)
	}
	return p.freeDownhill(ctx, from, view, among, steps)
}

func (p *Probe) freeDownhill(ctx context.Context, from Point, view Rect, among []Critical, steps int) (Branch, error) {
	f := flow{search: newSearch(p.eval, view), probe: p, among: among, sign: -1}
	j := f.eval.Jet(from.X, from.Y)
	for i, c := range among {
		if c.At == from {
			return Branch{Path: []Point{from}, End: Arrived, At: c, To: i}, nil
		}
	}
	l1, l2, _, _ := Eigen(j)
	h := 0.1 / math.Max(math.Abs(l1), math.Abs(l2))
	if !(h < math.MaxFloat64) {
		h = 1 / math.Max(f.length(j.X, j.Y), underflow)
	}
	nowhere := Point{X: math.Inf(1), Y: math.Inf(1)} // it has come from no saddle to which it might seem to return
	b, err := f.trace(ctx, nowhere, from, h, steps)
	b.Path[0] = from
	return b, err
}

// Near looks for the critical point beside a point, by Newton's method, no farther away than the given distance. Whoever stands
// where the surface is level all around has none beside him.
func (p *Probe) Near(at Point, within float64) (Critical, bool) {
	const cells = 64 // of a window, along each side
	half := within * cells / 2
	view := Rect{X0: at.X - half, X1: at.X + half, Y0: at.Y - half, Y1: at.Y + half}
	if view.Check() != nil {
		return Critical{}, false
	}
	s := newSearch(p.eval, view)
	z, ok := s.descend(at, leash{first: 1, stride: 1, reach: 1, halving: 12})
	if !ok || !s.vanishes(z.at) || p.box != nil && !p.box.Contains(z.at) {
		return Critical{}, false
	}
	z.flat = !s.curved(z)
	return p.critical(z), true
}

// LineOf tells whether a degenerate critical point is one of a whole line of minima: whether others of the same value lie on
// both sides of it, at the given distance, with higher ground across.
func (p *Probe) LineOf(c Critical, distance float64) bool {
	along, across, bend := c.V1, c.V2, c.L2
	if math.Abs(c.L1) > math.Abs(c.L2) {
		along, across, bend = c.V2, c.V1, c.L1
	}
	if c.Kind != Degenerate || !(bend > 0) {
		return false
	}
	for _, way := range [...]float64{distance, -distance} {
		beside, ok := p.Near(Point{X: c.At.X + way*along.X, Y: c.At.Y + way*along.Y}, distance/2)
		up := p.Value(c.At.X+way*across.X, c.At.Y+way*across.Y) - c.Value
		// The ground across is as high as the curvature says, to an order of magnitude; along the line it is level.
		if !ok || !(math.Abs(beside.Value-c.Value) <= 1e-9*math.Abs(up)) || !(up > 0) {
			return false
		}
	}
	return !p.sloped(c.At, along, distance)
}

// Sloped tells whether what seems to be a degenerate critical point lies on a slope that is small there, as far out as that of
// exp(x) is for great negative x.
func (p *Probe) Sloped(c Critical, distance float64) bool {
	along := c.V1
	if math.Abs(c.L1) > math.Abs(c.L2) {
		along = c.V2
	}
	return c.Kind == Degenerate && p.sloped(c.At, along, distance)
}

// sloped tells whether the slope along a line is never zero and changes in one way only: rounding does neither.
func (p *Probe) sloped(at, along Point, distance float64) bool {
	const samples = 9
	var slopes [samples]float64
	for k := range slopes {
		t := (2*float64(k)/(samples-1) - 1) * distance
		_, x, y := p.Grad(at.X+t*along.X, at.Y+t*along.Y)
		slopes[k] = x*along.X + y*along.Y
	}
	sign := math.Copysign(1, slopes[samples-1]-slopes[0])
	for k := range slopes {
		if slopes[k] == 0 || math.Signbit(slopes[k]) != math.Signbit(slopes[0]) || k > 0 && !((slopes[k]-slopes[k-1])*sign > 0) {
			return false
		}
	}
	return true
}
