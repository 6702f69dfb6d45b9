package surfaces

import (
	"math"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// Eigen returns the eigenvalues of the Hessian of j, l1 <= l2, and unit
// eigenvectors v1 and v2 that belong to them.
//
// The vectors are orthogonal and of a definite sign: the first component that is
// not zero is positive. For a multiple of the identity they are the axes. If an
// entry of the Hessian is NaN or infinite the eigenvalues are NaN and the vectors
// zero.
//
// The closed form is that of LAPACK's DLAEV2: the eigenvalue of greater modulus
// is a sum without cancellation, the other follows from the determinant.
func Eigen(j expr.Jet) (l1, l2 float64, v1, v2 Point) {
	a, b, c := j.XX, j.XY, j.YY
	if !geom.Finite(a) || !geom.Finite(b) || !geom.Finite(c) {
		return math.NaN(), math.NaN(), Point{}, Point{}
	}
	l1, l2 = eigenvalues(a, b, c)
	// (a-c, 2b) has twice the angle of v2. Of the two ways to halve it, take
	// the one that adds numbers of equal sign.
	d := a - c
	r := math.Hypot(d, 2*b)
	switch {
	case r == 0:
		return l1, l2, Point{X: 1}, Point{Y: 1}
	case d >= 0:
		v2 = unit(d+r, 2*b)
	default:
		v2 = unit(2*b, r-d)
	}
	return l1, l2, signed(Point{X: -v2.Y, Y: v2.X}), signed(v2)
}

// eigenvalues returns those of ((a, b), (b, c)) in ascending order.
func eigenvalues(a, b, c float64) (lo, hi float64) {
	sum, r := a+c, math.Hypot(a-c, 2*b)
	small, large := a, c
	if math.Abs(a) > math.Abs(c) {
		small, large = c, a
	}
	switch {
	case sum > 0:
		hi = (sum + r) / 2
		return math.Min(hi, (large/hi)*small-(b/hi)*b), hi
	case sum < 0:
		lo = (sum - r) / 2
		return lo, math.Max(lo, (large/lo)*small-(b/lo)*b)
	}
	return -r / 2, r / 2
}

func unit(x, y float64) Point {
	n := math.Hypot(x, y)
	return Point{X: x / n, Y: y / n}
}

// signed returns v or -v, whichever has its first nonzero component positive.
func signed(v Point) Point {
	if v.X < 0 || v.X == 0 && v.Y < 0 {
		v = Point{X: -v.X, Y: -v.Y}
	}
	return Point{X: v.X + 0, Y: v.Y + 0} // -0 becomes 0
}
