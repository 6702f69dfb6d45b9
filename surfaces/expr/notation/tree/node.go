// Package tree holds what a text has been read as: parts of a formula, what functions of other languages are in the grammar, and
// how a formula is printed in it.
package tree

// A NodeKind tells what a Node is.
type NodeKind uint8

// The kinds of nodes.
const (
	NumberNode NodeKind = iota
	NameNode
	CallNode
	SignNode   // - or !
	BinaryNode // one of the grammar's operators
	ChoiceNode // c ? a : b
)

// A Node is a part of a formula. Nodes may be shared: what a text names is written out wherever the name stands.
type Node struct {
	Kind NodeKind
	Text string // of a number; the name; the function; the operator
	Kids []*Node
	At   int // byte offset in the text
}

// Number is a number as it is written.
func Number(text string, at int) *Node { return &Node{Kind: NumberNode, Text: text, At: at} }

// Name is a name.
func Name(text string, at int) *Node { return &Node{Kind: NameNode, Text: text, At: at} }

// Sign is - or ! before an operand.
func Sign(op string, a *Node, at int) *Node { return &Node{SignNode, op, []*Node{a}, at} }

// Call is a function of one argument or more, placed at the first.
func Call(fn string, args ...*Node) *Node { return &Node{CallNode, fn, args, args[0].At} }

// Binary is an operator between two operands, placed at the first.
func Binary(op string, a, b *Node) *Node { return &Node{BinaryNode, op, []*Node{a, b}, a.At} }

// Choice is c ? a : b.
func Choice(c, a, b *Node) *Node { return &Node{ChoiceNode, "?", []*Node{c, a, b}, c.At} }

// Power is a power with a number as the exponent.
func Power(base *Node, exponent string) *Node { return Binary("^", base, Number(exponent, base.At)) }

// Placed puts a node elsewhere in the text.
func (n *Node) Placed(at int) *Node {
	n.At = at
	return n
}

// Binds is how tightly the operators of the grammar bind.
var Binds = map[string]int{
	"?": 1, "||": 2, "&&": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "==": 4, "!=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "^": 8,
}

// How tightly a sign binds, and what nothing parts.
const (
	BindSign = 7
	bindAtom = 9
)

func (n *Node) bind() int {
	switch n.Kind {
	case SignNode:
		return BindSign
	case BinaryNode, ChoiceNode:
		return Binds[n.Text]
	}
	return bindAtom
}

// IsCondition tells what is true or false.
func IsCondition(n *Node) bool {
	switch n.Kind {
	case BinaryNode:
		return Binds[n.Text] <= Binds["<"]
	case SignNode:
		return n.Text == "!"
	case ChoiceNode:
		return IsCondition(n.Kids[1]) && IsCondition(n.Kids[2])
	}
	return false
}

// IsMonomial tells x^2, behind which a factor is a factor, from e^2 and x^-n, behind which it may belong to the exponent.
func IsMonomial(left, exponent *Node) bool {
	constant := left.Kind == NumberNode || left.Kind == NameNode && (left.Text == "e" || left.Text == "pi")
	return exponent.Kind == NumberNode && !constant
}

// IsMinusOne tells -1.
func IsMinusOne(n *Node) bool {
	return n.Kind == SignNode && n.Text == "-" && n.Kids[0].Kind == NumberNode && n.Kids[0].Text == "1"
}
