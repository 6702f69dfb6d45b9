package expr

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// polynomials have gradients that are taken backward, others do not.
var (
	polynomials = []string{
		rosenbrock, beale, himmelblau, "x + y", "x", "x - x", "x + x*(x - y)*x", "-(x - 2)^3*(1 - y)", "-x^3/3 + (-y)^4/7",
		"a*x^7*y^6 - b*(x - c*y)^5", "(x + y)^64", "y^2 + (y^2 - x^3)^2*x^3", "(x > y)*x^2 + floor(x)*y",
	}
	others = []string{"x^3 + exp(y)", "1/x", "x^2.5", "x^-1", "x^y", "abs(x)", "x > 0 ? x : x^2", "max(x, y)"}
)

const (
	beale      = "(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2"
	himmelblau = "(x^2+y-11)^2 + (x+y^2-7)^2"
)

func TestWhatGoesBackward(t *testing.T) {
	for _, formula := range polynomials {
		if e := bind(t, formula, 2, 3, 0.5); len(e.p.code) > 0 && e.p.back == nil {
			t.Errorf("the gradient of %s is taken forward", formula)
		}
	}
	for _, formula := range others {
		if bind(t, formula).p.back != nil {
			t.Errorf("the gradient of %s is taken backward", formula)
		}
	}
}

// sweep hands the adjoints d of the slots s on, as autograd does. Operands that are constant over the plane may get something
// too.
func sweep(d, s []float64, back []pull) {
	for i := range back {
		in := &back[i]
		g := d[in.out]
		switch in.op {
		case opAdd:
			d[in.a] += g
			d[in.b] += g
		case opAddK, opSubK:
			d[in.a] += g
		case opSub:
			d[in.a] += g
			d[in.b] -= g
		case opKSub:
			d[in.b] -= g
		case opMul:
			d[in.a] += prod(g, s[in.b])
			d[in.b] += prod(g, s[in.a])
		case opMulK:
			d[in.a] += prod(g, s[in.b])
		case opDivK:
			d[in.a] += g / s[in.b]
		case opNeg:
			d[in.a] -= g
		case opSquare:
			d[in.a] += prod(g, 2*s[in.a])
		case opPower:
			d[in.a] += prod(g, powerRule(s[in.a], in.fn))
		}
	}
}

// compareSweep checks that the gradient of a polynomial is that of the way back as it is defined, to the last bit and to the
// signs of zeros.
func compareSweep(t *testing.T, e *Eval, x, y float64) {
	t.Helper()
	d := make([]float64, len(e.slots))
	d[e.p.result] = 1
	want := [3]float64{e.Value(x, y)}
	sweep(d, e.slots, e.p.back)
	want[1], want[2] = d[slotX], d[slotY]
	if sum := want[0] + want[1] + want[2]; sum-sum != 0 {
		return
	}
	var got [3]float64
	got[0], got[1], got[2] = e.Grad(x, y)
	if !sameBits(got[:], want[:]) {
		t.Errorf("%q at (%v, %v): value and gradient %v, want %v", e.p.text, x, y, got, want)
	}
}

// TestAutograd compares gradients bit for bit with what autograd computes, written out in its order.
func TestAutograd(t *testing.T) {
	for formula, want := range map[string]func(x, y float64) (fx, fy float64){
		rosenbrock: func(x, y float64) (fx, fy float64) {
			g := 100 * (2 * (y - prod(x, x)))
			return prod(-g, 2*x) - 2*(1-x), g
		},
		beale: func(x, y float64) (fx, fy float64) {
			y2 := prod(y, y)
			y3 := prod(y2, y)
			g1, g2, g3 := 2*(1.5-x+prod(x, y)), 2*(2.25-x+prod(x, y2)), 2*(2.625-x+prod(x, y3))
			fx = prod(g3, y3) - g3 + prod(g2, y2) - g2 + prod(g1, y) - g1
			return fx, prod(prod(g3, x), 3*y2) + prod(prod(g2, x), 2*y) + prod(g1, x)
		},
		himmelblau: func(x, y float64) (fx, fy float64) {
			g1, g2 := 2*(prod(x, x)+y-11), 2*(x+prod(y, y)-7)
			return g2 + prod(g1, 2*x), prod(g2, 2*y) + g1
		},
		"x^4/3 - y*(x - y)": func(x, y float64) (fx, fy float64) {
			x3 := prod(prod(x, x), x)
			return -y + prod(1./3, 4*x3), -(x - y) + y
		},
	} {
		e := bind(t, formula)
		rng := rand.New(rand.NewPCG(11, 12))
		for range 1000 {
			x, y := 4*rng.Float64()-2, 4*rng.Float64()-2
			wantX, wantY := want(x, y)
			if _, fx, fy := e.Grad(x, y); fx != wantX || fy != wantY {
				t.Fatalf("%s at (%v, %v): gradient %v %v, want %v %v", formula, x, y, fx, fy, wantX, wantY)
			}
		}
	}
}

// compareRounding checks that the gradient of a polynomial differs from that of Jet by rounding only: by little
// in proportion to the terms that it is the sum of.
func compareRounding(t *testing.T, e *Eval, x, y float64) {
	t.Helper()
	_, fx, fy := e.Grad(x, y)
	e.Value(x, y)
	sizeX, sizeY := sizes(e)
	j := e.Jet(x, y)
	if !(math.Abs(fx-j.X) <= 1e-14*sizeX && math.Abs(fy-j.Y) <= 1e-14*sizeY) {
		t.Errorf("%s at (%v, %v): gradient %v %v, jet %v", e.p.text, x, y, fx, fy, j)
	}
}

// sizes are the sums of the absolute values of all terms of the gradient where the value was taken last.
func sizes(e *Eval) (x, y float64) {
	back, slots := slices.Clone(e.p.back), slices.Clone(e.slots)
	for i := range back {
		switch in := &back[i]; in.op {
		case opSub:
			in.op = opAdd
		case opNeg:
			in.op = opAddK
		case opKSub:
			in.op, in.a = opAddK, in.b
		}
	}
	for i := range slots {
		slots[i] = math.Abs(slots[i])
	}
	d := make([]float64, len(slots))
	d[e.p.result] = 1
	sweep(d, slots, back)
	return d[slotX], d[slotY]
}

// TestBeyondTheRange takes gradients with infinities, and such as overflow on one of the two ways only.
func TestBeyondTheRange(t *testing.T) {
	inf := math.Inf(1)
	for _, test := range []struct {
		formula   string
		x, fx, fy float64 // y is 0
	}{
		{"x^3 + y", 1e200, inf, 1},
		{"x^2 + y", inf, inf, 1},
		{"x^2*y", inf, math.NaN(), math.NaN()},
		{"1e200*(1e200*(1e-300*x))", 0, 1e100, 0}, // backward 1e400
		{"1e-300*(1e200*(1e200*x))", 0, 1e100, 0}, // forward 1e400
	} {
		_, fx, fy := bind(t, test.formula).Grad(test.x, 0)
		if !alike(fx, test.fx, 1e-15) || !alike(fy, test.fy, 0) {
			t.Errorf("%s at (%v, 0): gradient %v %v, want %v %v", test.formula, test.x, fx, fy, test.fx, test.fy)
		}
	}
}
