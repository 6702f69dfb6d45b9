package expr

import (
	"slices"

	"descentlab/surfaces/expr/elementary"
	"descentlab/surfaces/expr/syntax"
)

// Limits on formulas; see package syntax.
const (
	MaxLength = syntax.MaxLength
	MaxTyped  = syntax.MaxTyped
	MaxDepth  = syntax.MaxDepth
)

// An Error says why a formula cannot be compiled, and where.
type Error = syntax.Error

// A builder makes of a formula what it is read for: a graph, or text in another language. Its methods return the number of
// what they have made.
type builder interface {
	constant(v float64) int32
	share(leaf node) int32 // x, y or a parameter
	add(a, b int32) int32
	sub(a, b int32) int32
	mul(a, b int32) int32
	div(a, b int32) int32
	pow(a, b int32) int32
	neg(a int32) int32
	unary(op opcode, a int32) int32
	binary(op opcode, a, b int32) int32
	choose(cond, a, b int32) int32
	call(fn int, args []int32) int32
}

// building hands what is read to a builder; x and y are what these names stand for.
type building struct {
	to   builder
	x, y int32
}

var relations = [...]opcode{
	syntax.Less: opLess, syntax.LessEq: opLessEq, syntax.Equal: opEqual, syntax.NotEqual: opNotEqual,
	syntax.And: opAnd, syntax.Or: opOr,
}

func (b building) X() int32                                   { return b.x }
func (b building) Y() int32                                   { return b.y }
func (b building) Constant(v float64) int32                   { return b.to.constant(v) }
func (b building) Parameter(i int) int32                      { return b.to.share(node{op: opParam, a: int32(i)}) }
func (b building) Add(p, q int32) int32                       { return b.to.add(p, q) }
func (b building) Sub(p, q int32) int32                       { return b.to.sub(p, q) }
func (b building) Mul(p, q int32) int32                       { return b.to.mul(p, q) }
func (b building) Div(p, q int32) int32                       { return b.to.div(p, q) }
func (b building) Pow(p, q int32) int32                       { return b.to.pow(p, q) }
func (b building) Neg(p int32) int32                          { return b.to.neg(p) }
func (b building) Not(p int32) int32                          { return b.to.unary(opNot, p) }
func (b building) Relate(r syntax.Relation, p, q int32) int32 { return b.to.binary(relations[r], p, q) }
func (b building) Choose(cond, p, q int32) int32              { return b.to.choose(cond, p, q) }
func (b building) Call(fn int, args []int32) int32            { return b.to.call(fn, args) }

// grammar is the table of functions as the grammar knows it.
var grammar = func() []syntax.Function {
	list := make([]syntax.Function, len(elementary.Table))
	for i, f := range elementary.Table {
		list[i] = syntax.Function{Name: f.Name, Arguments: f.Arguments, Order: f.Order}
	}
	return list
}()

// A Function is what the grammar knows of a function.
type Function = syntax.Function

// Functions are those of the grammar, in the order in which they are listed.
func Functions() []Function { return slices.Clone(grammar) }
