package notation

// A form writes a function that the grammar lacks in the grammar.
type form struct {
	least, most int    // how many arguments it takes
	usage       string // how it is called
	build       func(a []*node) *node
}

func num(text string) *node { return number(text, 0) }

// of is a call placed at its first argument.
func of(fn string) func(a []*node) *node { return func(a []*node) *node { return call(fn, a...) } }

func infix(op string) func(a []*node) *node {
	return func(a []*node) *node { return binary(op, a[0], a[1]) }
}

// over is 1 divided by a function.
func over(fn string) func(a []*node) *node {
	return func(a []*node) *node { return binary("/", num("1"), call(fn, a[0])) }
}

// within is a function of 1 divided by the argument.
func within(fn string) func(a []*node) *node {
	return func(a []*node) *node { return call(fn, binary("/", num("1"), a[0])) }
}

// forms are the functions that other languages have. Each says the same in the grammar.
var forms = map[string]form{
	"pow":      {2, 2, "pow(x, 2)", infix("^")},
	"square":   {1, 1, "square(x)", func(a []*node) *node { return power(a[0], "2") }},
	"cube":     {1, 1, "cube(x)", func(a []*node) *node { return power(a[0], "3") }},
	"where":    {3, 3, "where(x > 0, a, b)", func(a []*node) *node { return choice(a[0], a[1], a[2]) }},
	"clip":     {2, 3, "clip(x, least, most)", clip},
	"log":      {1, 2, "log(x)", logarithm},
	"atan":     {1, 2, "atan(x)", func(a []*node) *node { return call([]string{"atan", "atan2"}[len(a)-1], a...) }},
	"min":      {2, 99, "min(a, b)", of("min")},
	"max":      {2, 99, "max(a, b)", of("max")},
	"hypot":    {1, 2, "hypot(a, b)", func(a []*node) *node { return call([]string{"abs", "hypot"}[len(a)-1], a...) }},
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
	"inverse":  {1, 1, "reciprocal(x)", func(a []*node) *node { return binary("/", num("1"), a[0]) }},
	"negative": {1, 1, "negative(x)", func(a []*node) *node { return sign("-", a[0], a[0].at) }},
	"same":     {1, 1, "float(x)", func(a []*node) *node { return a[0] }},
	"add":      {2, 2, "add(a, b)", infix("+")},
	"sub":      {2, 2, "sub(a, b)", infix("-")},
	"mul":      {2, 2, "mul(a, b)", infix("*")},
	"div":      {2, 2, "div(a, b)", infix("/")},
	"floordiv": {2, 2, "floor_divide(a, b)", func(a []*node) *node { return call("floor", binary("/", a[0], a[1])) }},
	"fmod":     {2, 2, "fmod(a, b)", fmod},
	"root":     {2, 2, "root(x, 3)", root},
	"exp2":     {1, 1, "exp2(x)", func(a []*node) *node { return binary("^", num("2"), a[0]) }},
	"exp10":    {1, 1, "exp10(x)", func(a []*node) *node { return binary("^", num("10"), a[0]) }},
	"deg2rad":  {1, 1, "radians(x)", func(a []*node) *node { return degrees(a[0]) }},
	"rad2deg":  {1, 1, "degrees(x)", func(a []*node) *node { return binary("/", binary("*", a[0], num("180")), pi()) }},
	"silu":     {1, 1, "silu(x)", func(a []*node) *node { return binary("*", a[0], call("sigmoid", a[0])) }},
	"logsigmoid": {1, 1, "logsigmoid(x)", func(a []*node) *node {
		return sign("-", call("softplus", sign("-", a[0], a[0].at)), a[0].at)
	}},
	"gelu":      {1, 1, "gelu(x)", gelu},
	"elu":       {1, 2, "elu(x, 1)", elu},
	"leakyrelu": {1, 2, "leaky_relu(x, 0.01)", leakyRelu},
	"logaddexp": {2, 2, "logaddexp(a, b)", logAddExp},
	"and":       {2, 99, "and(c, d)", joined("&&")},
	"or":        {2, 99, "or(c, d)", joined("||")},
	"sum":       {1, 99, "sum([a, b])", nil}, // reduce builds these five
	"prod":      {1, 99, "prod([a, b])", nil},
	"mean":      {1, 99, "mean([a, b])", nil},
	"length":    {1, 1, "len(x)", nil},
	"dot":       {2, 2, "dot(a, b)", nil},
	"heaviside": {1, 2, "heaviside(x, 0.5)", heaviside},
	"less":      {2, 2, "less(a, b)", infix("<")},
	"greater":   {2, 2, "greater(a, b)", infix(">")},
}

// joined joins conditions.
func joined(op string) func(a []*node) *node {
	return func(a []*node) *node {
		n := a[0]
		for _, next := range a[1:] {
			n = binary(op, n, next)
		}
		return n
	}
}

// logAddExp is log(exp(a) + exp(b)), without their overflow.
func logAddExp(a []*node) *node { return binary("+", a[0], call("softplus", binary("-", a[1], a[0]))) }

// gelu is PyTorch's without an approximation.
func gelu(a []*node) *node {
	inner := call("erf", binary("/", a[0], call("sqrt", num("2"))))
	return binary("*", binary("/", a[0], num("2")), binary("+", num("1"), inner))
}

// elu and leakyRelu have PyTorch's defaults.
func elu(a []*node) *node {
	below := call("expm1", a[0])
	if len(a) == 2 {
		below = binary("*", a[1], below)
	}
	return choice(binary(">", a[0], num("0")), a[0], below)
}

func leakyRelu(a []*node) *node {
	slope := num("0.01")
	if len(a) == 2 {
		slope = a[1]
	}
	return choice(binary(">", a[0], num("0")), a[0], binary("*", slope, a[0]))
}

// heaviside is the step at 0, with the value there that NumPy asks for.
func heaviside(a []*node) *node {
	middle := num("0.5")
	if len(a) == 2 {
		middle = a[1]
	}
	return choice(binary(">", a[0], num("0")), num("1"), choice(binary("==", a[0], num("0")), middle, num("0")))
}

func pi() *node { return &node{kind: nameNode, text: "pi"} }

func degrees(a *node) *node { return binary("/", binary("*", a, pi()), num("180")) }

// clip keeps a value between two others.
func clip(a []*node) *node {
	low := call("max", a[0], a[1])
	if len(a) == 2 {
		return low
	}
	return call("min", low, a[2])
}

// logarithm has its base behind its argument, as Python has it.
func logarithm(a []*node) *node {
	if len(a) == 1 {
		return call("log", a[0])
	}
	return toBase(a[0], a[1])
}

func toBase(a, b *node) *node {
	if b.kind == numberNode && (b.text == "2" || b.text == "10") {
		return call("log"+b.text, a)
	}
	if b.kind == nameNode && b.text == "e" {
		return call("log", a)
	}
	return binary("/", call("log", a), call("log", b))
}

// fmod is C's remainder, which has the sign of what is divided.
func fmod(a []*node) *node {
	return binary("*", call("sign", a[0]), call("mod", size(a[0]), size(a[1])))
}

// size is the absolute value.
func size(n *node) *node {
	if n.kind == numberNode || n.kind == callNode && n.text == "abs" {
		return n
	}
	return call("abs", n)
}

// root is the n-th root.
func root(a []*node) *node {
	if n := a[1]; n.kind == numberNode && n.text == "3" {
		return call("cbrt", a[0])
	} else if n.kind == numberNode && n.text == "2" {
		return call("sqrt", a[0])
	}
	return binary("^", a[0], binary("/", num("1"), a[1]))
}
