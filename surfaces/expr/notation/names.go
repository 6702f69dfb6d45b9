package notation

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation/lexical"
	"descentlab/surfaces/expr/notation/tree"
)

// functions are those of the grammar, by their names.
var functions = func() map[string]expr.Function {
	all := map[string]expr.Function{}
	for _, f := range expr.Functions() {
		all[f.Name] = f
	}
	return all
}()

// others are names of functions that the grammar spells otherwise.
var others = map[string]string{
	"ln": "log", "loge": "log", "log_e": "log", "lg": "log10", "lb": "log2", "ld": "log2", "log_10": "log10", "log_2": "log2",
	"tg": "tan", "tng": "tan", "sen": "sin", "cotan": "cot", "ctg": "cot", "cotg": "cot", "cosec": "csc", "cosek": "csc",
	"arcsin": "asin", "arccos": "acos", "arctan": "atan", "arctg": "atan", "arcsen": "asin", "arctan2": "atan2",
	"sh": "sinh", "ch": "cosh", "th": "tanh", "tgh": "tanh", "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh",
	"arsinh": "asinh", "arcosh": "acosh", "artanh": "atanh", "argsinh": "asinh", "argcosh": "acosh", "argtanh": "atanh",
	"fabs": "abs", "absolute": "abs", "sgn": "sign", "signum": "sign", "ceiling": "ceil", "rint": "round", "fix": "trunc",
	"int": "trunc", "sqr": "square", "minimum": "min", "maximum": "max", "fmin": "min", "fmax": "max", "remainder": "mod",
	"expit": "sigmoid", "logistic": "sigmoid", "square_root": "sqrt", "cuberoot": "cbrt", "ReLU": "relu",
	"power": "pow", "float_power": "pow", "if": "where", "iif": "where", "ifelse": "where", "cond": "where", "clamp": "clip",
	"degrees": "rad2deg", "radians": "deg2rad", "neg": "negative", "reciprocal": "inverse", "norm": "hypot", "nthroot": "root",
	"float": "same", "float32": "same", "float64": "same", "double": "same", "tensor": "same", "number": "same", "real": "same",
	"as_tensor": "same", "asarray": "same", "floor_divide": "floordiv", "subtract": "sub", "multiply": "mul", "divide": "div",
	"true_divide": "div", "swish": "silu", "log_sigmoid": "logsigmoid", "ceilfn": "ceil",
	"powi": "pow", "powf": "pow", "item": "same", "detach": "same", "clone": "same", "numpy": "same", "squeeze": "same",
	"sinus": "sin", "cosinus": "cos", "tangens": "tan", "arsh": "asinh", "arch": "acosh", "arth": "atanh", "cth": "coth",
	"ctgh": "coth", "cosech": "csch", "arcctg": "acot", "arccotg": "acot", "wurzel": "sqrt", "racine": "sqrt", "raiz": "sqrt",
	"raíz": "sqrt", "radice": "sqrt", "potenz": "pow", "puissance": "pow", "potencia": "pow", "potenza": "pow", "wenn": "where",
	"si": "where", "se": "where", "betrag": "abs", "leaky_relu": "leakyrelu",
	"product": "prod", "average": "mean", "fsum": "sum", "nansum": "sum", "reduce_sum": "sum",
	"reduce_mean": "mean", "Total": "sum", "inner": "dot", "vdot": "dot", "len": "length",
}

// inverse are the functions with an inverse that ^-1 may mean.
var inverse = map[string]string{
	"sin": "asin", "cos": "acos", "tan": "atan", "sinh": "asinh", "cosh": "acosh", "tanh": "atanh",
}

// modules are what Python and its like put before the name of a function.
var modules = strings.Fields("np numpy jnp jax torch math Math cmath tf keras K backend sp sympy scipy special F nn functional " +
	"std sym mp mpmath mx nd onp anp autograd cp cupy lax linalg System numexpr ne pm aten ops")

// keywords are words that are operators.
var keywords = map[string]string{
	"and": "&&", "or": "||", "not": "!", "mod": "%", "AND": "&&", "OR": "||", "NOT": "!",
}

// constants are other names of numbers.
var constants = map[string]string{
	"π": "pi", "Pi": "pi", "PI": "pi", "M_PI": "pi", "E": "e", "M_E": "e", "exp1": "e", "LN2": "log(2)", "LN10": "log(10)",
	"SQRT2": "sqrt(2)", "ℯ": "e", "ⅇ": "e", "euler": "e",
}

// function is the name by which the reader knows a function: one of the grammar, or of forms; or "".
func function(name string) string {
	for _, n := range []string{name, strings.ToLower(name)} {
		if o, ok := others[n]; ok {
			n = o
		}
		if _, ok := functions[n]; ok {
			return n
		}
		if _, ok := tree.Forms[n]; ok {
			return n
		}
		if utf8.RuneCountInString(name) < 2 {
			break
		}
	}
	return ""
}

