package surfaces

import (
	"math"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// A zero is a point where the gradient vanishes as far as can be computed.
type zero struct {
	at   Point
	blur float64 // how far off it may be, in cells
	flat bool    // an eigenvalue of the Hessian is zero

	drawn bool // a curve has been followed from here
	curve bool // it stands for a whole curve
}

const (
	patience  = 160    // steps at most; a zero of multiplicity six arrives within
	idling    = 8      // steps without a smaller gradient before giving up
	underflow = 1e-270 // derivatives below that have lost their digits
)

// A leash says how far Newton's method is followed.
type leash struct {
	first   float64 // the longest first step, in cells: a longer one is not taken
	stride  float64 // the longest step, in cells: a longer one is shortened
	reach   float64 // the greatest distance from the start, in cells
	halving int     // steps within which their length must halve
}

// descend follows Newton's method on the gradient from start and returns the
// zero it arrives at. It gives up when it leaves the window, pulls at the leash,
// or creeps: in the tail of a Gaussian the steps lead outward for ever.
//
// Where rounding keeps the steps from becoming as short as they should, as near
// a multiple zero of an expanded polynomial, the best point is returned with
// its blur.
func (s *search) descend(start Point, l leash) (zero, bool) {
	at, best, lowest, idle := start, zero{}, math.Inf(1), 0
	bound := math.Inf(1) // what the next step checked must fall below
	for i := range patience {
		j := s.jet(at)
		du, dv := newtonStep(j)
		g, step := math.Hypot(j.X, j.Y), math.Hypot(du, dv)
		if !geom.Finite(g) || !geom.Finite(step) || i == 0 && step > l.first {
			return zero{}, false
		}
		if g < lowest {
			best, lowest, idle = zero{at: at, blur: 10 * step}, g, 0
		} else if idle++; idle == idling {
			return best, best.blur < 1e-2
		}
		if i%l.halving == 0 {
			if step > bound {
				return zero{}, false
			}
			bound = step / 2
		}
		if step > l.stride {
			du, dv = du*l.stride/step, dv*l.stride/step
		}
		before := at
		at = s.shift(at, du, dv)
		if !s.roams(at) || s.distance(at, start) > l.reach {
			return zero{}, false
		}
		if step <= s.grain(at) {
			if !defined(s.jet(at)) {
				at = before // cos(sqrt(x^2+y^2)) has no derivatives at 0, but all around
			}
			at = s.polish(at)
			return zero{at: at, blur: 1e3 * s.grain(at)}, true
		}
	}
	return zero{}, false
}

// defined reports whether gradient and Hessian are finite.
func defined(j expr.Jet) bool {
	sum := j.X + j.Y + j.XX + j.XY + j.YY
	return sum-sum == 0
}

// newtonStep returns the step, in cells, to where the quadratic model of j is
// stationary. Along an eigenvector whose eigenvalue is zero to rounding it does
// not move, so that a valley of minima is approached at a right angle. If the
// whole Hessian is zero there is no such step, and the result is NaN.
func newtonStep(j expr.Jet) (du, dv float64) {
	det := j.XX*j.YY - j.XY*j.XY
	norm := j.XX*j.XX + 2*j.XY*j.XY + j.YY*j.YY
	if norm > underflow && math.Abs(det) > 1e-13*norm {
		return (j.XY*j.Y - j.YY*j.X) / det, (j.XY*j.X - j.XX*j.Y) / det
	}
	l1, l2, v1, v2 := Eigen(j)
	large := math.Max(math.Abs(l1), math.Abs(l2))
	if !(large > underflow) {
		return math.NaN(), math.NaN()
	}
	small := 1e-15 * large
	if math.Abs(l1) > small {
		t := (v1.X*j.X + v1.Y*j.Y) / l1
		du, dv = -t*v1.X, -t*v1.Y
	}
	if math.Abs(l2) > small {
		t := (v2.X*j.X + v2.Y*j.Y) / l2
		du, dv = du-t*v2.X, dv-t*v2.Y
	}
	return du, dv
}

// polish takes a few more Newton steps, as long as they make the gradient
// smaller, and replaces a coordinate that is a rounding error by zero if that is
// no worse. At a multiple zero the steps would go on until the Hessian underflows.
func (s *search) polish(at Point) Point {
	j := s.jet(at)
	g := math.Hypot(j.X, j.Y)
	for i := 0; i < 4 && g > 0; i++ {
		du, dv := newtonStep(j)
		next := s.shift(at, du, dv) // NaN if the Hessian has underflowed
		jn := s.jet(next)
		gn := math.Hypot(jn.X, jn.Y)
		if !(gn < g) || !defined(jn) {
			break
		}
		at, j, g = next, jn, gn
	}
	r := s.resolution(at)
	if math.Abs(at.X) <= r.X {
		if p := (Point{X: 0, Y: at.Y}); s.steepness(p) <= g {
			at = p
		}
	}
	if math.Abs(at.Y) <= r.Y {
		if p := (Point{X: at.X, Y: 0}); s.steepness(p) <= g {
			at = p
		}
	}
	return at
}

// steepness is the length of the gradient at p, per cell.
func (s *search) steepness(p Point) float64 {
	j := s.jet(p)
	return math.Hypot(j.X, j.Y)
}

// vanishes reports whether the gradient at p is zero compared with what it is
// around. It is not at a pole or a kink, where Newton's steps may come to rest
// as well, nor on a plateau.
func (s *search) vanishes(p Point) bool {
	steep, _ := s.surroundings(p)
	j := s.jet(p)
	return steep > underflow && geom.Finite(j.F) && math.Hypot(j.X, j.Y) <= 1e-8*steep
}

// surroundings returns the greatest gradient and the greatest second derivative a
// quarter of a cell away from p, across and along its sides: the axes alone might
// be curves of zeros, as of x^2*y^2.
func (s *search) surroundings(p Point) (steep, bent float64) {
	// Far from the origin a quarter of a cell may be too short to see anything.
	du := math.Max(0.25, 1e-6*math.Abs(p.X)/s.w)
	dv := math.Max(0.25, 1e-6*math.Abs(p.Y)/s.h)
	for _, q := range [...]Point{
		s.shift(p, du, 0), s.shift(p, -du, 0), s.shift(p, 0, dv), s.shift(p, 0, -dv),
		s.shift(p, du, dv), s.shift(p, -du, dv), s.shift(p, du, -dv), s.shift(p, -du, -dv),
	} {
		j := s.jet(q)
		if g := math.Hypot(j.X, j.Y); geom.Finite(g) {
			steep = math.Max(steep, g)
		}
		if h := math.Abs(j.XX) + math.Abs(j.XY) + math.Abs(j.YY); geom.Finite(h) {
			bent = math.Max(bent, h)
		}
	}
	return steep, bent
}

// curved reports whether both eigenvalues at z differ from zero by more than
// their uncertainty. That comes from rounding, of terms that cancel at z but not
// around it, and from the uncertainty of the position, which is the error of the
// gradient over the eigenvalue: a spurious minimum beside the true, flat one of
// an expanded (x-1)^4 has a curvature, but one that changes by as much within
// its blur.
func (s *search) curved(z zero) bool {
	j := s.scaled(z.jet(s.eval))
	l1, l2, v1, v2 := Eigen(j)
	_, bent := s.surroundings(z.at)
	if curvature(l1, l2) == Degenerate || math.Min(math.Abs(l1), math.Abs(l2)) <= 1e-12*bent {
		return false
	}
	return s.steady(z, j, l1, v1) && s.steady(z, j, l2, v2)
}

// steady reports whether the curvature l along v at z keeps its sign within the
// uncertainty of z's position.
func (s *search) steady(z zero, j expr.Jet, l float64, v Point) bool {
	d := math.Max(z.blur, 1e3*s.grain(z.at))
	n := s.jet(s.shift(z.at, d*v.X, d*v.Y))
	noise := math.Abs((n.X-j.X)*v.X + (n.Y-j.Y)*v.Y - l*d)
	d = math.Max(d, 10*noise/math.Abs(l))
	for _, t := range [...]float64{d, -d} {
		n := s.jet(s.shift(z.at, t*v.X, t*v.Y))
		bend := n.XX*v.X*v.X + 2*n.XY*v.X*v.Y + n.YY*v.Y*v.Y
		if !(math.Abs(bend-l) < math.Abs(l)) {
			return false
		}
	}
	return true
}
