package syntax

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"descentlab/internal/say"
)

// Limits on formulas, far above what a person writes. They bound the time, the memory and the stack that compiling
// takes.
const (
	MaxLength = 16384 // runes in a formula
	MaxTyped  = 4096  // runes in one that a person writes
	MaxDepth  = 200   // parentheses, function calls, signs, exponents and conditions inside one another
)

// A parser reads a formula by operator precedence (Pratt, Top down operator precedence, POPL 1973) and needs no syntax
// tree: it hands each operation to the builder as soon as its operands are read. After an error it sees
// the end of the formula everywhere.
type parser struct {
	text      string
	params    []string
	functions []Function
	uses      []string
	local     []definition // those that are in force
	build     Builder
	tok       token // the next one
	last      token // the one before
	depth     int
	err       *Error
}

// A Function is what the grammar knows of a function.
type Function struct {
	Name      string
	Arguments int    // how many it takes; Variadic: two or more
	Order     string // the names of two arguments, if it matters which is which
}

// Variadic is the number of arguments of a function that takes two or more.
const Variadic = -1

// A Relation makes a condition of two operands.
type Relation int

// The relations; the operands of the last two are conditions themselves.
const (
	Less Relation = iota
	LessEq
	Equal
	NotEqual
	And
	Or
)

// A Builder makes of a formula what it is read for: a graph, or text in another language. Its methods return the number of
// what they have made.
type Builder interface {
	X() int32
	Y() int32
	Constant(v float64) int32
	Parameter(i int) int32
	Add(a, b int32) int32
	Sub(a, b int32) int32
	Mul(a, b int32) int32
	Div(a, b int32) int32
	Pow(a, b int32) int32
	Neg(a int32) int32
	Not(a int32) int32
	Relate(r Relation, a, b int32) int32
	Choose(cond, a, b int32) int32
	Call(fn int, args []int32) int32
}

// Parse reads a formula in x, y and the named parameters, with these functions, and has it built. It returns the number of
// what the formula as a whole is, and the names that it uses, in the order in which they come. An error is an *Error.
func Parse(text string, params []string, functions []Function, b Builder) (value int32, uses []string, err error) {
	p := &parser{text: text, params: params, functions: functions, build: b}
	value = p.formula()
	if p.err != nil {
		return 0, nil, p.err
	}
	return value, p.uses, nil
}

// A term is what has been read of an operand. A condition is 1 or 0 and may be used as a number; the reverse is
// refused.
type term struct {
	node      int32
	condition bool
}

// precedence of the operators; prefix operators bind tighter than * and looser than ^.
const (
	lowest = iota
	ternary
	disjunction
	conjunction
	comparison
	additive
	multiplicative
	prefix
	power
)

var infix = map[string]int{
	"?": ternary, "||": disjunction, "&&": conjunction,
	"<": comparison, "<=": comparison, ">": comparison, ">=": comparison, "==": comparison, "!=": comparison,
	"+": additive, "-": additive, "*": multiplicative, "/": multiplicative, "^": power, "**": power,
}

// formula reads the whole text and returns the node of its value.
func (p *parser) formula() int32 {
	if utf8.RuneCountInString(p.text) > MaxLength {
		p.fail(0, "the formula is longer than %d characters", MaxLength)
		return 0
	}
	p.next()
	if p.err == nil && p.tok.kind == tokenEnd {
		p.fail(0, "the formula is empty; write something like x^2 + y^2")
	}
	p.definitions()
	t := p.expression(lowest)
	p.end()
	return t.node
}

// next moves to the next token.
func (p *parser) next() {
	p.last = p.tok
	p.tok = scan(p.text, p.tok.at+len(p.tok.text))
	if p.err == nil && p.tok.kind == tokenBad {
		p.complain(p.tok.at, badCharacter(p.tok.text))
	}
	if p.err != nil {
		p.tok = token{kind: tokenEnd, at: len(p.text)}
	}
}

func (p *parser) at(symbol string) bool { return p.tok.kind == tokenSymbol && p.tok.text == symbol }

// enter goes one level deeper, if that is allowed; leave comes back.
func (p *parser) enter(at int) bool {
	p.depth++
	if p.depth > MaxDepth {
		p.fail(at, "the formula is nested more than %d levels deep", MaxDepth)
	}
	return p.err == nil
}

func (p *parser) leave() { p.depth-- }

// expression reads an operand and all operators that follow it and bind at least as tightly as the precedence.
func (p *parser) expression(precedence int) term {
	left := p.operand()
	for p.tok.kind == tokenSymbol {
		op := p.tok
		bind, ok := infix[op.text]
		if !ok || bind < precedence {
			break
		}
		p.next()
		switch bind {
		case ternary:
			left = p.choice(left, op)
		case power:
			if p.enter(op.at) {
				left = term{node: p.build.Pow(left.node, p.expression(prefix).node)}
			}
			p.leave()
		default:
			left = p.combine(op, left, p.expression(bind+1))
			if bind == comparison && p.tok.kind == tokenSymbol && infix[p.tok.text] == comparison {
				p.fail(p.tok.at, "comparisons do not chain; write a %s b && b %s c", op.text, p.tok.text)
			}
		}
		if p.err != nil {
			break
		}
	}
	return left
}

