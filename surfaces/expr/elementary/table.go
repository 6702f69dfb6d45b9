// Package elementary knows the functions that formulas may call: the value of each, its first and second derivatives, and its
// enclosure over intervals.
package elementary

import (
	"math"

	"descentlab/internal/lanes"
	"descentlab/internal/real"
	"descentlab/surfaces/expr/syntax"
	"descentlab/surfaces/interval"
)

// A Kind says how a function is evaluated.
type Kind uint8

// The kinds. Those from Abs on select one of their operands, or its negative or 0, and have no more to say than their kind.
const (
	Smooth  Kind = iota // of one argument, with Value, Derive or All, and Over
	Smooth2             // of two arguments, with Value2, Derive2 and Over2
	Flat                // of one argument and constant piece by piece, with Value and Over
	Abs
	Relu
	Min
	Max
)

// A Function is all that is known about a function. Enclosures follow the convention of the package interval; a function
// without one is unknown wherever it is used, and nothing can be proven of it.
type Function struct {
	Name      string
	Arguments int    // how many it takes; syntax.Variadic: two or more
	Order     string // the names of two arguments, if it matters which is which
	Kind      Kind
	Over      func(interval.Interval) interval.Curve
	Over2     func(a, b interval.Interval) interval.Sheet
	Value     func(x float64) float64
	Derive    func(x, f float64) (f1, f2 float64) // f' and f'' where the value is f
	All       func(x float64) (f, f1, f2 float64) // all three, instead of Derive, if they have much in common
	// Many is Values, Slopes and Jets in one, if there is a quick way: what is not asked for is nil.
	Many    func(value, slope, bend, x []float64)
	Value2  func(a, b float64) float64
	Derive2 func(a, b, f float64) (p Partials)
}

// Partials are the derivatives of a function of two arguments a and b.
type Partials struct{ A, B, AA, AB, BB float64 }

