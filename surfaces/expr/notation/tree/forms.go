package tree

// A Form writes a function that the grammar lacks in the grammar.
type Form struct {
	Least, Most int    // how many arguments it takes
	Usage       string // how it is called
	Build       func(a []*Node) *Node
}

func num(text string) *Node { return Number(text, 0) }

// of is a call placed at its first argument.
func of(fn string) func(a []*Node) *Node { return func(a []*Node) *Node { return Call(fn, a...) } }

func infix(op string) func(a []*Node) *Node {
	return func(a []*Node) *Node { return Binary(op, a[0], a[1]) }
}

// over is 1 divided by a function.
func over(fn string) func(a []*Node) *Node {
	return func(a []*Node) *Node { return Binary("/", num("1"), Call(fn, a[0])) }
}

// within is a function of 1 divided by the argument.
func within(fn string) func(a []*Node) *Node {
	return func(a []*Node) *Node { return Call(fn, Binary("/", num("1"), a[0])) }
}

// Forms are the functions that other languages have. Each says the same in the grammar.
var Forms = map[string]Form{
	"pow":      {2, 2, "pow(x, 2)", infix("^")},
	"square":   {1, 1, "square(x)", func(a []*Node) *Node { return Power(a[0], "2") }},
	"cube":     {1, 1, "cube(x)", func(a []*Node) *Node { return Power(a[0], "3") }},
	"where":    {3, 3, "where(x > 0, a, b)", func(a []*Node) *Node { return Choice(a[0], a[1], a[2]) }},
	"clip":     {2, 3, "clip(x, least, most)", clip},
	"log":      {1, 2, "log(x)", logarithm},
	"atan":     {1, 2, "atan(x)", func(a []*Node) *Node { return Call([]string{"atan", "atan2"}[len(a)-1], a...) }},
	"min":      {2, 99, "min(a, b)", of("min")},
	"max":      {2, 99, "max(a, b)", of("max")},
	"hypot":    {1, 2, "hypot(a, b)", func(a []*Node) *Node { return Call([]string{"abs", "hypot"}[len(a)-1], a...) }},
	"round":    {1, 1, "round(x)", of("round")},
	"sech":     {1, 1, "sech(x)", over("cosh")},
	"csch":     {1, 1, "csch(x)", over("sinh")},
	"coth":     {1, 1, "coth(x)", over("tanh")},
	"asec":     {1, 1, "asec(x)", within("acos")},
	"acsc":     {1, 1, "acsc(x)", within("asin")},
	"acot":     {1, 1, "acot(x)", within("atan")},
	"arcsec":   {1, 1, "arcsec(x)", within("acos")},
	"arccsc":   {1, 1, "arccsc(x)", within("asin")},
	"arccot":   {1, 1, "arccot(x)", within("atan")},
	"rsqrt":    {1, 1, "rsqrt(x)", over("sqrt")},
	"inverse":  {1, 1, "reciprocal(x)", func(a []*Node) *Node { return Binary("/", num("1"), a[0]) }},
	"negative": {1, 1, "negative(x)", func(a []*Node) *Node { return Sign("-", a[0], a[0].At) }},
	"same":     {1, 1, "float(x)", func(a []*Node) *Node { return a[0] }},
	"add":      {2, 2, "add(a, b)", infix("+")},
	"sub":      {2, 2, "sub(a, b)", infix("-")},
	"mul":      {2, 2, "mul(a, b)", infix("*")},
	"div":      {2, 2, "div(a, b)", infix("/")},
	"floordiv": {2, 2, "floor_divide(a, b)", func(a []*Node) *Node { return Call("floor", Binary("/", a[0], a[1])) }},
	"fmod":     {2, 2, "Fmod(a, b)", Fmod},
	"root":     {2, 2, "root(x, 3)", Root},
	"exp2":     {1, 1, "exp2(x)", func(a []*Node) *Node { return Binary("^", num("2"), a[0]) }},
	"exp10":    {1, 1, "exp10(x)", func(a []*Node) *Node { return Binary("^", num("10"), a[0]) }},
	"deg2rad":  {1, 1, "radians(x)", func(a []*Node) *Node { return Degrees(a[0]) }},
	"rad2deg":  {1, 1, "degrees(x)", func(a []*Node) *Node { return Binary("/", Binary("*", a[0], num("180")), pi()) }},
	"silu":     {1, 1, "silu(x)", func(a []*Node) *Node { return Binary("*", a[0], Call("sigmoid", a[0])) }},
	"logsigmoid": {1, 1, "logsigmoid(x)", func(a []*Node) *Node {
		return Sign("-", Call("softplus", Sign("-", a[0], a[0].At)), a[0].At)
	}},
	"gelu":      {1, 1, "gelu(x)", gelu},
	"elu":       {1, 2, "elu(x, 1)", elu},
	"leakyrelu": {1, 2, "leaky_relu(x, 0.01)", leakyRelu},
	"logaddexp": {2, 2, "logaddexp(a, b)", logAddExp},
	"and":       {2, 99, "and(c, d)", joined("&&")},
	"or":        {2, 99, "or(c, d)", joined("||")},
	"sum":       {1, 99, "sum([a, b])", nil}, // built from lists, by who reads them
	"prod":      {1, 99, "prod([a, b])", nil},
	"mean":      {1, 99, "mean([a, b])", nil},
	"length":    {1, 1, "len(x)", nil},
	"dot":       {2, 2, "dot(a, b)", nil},
	"heaviside": {1, 2, "heaviside(x, 0.5)", heaviside},
	"unitstep":  {1, 1, "UnitStep(x)", func(a []*Node) *Node { return Choice(Binary(">=", a[0], num("0")), num("1"), num("0")) }},
	"sumsq":     {1, 99, "SUMSQ(a, b)", sumOfSquares},
	"sind":      {1, 1, "sind(x)", ofDegrees("sin")},
	"cosd":      {1, 1, "cosd(x)", ofDegrees("cos")},
	"tand":      {1, 1, "tand(x)", ofDegrees("tan")},
	"sinpi":     {1, 1, "sinpi(x)", ofHalfTurns("sin")},
	"cospi":     {1, 1, "cospi(x)", ofHalfTurns("cos")},
	"less":      {2, 2, "less(a, b)", infix("<")},
	"greater":   {2, 2, "greater(a, b)", infix(">")},
}