// base is the letter of a name and its index: x_1 and x1 are x and "1", theta is itself. ok tells whether a parameter may be
// called so: one letter, or a Greek one by its name, and an index.
func base(name string) (letter, index string, ok bool) {
	letter = strings.TrimRightFunc(name, unicode.IsDigit)
	index = name[len(letter):]
	if i := strings.IndexByte(name, '_'); i > 0 {
		letter, index = name[:i], name[i+1:]
	}
	letter = strings.TrimSuffix(letter, "_")
	one := utf8.RuneCountInString(letter) == 1 && letter != "_"
	return letter, index, one || lexical.IsGreek(letter)
}

// isVariable tells the names that stand for something without the text saying so.
func (r *reader) knows(name string) bool {
	return name == "x" || name == "y" || name == "pi" || name == "e" || r.scope[name] != nil ||
		slices.Contains(r.known, name) || constants[name] != ""
}

// words takes words apart that are products, as xy, ax, 2πx and xsinx have them, and drops the modules before names.
func (r *reader) words(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		next := tokens[min(i+1, len(tokens)-1)]
		if t.kind == nameToken && next.is(".") && next.end != next.at && slices.Contains(modules, t.text) && !r.knows(t.text) {
			r.ofModule(t, tokens[i+2:])
			i++
			continue
		}
		if instead, _ := lexical.Unsuited("diff"); isDifferential(out, t) {
			r.fault(t.at, "a formula has no %s; %s", "d/"+t.text, instead)
		}
		op := keywords[t.text]
		called := next.is("(") && (op == "%" || op != "!" && !endsOperand(out))
		if op != "" && t.kind == nameToken && r.scope[t.text] == nil && !called {
			t.kind, t.text = symbolToken, op
		}
		if t.kind != nameToken || t.indexed || len(out) > 0 && out[len(out)-1].is(".") {
			out = append(out, t)
			continue
		}
		out = append(out, r.takeApart(t, next)...)
	}
	return out
}

// ofModule looks at what a module has that is no function: numbers, of which some are not those that their names are elsewhere.
func (r *reader) ofModule(module token, rest []token) {
	t := rest[0]
	switch lower := strings.ToLower(t.text); {
	case t.kind != nameToken || function(t.text) != "" || lower == "pi" || lower == "e" || constants[t.text] != "":
	case len(rest) > 1 && rest[1].is("."): // another module
	case lower == "tau":
		rest[0] = token{kind: numberToken, text: "6.283185307179586", raw: t.raw, at: t.at, end: t.end}
	case lower == "inf" || lower == "infinity":
		rest[0] = token{kind: symbolToken, text: "∞", raw: t.raw, at: t.at, end: t.end}
	case lower == "euler_gamma" || lower == "egamma":
		rest[0] = token{kind: numberToken, text: "0.5772156649015329", raw: t.raw, at: t.at, end: t.end}
	case len(rest) < 2 || !rest[1].is("("):
		r.fault(t.at, "unknown name %s", clip24(module.text+"."+t.text))
	}
}

// isDifferential tells the dx below a d: what follows is a derivative.
func isDifferential(before []token, t token) bool {
	n := len(before)
	if n < 2 || t.kind != nameToken || t.text != "dx" && t.text != "dy" {
		return false
	}
	return before[n-1].is("/") || before[n-1].is("(") && before[n-2].is(")") || before[n-1].is("(") && before[n-2].is("/")
}

// takeApart is the word as it stands, or the names that it is the product of.
func (r *reader) takeApart(t, next token) []token {
	if m := argumentBehind.FindStringSubmatch(t.text); m != nil && takesOne(function(m[1])) && function(t.text) == "" &&
		!r.knows(t.text) && (!isOperand(next) || strings.HasSuffix(function(m[1]), "rt")) && !next.is("(") {
		return argumentOf(t, len(m[1]))
	}
	if n := r.firstFactor(t); n > 0 && n < len(t.text) && !r.knows(t.text) && function(t.text) == "" {
		return r.twoFactors(t, next, n)
	}
	_, _, single := base(t.text)
	if r.knows(t.text) || single || function(t.text) != "" || t.text == "if" || t.text == "else" {
		return []token{t}
	}
	parts := r.split(t.text, next.is("(") || isOperand(next))
	if parts == nil {
		return []token{t}
	}
	list := make([]token, len(parts))
	at := t.at
	for i, p := range parts {
		list[i] = token{kind: nameToken, text: p, raw: p, at: at, end: at + len(p)}
		at += len(p)
	}
	list[0].spaced = t.spaced
	return list
}

// What words begin with that are products, or a function and its argument: x_1x_2, a_1x; x1x2; sin2x.
var (
	indexedFactor  = regexp.MustCompile(`^(\pL+_[0-9]+)\pL`)
	numberedPairs  = regexp.MustCompile(`^(\pL[0-9])(\pL[0-9])+$`)
	functionOf     = regexp.MustCompile(`^(\pL{2,})([0-9]+)\pL`)
	argumentBehind = regexp.MustCompile(`^(\pL{2,})[0-9]+$`)
	numberFirst    = regexp.MustCompile(`^[0-9]+`)
)

