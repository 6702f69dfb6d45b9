package notation

import (
	"slices"
	"strings"

	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/spelling"
	"descentlab/surfaces/expr/notation/tree"
)

// statements reads what the text says, one after the other; the last one is the formula.
func (r *reader) statements() {
	r.scope = map[string]*tree.Node{}
	if at, more := r.secondReturn(); more {
		r.fault(at, "a second return begins here; write one, as in return a if condition else b")
		return
	}
	parts := r.formulaLast(r.divide(r.tokens[:len(r.tokens)-1]))
	for i, p := range parts {
		if i < len(parts)-1 {
			r.statement(p)
			continue
		}
		r.final(p)
	}
	if r.result == nil && len(r.faults) == 0 {
		r.fault(0, "the formula is empty; write something like x^2 + y^2")
	}
	if len(r.faults) == 0 {
		r.resolve()
	} else {
		r.unknownNames()
	}
}

// secondReturn is where a program returns once more: under an if, whose cases are not followed.
func (r *reader) secondReturn() (at int, more bool) {
	found := false
	for _, t := range r.tokens {
		if t.kind == nameToken && t.text == "return" {
			if found {
				return t.at, true
			}
			found = true
		}
	}
	return 0, false
}

// formulaLast puts what only names a value behind the formula before it: x^2 + a*y^2, a = 3, and z = a*x^2; a = 3.
func (r *reader) formulaLast(parts [][]token) [][]token {
	last := len(parts) - 1
	for last >= 0 && startsAssignment(parts[last]) {
		last--
	}
	if last >= 0 && isHeadAlone(parts[last]) {
		return parts
	}
	if last >= 0 {
		r.leftOver(parts, last)
	}
	if last < 0 { // all have names: the formula is the last of which no other makes use
		last = len(parts) - 1
		for last > 0 && isUsed(parts[last][0].text, parts[:last]) {
			last--
		}
		r.leftOver(parts, last)
	}
	if last < 0 || last == len(parts)-1 {
		return parts
	}
	formula := parts[last]
	return append(slices.Delete(slices.Clone(parts), last, last+1), formula)
}

// leftOver reports what has a name and a formula that no other makes use of, beside the one that was taken.
func (r *reader) leftOver(parts [][]token, taken int) {
	for i, p := range parts {
		if !startsAssignment(p) {
			continue
		}
		others := append(slices.Clone(parts[:i]), parts[i+1:]...)
		ofVariables := slices.ContainsFunc(p[2:], func(t token) bool {
			return t.kind == nameToken && contains([]string{"x", "y", "X", "Y"}, t.text)
		})
		if i != taken && ofVariables && p[1].is("=") && !isUsed(p[0].text, others) {
			r.fault(parts[taken][0].at, "a second formula begins here, and %s is not used in it; write one", p[0].text)
		}
	}
}

// isHeadAlone tells the head of a function whose body follows.
func isHeadAlone(p []token) bool {
	for i, t := range p[:min(len(p), 3)] {
		if t.kind == nameToken && contains([]string{"def", "function", "func", "fn"}, t.text) {
			return true
		}
		if end := closing(p, i); i > 0 && t.is("(") && end == len(p)-1 && declared(p[i+1:end]) {
			return true
		}
	}
	return false
}

// isUsed tells whether statements make use of a name that another gives a value.
func isUsed(name string, parts [][]token) bool {
	return slices.ContainsFunc(parts, func(p []token) bool {
		if startsAssignment(p) {
			p = p[1:]
		}
		return slices.ContainsFunc(p, func(t token) bool { return t.kind == nameToken && t.text == name })
	})
}

// statement reads one that is not the last: a name for something, the head of a function, or the formula, behind which its
// letters are given.
func (r *reader) statement(p []token) {
	p = r.header(p, false)
	switch {
	case len(p) == 0:
	case startsAssignment(p):
		r.assign(p)
	default:
		r.final(p)
	}
}

