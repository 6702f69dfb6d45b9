package notation

import (
	"slices"
	"strings"

	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/tree"
)

// norm is the length of a vector: of what is said of both variables. ok is false if it may be the absolute value of a number.
func (r *reader) norm(t token, of *tree.Node) (n *tree.Node, ok bool) {
	lone := tree.Holds(of, r.lone)
	if lone && r.ask(doubt.VectorNorm, t.at) == 1 {
		return nil, false
	}
	if !lone && !tree.Holds(of, func(leaf *tree.Node) bool { return slices.Contains(r.whole, leaf) }) && tree.Index(of) == "" {
		return nil, false
	}
	return tree.Call("hypot", r.components(t, of)...), true
}

// lone tells a name that stands alone for what a norm is taken of: with no other name of a variable beside it, it may be the
// vector of both.
func (r *reader) lone(n *tree.Node) bool {
	if n.Kind != tree.NameNode || !contains([]string{"x", "X", "w", "u", "v", "p", "z", "θ", "theta", "r"}, n.Text) ||
		len(r.heads) > 0 || r.scope[n.Text] != nil || !slices.Contains(r.leaves, n) {
		return false
	}
	return !slices.ContainsFunc(r.tokens, func(t token) bool {
		return t.kind == nameToken && t.text != n.Text && contains([]string{"x", "y", "X", "Y"}, t.text)
	})
}

// radius is the distance from the origin.
func (r *reader) radius(at int) *tree.Node {
	return tree.Call("hypot", &tree.Node{Kind: tree.NameNode, Text: "x", At: at}, &tree.Node{Kind: tree.NameNode, Text: "y", At: at})
}

// An order is which norm is meant; without a token it is the length.
type order struct {
	text string
	at   int
}

// whichNorm reads what is lowered behind a norm: _1, _2, _\infty.
func (r *reader) whichNorm() order {
	t := r.peek()
	if t.kind != nameToken || t.text[0] != '_' || t.spaced {
		return order{at: t.at}
	}
	r.pos++
	text := t.text[1:]
	if next := r.peek(); text == "" && next.is("(") {
		for end := closing(r.tokens, r.pos); r.pos < min(end, len(r.tokens)-1); r.pos++ {
			text += strings.Trim(r.peek().text, "()")
		}
		r.accept(")")
	} else if text == "" && !next.is("^") {
		text = r.next().text
	}
	return order{text, t.at}
}

// ofOrder is the norm of an order, for the length of the same vector.
func (r *reader) ofOrder(length *tree.Node, o order) *tree.Node {
	n := tree.Norm(length, o.text)
	if n == nil {
		r.fault(o.at, "of norms there are those of order 1, 2 and ∞; write another one out")
		return length
	}
	return n
}

// skipOrder leaves out what names the order of a norm: norm(x, p=1), and writes numpy's infinity as a name.
func (r *reader) skipOrder() {
	if contains([]string{"p", "ord"}, r.peek().text) && r.ahead(1).is("=") {
		r.pos += 2
	}
	if t := r.peek(); t.is("∞") {
		r.tokens[r.pos] = token{kind: nameToken, text: "inf", raw: t.raw, at: t.at, end: t.end}
	}
}

// takesOrder tells the norms of a program that have an order behind the vector: norm(x, 1), of what is no length of two numbers.
func (r *reader) takesOrder(t token, args []*tree.Node) (o order, ok bool) {
	if len(args) != 2 || !strings.Contains(strings.ToLower(t.text), "norm") {
		return order{}, false
	}
	switch n := args[1]; n.Kind {
	case tree.NumberNode:
		return order{n.Text, n.At}, true
	case tree.NameNode:
		return order{n.Text, n.At}, contains([]string{"inf", "Inf"}, n.Text)
	}
	return order{}, false
}
