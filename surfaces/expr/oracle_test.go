package expr

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"gonum.org/v1/gonum/num/hyperdual"

	"descentlab/surfaces/expr/elementary"
)

// An operation is something formulas are made of, with what gonum's hyperdual numbers make of it.
type operation struct {
	format string // with one %s for each operand
	apply  func(z []hyperdual.Number) hyperdual.Number
	lo, hi float64 // where the operands may lie
}

func constantNumber(v float64) hyperdual.Number { return hyperdual.Number{Real: v} }

func on1(f func(hyperdual.Number) hyperdual.Number) func([]hyperdual.Number) hyperdual.Number {
	return func(z []hyperdual.Number) hyperdual.Number { return f(z[0]) }
}

func on2(f func(a, b hyperdual.Number) hyperdual.Number) func([]hyperdual.Number) hyperdual.Number {
	return func(z []hyperdual.Number) hyperdual.Number { return f(z[0], z[1]) }
}

func quotient(a, b hyperdual.Number) hyperdual.Number { return hyperdual.Mul(a, hyperdual.Inv(b)) }

func negative(a hyperdual.Number) hyperdual.Number { return hyperdual.Scale(-1, a) }

func hypotenuse(a, b hyperdual.Number) hyperdual.Number {
	return hyperdual.Sqrt(hyperdual.Add(hyperdual.Mul(a, a), hyperdual.Mul(b, b)))
}

func constantOf(f func(float64) float64) func([]hyperdual.Number) hyperdual.Number {
	return func(z []hyperdual.Number) hyperdual.Number { return constantNumber(f(z[0].Real)) }
}

func signOf(v float64) float64 {
	if v == 0 {
		return 0
	}
	return math.Copysign(1, v)
}

// errorFunction sums the series of erf, x - x^3/3 + x^5/10 - ..., over hyperdual numbers.
func errorFunction(a hyperdual.Number) hyperdual.Number {
	square := negative(hyperdual.Mul(a, a))
	power, sum := a, a
	for n := 1.0; n < 80; n++ {
		power = hyperdual.Scale(1/n, hyperdual.Mul(power, square))
		sum = hyperdual.Add(sum, hyperdual.Scale(1/(2*n+1), power))
	}
	return hyperdual.Scale(2/math.SqrtPi, sum)
}

// larger is the operand of the larger real part, or of the smaller one if sign is -1.
func larger(sign float64) func([]hyperdual.Number) hyperdual.Number {
	return func(z []hyperdual.Number) hyperdual.Number {
		best := z[0]
		for _, v := range z[1:] {
			if sign*v.Real > sign*best.Real {
				best = v
			}
		}
		return best
	}
}

