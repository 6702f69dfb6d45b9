package notation

import (
	"regexp"
	"slices"
	"strings"

	"descentlab/surfaces/expr/notation/spelling"
	"descentlab/surfaces/expr/notation/tree"
)

// header reads what stands before the formula: f(x, y) =, z =, lambda x, y:, def f(x, y):, @(x, y), (x, y) =>. It returns the
// rest. Only of the last statement NAME = is a head; before it, it names something.
func (r *reader) header(p []token, last bool) []token {
	for {
		rest, found := r.oneHeader(p, last)
		if !found {
			return p
		}
		p = rest
		r.renamed = true
	}
}

func (r *reader) oneHeader(p []token, last bool) (rest []token, found bool) {
	if len(p) == 0 {
		return p, false
	}
	first := p[0]
	switch {
	case first.is("="):
		r.sheet = true
		return p[1:], true
	case first.kind == nameToken && len(p) > 1 && p[1].kind == nameToken && slices.Contains(spelling.Declares, first.text):
		return p[1:], true
	case len(p) > 3 && p[1].is("<") && p[2].is("-") && p[3].text == "function": // R's arrow
		return p[3:], true
	case first.is("|"):
		return r.closure(p)
	case first.kind == nameToken && contains([]string{"def", "function", "func", "fn"}, first.text):
		return r.definition(p[1:])
	case first.kind == nameToken && climbs.MatchString(first.text):
		r.fault(first.at, "a formula has no %s; write the function alone, and let the racers maximize it",
			strings.TrimSuffix(first.text, "_"))
		if len(p) > 1 && p[1].is("(") && strings.HasSuffix(first.text, "_") {
			return p[min(closing(p, 1)+1, len(p)):], true
		}
		return p[1:], true
	case first.raw == "[" && len(p) > 3 && p[1].raw == "]" && p[2].is("("): // C++
		n := closing(p, 2)
		r.variables(parameters(p[3:n]))
		return p[min(n+1, len(p)):], true
	case first.kind == nameToken && first.text == "lambda" && colon(p) > 0:
		n := colon(p)
		r.variables(parameters(p[1:n]))
		r.defaults(p[1:n])
		return p[n+1:], true
	case first.is("@") && len(p) > 1 && p[1].is("("):
		n := closing(p, 1)
		r.variables(parameters(p[2:n]))
		return p[min(n+1, len(p)):], true
	}
	if rest, found = ofSpaces(p); found {
		return rest, found
	}
	if rest, found = r.arrow(p); found {
		return rest, found
	}
	return r.named(p, last)
}

// ofSpaces leaves out from where to where a function goes: f: R^2 -> R, f(x, y) = ...
func ofSpaces(p []token) (rest []token, found bool) {
	if len(p) < 6 || p[0].kind != nameToken || !p[1].is(":") {
		return p, false
	}
	end := slices.IndexFunc(p, func(t token) bool { return t.is(",") })
	arrow := slices.IndexFunc(p, func(t token) bool { return t.is("=>") })
	if arrow < 0 || end < arrow || end > 14 || slices.ContainsFunc(p[2:end], func(t token) bool {
		return t.kind == nameToken && !contains([]string{"R", "ℝ", "to"}, t.text)
	}) {
		return p, false
	}
	return p[end+1:], true
}

// closure reads Rust's |x: f64, y: f64|.
func (r *reader) closure(p []token) (rest []token, found bool) {
	end := 1 + slices.IndexFunc(p[1:], func(t token) bool { return t.is("|") })
	if end < 4 || slices.ContainsFunc(p[1:end], func(t token) bool { return t.kind != nameToken && !t.is(",") && !t.is(":") }) {
		return p, false
	}
	r.variables(parameters(p[1:end]))
	return p[end+1:], true
}

// named reads f(x, y) =, f[x_, y_] := and z =.
func (r *reader) named(p []token, last bool) (rest []token, found bool) {
	if p[0].kind != nameToken || len(p) < 2 {
		return p, false
	}
	if (last || bindsFunction(p[2:])) && p[1].is("=") && p[0].text != "x" && (p[0].text != "y" || isOfNumbered(p[2:])) {
		return p[2:], true
	}
	if !p[1].is("(") || spelling.Function(p[0].text) != "" {
		return p, false
	}
	n := closing(p, 1)
	behind := n + 1
	if behind+1 < len(p) && p[behind].raw == "::" {
		behind += 2 // Julia's type of what is returned
	}
	if behind >= len(p) && n < len(p) && declared(p[2:n]) {
		r.variables(parameters(p[2:n]))
		return nil, true
	}
	if behind >= len(p) || !p[behind].is("=") && !p[behind].is(":") && !(declared(p[2:n]) && p[behind].kind == nameToken) {
		return p, false
	}
	names := head(p[2:n])
	if len(names) == 0 || slices.ContainsFunc(p[2:n], func(t token) bool { return t.kind == numberToken || t.is("^") }) {
		return p, false
	}
	r.variables(names)
	if p[behind].is("=") || p[behind].is(":") {
		behind++
	}
	return p[behind:], true
}

