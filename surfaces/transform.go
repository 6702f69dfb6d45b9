package surfaces

import (
	"math"

	"descentlab/internal/say"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// A Transform says how a surface lies in the plane: its picture is stretched along its own x axis, squeezed as much
// along y, and then turned, all about one centre. The race takes place in the plane, so that this shows which methods
// depend on the choice of coordinates. The zero Transform leaves the surface as its formula says, to the last bit.
type Transform struct {
	Turn    float64 // degrees, counterclockwise
	Stretch float64 // doublings, -40 to 40: lengths along x grow by 2^(Stretch/2), those along y shrink by it
	Centre  Point   // what stays where it is
}

// maxStretch keeps a curvature, which changes by 2^Stretch, far from overflow and underflow.
const maxStretch = 40

// Transformed returns the surface turned by so many degrees and stretched by so many doublings about the middle of
// its window. Window and start stay; Transform.Seen takes a start along.
func (s Surface) Transformed(turn, stretch float64) Surface {
	s = s.clone()
	s.Transform = Transform{Turn: turn, Stretch: stretch, Centre: s.View.Centre()}
	return s
}

// Check returns an error unless the transform is one that can be applied: finite numbers, and a Stretch in its range.
func (t Transform) Check() error {
	switch {
	case !geom.Finite(t.Turn):
		return say.Errorf("turn is %g: it must be a finite number of degrees", t.Turn)
	case !(math.Abs(t.Stretch) <= maxStretch):
		return say.Errorf("stretch is %g: it must be from -%d to %[2]d doublings", t.Stretch, maxStretch)
	case !geom.Finite(t.Centre.X) || !geom.Finite(t.Centre.Y):
		return say.Errorf("centre is (%g, %g): both coordinates must be finite numbers", t.Centre.X, t.Centre.Y)
	}
	return nil
}

// Formula returns the point of the formula's own coordinates that is seen at p.
func (t Transform) Formula(p Point) Point {
	x, y := t.toFormula().At(p.X, p.Y)
	return Point{X: x, Y: y}
}

// Seen returns where the point p of the formula's own coordinates is seen.
func (t Transform) Seen(p Point) Point {
	cos, sin := t.direction()
	k := math.Exp2(t.Stretch / 2)
	x, y := affine(k*cos, -sin/k, k*sin, cos/k, t.Centre).At(p.X, p.Y)
	return Point{X: x, Y: y}
}

// toFormula takes what is seen to the coordinates of the formula.
func (t Transform) toFormula() expr.Affine {
	cos, sin := t.direction()
	k := math.Exp2(t.Stretch / 2)
	return affine(cos/k, sin/k, -k*sin, k*cos, t.Centre)
}

// affine is the linear map about a centre. The identity comes out exactly.
func affine(xx, xy, yx, yy float64, c Point) expr.Affine {
	return expr.Affine{
		XX: xx, XY: xy, X0: (1-xx)*c.X - xy*c.Y,
		YX: yx, YY: yy, Y0: (1-yy)*c.Y - yx*c.X,
	}
}

// direction returns cosine and sine of the turn, exact for right angles.
func (t Transform) direction() (cos, sin float64) {
	switch angle := math.Remainder(t.Turn, 360); angle {
	case 0:
		return 1, 0
	case 90:
		return 0, 1
	case -90:
		return 0, -1
	case 180, -180:
		return -1, 0
	default:
		sin, cos = math.Sincos(angle * math.Pi / 180)
		return cos, sin
	}
}
