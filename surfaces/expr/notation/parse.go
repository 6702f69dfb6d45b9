package notation

import (
	"slices"
	"strings"

	"descentlab/internal/say"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/tree"
)

func (r *reader) peek() token { return r.tokens[r.pos] }

// ahead is the token so many behind the next.
func (r *reader) ahead(n int) token { return r.tokens[min(r.pos+n, len(r.tokens)-1)] }

func (r *reader) next() token {
	t := r.tokens[r.pos]
	if t.kind != endToken {
		r.pos++
	}
	return t
}

// last is the token before the next.
func (r *reader) last() token {
	if r.pos == 0 {
		return token{}
	}
	return r.tokens[r.pos-1]
}

func (r *reader) acceptWord(words ...string) bool {
	if t := r.peek(); t.kind != nameToken || !contains(words, t.text) {
		return false
	}
	r.pos++
	return true
}

func (r *reader) accept(symbol string) bool {
	if !r.peek().is(symbol) {
		return false
	}
	r.pos++
	return true
}

// enter goes one level deeper, if that is allowed; leave comes back.
func (r *reader) enter(at int) bool {
	r.depth++
	if r.depth > expr.MaxDepth {
		r.fault(at, "the formula is nested more than %d levels deep", expr.MaxDepth)
		r.pos = len(r.tokens) - 1
		r.tooDeep = true
	}
	return r.depth <= expr.MaxDepth
}

func (r *reader) leave() { r.depth-- }

// precedence of what only people's notation has: % and // bind as *, and .^ as ^.
func (r *reader) infix(t token, left *tree.Node) int {
	if t.kind == nameToken && t.text == "if" {
		return tree.Binds["?"]
	}
	if t.kind != symbolToken {
		return 0
	}
	switch t.text {
	case "=":
		if r.inside > 0 {
			return tree.Binds["=="]
		}
		return 0
	case "|", "||":
		if r.bars == 0 && (tree.IsCondition(left) || r.isOr(t)) {
			return tree.Binds["||"]
		}
		return 0
	case "%", "//":
		return tree.Binds["*"]
	case ".^":
		return tree.Binds["^"]
	case "!":
		return 0
	}
	return tree.Binds[t.text]
}

// expression reads an operand and all operators that follow it and bind at least as tightly as the precedence.
func (r *reader) expression(least int) *tree.Node {
	left := r.operand()
	for {
		t := r.peek()
		switch b := r.infix(t, left); {
		case b > 0 && b >= least:
			r.pos++
			left = r.combine(t, b, left)
		case b == 0 && least <= tree.Binds["*"] && r.follows(left):
			left = tree.Binary("*", left, r.expression(tree.BindSign))
		default:
			return left
		}
	}
}

// follows tells whether another factor follows without an operator.
func (r *reader) follows(left *tree.Node) bool {
	t := r.peek()
	switch {
	case t.kind == numberToken:
		return r.last().kind != numberToken
	case t.kind == nameToken:
		return !isIf(t) && !(t.text == "for" && r.unknown > 0)
	case t.is("|"), t.is("||"):
		return r.bars == 0 && !tree.IsCondition(left) && !r.isOr(t)
	}
	return t.kind == symbolToken && slices.Contains([]string{"(", "√", "∛", "∜", "frac", "|<", "⌊", "⌈", "cases", "∑", "∏"}, t.text)
}

// isIf tells the words of a condition.
func isIf(t token) bool {
	return t.kind == nameToken && contains([]string{"if", "then", "else"}, t.text)
}

// isOr tells the || between conditions, which has space on both sides, from bars around a norm.
func (r *reader) isOr(t token) bool { return t.is("||") && t.spaced && r.ahead(1).spaced }

// combine reads the right side of an operator.
func (r *reader) combine(op token, b int, left *tree.Node) *tree.Node {
	if b == tree.Binds["?"] {
		return r.choice(op, left)
	}
	if b == tree.Binds["^"] {
		return r.power(op, left)
	}
	right := r.expression(b + 1)
	switch op.text {
	case "/":
		return tree.Binary("/", left, r.below(op, right)).Placed(op.at)
	case "%":
		for r.follows(right) { // x mod 2π
			right = tree.Binary("*", right, r.expression(tree.BindSign))
		}
		return r.remainder(left, right)
	case "//":
		return tree.Call("floor", tree.Binary("/", left, right))
	case "=":
		op.text = "=="
	case "|":
		op.text = "||"
	}
	if b == tree.Binds["<"] && left.Kind == tree.BinaryNode && tree.Binds[left.Text] == b {
		return tree.Binary("&&", left, tree.Binary(op.text, left.Kids[1], right)) // 0 < x < 1
	}
	if b == tree.Binds["<"] && left.Kind == tree.BinaryNode && left.Text == "&&" && tree.Binds[left.Kids[1].Text] == b &&
		r.chains(left) {
		return tree.Binary("&&", left, tree.Binary(op.text, left.Kids[1].Kids[1], right))
	}
	return tree.Binary(op.text, left, right).Placed(op.at)
}

// chains tells a chain of comparisons, which has been read without a parenthesis, from conditions joined.
func (r *reader) chains(left *tree.Node) bool {
	return left.Kids[0].Kind == tree.BinaryNode && len(left.Kids[0].Kids) == 2 && left.Kids[1].Kids[0] == left.Kids[0].Kids[1]
}

