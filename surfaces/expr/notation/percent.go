package notation

import (
	"slices"
	"strconv"
	"strings"

	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/spelling"
	"descentlab/surfaces/expr/notation/tree"
)

// asPercent reads 50% before a factor as 0.5, if that is what is meant: x % 50 and 7 % 3 are remainders, and so is 50 % x in a
// program.
func (r *reader) asPercent(n *tree.Node) (part *tree.Node, is bool) {
	t, next := r.peek(), r.ahead(1)
	if t.raw != "%" || n.Kind != tree.NumberNode || r.program() {
		return n, false
	}
	isFactor := next.kind != numberToken && !next.is("-") && !next.is("+") && (r.begins(next) || next.is("("))
	if !isFactor || r.ask(doubt.Percent, t.at) == 1 {
		return n, false
	}
	v, err := strconv.ParseFloat(n.Text+"e-2", 64)
	if err != nil {
		return n, false
	}
	r.pos++
	return tree.Number(strconv.FormatFloat(v, 'g', -1, 64), n.At), true
}

// program tells that a text is of a programming language, which has no percent.
func (r *reader) program() bool {
	return slices.ContainsFunc(r.tokens, func(t token) bool { return t.raw == "**" }) ||
		slices.ContainsFunc(spelling.Modules, func(m string) bool { return containsModule(r.text, m) }) ||
		slices.ContainsFunc([]string{"return", "lambda", "=>", "function"}, func(s string) bool { return strings.Contains(r.text, s) })
}
