package surfaces

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
)

// A Critical is a point where the gradient vanishes.
type Critical struct {
	Kind   Kind // Minimum, Saddle, Maximum or Degenerate
	At     Point
	Value  float64
	L1, L2 float64 // eigenvalues of the Hessian, L1 <= L2
	V1, V2 Point   // unit eigenvectors that belong to them, as Eigen gives them
	Curve  bool    // one point of a curve of degenerate points
}

// maxCritical is how many critical points of a window are still worth listing.
const maxCritical = 4096

// A CrowdedError says that a window holds more critical points than can be told
// apart in it.
type CrowdedError struct{ Limit int }

func (e *CrowdedError) Error() string {
	return fmt.Sprintf("more than %d critical points in the window: zoom in to list them", e.Limit)
}

// Critical returns the critical points in the window, its border included:
// minima first, then saddles, maxima and degenerate points, each kind by value,
// then x, then y; numbers that differ by rounding only count as equal in that
// order. Positions are polished until Newton's step is below 1e-12 of the
// window, or of the coordinates if they are larger.
//
// A point is degenerate if an eigenvalue is zero to within its own uncertainty;
// of a connected curve of such points one is returned. What is left out on
// purpose is said in the package comment. Equal arguments give equal results.
//
// The errors are those of Rect.Check, the context's when it is done, and a
// *CrowdedError above 4096 points; no points are returned with an error. Survey
// says more: whether the points are complete, and what else is to be known.
func (p *Probe) Critical(ctx context.Context, view Rect) ([]Critical, error) {
	v, err := p.Survey(ctx, view)
	if err == nil && v.Stopped {
		err = ctx.Err() // a deadline; else the search has done as much as it may
	}
	if err != nil {
		return nil, err
	}
	return v.Points, nil
}

// critical describes the zero z.
func (p *Probe) critical(z zero) Critical {
	j := p.eval.Jet(z.at.X, z.at.Y)
	c := Critical{Kind: Degenerate, At: z.at, Value: j.F, Curve: z.curve}
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

// sortCritical sorts by kind, value, x and y. It compares rounded numbers: four
// minima of value zero must not change places because one came out as 1e-31.
func sortCritical(points []Critical, view Rect) {
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