// divide parts statements: at semicolons, at return, and where a line or, in code, a word begins one.
func (r *reader) divide(tokens []token) [][]token {
	braces := slices.ContainsFunc(tokens, func(t token) bool { return t.raw == "{" })
	code := slices.ContainsFunc(tokens, func(t token) bool {
		return t.kind == nameToken && (t.text == "return" || (t.text == "function" || t.text == "fn") && braces)
	})
	tokens = withoutBrackets(tokens)
	if code && !r.latex {
		tokens = slices.DeleteFunc(slices.Clone(tokens), func(t token) bool { return t.raw == "{" || t.raw == "}" })
	}
	tokens = valuesBehind(r.trimEnd(dropImports(r.withoutConstraints(tokens))))
	var parts [][]token
	var now []token
	cut := func() {
		if len(now) > 0 {
			parts = append(parts, now)
		}
		now = nil
	}
	depth := 0
	for i, t := range tokens {
		outside := depth <= 0
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth--
		}
		if depth <= 0 && (t.is(";") || t.kind == nameToken && t.text == "return") {
			cut()
			continue
		}
		if depth <= 0 && (len(now) > 0 || len(parts) > 0) && givesValues(tokens, i, now) {
			cut()
			continue
		}
		if depth <= 0 && t.is(",") && i+2 < len(tokens) && tokens[i+1].kind == nameToken && tokens[i+2].is("=") && len(now) > 0 &&
			!beginsTuple(now) {
			cut()
			continue
		}
		if outside && len(now) > 0 && begins(tokens[i:], now, code) {
			cut()
		}
		now = append(now, t)
	}
	cut()
	return parts
}

// givesValues tells the words before the values of letters: x^2 + a*y^2 with a = 1 and b = 2.
func givesValues(tokens []token, i int, now []token) bool {
	t := tokens[i]
	if t.is(",") && i+1 < len(tokens) && isGiving(tokens[i+1]) {
		return startsAssignment(tokens[i+2:])
	}
	return startsAssignment(tokens[i+1:]) && (isGiving(t) || t.kind == nameToken && t.text == "and" && startsAssignment(now))
}

func isGiving(t token) bool {
	return t.kind == nameToken && contains([]string{"with", "where", "given", "for", "mit", "avec", "con"}, t.text)
}

// withoutBrackets takes the brackets from around the names of (x, y) = p.
func withoutBrackets(p []token) (out []token) {
	for i, t := range p {
		tuple := func(at int) bool {
			return at >= 0 && at+5 < len(p) && p[at].raw == "(" && startsTuple(p[at+1:]) && p[at+4].is(")") && p[at+5].is("=") &&
				(at == 0 || p[at-1].kind != nameToken)
		}
		if !tuple(i) && !tuple(i-4) {
			out = append(out, t)
		}
	}
	return out
}

// begins tells whether a statement begins here, after what stands before it.
func begins(here, before []token, code bool) bool {
	last := before[len(before)-1]
	if last.kind == symbolToken && !last.is(")") && !last.is(":") ||
		last.kind == nameToken && slices.Contains(spelling.Declares, last.text) {
		return false
	}
	switch {
	case here[0].line && (startsAssignment(before) || startsAssignment(here) || last.is(":")):
		return true
	case here[0].kind == nameToken && here[0].text == "def":
		return true
	}
	return code && startsAssignment(here) && !last.is(":")
}

// startsAssignment tells whether the tokens begin with NAME = or NAME, NAME =.
func startsAssignment(p []token) bool {
	if len(p) > 2 && p[0].kind == nameToken && p[1].kind == nameToken && slices.Contains(spelling.Declares, p[0].text) {
		p = p[1:] // a type
	}
	if len(p) < 2 || p[0].kind != nameToken {
		return false
	}
	return p[1].is("=") || startsTuple(p) && len(p) > 3 && p[3].is("=")
}

// beginsTuple tells the first name of x, y = p from a formula.
func beginsTuple(p []token) bool {
	last := len(p) - 1
	return p[last].kind == nameToken && (last == 0 || p[last-1].is(":"))
}

func startsTuple(p []token) bool {
	return len(p) > 2 && p[0].kind == nameToken && p[1].is(",") && p[2].kind == nameToken
}

// withoutConstraints reports what a formula is subject to, and leaves it out.
func (r *reader) withoutConstraints(p []token) []token {
	for i, t := range p {
		abbreviated := t.text == "s" && i+2 < len(p) && p[i+1].is(".") && p[i+2].text == "t"
		if i > 0 && t.kind == nameToken && (t.text == "subject" || abbreviated) {
			r.fault(t.at, "a formula has no constraints; racers are kept in a box by -bounds or the switch beside the surface")
			return p[:i]
		}
		if i > 0 && t.is(",") && isRange(p[i+1:]) {
			r.fault(t.at, "a formula has no range; the window says what is seen, and a box where racers go")
			return p[:i]
		}
	}
	return p
}

