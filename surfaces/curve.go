package surfaces

import (
	"context"
	"math"
)

// stepAlong is how far a curve of zeros is followed at a time, in cells.
const stepAlong = 0.75

// follow fills the gaps in curves of zeros. Where a curve runs along a cliff, few starts find it; but from a point on
// it the next one lies in the direction in which the Hessian vanishes.
func (s *search) follow(ctx context.Context) error {
	for i := 0; i < len(s.found.zeros); i++ {
		if err := ctx.Err(); err != nil || s.spent() {
			return err
		}
		z := s.found.zeros[i]
		if !z.flat {
			continue
		}
		v, ok := s.level(z.at)
		if !ok {
			continue
		}
		s.found.zeros[i].drawn = true
		for _, way := range [...]Point{v, {X: -v.X, Y: -v.Y}} {
			if next, ok := s.walk(z.at, way); ok {
				s.keep(next)
			}
		}
	}
	return nil
}

// walk goes along the curve of zeros through p in the direction v, in strides that are halved where the curve bends
// away, and returns the zero at which it is far enough from p to be kept.
func (s *search) walk(p, v Point) (z zero, ok bool) {
	at, stride := p, stepAlong
	for range 64 {
		l := leash{first: stride, stride: stride / 2, reach: stride / 2, halving: 12}
		z, ok = s.descend(s.shift(at, stride*v.X, stride*v.Y), l)
		switch {
		case !ok && stride < stepAlong/32:
			return zero{}, false
		case !ok:
			stride /= 2
			continue
		}
		if s.distance(z.at, p) >= (thinning+stepAlong)/2 {
			return z, true
		}
		next, level := s.level(z.at)
		if !level {
			return zero{}, false
		}
		if next.X*v.X+next.Y*v.Y < 0 {
			next = Point{X: -next.X, Y: -next.Y}
		}
		at, v = z.at, next
	}
	return zero{}, false
}

// apart tells whether two places where the gradient vanishes are on no curve of such: along that the value stays the same. It is
// compared with how the value changes as far away across: the way from one to the other is straight, and the curve need not be.
func (s *search) apart(p, q Point) bool {
	const bend = 0.3
	mid := Point{X: (p.X + q.X) / 2, Y: (p.Y + q.Y) / 2}
	u, v := (q.X-p.X)/s.w/2, (q.Y-p.Y)/s.h/2
	a, b := s.shift(mid, -v, u), s.shift(mid, v, -u)
	from, to, between := s.eval.Value(p.X, p.Y), s.eval.Value(q.X, q.Y), s.eval.Value(mid.X, mid.Y)
	off := math.Max(math.Abs(between-from), math.Abs(between-to))
	across := math.Max(math.Abs(s.eval.Value(a.X, a.Y)-from), math.Abs(s.eval.Value(b.X, b.Y)-from))
	return off > bend*across && off > 1e-9*math.Abs(from)
}

// level returns the direction, per cell, in which the Hessian at p vanishes, unless it does so in all.
func (s *search) level(p Point) (Point, bool) {
	j := s.jet(p)
	l1, l2, v1, v2 := Eigen(j)
	_, bent := s.surroundings(p)
	if !(math.Max(math.Abs(l1), math.Abs(l2)) > 1e-6*bent) {
		return Point{}, false
	}
	if math.Abs(l1) < math.Abs(l2) {
		return v1, true
	}
	return v2, true
}
