package notation

import (
	"slices"

	"descentlab/surfaces/expr/notation/tree"
)

// norm is the length of a vector: of what is said of both variables. ok is false if it may be the absolute value of a number.
func (r *reader) norm(t token, of *tree.Node) (n *tree.Node, ok bool) {
	lone := tree.Holds(of, r.lone)
	if lone && r.ask(vectorNorm, t.at) == 1 {
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
