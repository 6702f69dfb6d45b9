package tree

import "slices"

// Holds tells whether a leaf of a formula is such.
func Holds(n *Node, such func(leaf *Node) bool) bool {
	seen := map[*Node]bool{} // nodes are shared
	var look func(n *Node) bool
	look = func(n *Node) bool {
		if seen[n] {
			return false
		}
		seen[n] = true
		return len(n.Kids) == 0 && such(n) || slices.ContainsFunc(n.Kids, look)
	}
	return look(n)
}

// Leaves are the leaves of a formula.
func Leaves(n *Node) map[*Node]bool {
	all := map[*Node]bool{}
	Holds(n, func(leaf *Node) bool { all[leaf] = true; return false })
	return all
}
