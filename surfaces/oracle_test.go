package surfaces

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/gonum/num/hyperdual"
	"gonum.org/v1/gonum/stat"

	"descentlab/internal/geom"
	"descentlab/internal/lengthy"
	"descentlab/surfaces/expr"
)

// An oracle reads a formula by recursive descent and computes with gonum's hyperdual numbers as it reads: nothing of
// package expr is used. It knows as much of the grammar as the catalogue needs.
type oracle struct {
	t     *testing.T
	text  string
	names map[string]hyperdual.Number
}

// oracleJet evaluates the formula at (x, y) once for each second derivative.
func oracleJet(t *testing.T, s Surface, params map[string]float64, x, y float64) expr.Jet {
	eval := func(x1, x2, y1, y2 float64) hyperdual.Number {
		names := map[string]hyperdual.Number{
			"x": {Real: x, E1mag: x1, E2mag: x2}, "y": {Real: y, E1mag: y1, E2mag: y2},
			"pi": {Real: math.Pi}, "e": {Real: math.E},
		}
		for _, p := range s.Params {
			names[p.Name] = hyperdual.Number{Real: p.Default}
			if v, ok := params[p.Name]; ok {
				names[p.Name] = hyperdual.Number{Real: v}
			}
		}
		read := func() hyperdual.Number {
			o := &oracle{t, strings.ReplaceAll(s.Formula, " ", ""), names}
			v := o.choice()
			if o.text != "" {
				t.Fatalf("%s: the oracle cannot read %q", s.Name, o.text)
			}
			return v
		}
		if s.Data == nil {
			return read()
		}
		return oracleMean(s.Data, names, read)
	}
	xx, xy, yy := eval(1, 1, 0, 0), eval(1, 0, 0, 1), eval(0, 0, 1, 1)
	return expr.Jet{F: xx.Real, X: xx.E1mag, Y: yy.E1mag, XX: xx.E1E2mag, XY: xy.E1E2mag, YY: yy.E1E2mag}
}

// oracleMean reads the formula once for each example.
func oracleMean(d *Dataset, names map[string]hyperdual.Number, read func() hyperdual.Number) (sum hyperdual.Number) {
	for _, c := range d.Columns {
		mean, variance := stat.PopMeanVariance(c.Values, nil)
		names["mean_"+c.Name], names["std_"+c.Name] = hyperdual.Number{Real: mean}, hyperdual.Number{Real: math.Sqrt(variance)}
	}
	for i := range d.Len() {
		for _, c := range d.Columns {
			names[c.Name] = hyperdual.Number{Real: c.Values[i]}
		}
		sum = hyperdual.Add(sum, read())
	}
	return hyperdual.Scale(1/float64(d.Len()), sum)
}

func (o *oracle) accept(symbol string) bool {
	rest, ok := strings.CutPrefix(o.text, symbol)
	o.text = rest
	return ok
}

func (o *oracle) choice() hyperdual.Number {
	a := o.sum()
	var holds func(a, b float64) bool
	switch {
	case o.accept(">="):
		holds = func(a, b float64) bool { return a >= b }
	case o.accept("<="):
		holds = func(a, b float64) bool { return a <= b }
	case o.accept(">"):
		holds = func(a, b float64) bool { return a > b }
	default:
		return a
	}
	b := o.sum()
	o.accept("?")
	yes := o.choice()
	o.accept(":")
	no := o.choice()
	if holds(a.Real, b.Real) {
		return yes
	}
	return no
}

func (o *oracle) sum() hyperdual.Number {
	v := o.product()
	for {
		switch {
		case o.accept("+"):
			v = hyperdual.Add(v, o.product())
		case o.accept("-"):
			v = hyperdual.Sub(v, o.product())
		default:
			return v
		}
	}
}

func (o *oracle) product() hyperdual.Number {
	v := o.signed()
	for {
		switch {
		case o.accept("*"):
			v = hyperdual.Mul(v, o.signed())
		case o.accept("/"):
			v = hyperdual.Mul(v, hyperdual.Inv(o.signed()))
		default:
			return v
		}
	}
}

