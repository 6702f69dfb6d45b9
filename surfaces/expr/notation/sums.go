package notation

import (
	"slices"
	"strconv"
	"strings"

	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation/lexical"
	"descentlab/surfaces/expr/notation/tree"
)

// isReduction tells the functions of all components of a vector.
func isReduction(fn string) bool { return contains([]string{"sum", "prod", "mean", "dot"}, fn) }

// reduce applies a function of all components: to the terms of a list, or to both components of what is said of a vector.
func (r *reader) reduce(t token, fn string, args []*tree.Node) *tree.Node {
	if fn == "dot" {
		if len(args) != 2 {
			r.wrongCount(t, fn, len(args))
			return args[0]
		}
		args = []*tree.Node{tree.Binary("*", args[0], args[1])}
	} else if r.sheet && len(args) > 1 {
		r.fromList = true
	} else if len(args) > 1 && !r.fromList {
		args = nil
	}
	if !r.fromList && len(args) == 1 {
		args = r.components(t, args[0])
	}
	r.fromList = false
	if args == nil {
		instead, _ := lexical.Unsuited(fn)
		r.fault(t.at, "a formula has no %s; %s", t.text, instead)
		return tree.Number("0", t.at)
	}
	op := "+"
	if fn == "prod" {
		op = "*"
	}
	n := args[0]
	for _, next := range args[1:] {
		n = tree.Binary(op, n, next)
	}
	if fn == "mean" {
		n = tree.Binary("/", n, tree.Number(strconv.Itoa(len(args)), t.at))
	}
	return n
}

// components are what is said of a vector, of each of its two components; nil if it is not said of a vector.
func (r *reader) components(t token, n *tree.Node) []*tree.Node {
	if r.slices > 0 && tree.Holds(n, func(leaf *tree.Node) bool { return strings.HasSuffix(leaf.Text, "]") }) {
		return []*tree.Node{n} // x[1:] has one component
	}
	if index := tree.Index(n); index != "" {
		return r.terms(n, index, 1, 2)
	}
	vector := func(leaf *tree.Node) bool { return slices.Contains(r.whole, leaf) }
	if !tree.Holds(n, vector) {
		name := ""
		if !tree.Holds(n, func(leaf *tree.Node) bool { name = leaf.Text; return r.lone(leaf) }) {
			return nil
		}
		named := map[*tree.Node]bool{} // not those within a norm, which are taken apart already
		for _, leaf := range r.leaves {
			named[leaf] = leaf.Text == name
		}
		vector = func(leaf *tree.Node) bool { return named[leaf] }
		r.asVector = name
	}
	parts := make([]*tree.Node, 2)
	for i, to := range []string{"x", "y"} {
		parts[i] = r.replaced(n, func(leaf *tree.Node) *tree.Node {
			if !vector(leaf) {
				return leaf
			}
			return &tree.Node{Kind: tree.NameNode, Text: to, At: leaf.At}
		})
	}
	inside := tree.Leaves(n)
	r.forget(func(leaf *tree.Node) bool { return inside[leaf] && vector(leaf) })
	r.measured = true
	return parts
}

// forget takes leaves out of those that names are looked for in.
func (r *reader) forget(which func(leaf *tree.Node) bool) {
	gone := map[*tree.Node]bool{}
	for _, leaf := range r.leaves {
		gone[leaf] = which(leaf)
	}
	r.leaves = slices.DeleteFunc(r.leaves, func(n *tree.Node) bool { return gone[n] })
	r.whole = slices.DeleteFunc(r.whole, func(n *tree.Node) bool { return gone[n] })
}

// replaced is a formula with other leaves.
func (r *reader) replaced(n *tree.Node, by func(leaf *tree.Node) *tree.Node) *tree.Node {
	if n, r.copies = tree.Replaced(n, by, r.copies); r.copies > tree.MostCopies {
		r.fault(n.At, "the formula is longer than %d characters", expr.MaxTyped)
	}
	return n
}

// terms are a formula with x_i for each value of the index.
func (r *reader) terms(n *tree.Node, index string, from, to int) (terms []*tree.Node) {
	counts := func(leaf *tree.Node) (letter string, offset int, ok bool) {
		letter, lowered, _ := strings.Cut(leaf.Text, "_")
		offset, _ = strconv.Atoi(strings.TrimPrefix(lowered, index))
		return letter, offset, leaf.Kind == tree.NameNode && (leaf.Text == index || strings.TrimRight(lowered, "+-0123456789") == index)
	}
	for k := from; k <= to; k++ {
		terms = append(terms, r.replaced(n, func(leaf *tree.Node) *tree.Node {
			letter, offset, ok := counts(leaf)
			switch {
			case !ok:
				return leaf
			case letter == index:
				return tree.Number(strconv.Itoa(k), leaf.At)
			}
			return r.leaf(letter+"_"+strconv.Itoa(k+offset), token{at: leaf.At})
		}))
	}
	inside := tree.Leaves(n)
	r.forget(func(leaf *tree.Node) bool { _, _, ok := counts(leaf); return ok && inside[leaf] })
	return terms
}

