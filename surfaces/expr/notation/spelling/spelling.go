// Package spelling holds the names that people's notations and programming languages have for functions and numbers.
package spelling

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation/lexical"
	"descentlab/surfaces/expr/notation/tree"
	"descentlab/surfaces/expr/syntax"
)

// Functions are those of the grammar, by their names.
var Functions = func() map[string]expr.Function {
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
	"rem": "fmod", "abs2": "square", "heavisidetheta": "heaviside", "ramp": "relu", "logisticsigmoid": "sigmoid",
	"integerpart": "trunc", "quotient": "floordiv", "surd": "root", "rational": "div", "rest": "mod", "runden": "round",
	"quadratesumme": "sumsq", "summe": "sum", "somme": "sum", "suma": "sum", "somma": "sum", "produkt": "prod",
	"product": "prod", "average": "mean", "fsum": "sum", "nansum": "sum", "reduce_sum": "sum",
	"reduce_mean": "mean", "Total": "sum", "inner": "dot", "vdot": "dot", "len": "length",
}

// Inverse are the functions with an inverse that ^-1 may mean.
var Inverse = map[string]string{
	"sin": "asin", "cos": "acos", "tan": "atan", "sinh": "asinh", "cosh": "acosh", "tanh": "atanh",
}

// Modules are what Python and its like put before the name of a function.
var Modules = strings.Fields("np numpy jnp jax torch math Math cmath tf keras K backend sp sympy scipy special F nn functional " +
	"std sym mp mpmath mx nd onp anp autograd cp cupy lax linalg System numexpr ne pm aten ops")

// Keywords are words that are operators.
var Keywords = map[string]string{
	"and": "&&", "or": "||", "not": "!", "mod": "%", "AND": "&&", "OR": "||", "NOT": "!",
}

// Constants are other names of numbers.
var Constants = map[string]string{
	"π": "pi", "Pi": "pi", "PI": "pi", "M_PI": "pi", "E": "e", "M_E": "e", "exp1": "e", "LN2": "log(2)", "LN10": "log(10)",
	"SQRT2": "sqrt(2)", "ℯ": "e", "ⅇ": "e", "euler": "e",
}

// Function is the name by which the reader knows a function: one of the grammar, or of forms; or "".
func Function(name string) string {
	for _, n := range []string{name, strings.ToLower(name)} {
		if o, ok := others[n]; ok {
			n = o
		}
		if _, ok := Functions[n]; ok {
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

// Base is the letter of a name and its index: x_1 and x1 are x and "1", theta is itself. ok tells whether a parameter may be
// called so: one letter, or a Greek one by its name, and an index.
func Base(name string) (letter, index string, ok bool) {
	letter = strings.TrimRightFunc(name, unicode.IsDigit)
	index = name[len(letter):]
	if i := strings.IndexByte(name, '_'); i > 0 {
		letter, index = name[:i], name[i+1:]
	}
	letter = strings.TrimSuffix(letter, "_")
	one := utf8.RuneCountInString(letter) == 1 && letter != "_"
	return letter, index, one || lexical.IsGreek(letter)
}

// Arity is how many arguments a function takes, by the name that the reader knows it by.
func Arity(fn string) (least, most int) {
	if f, ok := tree.Forms[fn]; ok {
		return f.Least, f.Most
	}
	switch f := Functions[fn]; {
	case f.Name == "":
		return 0, 0
	case f.Arguments == syntax.Variadic:
		return 2, Many
	default:
		return f.Arguments, f.Arguments
	}
}

// Many is how many arguments a function takes at most that takes any number.
const Many = 99

// TakesOne tells a function that takes one argument at least.
func TakesOne(fn string) bool {
	least, _ := Arity(fn)
	return least == 1
}

// Usage shows how a function is called.
func Usage(name, fn string) string {
	if fn == "log" || fn == "atan" || fn == "round" {
		return name + "(x)"
	}
	if f, ok := tree.Forms[fn]; ok {
		_, arguments, _ := strings.Cut(f.Usage, "(")
		return name + "(" + arguments
	}
	if f := Functions[fn]; f.Arguments != 1 {
		return name + "(" + cmp.Or(f.Order, "a, b") + ")"
	}
	return name + "(x)"
}

// Known are the functions of the grammar, and the same with those names that others have for functions which a typing error may
// mean.
func Known() (names, all []string) {
	for _, f := range expr.Functions() {
		names = append(names, f.Name)
	}
	all = slices.Clone(names)
	for name, is := range others {
		if len(name) > 2 && is != "same" && name != "rem" && name != "rest" { // they are near everything
			all = append(all, name)
		}
	}
	slices.Sort(all[len(names):])
	return names, all
}

// Clip shortens what is quoted so that a message stays one readable line.
func Clip(s string) string {
	if c := []rune(s); len(c) > 24 {
		return string(c[:24]) + "..."
	}
	return s
}