// below reads what stands below the line: 1/2x has two readings.
func (r *reader) below(op token, right *tree.Node) *tree.Node {
	if !r.follows(right) || r.ask(doubt.OverProduct, op.at) == 0 {
		return right
	}
	for r.follows(right) {
		right = tree.Binary("*", right, r.expression(tree.BindSign))
	}
	return right
}

// remainder is % as the language has it: with the sign of the divisor, but for JavaScript, which is told by its Math.
func (r *reader) remainder(a, b *tree.Node) *tree.Node {
	if containsModule(r.text, "Math") {
		return tree.Fmod([]*tree.Node{a, b})
	}
	return tree.Call("mod", a, b)
}

// power reads an exponent.
func (r *reader) power(op token, left *tree.Node) *tree.Node {
	defer r.leave()
	if !r.enter(op.at) {
		return left
	}
	first := r.peek()
	if first.kind == nameToken && first.text == "T" && left.Kind != tree.NumberNode && !r.isOwn("T") && !contains(r.known, "T") {
		r.fault(first.at, "a formula has no transpose; write the sum of the products, or ^(T) if T is a number")
	}
	var exponent *tree.Node
	if op.text == ".^" {
		exponent = r.signed((*reader).operand)
		if next := r.peek(); next.is(".^") {
			if r.ask(doubt.PowerChain, next.at) == 1 {
				return tree.Binary("^", left, exponent)
			}
			r.pos++
			exponent = r.power(next, exponent)
		}
		return tree.Binary("^", left, exponent)
	}
	exponent = r.expression(tree.BindSign)
	if !first.is("(") && exponent.Kind == tree.BinaryNode && exponent.Text == "^" && r.fromTheLeft() &&
		r.ask(doubt.PowerChain, op.at) == 1 {
		return tree.Binary("^", tree.Binary("^", left, exponent.Kids[0]), exponent.Kids[1])
	}
	if !first.is("(") && r.follows(exponent) && !r.peek().spaced && !r.latex && !tree.IsMonomial(left, exponent) &&
		r.ask(doubt.ExponentProduct, op.at) == 1 {
		for r.follows(exponent) && !r.peek().spaced {
			exponent = tree.Binary("*", exponent, r.expression(tree.BindSign))
		}
	}
	return tree.Binary("^", left, exponent)
}

// fromTheLeft tells the languages that read 2^3^2 as (2^3)^2: a spreadsheet's and MATLAB's.
func (r *reader) fromTheLeft() bool {
	return r.sheet || strings.Contains(r.text, "@(") || strings.Contains(r.text, ".*") || strings.Contains(r.text, "./")
}

// signed reads an operand with signs before it.
func (r *reader) signed(operand func(*reader) *tree.Node) *tree.Node {
	if t := r.peek(); t.is("-") || t.is("+") {
		r.pos++
		inner := r.signed(operand)
		if t.is("+") {
			return inner
		}
		return tree.Sign("-", inner, t.at)
	}
	return operand(r)
}

// choice reads c ? a : b behind c, and a if c else b behind a.
func (r *reader) choice(op token, left *tree.Node) *tree.Node {
	defer r.leave()
	if !r.enter(op.at) {
		return left
	}
	if op.kind == nameToken {
		c := r.expression(tree.Binds["||"])
		if t := r.peek(); t.kind != nameToken || t.text != "else" {
			r.fault(t.at, "the else of this if is missing; write a if condition else b")
			return left
		}
		r.pos++
		return tree.Choice(c, left, r.expression(tree.Binds["?"]))
	}
	a := r.expression(tree.Binds["?"])
	if !r.accept(":") {
		r.faultOnce(r.peek(), say.Later("the : of the condition's ? is missing; write condition ? a : b"))
		return left
	}
	return tree.Choice(left, a, r.expression(tree.Binds["?"]))
}

// isCall tells if(c, a, b) from if (c) a else b.
func (r *reader) isCall() bool {
	if !r.ahead(1).is("(") {
		return false
	}
	end := closing(r.tokens, r.pos+1)
	depth := 0
	for _, t := range r.tokens[r.pos+1 : min(end, len(r.tokens))] {
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth--
		case t.is(",") && depth == 1:
			return true
		}
	}
	return end+1 >= len(r.tokens)-1
}

// conditional reads if c then a else b, and R's if (c) a else b.
func (r *reader) conditional() *tree.Node {
	open := r.next()
	defer r.leave()
	if !r.enter(open.at) {
		return tree.Number("0", open.at)
	}
	from := r.pos
	var c *tree.Node
	if r.peek().is("(") {
		c = r.brackets()
	}
	if t := r.peek(); c == nil || t.kind == symbolToken && !t.is("(") {
		r.pos = from
		c = r.expression(tree.Binds["||"])
	}
	r.acceptWord("then")
	a := r.expression(tree.Binds["?"])
	if !r.acceptWord("else") {
		r.fault(r.peek().at, "the else of this if is missing; write a if condition else b")
		return a
	}
	return tree.Choice(c, a, r.expression(tree.Binds["?"]))
}

// end demands that nothing follows, and looks for more faults in what does.
func (r *reader) end() {
	for r.peek().kind != endToken {
		r.unexpected()
		if t := r.peek(); t.kind == numberToken || t.kind == nameToken {
			r.expression(0)
			continue
		}
		if r.pos++; r.peek().kind != endToken {
			r.expression(0)
		}
	}
}