// choice reads the rest of cond ? a : b.
func (p *parser) choice(cond term, op token) term {
	p.wantCondition(cond, op.at, say.Later("? needs a condition before it, such as x > 0"))
	defer p.leave()
	if !p.enter(op.at) {
		return term{}
	}
	a := p.expression(ternary)
	if !p.at(":") {
		p.unexpected(say.Later("the : of the condition's ? is missing; write condition ? a : b"))
		return term{}
	}
	p.next()
	b := p.expression(ternary)
	if p.err != nil {
		return term{}
	}
	return term{p.build.Choose(cond.node, a.node, b.node), a.condition && b.condition}
}

func (p *parser) wantCondition(t term, at int, msg say.Text) {
	if p.err == nil && !t.condition {
		p.complain(at, msg)
	}
}

// combine applies a binary operator other than ^ and ?:.
func (p *parser) combine(op token, a, b term) term {
	if p.err != nil {
		return term{}
	}
	g := p.build
	switch op.text {
	case "+":
		return term{node: g.Add(a.node, b.node)}
	case "-":
		return term{node: g.Sub(a.node, b.node)}
	case "*":
		return term{node: g.Mul(a.node, b.node)}
	case "/":
		return term{node: g.Div(a.node, b.node)}
	case "<":
		return term{g.Relate(Less, a.node, b.node), true}
	case "<=":
		return term{g.Relate(LessEq, a.node, b.node), true}
	case ">":
		return term{g.Relate(Less, b.node, a.node), true}
	case ">=":
		return term{g.Relate(LessEq, b.node, a.node), true}
	case "==":
		return term{g.Relate(Equal, a.node, b.node), true}
	case "!=":
		return term{g.Relate(NotEqual, a.node, b.node), true}
	}
	if !a.condition || !b.condition {
		p.fail(op.at, "%s needs a condition on both sides, such as x > 0 %s y > 0", op.text, op.text)
	}
	if op.text == "&&" {
		return term{g.Relate(And, a.node, b.node), true}
	}
	return term{g.Relate(Or, a.node, b.node), true}
}

// operand reads a number, a name, a call, a parenthesis or a prefix operator with its operand.
func (p *parser) operand() term {
	tok := p.tok
	switch {
	case tok.kind == tokenNumber:
		p.next()
		return p.number(tok)
	case tok.kind == tokenName:
		p.next()
		return p.name(tok)
	case p.at("("):
		return p.parenthesis()
	case p.at("-"), p.at("+"), p.at("!"):
		return p.prefix()
	}
	p.operandMissing()
	return term{}
}

func (p *parser) number(tok token) term {
	v, err := strconv.ParseFloat(tok.text, 64)
	if err != nil {
		p.fail(tok.at, "the number %s is too large; the largest is about 1.8e308", clip(tok.text))
	}
	return term{node: p.build.Constant(v)}
}

func (p *parser) parenthesis() term {
	open := p.tok
	defer p.leave()
	if !p.enter(open.at) {
		return term{}
	}
	p.next()
	outside := len(p.local)
	p.definitions()
	t := p.expression(lowest)
	p.local = p.local[:outside]
	p.close(open)
	return t
}

// close reads the closing parenthesis.
func (p *parser) close(open token) {
	if p.at(")") {
		p.next()
		return
	}
	if p.tok.kind == tokenEnd {
		p.fail(p.behind(), "the ( at column %d is not closed; add )", p.column(open.at))
	}
	p.unexpected(say.Later("expected ) here"))
}

func (p *parser) prefix() term {
	op := p.tok
	defer p.leave()
	if !p.enter(op.at) {
		return term{}
	}
	p.next()
	t := p.expression(prefix)
	switch {
	case p.err != nil:
		return term{}
	case op.text == "-":
		return term{node: p.build.Neg(t.node)}
	case op.text == "+":
		return term{node: t.node}
	}
	p.wantCondition(t, op.at, say.Later("! needs a condition after it, such as !(x > 0)"))
	return term{p.build.Not(t.node), true}
}

// name reads what begins with a name: a variable, a parameter, a constant or a function call.
func (p *parser) name(tok token) term {
	if fn := p.lookup(tok.text); fn >= 0 {
		return p.call(tok, fn)
	}
	if p.at("(") {
		p.notFunction(tok)
		return term{}
	}
	if i := p.defined(tok.text); i >= 0 {
		return p.local[i].term
	}
	switch param := slices.Index(p.params, tok.text); {
	case param >= 0:
		p.used(tok.text)
		return term{node: p.build.Parameter(param)}
	case tok.text == "x":
		p.used("x")
		return term{node: p.build.X()}
	case tok.text == "y":
		p.used("y")
		return term{node: p.build.Y()}
	case tok.text == "pi":
		return term{node: p.build.Constant(math.Pi)}
	case tok.text == "e":
		return term{node: p.build.Constant(math.E)}
	}
	p.unknownName(tok)
	return term{}
}

func (p *parser) used(name string) {
	if !slices.Contains(p.uses, name) {
		p.uses = append(p.uses, name)
	}
}

// call reads the arguments of a function and applies it.
func (p *parser) call(tok token, fn int) term {
	open := p.tok
	if !p.at("(") {
		p.fail(tok.at, "%s is a function; write %s", tok.text, p.usage(fn))
		return term{}
	}
	defer p.leave()
	if !p.enter(open.at) {
		return term{}
	}
	p.next()
	var args []int32
	for !p.at(")") || len(args) > 0 {
		args = append(args, p.expression(lowest).node)
		if !p.at(",") {
			break
		}
		p.next()
	}
	p.close(open)
	p.checkCount(tok, fn, len(args))
	if p.err != nil {
		return term{}
	}
	return term{node: p.build.Call(fn, args)}
}
