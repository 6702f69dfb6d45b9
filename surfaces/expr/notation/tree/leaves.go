package tree

import (
	"slices"
	"strconv"
	"strings"
)

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

// MostCopies is how many parts of a formula may be written anew: more than one that is not too long has.
const MostCopies = 50_000

// Replaced is a formula with other leaves; of parts that were written anew before it counts on. What stays the same is shared.
func Replaced(n *Node, by func(leaf *Node) *Node, before int) (with *Node, copies int) {
	made := map[*Node]*Node{}
	copies = before
	var write func(n *Node) *Node
	write = func(n *Node) *Node {
		if done := made[n]; done != nil {
			return done
		}
		made[n] = n
		if copies++; copies > MostCopies {
			return n
		}
		if len(n.Kids) == 0 {
			made[n] = by(n)
			return made[n]
		}
		c, same := *n, true
		c.Kids = make([]*Node, len(n.Kids))
		for i, kid := range n.Kids {
			c.Kids[i] = write(kid)
			same = same && c.Kids[i] == kid
		}
		if !same {
			made[n] = &c
		}
		return made[n]
	}
	return write(n), copies
}

// Index is the letter that counts components in x_i, or "".
func Index(n *Node) (index string) {
	Holds(n, func(leaf *Node) bool {
		_, lowered, _ := strings.Cut(leaf.Text, "_")
		if i := strings.TrimRight(lowered, "+-0123456789"); leaf.Kind == NameNode && (i == "i" || i == "j" || i == "k") {
			index = i
		}
		return index != ""
	})
	return index
}

// Constant is the value of a number with its sign.
func Constant(n *Node) (v float64, ok bool) {
	if n.Kind == SignNode && n.Text == "-" {
		v, ok = Constant(n.Kids[0])
		return -v, ok
	}
	if n.Kind != NumberNode {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.Text, 64)
	return v, err == nil
}
