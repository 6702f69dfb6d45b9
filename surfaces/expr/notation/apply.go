package notation

import (
	"slices"
	"strings"

	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/lexical"
	"descentlab/surfaces/expr/notation/spelling"
	"descentlab/surfaces/expr/notation/tree"
)

// name reads what begins with a name: a function and its argument, or a letter.
func (r *reader) name(t token) *tree.Node {
	if !r.knows(t.text) && !t.indexed {
		if fn, lowered, ok := strings.Cut(t.text, "_"); ok && fn == "log" && spelling.Function(t.text) == "" && lowered != "" {
			return tree.Binary("/", r.apply(t, "log"), tree.Call("log", r.lowered(t, lowered)))
		}
		fn := spelling.Function(t.text)
		if list := r.ahead(1).raw == "[" && r.peek().is("("); list && (fn == "same" || t.text == "array") &&
			hasComma(r.tokens[r.pos+1:min(closing(r.tokens, r.pos+1)+1, len(r.tokens))]) {
			r.fault(t.at, "a formula has no lists of numbers; write it out, as in (x - 1)^2 + (y - 2)^2")
			r.unknown++
			r.arguments("")
			r.unknown--
			return tree.Number("0", t.at)
		}
		if fn != "" {
			return r.apply(t, fn)
		}
		if (t.text == "σ" || t.text == "sigma") && r.peek().is("(") && !r.isOwn(t.text) && r.ask(doubt.LogisticSigma, t.at) == 0 {
			return r.apply(t, "sigmoid")
		}
		if r.peek().is("(") && r.unknownFunction(t) {
			r.unknown++
			r.arguments("")
			r.unknown--
			return tree.Number("0", t.at)
		}
	}
	return r.letter(t)
}

// lowered is the base of log_b.
func (r *reader) lowered(t token, text string) *tree.Node {
	if lexical.NumberLength(text) == len(text) {
		return tree.Number(text, t.at)
	}
	return r.letter(token{kind: nameToken, text: text, at: t.at, end: t.end})
}

// letter reads a name that stands for a number.
func (r *reader) letter(t token) *tree.Node {
	if n := r.scope[t.text]; n != nil {
		r.renamed = true
		if n.Kind == tree.NameNode {
			n = r.leaf(n.Text, t)
		}
		return n
	}
	text := t.text
	if (text == "pi" || spelling.Constants[text] != "") && r.peek().is("(") && r.ahead(1).is(")") && !contains(r.known, text) {
		r.pos += 2 // a spreadsheet's PI()
		r.renamed = true
	}
	if r.isStray(text) {
		r.fault(t.at, "%s is none of the variables that the text begins with: %s", text, strings.Join(r.heads, ", "))
	}
	if c := spelling.Constants[text]; c != "" && !contains(r.known, text) {
		text = c
		if fn, arg, ok := strings.Cut(c, "("); ok {
			return tree.Call(fn, tree.Number(strings.TrimSuffix(arg, ")"), t.at))
		}
	}
	return r.leaf(text, t)
}

// leaf is a name in the formula.
func (r *reader) leaf(name string, t token) *tree.Node {
	n := &tree.Node{Kind: tree.NameNode, Text: name, At: t.at}
	r.leaves = append(r.leaves, n)
	if t.text == r.vector {
		r.whole = append(r.whole, n)
	}
	return n
}

// isStray tells an x or y that would be taken for another name of the head, which is called so from here on.
func (r *reader) isStray(name string) bool {
	return (name == "x" && len(r.heads) > 0 || name == "y" && len(r.heads) > 1) && !contains(r.heads, name)
}

// apply reads the argument of a function, with brackets or without, and a power between the two.
func (r *reader) apply(t token, fn string) *tree.Node {
	var exponent *tree.Node
	if op := r.peek(); op.is("^") && r.raised() {
		r.pos++
		exponent = r.signed((*reader).small)
		if inverseOf := spelling.Inverse[fn]; inverseOf != "" && tree.IsMinusOne(exponent) && r.ask(doubt.InversePower, op.at) == 0 {
			fn, exponent = inverseOf, nil
		}
	}
	n := r.applied(t, fn)
	if exponent != nil {
		n = tree.Binary("^", n, exponent)
	}
	return n
}

