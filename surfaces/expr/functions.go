package expr

import (
	"math"

	"descentlab/internal/real"
	"descentlab/surfaces/expr/syntax"
)

// A function is all that is known about a function of the grammar. Smooth ones bring their derivatives; those
// whose opcode is not a call are selections and have their derivatives where the opcode is executed.
type function struct {
	name      string
	arguments int    // how many it takes; syntax.Variadic: two or more
	order     string // the names of two arguments, if it matters which is which
	op        opcode
	value     func(x float64) float64                 // opCall1 and opFlat
	derive    func(x, f float64) (f1, f2 float64)     // opCall1: f' and f'' where the value is f
	all       func(x float64) (f, f1, f2 float64)     // opCall1: all three, instead of derive, if they have much in common
	value2    func(a, b float64) float64              // opCall2
	derive2   func(a, b, f float64) (p partialsOfTwo) // opCall2
}

// partialsOfTwo are the derivatives of a function of two arguments a and b.
type partialsOfTwo struct{ a, b, aa, ab, bb float64 }

// functions is the table of all functions. Adding one is adding an entry; the parser, the tests and the
// suggestions for misspelt names go by the table.
var functions = [...]function{
	{name: "sin", arguments: 1, op: opCall1, value: math.Sin,
		derive: func(x, f float64) (f1, f2 float64) { return math.Cos(x), -f }},
	{name: "cos", arguments: 1, op: opCall1, value: math.Cos,
		derive: func(x, f float64) (f1, f2 float64) { return -math.Sin(x), -f }},
	{name: "tan", arguments: 1, op: opCall1, value: math.Tan,
		derive: func(_, f float64) (f1, f2 float64) { f1 = 1 + f*f; return f1, 2 * f * f1 }},
	{name: "asin", arguments: 1, op: opCall1, value: math.Asin, derive: deriveAsin},
	{name: "acos", arguments: 1, op: opCall1, value: math.Acos,
		derive: func(x, f float64) (f1, f2 float64) { f1, f2 = deriveAsin(x, f); return -f1, -f2 }},
	{name: "atan", arguments: 1, op: opCall1, value: math.Atan,
		derive: func(x, _ float64) (f1, f2 float64) { f1 = 1 / (1 + x*x); return f1, -2 * x * f1 * f1 }},
	{name: "sinh", arguments: 1, op: opCall1, value: real.Sinh,
		derive: func(x, f float64) (f1, f2 float64) { return real.Cosh(x), f }},
	{name: "cosh", arguments: 1, op: opCall1, value: real.Cosh,
		derive: func(x, f float64) (f1, f2 float64) { return real.Sinh(x), f }},
	{name: "tanh", arguments: 1, op: opCall1, value: math.Tanh, derive: deriveTanh},
	{name: "exp", arguments: 1, op: opCall1, value: real.Exp,
		derive: func(_, f float64) (f1, f2 float64) { return f, f }},
	{name: "log", arguments: 1, op: opCall1, value: real.Log, derive: deriveLog},
	{name: "log10", arguments: 1, op: opCall1, value: real.Log10,
		derive: func(x, f float64) (f1, f2 float64) { f1, f2 = deriveLog(x, f); return f1 / math.Ln10, f2 / math.Ln10 }},
	{name: "sqrt", arguments: 1, op: opCall1, value: math.Sqrt, derive: deriveSqrt},
	{name: "cbrt", arguments: 1, op: opCall1, value: math.Cbrt,
		derive: func(x, f float64) (f1, f2 float64) { f1 = 1 / (3 * f * f); return f1, -2 * f1 / (3 * x) }},
	{name: "sigmoid", arguments: 1, op: opCall1, value: sigmoid, derive: deriveSigmoid},
	{name: "softplus", arguments: 1, op: opCall1, value: softplus, all: softplusAll},
	{name: "asinh", arguments: 1, op: opCall1, value: math.Asinh, derive: deriveAsinh},
	{name: "acosh", arguments: 1, op: opCall1, value: math.Acosh, derive: deriveAcosh},
	{name: "atanh", arguments: 1, op: opCall1, value: math.Atanh,
		derive: func(x, _ float64) (f1, f2 float64) { f1 = 1 / ((1 - x) * (1 + x)); return f1, 2 * x * f1 * f1 }},
	{name: "sec", arguments: 1, op: opCall1, value: func(x float64) float64 { return 1 / math.Cos(x) }, derive: deriveSec},
	{name: "csc", arguments: 1, op: opCall1, value: func(x float64) float64 { return 1 / math.Sin(x) }, derive: deriveCsc},
	{name: "cot", arguments: 1, op: opCall1, value: func(x float64) float64 { return 1 / math.Tan(x) },
		derive: func(_, f float64) (f1, f2 float64) { f1 = -1 - f*f; return f1, -2 * f * f1 }},
	{name: "log2", arguments: 1, op: opCall1, value: log2,
		derive: func(x, f float64) (f1, f2 float64) { f1, f2 = deriveLog(x, f); return f1 / math.Ln2, f2 / math.Ln2 }},
	{name: "log1p", arguments: 1, op: opCall1, value: math.Log1p,
		derive: func(x, f float64) (f1, f2 float64) { return deriveLog(1+x, f) }},
	{name: "expm1", arguments: 1, op: opCall1, value: math.Expm1,
		derive: func(x, _ float64) (f1, f2 float64) { f1 = real.Exp(x); return f1, f1 }},
	{name: "erf", arguments: 1, op: opCall1, value: math.Erf, derive: deriveErf},
	{name: "erfc", arguments: 1, op: opCall1, value: math.Erfc,
		derive: func(x, f float64) (f1, f2 float64) { f1, f2 = deriveErf(x, f); return -f1, -f2 }},
	{name: "hypot", arguments: 2, op: opCall2, value2: math.Hypot, derive2: deriveHypot},
	{name: "atan2", arguments: 2, order: "y, x", op: opCall2, value2: math.Atan2, derive2: deriveAtan2},
	{name: "mod", arguments: 2, order: "a, b", op: opCall2, value2: mod, derive2: deriveMod},
	{name: "sign", arguments: 1, op: opFlat, value: sign},
	{name: "floor", arguments: 1, op: opFlat, value: math.Floor},
	{name: "ceil", arguments: 1, op: opFlat, value: math.Ceil},
	{name: "round", arguments: 1, op: opFlat, value: math.RoundToEven},
	{name: "trunc", arguments: 1, op: opFlat, value: math.Trunc},
	{name: "abs", arguments: 1, op: opAbs},
	{name: "relu", arguments: 1, op: opRelu},
	{name: "min", arguments: syntax.Variadic, op: opMin},
	{name: "max", arguments: syntax.Variadic, op: opMax},
}

// lookupFunction returns the index of the function in the table, or -1.
func lookupFunction(name string) int {
	for i := range functions {
		if functions[i].name == name {
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

func deriveHypot(a, b, f float64) (p partialsOfTwo) {
	if f == 0 {
		return p // as abs at 0
	}
	p.a, p.b = a/f, b/f
	p.aa, p.ab, p.bb = p.b*p.b/f, -p.a*p.b/f, p.a*p.a/f
	return p
}

// deriveAtan2 divides by the radius before multiplying, so that squares do not overflow.
func deriveAtan2(a, b, _ float64) (p partialsOfTwo) {
	r := math.Hypot(a, b)
	s, c := a/r, b/r
	p.a, p.b = c/r, -s/r
	p.bb = 2 * s * p.a / r
	p.aa, p.ab = -p.bb, (s-c)*(s+c)/r/r
	return p
}
