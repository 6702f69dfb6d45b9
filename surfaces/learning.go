package surfaces

import (
	"math"
	"strings"

	"descentlab/internal/say"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// probeOver is Probe for a surface with data.
func (s Surface) probeOver(names []string, values []float64) (*Probe, error) {
	if err := s.Data.Check(); err != nil {
		return nil, err
	}
	more, statistics := s.Data.statistics()
	formula, err := expr.CompileMean(s.Transform.toFormula(), s.Formula, s.Data.names(), append(names, more...)...)
	if err != nil {
		return nil, err
	}
	mean := formula.Over(s.Data.values(), append(values, statistics...)...)
	return &Probe{eval: mean, mean: mean}, nil
}

// On returns the surface over other examples: the user's. It is an error if the surface has no examples of its own, or if
// these ones fail Dataset.Check, have other columns than its own, or do not have two classes where they are to be told apart.
func (s Surface) On(d *Dataset) (Surface, error) {
	if err := d.Check(); err != nil {
		return s, err
	}
	if s.Data == nil {
		return s, say.Errorf("data: %s is no learning problem; linear_regression, for example, is one", s.Name)
	}
	if got, want := len(d.Columns), len(s.Data.Columns); got != want {
		return s, say.Errorf("data: %s needs %d columns of numbers (%s); got %d", s.Name, want, strings.Join(s.Data.names(), ", "), got)
	}
	if s.Model.Classes {
		if err := d.checkClasses(); err != nil {
			return s, err
		}
	}
	s.Data = d
	if names, third, ok := s.Weighing.terms(); ok {
		s.weigh(s.Weighing, names, third)
	}
	return s, nil
}

// Framed returns the surface with a window and a start that suit its data: the window holds the origin and the minimum
// that Newton's method finds from there. Where it finds none both stay as they are. It fails as Probe does.
func (s Surface) Framed(params map[string]float64) (Surface, error) {
	p, err := s.Probe(params)
	if err != nil {
		return s, err
	}
	at, ok := p.settle()
	if !ok {
		return s, nil
	}
	x0, x1 := around(at.X, s.View.X1-s.View.X0)
	y0, y1 := around(at.Y, s.View.Y1-s.View.Y0)
	view := Rect{X0: x0, X1: x1, Y0: y0, Y1: y1}
	if view.Check() != nil {
		return s, nil
	}
	s.View = view
	s.Start = Point{X: x0 + (x1-x0)/8, Y: y0 + (y1-y0)*7/8}
	return s, nil
}

// around returns an interval about v that has 0 in it, too; near 0 it has the given width.
func around(v, width float64) (lo, hi float64) {
	half := 1.6 * math.Abs(v)
	if math.Abs(v) < width/8 {
		half = width / 2
	}
	return v - half, v + half
}

// settle follows Newton's method from the origin to a minimum.
func (p *Probe) settle() (Point, bool) {
	at := Point{}
	for range 60 {
		j := p.Jet(at.X, at.Y)
		du, dv := newtonStep(j)
		next := Point{X: at.X + du, Y: at.Y + dv}
		if !geom.Finite(next.X) || !geom.Finite(next.Y) {
			return at, false
		}
		step := math.Hypot(du, dv)
		at = next
		if step <= 1e-9*(1+math.Hypot(at.X, at.Y)) {
			return at, Classify(p.Jet(at.X, at.Y)) == Minimum
		}
	}
	return at, false
}