var operations = []operation{
	{"%s + %s", on2(hyperdual.Add), -9, 9},
	{"%s - %s", on2(hyperdual.Sub), -9, 9},
	{"%s * %s", on2(hyperdual.Mul), -9, 9},
	{"%s / %s", on2(quotient), 0.2, 9},
	{"%s / %s", on2(quotient), -9, -0.2},
	{"-%s", on1(negative), -9, 9},
	{"%s ^ %s", on2(hyperdual.Pow), 0.1, 4},
	{"%s ^ 2", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.Mul(a, a) }), -9, 9},
	{"%s ^ 7", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.PowReal(a, 7) }), -3, 3},
	{"%s ^ -3", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.PowReal(a, -3) }), 0.3, 3},
	{"%s ^ 2.5", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.PowReal(a, 2.5) }), 0.1, 9},
	{"%s ^ 99", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.PowReal(a, 99) }), -1.05, 1.05},
	{"1.7 ^ %s", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.Pow(constantNumber(1.7), a) }), -5, 5},
	{"%s > %s", func(z []hyperdual.Number) hyperdual.Number {
		if z[0].Real > z[1].Real {
			return constantNumber(1)
		}
		return constantNumber(0)
	}, -9, 9},
	{"%s < %s ? %s : %s", func(z []hyperdual.Number) hyperdual.Number {
		if z[0].Real < z[1].Real {
			return z[2]
		}
		return z[3]
	}, -9, 9},
	{"sin(%s)", on1(hyperdual.Sin), -9, 9},
	{"cos(%s)", on1(hyperdual.Cos), -9, 9},
	{"tan(%s)", on1(hyperdual.Tan), -1.4, 1.4},
	{"asin(%s)", on1(hyperdual.Asin), -0.95, 0.95},
	{"acos(%s)", on1(hyperdual.Acos), -0.95, 0.95},
	{"atan(%s)", on1(hyperdual.Atan), -9, 9},
	{"sinh(%s)", on1(hyperdual.Sinh), -4, 4},
	{"cosh(%s)", on1(hyperdual.Cosh), -4, 4},
	{"tanh(%s)", on1(hyperdual.Tanh), -4, 4},
	{"exp(%s)", on1(hyperdual.Exp), -4, 4},
	{"log(%s)", on1(hyperdual.Log), 0.1, 9},
	{"log10(%s)", on1(func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Scale(math.Log10E, hyperdual.Log(a))
	}), 0.1, 9},
	{"sqrt(%s)", on1(hyperdual.Sqrt), 0.1, 9},
	{"cbrt(%s)", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.PowReal(a, 1./3) }), 0.1, 9},
	{"cbrt(%s)", on1(func(a hyperdual.Number) hyperdual.Number {
		return negative(hyperdual.PowReal(negative(a), 1./3))
	}), -9, -0.1},
	{"sigmoid(%s)", on1(func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Inv(hyperdual.Add(constantNumber(1), hyperdual.Exp(negative(a))))
	}), -6, 6},
	{"softplus(%s)", on1(func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Log(hyperdual.Add(constantNumber(1), hyperdual.Exp(a)))
	}), -6, 6},
	{"hypot(%s, %s)", on2(hypotenuse), 0.1, 9},
	{"hypot(%s, %s)", on2(hypotenuse), -9, -0.1},
	{"atan2(%s, %s)", on2(func(a, b hyperdual.Number) hyperdual.Number { return hyperdual.Atan(quotient(a, b)) }), 0.1, 9},
	{"asinh(%s)", on1(hyperdual.Asinh), -9, 9},
	{"acosh(%s)", on1(hyperdual.Acosh), 1.1, 9},
	{"atanh(%s)", on1(hyperdual.Atanh), -0.95, 0.95},
	{"sec(%s)", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.Inv(hyperdual.Cos(a)) }), -1.4, 1.4},
	{"csc(%s)", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.Inv(hyperdual.Sin(a)) }), 0.2, 3},
	{"cot(%s)", on1(func(a hyperdual.Number) hyperdual.Number { return hyperdual.Inv(hyperdual.Tan(a)) }), 0.2, 3},
	{"log2(%s)", on1(func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Scale(math.Log2E, hyperdual.Log(a))
	}), 0.1, 9},
	{"log1p(%s)", on1(func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Log(hyperdual.Add(constantNumber(1), a))
	}), -0.9, 9},
	{"expm1(%s)", on1(func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Sub(hyperdual.Exp(a), constantNumber(1))
	}), -4, 4},
	{"erf(%s)", on1(errorFunction), -3, 3},
	{"erfc(%s)", on1(func(a hyperdual.Number) hyperdual.Number {
		return hyperdual.Sub(constantNumber(1), errorFunction(a))
	}), -3, 3},
	{"mod(%s, %s)", on2(func(a, b hyperdual.Number) hyperdual.Number {
		return hyperdual.Sub(a, hyperdual.Scale(math.Floor(a.Real/b.Real), b))
	}), 0.3, 9},
	{"mod(%s, %s)", on2(func(a, b hyperdual.Number) hyperdual.Number {
		return hyperdual.Sub(a, hyperdual.Scale(math.Floor(a.Real/b.Real), b))
	}), -9, -0.3},
	{"ceil(%s)", constantOf(math.Ceil), -9, 9},
	{"round(%s)", constantOf(math.RoundToEven), -9, 9},
	{"trunc(%s)", constantOf(math.Trunc), -9, 9},
	{"sign(%s)", constantOf(signOf), -9, 9},
	{"floor(%s)", constantOf(math.Floor), -9, 9},
	{"abs(%s)", on1(hyperdual.Abs), -9, 9},
	{"relu(%s)", func(z []hyperdual.Number) hyperdual.Number {
		return larger(1)([]hyperdual.Number{z[0], constantNumber(0)})
	}, -9, 9},
	{"min(%s, %s)", larger(-1), -9, 9},
	{"min(%s, %s, %s)", larger(-1), -9, 9},
	{"max(%s, %s)", larger(1), -9, 9},
	{"max(%s, %s, %s)", larger(1), -9, 9},
}

// number is a hyperdual number for each second derivative: they carry two directions at a time.
type number struct{ xx, xy, yy hyperdual.Number }

