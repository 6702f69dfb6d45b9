package notation

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/lexical"
	"descentlab/surfaces/expr/notation/spelling"
	"descentlab/surfaces/expr/notation/tree"
)

// resolve says of all names what they stand for: the variables, what is known, or parameters.
func (r *reader) resolve() {
	used := r.names()
	if r.asVector != "" && contains(used, r.asVector) && r.vector == "" {
		r.fault(r.place(r.asVector), "%s is both variables elsewhere; write x and y", r.asVector)
	}
	if r.measured && len(r.whole) > 0 {
		r.fault(r.whole[0].At, "%s is both variables elsewhere; write %s[0] or %s[1]", r.vector, r.vector, r.vector)
	}
	r.capitals(used)
	used = r.names()
	r.numbered(used)
	used = r.names()
	if !contains(used, "x") && !contains(used, "y") && !r.measured {
		r.otherLetters(used)
		used = r.names()
	}
	r.parameters(used)
}

// names are those that the formula uses and that nobody knows, and x and y, as they come.
func (r *reader) names() (names []string) {
	seen := map[string]bool{}
	for _, n := range r.leaves {
		if name := n.Text; n.Kind == tree.NameNode && !seen[name] && name != "pi" && name != "e" && !contains(r.known, name) {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// call renames what stands in the formula.
func (r *reader) rename(from, to string) {
	for _, n := range r.leaves {
		if n.Kind == tree.NameNode && n.Text == from {
			n.Text = to
			r.renamed = true
		}
	}
}

// capitals reads X and Y as x and y.
func (r *reader) capitals(used []string) {
	for _, c := range []string{"X", "Y"} {
		if contains(used, c) && !r.isOwn(c) {
			r.rename(c, strings.ToLower(c))
		}
	}
}

func (r *reader) isOwn(name string) bool {
	return slices.ContainsFunc(r.own, func(p Param) bool { return p.Name == name })
}

// An indexed name is one with a digit: x[0], x_1, w2.
type indexedName struct {
	name, letter string
	index        int
	brackets     bool
}

// indexed tells names with one digit behind them.
func indexed(name string) (n indexedName, ok bool) {
	letter, index, _ := spelling.Base(name)
	n = indexedName{name: name, letter: letter}
	if open := strings.IndexByte(name, '['); open > 0 {
		n.letter, index, n.brackets = name[:open], strings.TrimSuffix(name[open+1:], "]"), true
	}
	i, err := strconv.Atoi(index)
	n.index = i
	return n, err == nil && len(index) == 1
}

// numbered finds the pair of names that are the variables: x1 and x2, x[0] and x[1], w0 and w1.
func (r *reader) numbered(used []string) {
	groups := map[string][]indexedName{}
	var letters []string
	for _, name := range used {
		if n, ok := indexed(name); ok && !r.isOwn(name) {
			key := n.letter
			if n.brackets {
				key += "["
			}
			if len(groups[key]) == 0 {
				letters = append(letters, key)
			}
			groups[key] = append(groups[key], n)
		}
	}
	plain := contains(used, "x") || contains(used, "y")
	for _, key := range letters {
		group := groups[key]
		sort.Slice(group, func(i, k int) bool { return group[i].index < group[k].index })
		switch letter := strings.TrimSuffix(key, "["); {
		case group[0].brackets:
			r.vectorOf(group, plain || len(letters) > 1 && r.vector != letter)
		case letter == "x" && !plain && !contains(letters, "y"):
			r.pairOfX(group)
		case (letter == "x" || letter == "y") && group[0].index == 1 && !contains(used, letter) && len(group) == 1:
			r.rename(group[0].name, letter) // x1 and y1
		case letter == "x" || letter == "y":
			r.digitsBehind(group)
		}
	}
}

// vectorOf reads x[0] and x[1], or x[1] and x[2].
func (r *reader) vectorOf(group []indexedName, others bool) {
	first, last := group[0], group[len(group)-1]
	at := r.place(last.name)
	switch {
	case len(r.whole) > 0 && first.letter == r.vector:
		r.fault(r.whole[0].At, "%s is both variables here; write %s or its like", r.vector, first.name)
	case others:
		r.fault(r.place(first.name), "%s stands beside other variables; write x and y throughout", first.name)
	case first.index == 0 && last.index <= 1:
		r.rename(first.name+"", "x")
		r.renameIndex(group, 1, "y")
	case first.index >= 1 && last.index == 2:
		r.renameIndex(group, 1, "x")
		r.renameIndex(group, 2, "y")
	case len(group) == 1 && first.index == 1:
		r.rename(first.name, [2]string{"y", "x"}[r.ask(doubt.IndexBase, at)])
	default:
		r.fault(at, "%s is a third variable; a surface has two, x and y", last.name)
	}
}

func (r *reader) renameIndex(group []indexedName, index int, to string) {
	for _, n := range group {
		if n.index == index {
			r.rename(n.name, to)
		}
	}
}

// place is where a name stands first.
func (r *reader) place(name string) int {
	for _, n := range r.leaves {
		if n.Text == name {
			return n.At
		}
	}
	return 0
}

// pairOfX reads x1 and x2, x0 and x1, or a single one of them.
func (r *reader) pairOfX(group []indexedName) {
	first, last := group[0], group[len(group)-1]
	switch {
	case len(group) == 1 && first.index >= 2:
		r.digitsBehind(group)
	case first.index == 0 && last.index <= 1:
		r.renameIndex(group, 0, "x")
		r.renameIndex(group, 1, "y")
	case first.index == 1 && last.index <= 2:
		r.renameIndex(group, 1, "x")
		r.renameIndex(group, 2, "y")
	default:
		r.fault(r.place(last.name), "%s is a third variable; a surface has two, x and y", last.name)
	}
}

// digitsBehind asks about x2 beside y: it is a power that has lost its height, or a product. x0 and x1 are parameters there.
func (r *reader) digitsBehind(group []indexedName) {
	for _, n := range group {
		if n.index < 2 || strings.Contains(n.name, "_") {
			continue
		}
		digit := strconv.Itoa(n.index)
		op := [2]string{"^", "*"}[r.ask(doubt.DigitAfter, r.place(n.name))]
		for _, leaf := range slices.Clone(r.leaves) {
			if leaf.Kind == tree.NameNode && leaf.Text == n.name {
				inner := &tree.Node{Kind: tree.NameNode, Text: n.letter, At: leaf.At}
				r.leaves = append(r.leaves, inner)
				*leaf = *tree.Binary(op, inner, tree.Number(digit, leaf.At))
			}
		}
		r.renamed = true
	}
}

// otherLetters reads the letters of a formula without x and y as these, if there are one or two.
func (r *reader) otherLetters(used []string) {
	var free []string
	for _, name := range used {
		if !r.isOwn(name) {
			free = append(free, name)
		}
	}
	if len(free) == 0 || len(r.heads) > 0 && r.vector == "" {
		return
	}
	for _, name := range free {
		switch letter, _, ok := spelling.Base(name); {
		case !ok:
			return // parameters will tell
		case letter == "x" || letter == "y":
			return
		}
	}
	if r.isPolar(free) && r.ask(doubt.Polar, r.place(free[0])) == 0 {
		r.fromPolar(free)
		return
	}
	if len(free) > 2 {
		r.fault(r.place(free[0]), "which of %s are the two variables? write x and y, or f(%s, %s) = ...", strings.Join(free, ", "),
			free[0], free[1])
		return
	}
	if !slices.ContainsFunc(free, lexical.IsGreek) {
		slices.Sort(free)
	}
	if len(free) == 2 && (free[0] == "b" || free[0] == "c") && (free[1] == "w" || free[1] == "m") {
		slices.Reverse(free) // a slope stands before its intercept
	}
	for i, name := range free {
		r.rename(name, [2]string{"x", "y"}[i])
	}
}

// isPolar tells the distance from the origin, alone or with an angle.
func (r *reader) isPolar(free []string) bool {
	radius := func(name string) bool { return contains([]string{"r", "ρ", "rho"}, name) }
	angle := func(name string) bool { return contains([]string{"θ", "theta", "φ", "phi", "ϕ", "ϑ"}, name) }
	return len(free) == 1 && radius(free[0]) ||
		len(free) == 2 && (radius(free[0]) && angle(free[1]) || angle(free[0]) && radius(free[1]))
}

// fromPolar writes the distance from the origin and the angle in x and y.
func (r *reader) fromPolar(free []string) {
	for _, leaf := range r.leaves {
		switch {
		case leaf.Kind != tree.NameNode || !contains(free, leaf.Text):
		case contains([]string{"r", "ρ", "rho"}, leaf.Text):
			*leaf = *r.radius(leaf.At)
		default:
			*leaf = *tree.Call("atan2", tree.Name("y", leaf.At), tree.Name("x", leaf.At))
		}
	}
	r.renamed, r.measured = true, true
}

// parameters are the names that are left.
func (r *reader) parameters(used []string) {
	for _, name := range used {
		if name == "x" || name == "y" {
			continue
		}
		i := slices.IndexFunc(r.own, func(p Param) bool { return p.Name == name })
		head, index, letter := spelling.Base(name)
		switch {
		case i < 0 && (head == "x" || head == "y") && len(index) > 1 && !strings.ContainsAny(name, "_["):
			r.fault(r.place(name), "unknown name %s; write %s^%s or %s*%s", name, head, index, index, head)
		case i < 0 && (head == "x" || head == "y") && !r.measured && !contains(used, "x") && !contains(used, "y"):
			r.fault(r.place(name), "%s would be a parameter of a surface without variables; write x and y", name)
		case i >= 0:
			r.params = append(r.params, r.own[i])
		case strings.Contains(name, "["):
			if len(r.faults) == 0 {
				r.fault(r.place(name), "%s stands for nothing; write x and y", name)
			}
		case !letter:
			r.unknownName(name)
		default:
			r.params = append(r.params, Param{name, 1})
		}
	}
	for _, p := range r.own { // those that are known get another value
		if contains(r.known, p.Name) {
			r.params = append(r.params, p)
		}
	}
}

// unknownNames reports them where something else is wrong as well.
func (r *reader) unknownNames() {
	for _, name := range r.names() {
		if _, _, letter := spelling.Base(name); !letter && !strings.Contains(name, "[") && !r.isOwn(name) {
			r.unknownName(name)
		}
	}
}