// trimEnd leaves out punctuation and the word end behind a formula.
func (r *reader) trimEnd(p []token) []token {
	if n := len(p) - 2; n > 0 && p[n].is("=>") && contains([]string{"min", "minimum"}, p[n+1].text) {
		p = p[:n] // x² + y² → min
	} else if n > 0 && p[n].is("=>") && contains([]string{"max", "maximum"}, p[n+1].text) {
		r.fault(p[n+1].at, "a formula has no %s; write the function alone, and let the racers maximize it", p[n+1].text)
		p = p[:n]
	}
	for len(p) > 0 {
		t := p[len(p)-1]
		if !t.is(",") && !t.is(".") && !t.is(";") && !(t.kind == nameToken && (t.text == "end" || t.text == "endfunction")) {
			break
		}
		p = p[:len(p)-1]
	}
	return p
}

// assign gives names to values.
func (r *reader) assign(p []token) {
	names := []token{p[0]}
	rest := p[2:]
	if startsTuple(p) {
		names, rest = []token{p[0], p[2]}, p[4:]
	}
	r.begin(rest)
	if len(names) == 2 && len(rest) == 1 { // x, y = p
		r.variables([]string{names[0].text, names[1].text})
		return
	}
	for i, name := range names {
		if i > 0 && !r.accept(",") {
			r.unexpected()
		}
		value := r.expression(0)
		r.define(name, value)
	}
	r.end()
}

// define notes what a name stands for: a number is a parameter.
func (r *reader) define(name token, value *tree.Node) {
	text := name.text
	known := contains(r.known, text)
	if _, ok := tree.Constant(value); ok && (text == "x" || text == "y") && !contains(r.heads, text) {
		r.fault(name.at, "%s is a variable of the surface; leave its value out", text)
		return
	}
	v, ok := tree.Constant(value)
	if ok && text != "x" && text != "y" && spelling.Function(text) == "" && (known || !r.knows(text)) {
		r.own = append(r.own, Param{text, v})
		return
	}
	r.scope[text] = value
	r.renamed = true
}

// final reads the formula itself.
func (r *reader) final(p []token) {
	p = r.header(p, true)
	if len(p) == 0 {
		return
	}
	if r.result != nil {
		r.fault(p[0].at, "a second formula begins here; write one")
	}
	r.begin(p)
	r.result = r.expression(0)
	if r.peek().is("=") {
		r.equation()
	}
	r.end()
}

// equation reads what stands behind =. What stands there is the name of the function, or the curve's other side.
func (r *reader) equation() {
	at := r.peek().at
	r.pos++
	if left, head := r.result, r.tokens[r.pos:]; isHead(head) {
		r.pos += len(head) - 1
		r.result, r.renamed = left, true
		return
	}
	right := r.expression(0)
	difference := r.result
	if right.Kind != tree.NumberNode || strings.Trim(right.Text, "0.") != "" {
		difference = tree.Binary("-", r.result, right)
	}
	r.renamed = true
	if r.ask(doubt.Equation, at) == 1 {
		difference = tree.Power(difference, "2")
	}
	r.result = difference
}

// isHead tells f, f(x, y) or z, with the end behind it, from the side of an equation.
func isHead(p []token) bool {
	if len(p) < 2 || p[0].kind != nameToken || !slices.Contains([]string{"f", "g", "h", "z", "w", "F", "L", "J"}, p[0].text) {
		return false
	}
	return len(p) == 2 || len(p) == 7 && p[1].is("(") && p[3].is(",") && p[5].is(")")
}

// begin sets the parser on the tokens of a statement.
func (r *reader) begin(p []token) {
	end := token{kind: endToken, at: len(r.text), end: len(r.text)}
	if len(p) > 0 {
		end.at, end.end = p[len(p)-1].end, p[len(p)-1].end
	}
	for i, t := range p { // for xi in x
		if i+2 < len(p) && t.kind == nameToken && t.text == "for" && p[i+2].text == "in" {
			r.scope[p[i+1].text] = &tree.Node{Kind: tree.NameNode, Text: p[i+1].text}
		}
	}
	r.tokens = append(r.words(append(r.indexes(p), end)), end)
	if k := len(r.tokens) - 2; r.tokens[k].kind == endToken {
		r.tokens = r.tokens[:k+1]
	}
	r.pos, r.depth, r.bars, r.inside = 0, 0, 0, 0
}
