package surfaces

import (
	"cmp"
	"context"
	"math"
	"slices"

	"descentlab/surfaces/expr"
)

// A Critical is a point where the gradient vanishes.
type Critical struct {
	Kind   Kind // Minimum, Saddle, Maximum, or Degenerate if that is not known
	At     Point
	Value  float64
	L1, L2 float64 // eigenvalues of the Hessian, L1 <= L2
	V1, V2 Point   // unit eigenvectors that belong to them, as Eigen gives them
	Curve  bool    // one point of a curve of degenerate points
	Flat   bool    // the Hessian has a zero eigenvalue, or there is none, so that it does not tell the Kind
	Index  int     // of a flat saddle: how often the gradient turns on the way around it, -2 at x^3-3*x*y^2; 0 of other points
	Kink   bool    // the gradient jumps across zero here: there is no Hessian, and L1, L2 are NaN
	Border bool    // a minimum on the border of the box: the loss would fall farther outside; L1, L2 are NaN
	Proven bool    // that it is there, the only one around to working precision, and its Kind
}

// maxCritical is how many critical points of a window are still worth listing.
const maxCritical = 4096

// Critical returns the critical points in the window, its border included:
// minima first, then saddles, maxima and degenerate points, each kind by value,
// then x, then y; numbers that differ by rounding only count as equal in that
// order. Positions are polished until Newton's step is below 1e-12 of the
// window, or of the coordinates if they are larger.
//
// A point is degenerate if an eigenvalue is zero to within its own uncertainty:
// what else it may be only Prove can tell. Of a connected curve of such points
// one is returned. What is left out on
// purpose is said in the package comment. Equal arguments give equal results.
//
// Above 4096 points the lowest are returned. The errors are those of Rect.Check,
// and the context's when it is done; no points are returned with an error. Survey
// says more: whether the points are complete, and what else is to be known.
func (p *Probe) Critical(ctx context.Context, view Rect) ([]Critical, error) {
	v, err := p.Survey(ctx, view)
	if err == nil && v.Stopped {
		err = ctx.Err() // a deadline; else the search has done as much as it may
	}
	if err != nil {
		return nil, err
	}
	return v.Whole().Points, nil
}

// jet is that at the zero. At the edge of a domain, or where a singularity can be removed, the Hessian is taken from as near
// as it exists.
func (z *zero) jet(e evaluator) expr.Jet {
	j := e.Jet(z.at.X, z.at.Y)
	if defined(j) {
		return j
	}
	reach := 1e-7 * math.Max(1, math.Hypot(z.at.X, z.at.Y))
	sum, n := expr.Jet{}, 0.0
	for k := range 8 {
		sin, cos := math.Sincos((float64(k) + 0.5) * math.Pi / 4)
		if q := e.Jet(z.at.X+reach*cos, z.at.Y+reach*sin); defined(q) {
			sum.XX, sum.XY, sum.YY, n = sum.XX+q.XX, sum.XY+q.XY, sum.YY+q.YY, n+1
		}
	}
	j.XX, j.XY, j.YY = sum.XX/n, sum.XY/n, sum.YY/n
	return j
}

// critical describes the zero z.
func (p *Probe) critical(z zero) Critical {
	j := z.jet(p.eval)
	c := Critical{Kind: Degenerate, At: z.at, Value: j.F, Curve: z.curve, Flat: z.flat}
	c.L1, c.L2, c.V1, c.V2 = Eigen(j)
	switch {
	case z.flat:
	case c.L1 > 0:
		c.Kind = Minimum
	case c.L2 < 0:
		c.Kind = Maximum
	default:
		c.Kind = Saddle
	}
	return c
}

// SortCritical sorts by kind, value, x and y. It compares rounded numbers: four
// minima of value zero must not change places because one came out as 1e-31.
func SortCritical(points []Critical, view Rect) {
	const digits = 1e-9
	height := 0.0
	for _, c := range points {
		height = math.Max(height, math.Abs(c.Value))
	}
	rounded := func(v, unit float64) float64 {
		if unit == 0 {
			return v
		}
		return math.Round(v / unit)
	}
	value := func(c Critical) float64 { return rounded(c.Value, digits*height) }
	x := func(c Critical) float64 { return rounded(c.At.X-view.X0, digits*(view.X1-view.X0)) }
	y := func(c Critical) float64 { return rounded(c.At.Y-view.Y0, digits*(view.Y1-view.Y0)) }
	slices.SortStableFunc(points, func(a, b Critical) int {
		return cmp.Or(
			cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(value(a), value(b)),
			cmp.Compare(x(a), x(b)),
			cmp.Compare(y(a), y(b)),
		)
	})
}