// Table holds all functions. Adding one is adding an entry; the parser, the tests and the suggestions for misspelt names go by
// the table.
var Table = [...]Function{
	{Name: "sin", Arguments: 1, Kind: Smooth, Over: interval.Sin, Value: math.Sin,
		Derive: func(x, f float64) (f1, f2 float64) { return math.Cos(x), -f }},
	{Name: "cos", Arguments: 1, Kind: Smooth, Over: interval.Cos, Value: math.Cos,
		Derive: func(x, f float64) (f1, f2 float64) { return -math.Sin(x), -f }},
	{Name: "tan", Arguments: 1, Kind: Smooth, Over: interval.Tan, Value: math.Tan,
		Derive: func(_, f float64) (f1, f2 float64) { f1 = 1 + f*f; return f1, 2 * f * f1 }},
	{Name: "asin", Arguments: 1, Kind: Smooth, Over: interval.Asin, Value: math.Asin, Derive: deriveAsin},
	{Name: "acos", Arguments: 1, Kind: Smooth, Over: interval.Acos, Value: math.Acos,
		Derive: func(x, f float64) (f1, f2 float64) { f1, f2 = deriveAsin(x, f); return -f1, -f2 }},
	{Name: "atan", Arguments: 1, Kind: Smooth, Over: interval.Atan, Value: math.Atan,
		Derive: func(x, _ float64) (f1, f2 float64) { f1 = 1 / (1 + x*x); return f1, -2 * x * f1 * f1 }},
	{Name: "sinh", Arguments: 1, Kind: Smooth, Over: interval.Sinh, Value: real.Sinh,
		Derive: func(x, f float64) (f1, f2 float64) { return real.Cosh(x), f }},
	{Name: "cosh", Arguments: 1, Kind: Smooth, Over: interval.Cosh, Value: real.Cosh,
		Derive: func(x, f float64) (f1, f2 float64) { return real.Sinh(x), f }},
	{Name: "tanh", Arguments: 1, Kind: Smooth, Over: interval.Tanh, Value: math.Tanh, Derive: deriveTanh},
	{Name: "exp", Arguments: 1, Kind: Smooth, Over: interval.Exp, Value: real.Exp,
		Derive: func(_, f float64) (f1, f2 float64) { return f, f }},
	{Name: "log", Arguments: 1, Kind: Smooth, Over: interval.Log, Value: real.Log, Derive: deriveLog},
	{Name: "log10", Arguments: 1, Kind: Smooth, Over: interval.Log10, Value: real.Log10,
		Derive: func(x, f float64) (f1, f2 float64) { f1, f2 = deriveLog(x, f); return f1 / math.Ln10, f2 / math.Ln10 }},
	{Name: "sqrt", Arguments: 1, Kind: Smooth, Over: interval.Sqrt, Value: math.Sqrt, Derive: deriveSqrt},
	{Name: "cbrt", Arguments: 1, Kind: Smooth, Over: interval.Cbrt, Value: math.Cbrt,
		Derive: func(x, f float64) (f1, f2 float64) { f1 = 1 / (3 * f * f); return f1, -2 * f1 / (3 * x) }},
	{Name: "sigmoid", Arguments: 1, Kind: Smooth, Over: interval.Sigmoid, Value: sigmoid, Derive: deriveSigmoid},
	{Name: "softplus", Arguments: 1, Kind: Smooth, Over: interval.Softplus, Value: lanes.Softplus, All: lanes.SoftplusJet,
		Many: lanes.Softpluses},
	{Name: "asinh", Arguments: 1, Kind: Smooth, Over: interval.Asinh, Value: math.Asinh, Derive: deriveAsinh},
	{Name: "acosh", Arguments: 1, Kind: Smooth, Over: interval.Acosh, Value: math.Acosh, Derive: deriveAcosh},
	{Name: "atanh", Arguments: 1, Kind: Smooth, Over: interval.Atanh, Value: math.Atanh,
		Derive: func(x, _ float64) (f1, f2 float64) { f1 = 1 / ((1 - x) * (1 + x)); return f1, 2 * x * f1 * f1 }},
	{Name: "sec", Arguments: 1, Kind: Smooth, Over: interval.Sec, Value: func(x float64) float64 { return 1 / math.Cos(x) },
		Derive: deriveSec},
	{Name: "csc", Arguments: 1, Kind: Smooth, Over: interval.Csc, Value: func(x float64) float64 { return 1 / math.Sin(x) },
		Derive: deriveCsc},
	{Name: "cot", Arguments: 1, Kind: Smooth, Over: interval.Cot, Value: func(x float64) float64 { return 1 / math.Tan(x) },
		Derive: func(_, f float64) (f1, f2 float64) { f1 = -1 - f*f; return f1, -2 * f * f1 }},
	{Name: "log2", Arguments: 1, Kind: Smooth, Over: interval.Log2, Value: log2,
		Derive: func(x, f float64) (f1, f2 float64) { f1, f2 = deriveLog(x, f); return f1 / math.Ln2, f2 / math.Ln2 }},
	{Name: "log1p", Arguments: 1, Kind: Smooth, Over: interval.Log1p, Value: math.Log1p,
		Derive: func(x, f float64) (f1, f2 float64) { return deriveLog(1+x, f) }},
	{Name: "expm1", Arguments: 1, Kind: Smooth, Over: interval.Expm1, Value: math.Expm1,
		Derive: func(x, _ float64) (f1, f2 float64) { f1 = real.Exp(x); return f1, f1 }},
	{Name: "erf", Arguments: 1, Kind: Smooth, Over: interval.Erf, Value: math.Erf, Derive: deriveErf},
	{Name: "erfc", Arguments: 1, Kind: Smooth, Over: interval.Erfc, Value: math.Erfc,
		Derive: func(x, f float64) (f1, f2 float64) { f1, f2 = deriveErf(x, f); return -f1, -f2 }},
	{Name: "hypot", Arguments: 2, Kind: Smooth2, Over2: interval.Hypot, Value2: math.Hypot, Derive2: deriveHypot},
	{Name: "atan2", Arguments: 2, Order: "y, x", Kind: Smooth2, Over2: interval.Atan2, Value2: math.Atan2, Derive2: deriveAtan2},
	{Name: "mod", Arguments: 2, Order: "a, b", Kind: Smooth2, Over2: interval.Mod, Value2: mod, Derive2: deriveMod},
	{Name: "sign", Arguments: 1, Kind: Flat, Over: interval.Sign, Value: sign},
	{Name: "floor", Arguments: 1, Kind: Flat, Over: interval.Floor, Value: math.Floor},
	{Name: "ceil", Arguments: 1, Kind: Flat, Over: interval.Ceil, Value: math.Ceil},
	{Name: "round", Arguments: 1, Kind: Flat, Over: interval.Round, Value: math.RoundToEven},
	{Name: "trunc", Arguments: 1, Kind: Flat, Over: interval.Trunc, Value: math.Trunc},
	{Name: "abs", Arguments: 1, Kind: Abs},
	{Name: "relu", Arguments: 1, Kind: Relu},
	{Name: "min", Arguments: syntax.Variadic, Kind: Min},
	{Name: "max", Arguments: syntax.Variadic, Kind: Max},
}

