package tree

import (
	"strings"
	"unicode/utf8"

	"descentlab/surfaces/expr"
)

// Printed is a formula written in the grammar, with the places in the text that its parts came of.
type Printed struct {
	text  strings.Builder
	runes int
	marks []mark
	depth int
}

// A mark says that what is printed from a rune on came of a byte of the text.
type mark struct{ to, from int }

// Print writes a formula in the grammar. It stops soon after it is too long for it.
func Print(n *Node) *Printed {
	p := &Printed{}
	if n != nil {
		p.write(n, 0)
	}
	return p
}

// String is what is printed.
func (p *Printed) String() string { return p.text.String() }

// Origin is the byte of the text that what stands in a column, from 1, came of.
func (p *Printed) Origin(column int) (at int) {
	for _, m := range p.marks {
		if m.to < column {
			at = m.from
		}
	}
	return at
}

func (p *Printed) put(text string, from int) {
	p.marks = append(p.marks, mark{p.runes, from})
	p.text.WriteString(text)
	p.runes += utf8.RuneCountInString(text)
}

// write puts a node where an operand must bind at least so tightly.
func (p *Printed) write(n *Node, least int) {
	if p.runes > expr.MaxTyped || p.depth > 2*expr.MaxDepth {
		p.put(strings.Repeat(" ", expr.MaxTyped), n.At) // too long, and soon done
		return
	}
	p.depth++
	defer func() { p.depth-- }()
	n = squared(n)
	if n.bind() < least {
		p.put("(", n.At)
		defer p.put(")", n.At)
	}
	switch n.Kind {
	case SignNode:
		p.put(n.Text, n.At)
		p.write(n.Kids[0], BindSign)
	case BinaryNode:
		p.binary(n)
	case ChoiceNode:
		p.write(n.Kids[0], Binds["||"])
		p.put(" ? ", n.At)
		p.write(n.Kids[1], Binds["?"])
		p.put(" : ", n.At)
		p.write(n.Kids[2], Binds["?"])
	case CallNode:
		p.put(n.Text+"(", n.At)
		for i, kid := range n.Kids {
			if i > 0 {
				p.put(", ", kid.At)
			}
			p.write(kid, 0)
		}
		p.put(")", n.At)
	default:
		p.put(n.Text, n.At)
	}
}

// squared is the sum of squares that the square of a length is, which is smooth where the length is 0.
func squared(n *Node) *Node {
	if n.Kind != BinaryNode || n.Text != "^" || n.Kids[1].Kind != NumberNode || n.Kids[1].Text != "2" {
		return n
	}
	switch length := n.Kids[0]; {
	case length.Kind != CallNode:
	case length.Text == "abs":
		return Power(length.Kids[0], "2")
	case length.Text == "hypot":
		return Binary("+", Power(length.Kids[0], "2"), Power(length.Kids[1], "2"))
	}
	return n
}

func (p *Printed) binary(n *Node) {
	b := Binds[n.Text]
	left, right, op := b, b+1, " "+n.Text+" "
	switch n.Text {
	case "^":
		left, right, op = bindAtom, BindSign, "^"
	case "*", "/":
		op = n.Text
	case "<", "<=", ">", ">=", "==", "!=":
		left = b + 1
	}
	p.write(n.Kids[0], left)
	p.put(op, n.At)
	p.write(n.Kids[1], right)
}