// climbs are words for what racers do, and no formula.
var climbs = regexp.MustCompile(`^[Mm]aximi[sz]e(_|$)`)

// isOfNumbered tells a formula of x1 and x2 alone: y = before it is its name.
func isOfNumbered(p []token) bool {
	found := map[string]bool{}
	for _, t := range p {
		if t.kind == nameToken {
			found[strings.ReplaceAll(t.text, "_", "")] = true
		}
	}
	return found["x1"] && (found["x2"] || found["x0"]) && !found["x"] && !found["y"]
}

// bindsFunction tells a function without a name, which stands behind NAME =.
func bindsFunction(p []token) bool {
	if len(p) == 0 {
		return false
	}
	n := closing(p, 0) + 1
	if p[0].raw == "[" && n == 2 && len(p) > 2 && p[2].is("(") {
		return true
	}
	return p[0].is("@") || p[0].kind == nameToken && (p[0].text == "lambda" || p[0].text == "function") ||
		p[0].is("(") && n < len(p) && p[n].is("=>")
}

// declared tells the parameters of C from a product: each has a type before its name.
func declared(p []token) bool {
	return len(p) > 1 && p[0].kind == nameToken && p[1].kind == nameToken && slices.Contains(spelling.Declares, p[0].text)
}

// definition reads what stands behind def or function.
func (r *reader) definition(p []token) (rest []token, found bool) {
	open := slices.IndexFunc(p, func(t token) bool { return t.is("(") })
	if open < 0 || open > 3 {
		return p, true
	}
	n := closing(p, open)
	r.variables(parameters(p[open+1 : n]))
	r.defaults(p[open+1 : n])
	p = p[min(n+1, len(p)):]
	if end := colon(p); len(p) > 1 && p[0].is("=>") && end > 0 {
		p = p[end:] // the type of what is returned
	} else if len(p) > 1 && p[0].is("=>") && p[1].kind == nameToken {
		p = p[2:] // Rust's
	}
	if len(p) > 0 && slices.Contains(spelling.Types, p[0].text) {
		p = p[1:]
	}
	if len(p) > 0 && (p[0].is(":") || p[0].is("=")) {
		p = p[1:]
	}
	return p, true
}

// arrow reads (x, y) =>, x, y -> and f: (x, y) ->.
func (r *reader) arrow(p []token) (rest []token, found bool) {
	to := slices.IndexFunc(p, func(t token) bool { return t.is("=>") })
	if to < 1 || to > 12 {
		return p, false
	}
	head := p[:to]
	if len(head) > 2 && head[1].is(":") {
		head = head[2:]
	}
	if slices.ContainsFunc(head, func(t token) bool {
		return t.kind == numberToken || t.kind == symbolToken && !strings.ContainsAny(t.text, "(,:)")
	}) {
		return p, false
	}
	r.variables(parameters(head))
	return p[to+1:], true
}

// colon is the place of the colon that ends the head of a lambda, or -1.
func colon(p []token) int { return slices.IndexFunc(p, func(t token) bool { return t.is(":") }) }

// closing is the place of the bracket that closes the one at open, or the end.
func closing(p []token, open int) int {
	depth := 0
	for i := open; i < len(p); i++ {
		switch {
		case p[i].is("("):
			depth++
		case p[i].is(")"):
			depth--
		}
		if depth == 0 {
			return i
		}
	}
	return len(p)
}

// parameters are the names in the head of a function: x: float, double x, x_ and x = 0 are all x.
func parameters(p []token) (names []string) {
	name, settled := "", false
	add := func() {
		if name = strings.TrimSuffix(name, "_"); name != "" {
			names = append(names, name)
		}
		name, settled = "", false
	}
	for _, t := range p {
		switch {
		case t.is(","):
			add()
		case t.is(":"), t.is("="), t.raw == "::":
			settled = true
		case t.kind == nameToken && !settled && (name == "" || !slices.Contains(spelling.Types, t.text)):
			name = t.text
		}
	}
	add()
	return names
}