// Values stores the value of a function of one argument at each x.
func (f *Function) Values(value, x []float64) {
	if f.Many != nil {
		f.Many(value, nil, nil, x[:len(value)])
		return
	}
	for i, v := range x[:len(value)] {
		value[i] = f.Value(v)
	}
}

// Slopes stores the value and the derivative of a Smooth function at each x.
func (f *Function) Slopes(value, slope, x []float64) {
	if f.Many != nil {
		f.Many(value, slope, nil, x)
		return
	}
	for i, v := range x {
		value[i], slope[i], _ = f.at(v)
	}
}

// Jets stores both derivatives.
func (f *Function) Jets(value, slope, bend, x []float64) {
	if f.Many != nil {
		f.Many(value, slope, bend, x)
		return
	}
	for i, v := range x {
		value[i], slope[i], bend[i] = f.at(v)
	}
}

func (f *Function) at(x float64) (y, f1, f2 float64) {
	if f.All != nil {
		return f.All(x)
	}
	y = f.Value(x)
	f1, f2 = f.Derive(x, y)
	return y, f1, f2
}

// Lookup returns the index of the function in the table, or -1.
func Lookup(name string) int {
	for i := range Table {
		if Table[i].Name == name {
			return i
		}
	}
	return -1
}

func sign(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return x // 0, -0 or NaN
}

// sigmoid is 1/(1+exp(-x)), written so that exp never overflows.
func sigmoid(x float64) float64 {
	if x >= 0 {
		return 1 / (1 + math.Exp(-x))
	}
	e := math.Exp(x)
	return e / (1 + e)
}

func deriveAsin(x, _ float64) (f1, f2 float64) {
	d := (1 - x) * (1 + x)
	f1 = 1 / math.Sqrt(d)
	return f1, x * f1 / d
}

// deriveTanh uses 1/cosh^2, which keeps its relative accuracy where 1-tanh^2 cancels.
func deriveTanh(x, f float64) (f1, f2 float64) {
	s := 1 / math.Cosh(x)
	f1 = s * s
	return f1, -2 * f * f1
}

// deriveLog takes |x| because the slope at -0 is +Inf too; at negative x the value is NaN and nothing else counts.
func deriveLog(x, _ float64) (f1, f2 float64) {
	f1 = 1 / math.Abs(x)
	return f1, -f1 * f1
}

// deriveSqrt takes |f| because the slope at -0 is +Inf too.
func deriveSqrt(x, f float64) (f1, f2 float64) {
	f1 = 0.5 / math.Abs(f)
	return f1, f1 * (-0.5 / math.Abs(x))
}

// deriveSigmoid uses sigmoid(-x), which keeps its relative accuracy where 1-sigmoid(x) cancels.
func deriveSigmoid(x, f float64) (f1, f2 float64) {
	g := sigmoid(-x)
	f1 = f * g
	return f1, f1 * (g - f)
}

func deriveHypot(a, b, f float64) (p Partials) {
	if f == 0 {
		return p // as abs at 0
	}
	p.A, p.B = a/f, b/f
	p.AA, p.AB, p.BB = p.B*p.B/f, -p.A*p.B/f, p.A*p.A/f
	return p
}

// deriveAtan2 divides by the radius before multiplying, so that squares do not overflow.
func deriveAtan2(a, b, _ float64) (p Partials) {
	r := math.Hypot(a, b)
	s, c := a/r, b/r
	p.A, p.B = c/r, -s/r
	p.BB = 2 * s * p.A / r
	p.AA, p.AB = -p.BB, (s-c)*(s+c)/r/r
	return p
}
