package interval

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func random(rng *rand.Rand) float64 {
	switch rng.IntN(8) {
	case 0:
		return 0
	case 1:
		return math.Ldexp(rng.Float64()-0.5, -1000-rng.IntN(74))
	case 2:
		return float64(rng.IntN(7) - 3)
	}
	return math.Ldexp(rng.Float64()-0.5, rng.IntN(60)-30)
}

func randomInterval(rng *rand.Rand) Interval {
	a, b := random(rng), random(rng)
	return Interval{min(a, b), max(a, b)}
}

func (a Interval) hasExactly(v *big.Float) bool {
	lo, hi := new(big.Float).SetFloat64(a.Lo), new(big.Float).SetFloat64(a.Hi)
	return lo.Cmp(v) <= 0 && v.Cmp(hi) <= 0
}

// What the operations give at numbers of the operands, computed without rounding, lies in what they give.
func TestOperationsEncloseExactResults(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	exact := func(v float64) *big.Float { return new(big.Float).SetPrec(2500).SetFloat64(v) }
	pick := func(a Interval) float64 { return [...]float64{a.Lo, a.Hi, min(max(a.Mid(), a.Lo), a.Hi)}[rng.IntN(3)] }
	for range 20000 {
		a, b := randomInterval(rng), randomInterval(rng)
		x, y := pick(a), pick(b)
		p, q, r := exact(x), exact(y), exact(0)
		for name, c := range map[string]struct {
			got  Interval
			want *big.Float
		}{
			"sum": {a.Add(b), exact(0).Add(p, q)}, "difference": {a.Sub(b), exact(0).Sub(p, q)},
			"product": {a.Mul(b), exact(0).Mul(p, q)}, "square": {a.Square(), exact(0).Mul(p, p)},
			"negative": {a.Neg(), exact(0).Neg(p)}, "modulus": {a.Abs(), exact(0).Abs(p)}, "hull": {a.Hull(b), q},
		} {
			if !c.got.hasExactly(c.want) {
				t.Errorf("%s of %v and %v: %v does not have that of %v and %v", name, a, b, c.got, x, y)
			}
		}
		if y == 0 {
			continue
		}
		if got, doubt := a.Div(b); !got.hasExactly(r.Quo(p, q)) || doubt != 0 != b.Has(0) {
			t.Errorf("quotient of %v and %v: %v, doubt %b, does not have %v/%v", a, b, got, doubt, x, y)
		}
	}
}

// What is exact stays so: zeros do not widen, and signs are kept.
func TestZerosStayExact(t *testing.T) {
	zero, some := Interval{}, Interval{-2, 3}
	for name, got := range map[string]Interval{
		"0*Inf": zero.Mul(Entire), "0*a": zero.Mul(some), "0+0": zero.Add(zero), "0 squared": zero.Square(),
		"1-1": Point(1).Sub(Point(1)),
	} {
		if got != zero {
			t.Errorf("%s is %v", name, got)
		}
	}
	small := Interval{1e-200, 1e-180}
	if got := small.Mul(small); got.Lo < 0 || got.Hi <= 0 {
		t.Errorf("%v squared is %v", small, got)
	}
	if got := small.Mul(small.Neg()); got.Hi > 0 || got.Lo >= 0 {
		t.Errorf("minus %v squared is %v", small, got)
	}
}

// Infinite bounds are no numbers, and NaN never becomes one.
func TestBoundsWithoutEnd(t *testing.T) {
	up, large := Interval{0, math.Inf(1)}, Interval{1e308, math.MaxFloat64}
	for name, got := range map[string]Interval{
		"Inf-Inf": up.Sub(up), "overflow": large.Add(large), "product": large.Mul(large),
		"entire": Entire.Mul(Entire), "up*-1": up.Neg().Add(up),
	} {
		if !(got.Lo <= got.Hi) || !(got.Hi == math.Inf(1)) {
			t.Errorf("%s is %v", name, got)
		}
	}
	if got := (Interval{-1, math.Inf(1)}).Mid(); got-got != 0 {
		t.Errorf("the middle of a half line is %v", got)
	}
}

// The functions' values, and what their derivatives foretell, lie in their enclosures.
func TestCurvesEncloseValues(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for name, c := range map[string]struct {
		over func(Interval) Curve
		at   func(float64) float64
	}{
		"sin": {Sin, math.Sin}, "cos": {Cos, math.Cos}, "tan": {Tan, math.Tan}, "asin": {Asin, math.Asin},
		"acos": {Acos, math.Acos},
		"atan": {Atan, math.Atan}, "sinh": {Sinh, math.Sinh}, "cosh": {Cosh, math.Cosh}, "tanh": {Tanh, math.Tanh},
		"exp": {Exp, math.Exp},
		"log": {Log, math.Log}, "log10": {Log10, math.Log10}, "sqrt": {Sqrt, math.Sqrt}, "cbrt": {Cbrt, math.Cbrt},
		"floor":  {Floor, math.Floor},
		"x^3":    {func(a Interval) Curve { return Power(a, 3) }, func(v float64) float64 { return math.Pow(v, 3) }},
		"x^-2":   {func(a Interval) Curve { return Power(a, -2) }, func(v float64) float64 { return math.Pow(v, -2) }},
		"x^2.5":  {func(a Interval) Curve { return Power(a, 2.5) }, func(v float64) float64 { return math.Pow(v, 2.5) }},
		"0.3^x":  {func(a Interval) Curve { return Exponential(0.3, a) }, func(v float64) float64 { return math.Pow(0.3, v) }},
		"x^-1.5": {func(a Interval) Curve { return Power(a, -1.5) }, func(v float64) float64 { return math.Pow(v, -1.5) }},
	} {
		for range 3000 {
			m := 8 * (rng.Float64() - 0.5)
			w := math.Pow(10, 1-5*rng.Float64())
			a := Interval{m - w*rng.Float64(), m + w*rng.Float64()}
			got := c.over(a)
			for range 5 {
				x := a.Lo + (a.Hi-a.Lo)*rng.Float64()
				v, h := c.at(x), 1e-4
				if v != v || math.IsInf(v, 0) {
					if got.Doubt&(Edge|Void) == 0 {
						t.Errorf("%s has no finite value at %v, but in %v nothing is in doubt", name, x, a)
					}
					continue
				}
				if !got.F.Has(v) || got.Doubt&Void != 0 {
					t.Errorf("%s of %v: %v, doubt %b, does not have %v of %v", name, a, got.F, got.Doubt, v, x)
				}
				l, r := c.at(x-h), c.at(x+h)
				slope, bend := (r-l)/(2*h), (l-2*v+r)/(h*h)
				if name == "floor" || !a.Has(x-h) || !a.Has(x+h) || !(math.Abs(bend) < 100) {
					continue
				}
				if slope < got.F1.Lo-1e-3 || slope > got.F1.Hi+1e-3 || bend < got.F2.Lo-0.05 || bend > got.F2.Hi+0.05 {
					t.Errorf("%s over %v: slope %v and bend %v at %v are not in %v and %v", name, a, slope, bend, x, got.F1, got.F2)
				}
			}
		}
	}
}
