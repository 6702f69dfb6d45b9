package notation

import (
	"slices"
	"strings"

	"descentlab/surfaces/expr/notation/tree"
)

// isList tells a list that is the only argument of a function of several: max([x, y]), sum(np.array((x, y)), axis=0). It returns
// how many tokens stand before the list, or -1 if there is none.
func (r *reader) isList(fn string) int {
	if fn != "min" && fn != "max" && fn != "hypot" && !isReduction(fn) {
		return -1
	}
	n := 0
	for contains(containers, r.ahead(n).text) && r.ahead(n+1).is("(") {
		n += 2
	}
	open := r.ahead(n)
	if !open.is("(") || r.pos+n >= len(r.tokens) {
		return -1
	}
	end := closing(r.tokens, r.pos+n) + 1
	if end >= len(r.tokens) || !r.tokens[end].is(")") && !r.tokens[end].is(",") ||
		open.raw != "[" && !hasComma(r.tokens[r.pos+n:end]) {
		return -1
	}
	if r.tokens[end].is(",") && (end+2 >= len(r.tokens) || !r.tokens[end+2].is("=")) {
		return -1
	}
	return n
}

// containers are what Python makes of lists.
var containers = strings.Fields("array asarray tensor as_tensor stack list tuple constant cat concatenate")

// hasComma tells whether a bracket parts its content by commas.
func hasComma(p []token) bool {
	depth := 0
	return slices.ContainsFunc(p, func(t token) bool {
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth--
		}
		return depth == 1 && t.is(",")
	})
}

// axes are what tells along which axis a sum goes, and how it comes out.
var axes = strings.Fields("axis dim keepdims keepdim dtype")

// keywords leaves out what tells Python along which axis a sum goes.
func (r *reader) keywords() (found bool) {
	for r.peek().is(",") && contains(axes, r.ahead(1).text) && r.ahead(2).is("=") {
		r.pos += 3
		for !r.peek().is(",") && !r.peek().is(")") && r.peek().kind != endToken {
			r.pos++
		}
		found = true
	}
	return found
}

// each reads xi in x behind for: what stands before is said of both components.
func (r *reader) each(n *tree.Node) []*tree.Node {
	name := r.next()
	if !r.acceptWord("in") {
		r.fault(r.peek().at, "for is written as in sum(t^2 for t in x)")
		return []*tree.Node{n}
	}
	of := r.operand()
	if !slices.Contains(r.whole, of) && !r.lone(of) {
		r.fault(of.At, "a sum goes over the vector of both variables here; write its terms out with +")
		return []*tree.Node{n}
	}
	if !slices.Contains(r.whole, of) {
		r.asVector = of.Text
	}
	r.forget(func(leaf *tree.Node) bool { return leaf == of || leaf.Text == name.text })
	r.measured = true
	parts := make([]*tree.Node, 2)
	for i, to := range []string{"x", "y"} {
		parts[i] = r.replaced(n, func(leaf *tree.Node) *tree.Node {
			if leaf.Kind != tree.NameNode || leaf.Text != name.text {
				return leaf
			}
			return &tree.Node{Kind: tree.NameNode, Text: to, At: leaf.At}
		})
	}
	return parts
}

// dimensions is how many components the vector has.
func (r *reader) dimensions(t token, args []*tree.Node) *tree.Node {
	if len(args) != 1 || !slices.Contains(r.whole, args[0]) && !r.lone(args[0]) {
		r.fault(t.at, "%s is the number of variables, 2; write it so", t.text)
		return tree.Number("2", t.at)
	}
	if !slices.Contains(r.whole, args[0]) {
		r.asVector = args[0].Text
	}
	r.forget(func(leaf *tree.Node) bool { return leaf == args[0] })
	return tree.Number("2", t.at)
}