func (n number) jet() Jet {
	return Jet{n.xx.Real, n.xx.E1mag, n.yy.E1mag, n.xx.E1E2mag, n.xy.E1E2mag, n.yy.E1E2mag}
}

func (o *operation) on(z []number) (n number) {
	parts := make([]hyperdual.Number, len(z))
	for _, part := range []func(*number) *hyperdual.Number{
		func(n *number) *hyperdual.Number { return &n.xx },
		func(n *number) *hyperdual.Number { return &n.xy },
		func(n *number) *hyperdual.Number { return &n.yy },
	} {
		for i := range z {
			parts[i] = *part(&z[i])
		}
		*part(&n) = o.apply(parts)
	}
	return n
}

// grow makes a random formula of the given depth, and its value by hyperdual numbers at (x, y). Operands that lie
// outside of the domain of an operation are scaled into it.
func grow(rng *rand.Rand, depth int, x, y float64) (string, number) {
	if depth == 0 {
		switch rng.IntN(3) {
		case 0:
			return "x", number{
				hyperdual.Number{Real: x, E1mag: 1, E2mag: 1}, hyperdual.Number{Real: x, E1mag: 1}, hyperdual.Number{Real: x}}
		case 1:
			return "y", number{
				hyperdual.Number{Real: y}, hyperdual.Number{Real: y, E2mag: 1}, hyperdual.Number{Real: y, E1mag: 1, E2mag: 1}}
		}
		v := math.Round(100*(0.1+3*rng.Float64())) / 100
		return fmt.Sprint(v), number{constantNumber(v), constantNumber(v), constantNumber(v)}
	}
	return operations[rng.IntN(len(operations))].grow(rng, depth, x, y)
}

func (o *operation) grow(rng *rand.Rand, depth int, x, y float64) (string, number) {
	texts := make([]any, strings.Count(o.format, "%s"))
	values := make([]number, len(texts))
	for i := range texts {
		text, n := grow(rng, rng.IntN(depth), x, y)
		if n.xx.Real < o.lo || n.xx.Real > o.hi {
			// t -> middle + half*sin(t) lies within the domain for every t.
			middle, half := (o.lo+o.hi)/2, 0.9*(o.hi-o.lo)/2
			text = fmt.Sprintf("(%v + %v*sin(%s))", middle, half, text)
			inner := operation{apply: func(z []hyperdual.Number) hyperdual.Number {
				return hyperdual.Add(constantNumber(middle), hyperdual.Scale(half, hyperdual.Sin(z[0])))
			}}
			n = inner.on([]number{n})
		}
		texts[i], values[i] = text, n
	}
	return "(" + fmt.Sprintf(o.format, texts...) + ")", o.on(values)
}

func TestEveryFunctionHasAnOracle(t *testing.T) {
	for i := range elementary.Table {
		found := false
		for _, o := range operations {
			found = found || strings.HasPrefix(o.format, elementary.Table[i].Name+"(")
		}
		if !found {
			t.Errorf("no operation of the oracle calls %s", elementary.Table[i].Name)
		}
	}
}

// TestOperations compares every operation, applied to simple operands, with hyperdual numbers.
func TestOperations(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range operations {
		for range 200 {
			x, y := 4*rng.Float64()-2, 4*rng.Float64()-2
			formula, want := operations[i].grow(rng, 2, x, y)
			compareWithOracle(t, formula, x, y, want.jet())
		}
	}
}

// TestRandomFormulas compares random formulas with hyperdual numbers.
func TestRandomFormulas(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	const count = 5000
	compared := 0
	for range count {
		x, y := 4*rng.Float64()-2, 4*rng.Float64()-2
		formula, want := grow(rng, 5, x, y)
		if compareWithOracle(t, formula, x, y, want.jet()) {
			compared++
		}
	}
	if compared < count*9/10 {
		t.Errorf("only %d of %d formulas were compared", compared, count)
	}
}

// compareWithOracle reports whether it compared: where derivatives are huge, rounding is amplified as much.
func compareWithOracle(t *testing.T, formula string, x, y float64, want Jet) bool {
	t.Helper()
	got, wanted := components(bind(t, formula).Jet(x, y)), components(want)
	scale := 0.0
	for _, v := range wanted {
		scale = max(scale, math.Abs(v))
	}
	if !(scale < 1e8) {
		return false
	}
	for i := range got {
		if !(math.Abs(got[i]-wanted[i]) <= 1e-9*(1+scale)) {
			t.Errorf("%s at (%v, %v): %s is %v, want %v", formula, x, y, componentNames[i], got[i], wanted[i])
		}
	}
	return true
}
