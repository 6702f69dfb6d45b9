package surfaces

import (
	"fmt"
	"math"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// A Kind says what a surface does at a point.
type Kind int

const (
	Minimum    Kind = iota // critical, lower than all around: both eigenvalues are positive, or that is proven otherwise
	Saddle                 // critical, by turns higher and lower around: eigenvalues of both signs, or that is proven otherwise
	Maximum                // critical, higher than all around: both eigenvalues are negative, or that is proven otherwise
	Degenerate             // critical, an eigenvalue is zero to working precision, and it is none of these or not known to be
	Slope                  // not critical
	Undefined              // no finite value or derivatives here
)

var kindNames = [...]string{"minimum", "saddle", "maximum", "degenerate", "slope", "undefined"}

// String returns the kind as it is called in errors: by its key.
func (k Kind) String() string { return k.Key() }

// Key returns the kind as it stands in files, in lower case: "minimum".
func (k Kind) Key() string {
	if k < 0 || int(k) >= len(kindNames) {
		return fmt.Sprintf("Kind(%d)", int(k))
	}
	return kindNames[k]
}

const (
	// negligible is the ratio of eigenvalues below which the smaller one is
	// rounding: the Hessian's own error is some units of 1e-16 of its norm.
	negligible = 1e-11
	// critical is how close to a critical point, by its own quadratic model, a point
	// is called one by Classify.
	critical = 1e-6
)

// Classify says what a surface does at a point whose jet is j. The point counts
// as critical if the gradient is zero or if Newton's step from it, in the units
// of x and y, is no longer than 1e-6: a jet knows no other scale.
func Classify(j expr.Jet) Kind {
	l1, l2, v1, v2 := Eigen(j)
	if !geom.Finite(j.F) || !geom.Finite(j.X) || !geom.Finite(j.Y) || math.IsNaN(l1) {
		return Undefined
	}
	if j.X == 0 && j.Y == 0 {
		return curvature(l1, l2)
	}
	s1, s2 := (v1.X*j.X+v1.Y*j.Y)/l1, (v2.X*j.X+v2.Y*j.Y)/l2
	if math.Hypot(s1, s2) <= critical { // false for the NaN of 0/0
		return curvature(l1, l2)
	}
	return Slope
}

// curvature is the kind of a critical point with eigenvalues l1 <= l2.
func curvature(l1, l2 float64) Kind {
	if a, b := math.Abs(l1), math.Abs(l2); math.Min(a, b) <= negligible*math.Max(a, b) {
		return Degenerate
	}
	switch {
	case l1 > 0:
		return Minimum
	case l2 < 0:
		return Maximum
	}
	return Saddle
}