// firstFactor is the length of what a word begins with that stands for itself; 0 if it is no such word.
func (r *reader) firstFactor(t token) int {
	word := t.text
	if m := indexedFactor.FindStringSubmatch(word); m != nil {
		return len(m[1])
	}
	if m := numberedPairs.FindStringSubmatch(word); m != nil {
		return len(m[1])
	}
	if m := functionOf.FindStringSubmatch(word); m != nil && functions[function(m[1])].Arguments == 1 {
		if long := m[1] + m[2]; takesOne(function(long)) && r.ask(argumentProduct, t.at) == 0 {
			return len(long) // log2x
		}
		return len(m[1])
	}
	if head := word[:max(len(word)-1, 0)]; lexical.IsGreek(head) && strings.ContainsAny(word[len(head):], "xy") {
		return len(head)
	}
	return len(numberFirst.FindString(word))
}

func takesOne(fn string) bool {
	least, _ := arity(fn)
	return least == 1
}

// argumentOf makes a call of sqrt2, of which so many bytes are the function.
func argumentOf(t token, at int) []token {
	fn, arg := t, t
	fn.text, fn.end = t.text[:at], t.at+at
	arg.kind, arg.text, arg.at, arg.spaced = numberToken, t.text[at:], t.at+at, false
	bracket := func(text string) token {
		return token{kind: symbolToken, text: text, raw: text, at: arg.at, end: arg.at}
	}
	return []token{fn, bracket("("), arg, bracket(")")}
}

// twoFactors takes a word apart at a byte.
func (r *reader) twoFactors(t, next token, at int) []token {
	first, rest := t, t
	first.text, first.end = t.text[:at], t.at+at
	rest.text, rest.at, rest.spaced = t.text[at:], t.at+at, false
	first.raw, rest.raw = first.text, rest.text
	if numberFirst.MatchString(first.text) {
		first.kind = numberToken
	}
	return append([]token{first}, r.takeApart(rest, next)...)
}

// longestWord is how many letters a word has at most that is taken apart.
const longestWord = 12

// split returns the names that the word is a product of: known ones and functions, or if it is short and has x or y, letters
// of which some are free. followed tells that something stands behind it which may be an argument.
func (r *reader) split(word string, followed bool) []string {
	if len(word) > longestWord {
		return nil
	}
	if parts := r.parts(word, followed, false); parts != nil {
		return parts
	}
	mayBe := strings.ContainsAny(word, "xyXY") || utf8.RuneCountInString(word) < len(word)
	if utf8.RuneCountInString(word) <= 4 && mayBe && !slices.Contains(neverProducts, word) {
		return r.parts(word, followed, true)
	}
	return nil
}

// neverProducts are words of people's languages and programs' that have an x or a y.
var neverProducts = strings.Fields("axis xor xnor any only yes why key type next text exit")

// parts tries the longest names first.
func (r *reader) parts(word string, followed, free bool) []string {
	if word == "" {
		return []string{}
	}
	for n := len(word); n > 0; n-- {
		head, rest := word[:n], word[n:]
		if !utf8.RuneStart((rest + " ")[0]) || !r.isPart(head, rest, followed, free) {
			continue
		}
		if parts := r.parts(rest, followed, free); parts != nil {
			return append([]string{head}, parts...)
		}
	}
	return nil
}

func (r *reader) isPart(head, rest string, followed, free bool) bool {
	if r.knows(head) && constants[head] == "" || head == "π" {
		return true
	}
	if len(head) == 2 && (head[0] == 'x' || head[0] == 'y') && '2' <= head[1] && head[1] <= '9' {
		return rest == "" || rest[0] < '0' || rest[0] > '9' // x2y has lost its raised 2: it is asked about
	}
	if f := functions[function(head)]; f.Arguments == 1 && len(head) > 1 {
		return rest == "" && followed || rest != "" && rest[0] != 'e' // cose is no product
	}
	letter, index, single := base(head)
	if free && single && index != "" && letter+index == head && letter != "x" && letter != "y" {
		return rest != "" && (rest[0] < '0' || rest[0] > '9') // a1x
	}
	return free && single && index == "" && utf8.RuneCountInString(head) == 1 && strings.IndexFunc(head, unicode.IsLetter) == 0
}

// endsOperand tells whether an operator may follow the tokens.
func endsOperand(tokens []token) bool {
	if len(tokens) == 0 {
		return false
	}
	last := tokens[len(tokens)-1]
	return last.kind == numberToken || last.kind == nameToken || last.is(")")
}

func isOperand(t token) bool {
	return t.kind == numberToken || t.kind == nameToken || t.is("(") || t.is("|<") || t.is("√")
}