// ofDegrees is a function of an angle in degrees, and ofHalfTurns of one in units of pi.
func ofDegrees(fn string) func(a []*Node) *Node {
	return func(a []*Node) *Node { return Call(fn, Degrees(a[0])) }
}

func ofHalfTurns(fn string) func(a []*Node) *Node {
	return func(a []*Node) *Node { return Call(fn, Binary("*", pi(), a[0])) }
}

// sumOfSquares adds the squares of its arguments.
func sumOfSquares(a []*Node) *Node {
	n := Power(a[0], "2")
	for _, next := range a[1:] {
		n = Binary("+", n, Power(next, "2"))
	}
	return n
}

// joined joins conditions.
func joined(op string) func(a []*Node) *Node {
	return func(a []*Node) *Node {
		n := a[0]
		for _, next := range a[1:] {
			n = Binary(op, n, next)
		}
		return n
	}
}

// logAddExp is log(exp(a) + exp(b)), without their overflow.
func logAddExp(a []*Node) *Node { return Binary("+", a[0], Call("softplus", Binary("-", a[1], a[0]))) }

// gelu is PyTorch's without an approximation.
func gelu(a []*Node) *Node {
	inner := Call("erf", Binary("/", a[0], Call("sqrt", num("2"))))
	return Binary("*", Binary("/", a[0], num("2")), Binary("+", num("1"), inner))
}

// elu and leakyRelu have PyTorch's defaults.
func elu(a []*Node) *Node {
	below := Call("expm1", a[0])
	if len(a) == 2 {
		below = Binary("*", a[1], below)
	}
	return Choice(Binary(">", a[0], num("0")), a[0], below)
}

func leakyRelu(a []*Node) *Node {
	slope := num("0.01")
	if len(a) == 2 {
		slope = a[1]
	}
	return Choice(Binary(">", a[0], num("0")), a[0], Binary("*", slope, a[0]))
}

// heaviside is the step at 0, with the value there that NumPy asks for.
func heaviside(a []*Node) *Node {
	middle := num("0.5")
	if len(a) == 2 {
		middle = a[1]
	}
	return Choice(Binary(">", a[0], num("0")), num("1"), Choice(Binary("==", a[0], num("0")), middle, num("0")))
}

func pi() *Node { return &Node{Kind: NameNode, Text: "pi"} }

// Degrees is an angle in degrees, in radians.
func Degrees(a *Node) *Node { return Binary("/", Binary("*", a, pi()), num("180")) }

// clip keeps a value between two others.
func clip(a []*Node) *Node {
	low := Call("max", a[0], a[1])
	if len(a) == 2 {
		return low
	}
	return Call("min", low, a[2])
}

// logarithm has its base behind its argument, as Python has it.
func logarithm(a []*Node) *Node {
	if len(a) == 1 {
		return Call("log", a[0])
	}
	return toBase(a[0], a[1])
}

func toBase(a, b *Node) *Node {
	if b.Kind == NumberNode && (b.Text == "2" || b.Text == "10") {
		return Call("log"+b.Text, a)
	}
	if b.Kind == NameNode && b.Text == "e" {
		return Call("log", a)
	}
	return Binary("/", Call("log", a), Call("log", b))
}

// Fmod is C's remainder, which has the sign of what is divided.
func Fmod(a []*Node) *Node {
	return Binary("*", Call("sign", a[0]), Call("mod", size(a[0]), size(a[1])))
}

// size is the absolute value.
func size(n *Node) *Node {
	if n.Kind == NumberNode || n.Kind == CallNode && n.Text == "abs" {
		return n
	}
	return Call("abs", n)
}

// Root is the n-th root.
func Root(a []*Node) *Node {
	if n := a[1]; n.Kind == NumberNode && n.Text == "3" {
		return Call("cbrt", a[0])
	} else if n.Kind == NumberNode && n.Text == "2" {
		return Call("sqrt", a[0])
	}
	return Binary("^", a[0], Binary("/", num("1"), a[1]))
}

// Norm is the norm of an order of the vector that a call of hypot is the length of; nil if there is none.
func Norm(length *Node, order string) *Node {
	size := func(k int) *Node { return Call("abs", length.Kids[k]) }
	switch order {
	case "", "2", "F", "fro":
		return length
	case "1":
		return Binary("+", size(0), size(1))
	case "∞", "inf", "infty", "Inf", "infinity":
		return Call("max", size(0), size(1))
	}
	return nil
}
