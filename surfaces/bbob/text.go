package bbob

import (
	"fmt"
	"strconv"
	"strings"
)

// A formula is being written: names for its parts first, and the value at last.
type formula struct{ strings.Builder }

// let gives a part a name.
func (f *formula) let(name, format string, args ...any) {
	fmt.Fprintf(f, "%s = %s; ", name, fmt.Sprintf(format, args...))
}

// number writes v so that it reads back the same.
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// less writes "- v", or "+ -v" as a sum.
func less(v float64) string { return plus(-v) }

// plus writes what adds v to the text before it.
func plus(v float64) string {
	if v < 0 {
		return " - " + number(-v)
	}
	return " + " + number(v)
}

// from names where the point lies as seen from a place.
func (f *formula) from(u, v string, at [2]float64) {
	f.let(u, "x%s", less(at[0]))
	f.let(v, "y%s", less(at[1]))
}

// turn names the product of a matrix with what has names already.
func (f *formula) turn(u, v string, m matrix, a, b string) {
	for i, name := range []string{u, v} {
		f.let(name, "%s*%s%s*%s", number(m[i][0]), a, plus(m[i][1]), b)
	}
}

// oscillate names T_osz of something that has a name: a small wave on the logarithm of its size. The sign stays, and so does 0.
func (f *formula) oscillate(name, of string) {
	f.let("log_"+of, "log(abs(%s))", of)
	f.let(name, "%[1]s == 0 ? 0 : %[1]s*exp(0.049*(sin((%[1]s > 0 ? 10 : 5.5)*log_%[1]s) + "+
		"sin((%[1]s > 0 ? 7.9 : 3.1)*log_%[1]s)))", of)
}

// rise names T_osz of something that is never negative.
func (f *formula) rise(name, of string) {
	f.let("log_"+of, "log(%s)", of)
	f.let(name, "%[1]s > 0 ? %[1]s*exp(0.049*(sin(10*log_%[1]s) + sin(7.9*log_%[1]s))) : 0", of)
}

// lean names T_asy of the second coordinate, which has a name; the first one is left as it is.
func (f *formula) lean(name, of string, by float64) {
	f.let(name, "%[1]s > 0 ? %[1]s^(1 + %[2]s*sqrt(%[1]s)) : %[1]s", of, number(by))
}

// outside is f_pen: the squares of the distances by which the coordinates leave [-5, 5].
const outside = "(max(0, abs(x) - 5)^2 + max(0, abs(y) - 5)^2)"