// mostTerms is how many terms a sum may have that counts without components, as in ∑_{i=1}^5 i cos((i+1)x + i).
const mostTerms = 20

// series reads what ∑ and ∏ stand before: a product, for each of the two components or for each number that is counted.
func (r *reader) series(t token) *tree.Node {
	r.pos++
	index, from, to, letter := "", 1, 2, true
	if low := r.peek(); low.kind == nameToken && low.text[0] == '_' {
		r.pos++
		index = low.text[1:]
		if index == "" && r.peek().is("(") {
			index, from = r.lowerBound()
		}
	}
	end := r.peek()
	if end.is("^") {
		r.pos++
		to, letter = r.upperBound()
	}
	defer r.leave()
	if !r.enter(t.at) {
		return tree.Number("0", t.at)
	}
	n := r.expression(tree.Binds["*"])
	if index == "" {
		index = tree.Index(n)
	}
	for index != "" && r.counted(index) { // ∑ x_i^4 - 16x_i^2: without the sum, x_i is nothing
		op := r.next()
		n = tree.Binary(op.text, n, r.expression(tree.Binds["*"]))
	}
	components := index != "" && tree.Holds(n, func(leaf *tree.Node) bool { return strings.Contains(leaf.Text, "_"+index) })
	last := mostTerms
	if components {
		last = min(from+1, 2)
	}
	switch {
	case !components && (letter || index == ""):
		r.fault(t.at, "%s counts the components of a vector here, as in %s x_i^2; what follows has none", t.raw, t.raw)
		return n
	case to < from || to > last || from < 0:
		r.fault(end.at, "a surface has two variables, so that a sum over them goes from i = 1 to 2; one of other terms may have %d",
			mostTerms)
		return n
	}
	if components && tree.Holds(n, func(leaf *tree.Node) bool { return strings.HasPrefix(leaf.Text, "x_"+index) }) {
		r.asVector = "x"
	}
	return r.joined(t, r.terms(n, index, from, to))
}

// counted tells whether the next term has the index of a sum before it.
func (r *reader) counted(index string) bool {
	if t := r.peek(); !t.is("+") && !t.is("-") {
		return false
	}
	depth := 0
	for _, t := range r.tokens[r.pos+1:] {
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth--
		}
		ends := t.is("+") || t.is("-") || t.is(",") || t.is("=")
		if depth < 0 || t.kind == endToken || t.is("∑") || t.is("∏") || depth == 0 && ends {
			return false
		}
		if letter, lowered, found := strings.Cut(t.text, "_"); t.kind == nameToken && found && letter != "" &&
			strings.TrimRight(lowered, "+-0123456789") == index {
			return true
		}
	}
	return false
}

// joined adds terms behind ∑, and multiplies them behind ∏.
func (r *reader) joined(t token, terms []*tree.Node) *tree.Node {
	op := "+"
	if t.is("∏") {
		op = "*"
	}
	n := terms[0]
	for _, next := range terms[1:] {
		n = tree.Binary(op, n, next)
	}
	r.renamed = true
	return n
}

// lowerBound reads (i=1).
func (r *reader) lowerBound() (index string, from int) {
	end := closing(r.tokens, r.pos)
	inside := r.tokens[r.pos+1 : max(min(end, len(r.tokens)-1), r.pos+1)]
	at := r.next().at
	r.pos = min(end+1, len(r.tokens)-1)
	from = 1
	if len(inside) == 3 && inside[1].is("=") && inside[2].kind == numberToken {
		from, _ = strconv.Atoi(inside[2].text)
		inside = inside[:1]
	}
	if len(inside) != 1 || inside[0].kind != nameToken {
		r.fault(at, "a sum counts with a letter, as in ∑_{i=1}^2 x_i^2")
		return "i", from
	}
	return inside[0].text, from
}

// upperBound reads where a sum ends: a number, or n or n-1, of which n is 2.
func (r *reader) upperBound() (to int, letter bool) {
	end := min(r.pos+1, len(r.tokens)-1) // the formula may be cut off here
	inside := r.tokens[r.pos:end]
	if r.peek().is("(") {
		end = min(closing(r.tokens, r.pos)+1, len(r.tokens)-1)
		inside = r.tokens[r.pos+1 : max(end-1, r.pos+1)]
	}
	r.pos = end
	switch {
	case len(inside) > 0 && inside[0].kind == numberToken:
		to, _ = strconv.Atoi(inside[0].text)
	case len(inside) > 0 && inside[0].kind == nameToken:
		to, letter = 2, true
		if name := inside[0].text; !r.isOwn(name) && !r.knows(name) {
			r.own = append(r.own, Param{name, 2}) // how many variables there are
		}
	}
	switch {
	case len(inside) == 3 && inside[1].is("-") && inside[2].text == "1":
		to--
	case len(inside) != 1:
		to = -1
	}
	return to, letter
}