func (o *oracle) signed() hyperdual.Number {
	if o.accept("-") {
		return hyperdual.Scale(-1, o.signed())
	}
	base := o.atom()
	if !o.accept("^") {
		return base
	}
	exponent := o.signed()
	n := int(exponent.Real)
	if float64(n) != exponent.Real || n < 0 {
		return hyperdual.Pow(base, exponent)
	}
	power := hyperdual.Number{Real: 1}
	for range n {
		power = hyperdual.Mul(power, base)
	}
	return power
}

var oracleFunctions = map[string]func(hyperdual.Number) hyperdual.Number{
	"sin": hyperdual.Sin, "cos": hyperdual.Cos, "exp": hyperdual.Exp, "sqrt": hyperdual.Sqrt, "abs": hyperdual.Abs,
	"tanh": hyperdual.Tanh,
	"softplus": func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Log(hyperdual.Add(hyperdual.Number{Real: 1}, hyperdual.Exp(a)))
	},
	"relu": func(a hyperdual.Number) hyperdual.Number {
		if a.Real > 0 {
			return a
		}
		return hyperdual.Number{}
	},
	"floor": func(a hyperdual.Number) hyperdual.Number { return hyperdual.Number{Real: math.Floor(a.Real)} },
	"sigmoid": func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Inv(hyperdual.Add(hyperdual.Number{Real: 1}, hyperdual.Exp(hyperdual.Scale(-1, a))))
	},
}

func (o *oracle) atom() hyperdual.Number {
	if o.accept("(") {
		v := o.choice()
		o.accept(")")
		return v
	}
	n := len(o.text) - len(strings.TrimLeft(o.text, "abcdefghijklmnopqrstuvwxyz_"))
	if n == 0 {
		n = len(o.text) - len(strings.TrimLeft(o.text, "0123456789."))
		v, err := strconv.ParseFloat(o.text[:n], 64)
		if err != nil {
			o.t.Fatalf("the oracle cannot read %q", o.text)
		}
		o.text = o.text[n:]
		return hyperdual.Number{Real: v}
	}
	name := o.text[:n]
	o.text = o.text[n:]
	if f := oracleFunctions[name]; f != nil {
		return f(o.atom())
	}
	v, ok := o.names[name]
	if !ok {
		o.t.Fatalf("the oracle does not know %q", name)
	}
	return v
}

// TestCatalogueMeetsOracle compares value, gradient and Hessian of every surface, at every setting of its parameters, with
// hyperdual numbers.
func TestCatalogueMeetsOracle(t *testing.T) {
	lengthy.Test(t)
	rng := rand.New(rand.NewPCG(15, 16))
	for _, s := range Catalogue() {
		compared := 0
		for _, params := range settings(s) {
			p, err := s.Probe(params)
			if err != nil {
				t.Fatal(err)
			}
			for range 30 {
				x, y := s.View.X0+rng.Float64()*(s.View.X1-s.View.X0), s.View.Y0+rng.Float64()*(s.View.Y1-s.View.Y0)
				if s.Name == "deep_product" {
					x = math.Abs(x) // gonum's powers need a positive base
				}
				a, b := p.Jet(x, y), oracleJet(t, s, params, x, y)
				got, want := [...]float64{a.F, a.X, a.Y, a.XX, a.XY, a.YY}, [...]float64{b.F, b.X, b.Y, b.XX, b.XY, b.YY}
				scale := 1.0
				for _, v := range want {
					scale = math.Max(scale, math.Abs(v))
				}
				if !geom.Finite(scale) {
					continue
				}
				compared++
				for i := range got {
					if !(math.Abs(got[i]-want[i]) <= 1e-9*scale) {
						t.Errorf("%s %v at (%g, %g): component %d is %.15g, want %.15g", s.Name, params, x, y, i, got[i], want[i])
					}
				}
			}
		}
		if compared < 25 {
			t.Errorf("%s: compared at %d points only", s.Name, compared)
		}
	}
}
