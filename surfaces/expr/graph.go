package expr

import (
	"math"

	"descentlab/surfaces/expr/elementary"
)

// A node is one operation and the nodes it is applied to. Nodes are compared to find equal subexpressions, so
// a constant is held by its bits: NaN equals itself and 0 differs from -0.
type node struct {
	op      opcode
	fn      uint8 // index into functions, for the calls
	a, b, c int32 // operands; for opParam the index of the parameter
	bits    uint64
}

func (n *node) operands() []int32 {
	all := [3]int32{n.a, n.b, n.c}
	return all[:arity[n.op]]
}

// A graph is a formula with equal subexpressions shared. Its methods return the node that computes the operation,
// simplified where that leaves the value the same to the last bit. Operands come before what uses them.
type graph struct {
	nodes  []node
	known  map[node]int32
	powers map[int32]exponent // the nodes that are powers written as multiplications
}

// An exponent says that a node is a whole power of another.
type exponent struct {
	base int32
	n    int
}

func newGraph() *graph { return &graph{known: map[node]int32{}, powers: map[int32]exponent{}} }

func (g *graph) constant(v float64) int32 {
	return g.share(node{op: opConst, bits: math.Float64bits(v)})
}

func (g *graph) share(n node) int32 {
	id, ok := g.known[n]
	if !ok {
		id = int32(len(g.nodes))
		g.nodes = append(g.nodes, n)
		g.known[n] = id
	}
	return id
}

// value returns the constant that the node is, if it is one.
func (g *graph) value(id int32) (v float64, ok bool) {
	n := &g.nodes[id]
	return math.Float64frombits(n.bits), n.op == opConst
}

// is reports whether the node is the constant v.
func (g *graph) is(id int32, v float64) bool {
	n := &g.nodes[id]
	return n.op == opConst && n.bits == math.Float64bits(v)
}

// negated returns what the node is the negative of, if it is a negation.
func (g *graph) negated(id int32) (int32, bool) {
	return g.nodes[id].a, g.nodes[id].op == opNeg
}

// apply adds an operation, or its result if all its operands are constants.
func (g *graph) apply(n node) int32 {
	var slots [4]float64
	for i, id := range n.operands() {
		v, ok := g.value(id)
		if !ok {
			return g.share(n)
		}
		slots[i] = v
	}
	exec(slots[:], []instr{{op: n.op, fn: n.fn, a: 0, b: 1, c: 2}}, 3)
	return g.constant(slots[3])
}

func (g *graph) unary(op opcode, a int32) int32 { return g.apply(node{op: op, a: a}) }

func (g *graph) binary(op opcode, a, b int32) int32 { return g.apply(node{op: op, a: a, b: b}) }

func (g *graph) choose(cond, a, b int32) int32 {
	if v, ok := g.value(cond); ok {
		if v != 0 {
			return a
		}
		return b
	}
	return g.apply(node{op: opSelect, a: cond, b: a, c: b})
}

func (g *graph) neg(a int32) int32 {
	if inner, ok := g.negated(a); ok {
		return inner
	}
	return g.unary(opNeg, a)
}

func (g *graph) add(a, b int32) int32 {
	if inner, ok := g.negated(b); ok {
		return g.binary(opSub, a, inner)
	}
	if inner, ok := g.negated(a); ok {
		return g.binary(opSub, b, inner)
	}
	return g.binary(opAdd, min(a, b), max(a, b))
}

func (g *graph) sub(a, b int32) int32 {
	if g.is(b, 0) {
		return a
	}
	if inner, ok := g.negated(b); ok {
		return g.add(a, inner)
	}
	return g.binary(opSub, a, b)
}

func (g *graph) mul(a, b int32) int32 {
	for _, p := range [2][2]int32{{a, b}, {b, a}} {
		if g.is(p[0], 1) {
			return p[1]
		}
		if g.is(p[0], -1) {
			return g.neg(p[1])
		}
	}
	if a == b {
		return g.square(a)
	}
	return g.binary(opMul, min(a, b), max(a, b))
}

func (g *graph) square(a int32) int32 {
	if inner, ok := g.negated(a); ok {
		a = inner
	}
	return g.unary(opSquare, a)
}

func (g *graph) div(a, b int32) int32 {
	if v, ok := g.value(b); ok {
		// Division by a power of two is multiplication by its reciprocal, which is exact.
		if frac, exp := math.Frexp(v); math.Abs(frac) == 0.5 && -1000 < exp && exp < 1000 {
			return g.mul(a, g.constant(1/v))
		}
	}
	return g.binary(opDiv, a, b)
}

// largestPower is the largest integer exponent that becomes multiplications; beyond it they are slower than math.Pow.
const largestPower = 64

func (g *graph) pow(a, b int32) int32 {
	v, ok := g.value(b)
	if !ok || v != math.Trunc(v) || math.Abs(v) > largestPower {
		return g.binary(opPow, a, b)
	}
	n := int(math.Abs(v))
	if inner, ok := g.negated(a); ok && n%2 == 0 {
		a = inner
	}
	power := g.power(a, n)
	if n > 2 {
		g.powers[power] = exponent{a, n}
	}
	if v < 0 {
		return g.div(g.constant(1), power)
	}
	return power
}

// power returns a^n for n >= 0 by repeated squaring, so that x^2, x^3 and x^4 share their squares.
func (g *graph) power(a int32, n int) int32 {
	switch {
	case n == 0:
		return g.constant(1)
	case n == 1:
		return a
	case n%2 == 0:
		return g.square(g.power(a, n/2))
	}
	return g.mul(g.power(a, n-1), a)
}

// opOf are the operations that the kinds of functions are compiled to.
var opOf = [...]opcode{
	elementary.Smooth: opCall1, elementary.Smooth2: opCall2, elementary.Flat: opFlat,
	elementary.Abs: opAbs, elementary.Relu: opRelu, elementary.Min: opMin, elementary.Max: opMax,
}

// call applies a function of the table. Functions of any number of arguments are folded from the left, two by two.
func (g *graph) call(fn int, args []int32) int32 {
	f := &elementary.Table[fn]
	n := node{op: opOf[f.Kind], a: args[0]}
	if n.op == opCall1 || n.op == opCall2 || n.op == opFlat {
		n.fn = uint8(fn)
	}
	if len(args) == 1 {
		return g.apply(n)
	}
	for _, b := range args[1:] {
		n.b = b
		n.a = g.apply(n)
	}
	return n.a
}
