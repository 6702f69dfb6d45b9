package notation

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"descentlab/surfaces/expr"
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

type nodeKind uint8

const (
	numberNode nodeKind = iota
	nameNode
	callNode
	signNode   // - or !
	binaryNode // one of the grammar's operators
	choiceNode // c ? a : b
)

// A node is a part of a formula. Nodes may be shared: what a text names is written out wherever the name stands.
type node struct {
	kind nodeKind
	text string // of a number; the name; the function; the operator
	kids []*node
	at   int // byte offset in the text
}

func number(text string, at int) *node        { return &node{kind: numberNode, text: text, at: at} }
func sign(op string, a *node, at int) *node   { return &node{signNode, op, []*node{a}, at} }
func call(fn string, args ...*node) *node     { return &node{callNode, fn, args, args[0].at} }
func binary(op string, a, b *node) *node      { return &node{binaryNode, op, []*node{a, b}, a.at} }
func choice(c, a, b *node) *node              { return &node{choiceNode, "?", []*node{c, a, b}, c.at} }
func (n *node) placed(at int) *node           { n.at = at; return n }
func power(base *node, exponent string) *node { return binary("^", base, number(exponent, base.at)) }

// bind is how tightly the operators of the grammar bind.
var bind = map[string]int{
	"?": 1, "||": 2, "&&": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "==": 4, "!=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "^": 8,
}

const (
	bindSign = 7
	bindAtom = 9
)

func (n *node) bind() int {
	switch n.kind {
	case signNode:
		return bindSign
	case binaryNode, choiceNode:
		return bind[n.text]
	}
	return bindAtom
}

// printed is a formula written in the grammar, with the places in the text that its parts came of.
type printed struct {
	text  strings.Builder
	runes int
	marks []mark
	depth int
}

// A mark says that what is printed from a rune on came of a byte of the text.
type mark struct{ to, from int }

// print writes the formula that has been read. It stops soon after it is too long for the grammar.
func (r *reader) print() *printed {
	p := &printed{}
	if r.result != nil {
		p.write(r.result, 0)
	}
	return p
}

func (p *printed) put(text string, from int) {
	p.marks = append(p.marks, mark{p.runes, from})
	p.text.WriteString(text)
	p.runes += utf8.RuneCountInString(text)
}

// write puts a node where an operand must bind at least so tightly.
func (p *printed) write(n *node, least int) {
	if p.runes > expr.MaxLength || p.depth > 2*expr.MaxDepth {
		p.put(strings.Repeat(" ", expr.MaxLength), n.at) // too long, and soon done
		return
	}
	p.depth++
	defer func() { p.depth-- }()
	n = squared(n)
	if n.bind() < least {
		p.put("(", n.at)
		defer p.put(")", n.at)
	}
	switch n.kind {
	case signNode:
		p.put(n.text, n.at)
		p.write(n.kids[0], bindSign)
	case binaryNode:
		p.binary(n)
	case choiceNode:
		p.write(n.kids[0], bind["||"])
		p.put(" ? ", n.at)
		p.write(n.kids[1], bind["?"])
		p.put(" : ", n.at)
		p.write(n.kids[2], bind["?"])
	case callNode:
		p.put(n.text+"(", n.at)
		for i, kid := range n.kids {
			if i > 0 {
				p.put(", ", kid.at)
			}
			p.write(kid, 0)
		}
		p.put(")", n.at)
	default:
		p.put(n.text, n.at)
	}
}

// squared is the sum of squares that the square of a length is, which is smooth where the length is 0.
func squared(n *node) *node {
	if n.kind != binaryNode || n.text != "^" || n.kids[1].kind != numberNode || n.kids[1].text != "2" {
		return n
	}
	switch length := n.kids[0]; {
	case length.kind != callNode:
	case length.text == "abs":
		return power(length.kids[0], "2")
	case length.text == "hypot":
		return binary("+", power(length.kids[0], "2"), power(length.kids[1], "2"))
	}
	return n
}

func (p *printed) binary(n *node) {
	b := bind[n.text]
	left, right, op := b, b+1, " "+n.text+" "
	switch n.text {
	case "^":
		left, right, op = bindAtom, bindSign, "^"
	case "*", "/":
		op = n.text
	case "<", "<=", ">", ">=", "==", "!=":
		left = b + 1
	}
	p.write(n.kids[0], left)
	p.put(op, n.at)
	p.write(n.kids[1], right)
}
