package notation

import "slices"

// norm is the length of a vector: of what is said of both variables. ok is false if it may be the absolute value of a number.
func (r *reader) norm(t token, of *node) (n *node, ok bool) {
	lone := holds(of, r.lone)
	if lone && r.ask(vectorNorm, t.at) == 1 {
		return nil, false
	}
	if !lone && !holds(of, func(leaf *node) bool { return slices.Contains(r.whole, leaf) }) && indexOf(of) == "" {
		return nil, false
	}
	return call("hypot", r.components(t, of)...), true
}

// lone tells a name that stands alone for what a norm is taken of: with no other name of a variable beside it, it may be the
// vector of both.
func (r *reader) lone(n *node) bool {
	if n.kind != nameNode || !contains([]string{"x", "X", "w", "u", "v", "p", "z", "θ", "theta", "r"}, n.text) || len(r.heads) > 0 ||
		r.scope[n.text] != nil || !slices.Contains(r.leaves, n) {
		return false
	}
	return !slices.ContainsFunc(r.tokens, func(t token) bool {
		return t.kind == nameToken && t.text != n.text && contains([]string{"x", "y", "X", "Y"}, t.text)
	})
}

// radius is the distance from the origin.
func (r *reader) radius(at int) *node {
	return call("hypot", &node{kind: nameNode, text: "x", at: at}, &node{kind: nameNode, text: "y", at: at})
}