// head are the names that a head gives to the variables: in f(x; a) those behind the semicolon are parameters, in f(x; y) they
// are not.
func head(p []token) []string {
	all := parameters(p)
	i := slices.IndexFunc(p, func(t token) bool { return t.raw == ";" })
	if i > 0 && len(all) == 2 && all[1] != "y" && len(parameters(p[:i])) == 1 && all[0] == "x" {
		return all[:1]
	}
	return all
}

// defaults notes the values that the head of a function gives to parameters: a=1.
func (r *reader) defaults(p []token) {
	name := ""
	for i, t := range p {
		switch {
		case t.is(","):
			name = ""
		case t.kind == nameToken && name == "":
			name = t.text
		case t.is("=") && i+1 < len(p) && r.scope[name] == nil && name != "x" && name != "y" && !r.isOwn(name):
			if v, ok := tree.Constant(tree.Number(p[i+1].text, p[i+1].at)); ok {
				r.own = append(r.own, Param{name, v})
			}
		}
	}
}

// variables says which names are x and y. A single one is x, or the vector of both if it has indexes.
func (r *reader) variables(names []string) {
	r.heads = append(r.heads, names...)
	if len(names) == 1 {
		r.vector = names[0]
		if names[0] != "x" {
			r.scope[names[0]] = &tree.Node{Kind: tree.NameNode, Text: "x"}
		}
		return
	}
	if slices.Contains(names, "x") && slices.Contains(names, "y") {
		delete(r.scope, "x")
		delete(r.scope, "y")
		return
	}
	for i, name := range names[:min(2, len(names))] {
		r.scope[name] = &tree.Node{Kind: tree.NameNode, Text: [2]string{"x", "y"}[i]}
	}
}

// calledWithOneAndTwo is the name that stands as x(1) and as x(2), MATLAB's vector; or "".
func calledWithOneAndTwo(p []token) string {
	seen := map[string]string{}
	for i := 0; i+3 < len(p); i++ {
		digit := p[i+2].text
		if p[i].kind == nameToken && p[i+1].raw == "(" && p[i+3].is(")") && (digit == "1" || digit == "2") &&
			spelling.Function(p[i].text) == "" {
			if before := seen[p[i].text]; before != "" && before != digit {
				return p[i].text
			}
			seen[p[i].text] = digit
		}
	}
	return ""
}

// component is which of two components Python's [1:], [:-1] and their like leave, or "".
func component(p []token) string {
	end := closing(p, 0)
	if end >= len(p) || end > 6 {
		return ""
	}
	var b strings.Builder
	for _, t := range p[1:end] {
		b.WriteString(t.text)
	}
	switch b.String() {
	case "1:", "-1:", "1:2", "-1":
		return "1"
	case ":-1", ":1", "0:1", "0:-1", "-2":
		return "0"
	}
	return ""
}

// isNumber tells a number, perhaps with a sign.
func isNumber(p []token) bool {
	if len(p) > 0 && (p[0].is("-") || p[0].is("+")) {
		p = p[1:]
	}
	return len(p) == 1 && p[0].kind == numberToken
}

// indexes makes names of x[0], x[:, 0] and, of the vector that a function is of, x(1).
func (r *reader) indexes(p []token) []token {
	vector := r.vector
	if found := calledWithOneAndTwo(p); found != "" {
		vector = found
	}
	var out []token
	for i := 0; i < len(p); i++ {
		t := p[i]
		out = append(out, t)
		if t.kind != nameToken || i+3 >= len(p) || !p[i+1].is("(") || spelling.Function(t.text) != "" {
			continue
		}
		at := i + 2
		if p[at].is(":") && p[at+1].is(",") && at+3 < len(p) {
			at += 2
		}
		isIndex := p[i+1].raw == "[" || t.text == vector
		if isIndex && p[at].kind == numberToken && len(p[at].text) == 1 && p[at+1].is(")") {
			last := &out[len(out)-1]
			last.text, last.end, last.indexed = t.text+"["+p[at].text+"]", p[at+1].end, true
			i = at + 1
			continue
		}
		if k := component(p[i+1:]); k != "" && p[i+1].raw == "[" {
			last, end := &out[len(out)-1], closing(p, i+1)
			last.text, last.end, last.indexed = t.text+"["+k+"]", p[end].end, true
			i = end
			r.slices++
			continue
		}
		if n := closing(p, i+1); p[i+1].raw == "[" && !p[i+1].spaced && n < len(p) && isNumber(p[i+2:n]) {
			r.fault(p[i+2].at, "%s has no such index; write %s[0] and %s[1]", t.text, t.text, t.text)
		}
	}
	return out
}
