package xray

import (
	"math"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
	"descentlab/surfaces/expr"
)

// A Model is the loss near a point as its exact derivatives there tell: f + g·d + d·H·d/2.
type Model struct {
	expr.Jet
	Newton geom.Point // the step to where the model is level
	Said   string     // why there is no model; "" else
	Faults string     // why there is no Newton step; "" if there is one
	Leads  string     // where it leads, in words
}

// modelOf is the model of derivatives.
func modelOf(j expr.Jet) Model {
	m := Model{Jet: j}
	low, high, _, _ := surfaces.Eigen(j)
	if math.IsNaN(low) || math.IsNaN(high) || !geom.Finite(j.F) || !geom.Finite(j.X) || !geom.Finite(j.Y) {
		m.Said = words.T("no quadratic model: the derivatives are not finite here")
		m.Faults = words.T("no Newton step: the derivatives are not finite here")
		return m
	}
	if small, great := min(math.Abs(low), math.Abs(high)), max(math.Abs(low), math.Abs(high)); !(small > singular*great) {
		m.Faults = words.T("no Newton step: the Hessian is singular")
		return m
	}
	det := low * high
	m.Newton = geom.Point{X: -(j.YY*j.X - j.XY*j.Y) / det, Y: -(j.XX*j.Y - j.XY*j.X) / det}
	switch {
	case !Finite(m.Newton):
		m.Faults = words.T("no Newton step: it is longer than numbers go")
	case low > 0:
		m.Leads = words.T("Newton's step leads to the minimum of the quadratic model.")
	case high < 0:
		m.Leads = words.T("Newton's step leads to the maximum of the quadratic model.")
	default:
		m.Leads = words.T("Newton's step leads to the saddle of the quadratic model.")
	}
	return m
}

// singular is the ratio of eigenvalues below which a Hessian cannot be told from a singular one.
const singular = 1e-14

// At is the model's value at a displacement.
func (m *Model) At(d geom.Point) float64 {
	return m.F + m.X*d.X + m.Y*d.Y + (m.XX*d.X*d.X+2*m.XY*d.X*d.Y+m.YY*d.Y*d.Y)/2
}