// raised tells whether an argument follows the exponent behind a function: sin^2 x.
func (r *reader) raised() bool {
	_, most := spelling.Arity(spelling.Function(r.last().text))
	return most > 0
}

// small reads an exponent between a function and its argument.
func (r *reader) small() *tree.Node {
	switch t := r.peek(); {
	case t.is("("):
		return r.brackets()
	case t.kind == numberToken:
		r.pos++
		return tree.Number(t.text, t.at)
	case t.kind == nameToken && spelling.Function(t.text) == "":
		r.pos++
		return r.letter(t)
	default:
		r.operandMissing(t)
		return tree.Number("1", t.at)
	}
}

// applied reads the argument itself.
func (r *reader) applied(t token, fn string) *tree.Node {
	if open := r.peek(); open.is("(") && open.raw != "" { // not that of ½
		args, swapped := r.arguments(fn)
		if len(args) == 0 {
			r.wrongCount(t, fn, 0)
			return tree.Number("0", t.at)
		}
		if len(args) == 2 && (swapped || fn == "log" && r.baseFirst(t, args)) {
			args[0], args[1] = args[1], args[0]
		}
		if next := r.peek(); swapped && fn == "log" && len(args) == 1 && next.is("(") && !next.spaced {
			of, _ := r.arguments(fn) // log[2](x)
			args = append(of, args...)
		}
		return r.build(t, fn, args)
	}
	least, _ := spelling.Arity(fn)
	if next := r.peek(); least != 1 || !r.begins(next) {
		r.fault(t.at, "%s is a function; write %s", t.text, spelling.Usage(t.text, fn))
		return tree.Number("0", t.at)
	}
	defer r.leave()
	if !r.enter(t.at) {
		return tree.Number("0", t.at)
	}
	return r.bare(t, fn)
}

// baseFirst tells whether log(2, x) is the logarithm of x to the base 2, as on paper; Python's is that of 2 to the base x.
func (r *reader) baseFirst(t token, args []*tree.Node) bool {
	_, number := tree.Constant(args[0])
	_, both := tree.Constant(args[1])
	if !number || both || containsModule(r.text, "math") || containsModule(r.text, "np") || containsModule(r.text, "sp") {
		return false
	}
	return r.ask(doubt.LogBase, t.at) == 0
}

// begins tells whether an argument without brackets begins here.
func (r *reader) begins(t token) bool {
	return t.is("-") || t.is("+") || t.kind == numberToken || t.kind == nameToken && !isIf(t) ||
		t.is("(") && t.raw == "" || t.is("|") && r.bars == 0 ||
		t.kind == symbolToken && slices.Contains([]string{"|<", "√", "∛", "frac", "⌊", "⌈", "∑", "∏"}, t.text)
}

// bare reads an argument without brackets. It is a product of what is written together, as 2x; where it might end sooner or
// later the person is asked.
func (r *reader) bare(t token, fn string) *tree.Node {
	var minus []token
	for r.peek().is("-") || r.peek().is("+") {
		minus = append(minus, r.next())
	}
	number := r.peek().kind == numberToken
	arg := r.operand()
	outside := false // the power is of the function
	if op := r.peek(); op.is("^") {
		if outside = r.ask(doubt.ArgumentPower, op.at) == 1; !outside {
			r.pos++
			arg = r.power(op, arg)
		}
	}
	if !outside {
		arg = r.more(arg, number)
	}
	for i := len(minus) - 1; i >= 0; i-- {
		if minus[i].is("-") {
			arg = tree.Sign("-", arg, minus[i].at)
		}
	}
	return r.build(t, fn, []*tree.Node{arg})
}

