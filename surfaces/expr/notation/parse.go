package notation

import (
	"slices"
	"strings"

	"descentlab/internal/say"
	"descentlab/surfaces/expr"
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
func (r *reader) infix(t token, left *node) int {
	if t.kind == nameToken && t.text == "if" {
		return bind["?"]
	}
	if t.kind != symbolToken {
		return 0
	}
	switch t.text {
	case "=":
		if r.inside > 0 {
			return bind["=="]
		}
		return 0
	case "|", "||":
		if r.bars == 0 && (isCondition(left) || r.isOr(t)) {
			return bind["||"]
		}
		return 0
	case "%", "//":
		return bind["*"]
	case ".^":
		return bind["^"]
	case "!":
		return 0
	}
	return bind[t.text]
}

// expression reads an operand and all operators that follow it and bind at least as tightly as the precedence.
func (r *reader) expression(least int) *node {
	left := r.operand()
	for {
		t := r.peek()
		switch b := r.infix(t, left); {
		case b > 0 && b >= least:
			r.pos++
			left = r.combine(t, b, left)
		case b == 0 && least <= bind["*"] && r.follows(left):
			left = binary("*", left, r.expression(bindSign))
		default:
			return left
		}
	}
}

// follows tells whether another factor follows without an operator.
func (r *reader) follows(left *node) bool {
	t := r.peek()
	switch {
	case t.kind == numberToken:
		return r.last().kind != numberToken
	case t.kind == nameToken:
		return !isIf(t) && !(t.text == "for" && r.unknown > 0)
	case t.is("|"), t.is("||"):
		return r.bars == 0 && !isCondition(left) && !r.isOr(t)
	}
	return t.kind == symbolToken && slices.Contains([]string{"(", "√", "∛", "∜", "frac", "|<", "⌊", "⌈", "cases", "∑", "∏"}, t.text)
}

// isIf tells the words of a condition.
func isIf(t token) bool {
	return t.kind == nameToken && contains([]string{"if", "then", "else"}, t.text)
}

// isOr tells the || between conditions, which has space on both sides, from bars around a norm.
func (r *reader) isOr(t token) bool { return t.is("||") && t.spaced && r.ahead(1).spaced }

// isCondition tells what is true or false.
func isCondition(n *node) bool {
	switch n.kind {
	case binaryNode:
		return bind[n.text] <= bind["<"]
	case signNode:
		return n.text == "!"
	case choiceNode:
		return isCondition(n.kids[1]) && isCondition(n.kids[2])
	}
	return false
}

// combine reads the right side of an operator.
func (r *reader) combine(op token, b int, left *node) *node {
	if b == bind["?"] {
		return r.choice(op, left)
	}
	if b == bind["^"] {
		return r.power(op, left)
	}
	right := r.expression(b + 1)
	switch op.text {
	case "/":
		return binary("/", left, r.below(op, right)).placed(op.at)
	case "%":
		return r.remainder(left, right)
	case "//":
		return call("floor", binary("/", left, right))
	case "=":
		op.text = "=="
	case "|":
		op.text = "||"
	}
	if b == bind["<"] && left.kind == binaryNode && bind[left.text] == b {
		return binary("&&", left, binary(op.text, left.kids[1], right)) // 0 < x < 1
	}
	if b == bind["<"] && left.kind == binaryNode && left.text == "&&" && bind[left.kids[1].text] == b && r.chains(left) {
		return binary("&&", left, binary(op.text, left.kids[1].kids[1], right))
	}
	return binary(op.text, left, right).placed(op.at)
}

// chains tells a chain of comparisons, which has been read without a parenthesis, from conditions joined.
func (r *reader) chains(left *node) bool {
	return left.kids[0].kind == binaryNode && len(left.kids[0].kids) == 2 && left.kids[1].kids[0] == left.kids[0].kids[1]
}

// below reads what stands below the line: 1/2x has two readings.
func (r *reader) below(op token, right *node) *node {
	if !r.follows(right) || r.ask(overProduct, op.at) == 0 {
		return right
	}
	for r.follows(right) {
		right = binary("*", right, r.expression(bindSign))
	}
	return right
}

// remainder is % as the language has it: with the sign of the divisor, but for JavaScript, which is told by its Math.
func (r *reader) remainder(a, b *node) *node {
	if containsModule(r.text, "Math") {
		return fmod([]*node{a, b})
	}
	return call("mod", a, b)
}

// power reads an exponent.
func (r *reader) power(op token, left *node) *node {
	defer r.leave()
	if !r.enter(op.at) {
		return left
	}
	first := r.peek()
	if first.kind == nameToken && first.text == "T" && left.kind != numberNode && !r.isOwn("T") && !contains(r.known, "T") {
		r.fault(first.at, "a formula has no transpose; write the sum of the products, or ^(T) if T is a number")
	}
	var exponent *node
	if op.text == ".^" {
		exponent = r.signed((*reader).operand)
		if next := r.peek(); next.is(".^") {
			if r.ask(powerChain, next.at) == 1 {
				return binary("^", left, exponent)
			}
			r.pos++
			exponent = r.power(next, exponent)
		}
		return binary("^", left, exponent)
	}
	exponent = r.expression(bindSign)
	if !first.is("(") && exponent.kind == binaryNode && exponent.text == "^" && r.fromTheLeft() && r.ask(powerChain, op.at) == 1 {
		return binary("^", binary("^", left, exponent.kids[0]), exponent.kids[1])
	}
	if !first.is("(") && r.follows(exponent) && !r.peek().spaced && !r.latex && !monomial(left, exponent) &&
		r.ask(exponentProduct, op.at) == 1 {
		for r.follows(exponent) && !r.peek().spaced {
			exponent = binary("*", exponent, r.expression(bindSign))
		}
	}
	return binary("^", left, exponent)
}

// fromTheLeft tells the languages that read 2^3^2 as (2^3)^2: a spreadsheet's and MATLAB's.
func (r *reader) fromTheLeft() bool {
	return r.sheet || strings.Contains(r.text, "@(") || strings.Contains(r.text, ".*") || strings.Contains(r.text, "./")
}

// signed reads an operand with signs before it.
func (r *reader) signed(operand func(*reader) *node) *node {
	if t := r.peek(); t.is("-") || t.is("+") {
		r.pos++
		inner := r.signed(operand)
		if t.is("+") {
			return inner
		}
		return sign("-", inner, t.at)
	}
	return operand(r)
}

// monomial tells x^2, behind which a factor is a factor, from e^2 and x^-n, behind which it may belong to the exponent.
func monomial(left, exponent *node) bool {
	constant := left.kind == numberNode || left.kind == nameNode && (left.text == "e" || left.text == "pi")
	return exponent.kind == numberNode && !constant
}

// choice reads c ? a : b behind c, and a if c else b behind a.
func (r *reader) choice(op token, left *node) *node {
	defer r.leave()
	if !r.enter(op.at) {
		return left
	}
	if op.kind == nameToken {
		c := r.expression(bind["||"])
		if t := r.peek(); t.kind != nameToken || t.text != "else" {
			r.fault(t.at, "the else of this if is missing; write a if condition else b")
			return left
		}
		r.pos++
		return choice(c, left, r.expression(bind["?"]))
	}
	a := r.expression(bind["?"])
	if !r.accept(":") {
		r.faultOnce(r.peek(), say.Later("the : of the condition's ? is missing; write condition ? a : b"))
		return left
	}
	return choice(left, a, r.expression(bind["?"]))
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
func (r *reader) conditional() *node {
	open := r.next()
	defer r.leave()
	if !r.enter(open.at) {
		return number("0", open.at)
	}
	from := r.pos
	var c *node
	if r.peek().is("(") {
		c = r.brackets()
	}
	if t := r.peek(); c == nil || t.kind == symbolToken && !t.is("(") {
		r.pos = from
		c = r.expression(bind["||"])
	}
	r.acceptWord("then")
	a := r.expression(bind["?"])
	if !r.acceptWord("else") {
		r.fault(r.peek().at, "the else of this if is missing; write a if condition else b")
		return a
	}
	return choice(c, a, r.expression(bind["?"]))
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