// more reads the factors of an argument without brackets behind the first.
func (r *reader) more(arg *tree.Node, number bool) *tree.Node {
	for {
		next := r.peek()
		switch {
		case (next.is("*") || next.is("/")) && r.begins(r.ahead(1)) && !r.isFunction(r.ahead(1)) || next.is("*") && r.ahead(1).is("("):
			if r.ask(doubt.ArgumentProduct, next.at) == 0 {
				return arg
			}
			r.pos++
			arg = tree.Binary(next.text, arg, r.expression(tree.BindSign))
		case !r.follows(arg) || r.isFunction(next) || next.spaced && next.text == "e" && r.ahead(1).is("^"):
			return arg
		case number && !next.is("("), !next.spaced && !next.is("("), r.ask(doubt.ArgumentProduct, next.at) == 1:
			arg = tree.Binary("*", arg, r.expression(tree.BindSign))
		default:
			return arg
		}
		number = false
	}
}

func (r *reader) isFunction(t token) bool {
	return t.kind == nameToken && !t.indexed && !r.knows(t.text) && spelling.Function(t.text) != ""
}

// arguments reads the arguments in brackets. swapped tells that they are Wolfram's, whose Log and ArcTan have them the other
// way around.
func (r *reader) arguments(fn string) (args []*tree.Node, swapped bool) {
	open := r.next()
	if n := r.isList(fn); n >= 0 {
		r.pos += n
		args, _ = r.arguments(fn)
		for ; n > 0; n -= 2 {
			r.close(open)
		}
		r.keywords()
		r.close(open)
		r.fromList = true
		return args, false
	}
	swapped = open.raw == "[" && (fn == "log" || fn == "atan")
	defer r.leave()
	if !r.enter(open.at) {
		return []*tree.Node{tree.Number("0", open.at)}, false
	}
	bars := r.bars
	r.bars = 0
	r.inside++
	if isReduction(fn) {
		r.unknown++
		defer func() { r.unknown-- }()
	}
	listed := false
	for !r.peek().is(")") || len(args) > 0 {
		bound := ""
		if r.peek().kind == nameToken && r.ahead(1).is("=") && fn == "clip" {
			bound = r.next().text
			r.pos++
		}
		if fn == "hypot" && len(args) == 1 {
			r.skipOrder()
		}
		if bound == "max" && len(args) == 1 {
			args = append(args, tree.Call("min", args[0], r.expression(0))) // no least
		} else {
			args = append(args, r.expression(0))
		}
		if isReduction(fn) && len(args) == 1 && r.acceptWord("for") {
			args = r.each(args[0])
			listed = true
		}
		if isReduction(fn) && r.keywords() || !r.accept(",") && !r.twoCells() {
			break
		}
	}
	r.close(open)
	r.inside--
	r.bars = bars
	r.fromList = listed
	return args, swapped
}

// build applies a function to its arguments.
func (r *reader) build(t token, fn string, args []*tree.Node) *tree.Node {
	if fn == "" {
		t.raw = "."
		r.unknownFunction(t)
		return args[0]
	}
	o, ordered := r.takesOrder(t, args)
	if ordered && fn == "hypot" {
		r.forget(func(leaf *tree.Node) bool { return leaf == args[1] })
		args = args[:1]
	}
	if fn == "hypot" && len(args) == 1 {
		if n, ok := r.norm(t, args[0]); ok {
			return r.ofOrder(n, o)
		}
		if r.vector != "" {
			r.fault(t.at, "%s is taken of both variables here; write hypot(a, b) of the two components", t.text)
			return args[0]
		}
	}
	if fn == "log" && r.sheet && strings.EqualFold(t.text, "log") && len(args) == 1 {
		fn = "log10"
	}
	if isReduction(fn) {
		return r.reduce(t, fn, args)
	}
	if fn == "length" {
		return r.dimensions(t, args)
	}
	if least, most := spelling.Arity(fn); len(args) < least || len(args) > most {
		r.wrongCount(t, fn, len(args))
		return args[0]
	}
	if f, ok := tree.Forms[fn]; ok {
		return f.Build(args)
	}
	n := tree.Call(fn, args...)
	n.At = t.at
	return n
}
