package notation

import (
	"strings"

	"descentlab/internal/say"
	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/spelling"
	"descentlab/surfaces/expr/notation/tree"
)

// operand reads a number, a name, a call, brackets, bars, a root or a sign with its operand.
func (r *reader) operand() *tree.Node {
	for missed := false; ; missed = true {
		t := r.peek()
		switch {
		case t.kind == numberToken:
			r.pos++
			return r.behind(tree.Number(t.text, t.at))
		case t.kind == nameToken && t.text == "if" && !r.isCall():
			return r.conditional()
		case t.kind == nameToken && t.text != "else" && t.text != "then":
			r.pos++
			return r.behind(r.name(t))
		case t.kind == symbolToken:
			if n := r.symbolOperand(t); n != nil {
				return n
			}
		}
		ends := t.kind == endToken || t.is(")") || t.is(",") || t.is(":") || t.is("|") || t.is("|>")
		if !missed || !ends {
			r.operandMissing(t)
		}
		if ends {
			return tree.Number("0", t.at)
		}
		r.pos++
	}
}

// symbolOperand reads an operand that begins with a sign, or returns nil.
func (r *reader) symbolOperand(t token) *tree.Node {
	switch t.text {
	case "(":
		return r.behind(r.brackets())
	case "|", "||", "|<":
		return r.behind(r.between())
	case "-", "+", "!":
		return r.prefix(t)
	case "∑", "∏":
		return r.series(t)
	case "√", "∛", "∜":
		r.pos++
		return r.behind(r.root(t))
	case "frac":
		r.pos++
		above := r.group()
		return r.behind(tree.Binary("/", above, r.group()).Placed(t.at))
	case "⌊", "⌈":
		r.tokens[r.pos] = token{kind: symbolToken, text: "(", raw: t.text, at: t.at, end: t.end}
		return r.behind(tree.Call(rounding(t), r.brackets()))
	case "cases":
		r.pos++
		return r.behind(r.cases(t))
	case "∞":
		r.pos++
		r.fault(t.at, "infinity is no number to calculate with")
		return tree.Number("0", t.at)
	}
	return nil
}

// rounding is what the brackets ⌊ ⌋ and ⌈ ⌉ do.
func rounding(t token) string {
	if t.text == "⌊" {
		return "floor"
	}
	return "ceil"
}

// behind reads what is written behind an operand: .pow(2), °, and the + of the positive part.
func (r *reader) behind(n *tree.Node) *tree.Node {
	if part, is := r.asPercent(n); is {
		return part
	}
	for {
		t := r.peek()
		switch {
		case t.raw == "[" && !t.spaced && r.last().is(")") && closing(r.tokens, r.pos) < len(r.tokens) &&
			isNumber(r.tokens[r.pos+1:closing(r.tokens, r.pos)]):
			r.fault(t.at, "a number has no index; leave it out")
			r.pos = closing(r.tokens, r.pos) + 1
		case t.text == "_" && t.kind == nameToken && r.ahead(1).is("+"): // (1-x)_+
			r.pos += 2
			n = tree.Call("relu", n)
		case t.text == "_" && t.kind == nameToken && n.Kind == tree.NumberNode && n.Text == "1" && r.ahead(1).is("("): // 1_{x>0}
			r.pos++
			n = r.brackets()
		case t.is("°"):
			r.pos++
			n = tree.Degrees(n)
		case t.is(".") && r.ahead(1).kind == nameToken && r.ahead(2).is("("):
			r.pos++
			fn := r.next()
			args, _ := r.arguments(spelling.Function(fn.text))
			n = r.build(fn, spelling.Function(fn.text), append([]*tree.Node{n}, args...))
		case t.is(".") && r.ahead(1).kind == nameToken && r.ahead(1).text == "T":
			r.pos += 2
			r.fault(t.at, "a formula has no transpose; write the sum of the products")
		case t.is("!"):
			r.pos++
			r.fault(t.at, "a formula has no factorial; write its value")
		default:
			return n
		}
	}
}

// brackets reads what stands in brackets.
func (r *reader) brackets() *tree.Node {
	open := r.next()
	defer r.leave()
	if !r.enter(open.at) {
		return tree.Number("0", open.at)
	}
	bars := r.bars
	r.bars = 0
	r.inside++
	n := r.expression(0)
	if r.peek().is(":") && tree.IsCondition(n) && strings.HasSuffix(open.raw, "{") {
		n = r.pieces(n)
	}
	for r.unknown > 0 && r.accept(",") { // it is said already that a list is none of a formula's
		r.expression(0)
	}
	r.close(open)
	r.inside--
	r.bars = bars
	return n
}

// close reads the closing bracket.
func (r *reader) close(open token) {
	for !r.peek().is(")") {
		t := r.peek()
		if t.kind == endToken {
			r.fault(t.at, "the %s at column %d is not closed; add %s", shown(open), r.column(open.at), closer(open))
			return
		}
		r.wanted(t, say.Later("expected %s here", closer(open)))
		if r.pos++; !r.peek().is(")") && r.peek().kind != endToken {
			r.expression(0)
		}
	}
	t := r.next()
	if want := closer(open); t.raw != "" && open.raw != "" && want != t.raw && strings.Contains(")]}", t.raw) {
		r.fault(t.at, "the %s at column %d is closed by %s; write %s", shown(open), r.column(open.at), t.raw, want)
	}
}

func shown(open token) string {
	if open.raw == "" {
		return "("
	}
	return open.raw
}

// closer is what closes a bracket.
func closer(open token) string {
	switch shown(open) {
	case "[":
		return "]"
	case "{", `\{`:
		return "}"
	case "⌊":
		return "⌋"
	case "⌈":
		return "⌉"
	}
	return ")"
}

// between reads |x|.
func (r *reader) between() *tree.Node {
	open := r.next()
	defer r.leave()
	if !r.enter(open.at) {
		return tree.Number("0", open.at)
	}
	double := open.is("||") || open.raw == `\|` || open.raw == `\lVert`
	if double && r.isPair() {
		n := tree.Call("hypot", r.pair()...)
		r.pos++ // the bar
		return r.ofOrder(n, r.whichNorm())
	}
	if open.is("||") {
		r.half()
	}
	r.bars++
	n := r.expression(0)
	r.bars--
	r.closeBars(open)
	order := r.whichNorm()
	inner := n
	if n.Kind == tree.CallNode && n.Text == "abs" {
		inner = n.Kids[0]
	} else if open.is("||") {
		double = false // ||x| - 1|
	}
	if double {
		if length, ok := r.norm(open, inner); ok {
			return r.ofOrder(length, order)
		}
	}
	return tree.Call("abs", inner).Placed(open.at)
}

// isPair tells the two components of a vector in brackets, with a bar behind: (x, y)‖.
func (r *reader) isPair() bool {
	end := closing(r.tokens, r.pos) + 1
	if !r.peek().is("(") || end >= len(r.tokens) || !isBar(r.tokens[end]) {
		return false
	}
	return hasComma(r.tokens[r.pos:end])
}

// pair reads two components.
func (r *reader) pair() []*tree.Node {
	open := r.peek()
	list, _ := r.arguments("hypot")
	if len(list) != 2 {
		r.fault(open.at, "a surface has two variables, so that its vectors have 2 components; got %d", len(list))
		return []*tree.Node{tree.Number("0", open.at), tree.Number("0", open.at)}
	}
	return list
}

func isBar(t token) bool { return t.is("|") || t.is("||") || t.is("|>") }

// closeBars reads the bar that closes what an open one began.
func (r *reader) closeBars(open token) {
	switch t := r.peek(); {
	case t.is("|"), t.is("|>"):
		r.pos++
	case t.is("||"):
		r.pos++
		r.half()
	default:
		r.fault(t.at, "the | at column %d is not closed; add |", r.column(open.at))
	}
}

// half leaves the second bar of the || that was just read.
func (r *reader) half() {
	r.pos--
	t := r.tokens[r.pos]
	t.text = "|"
	t.at = max(t.at, t.end-1)
	r.tokens[r.pos] = t
}

// prefix reads a sign and its operand.
func (r *reader) prefix(op token) *tree.Node {
	r.pos++
	defer r.leave()
	if !r.enter(op.at) {
		return tree.Number("0", op.at)
	}
	least := tree.BindSign
	if strings.EqualFold(op.raw, "not") {
		least = tree.Binds["<"] // Python's
	}
	from := r.pos
	n := r.expression(least)
	switch {
	case op.is("+"):
		return n
	case op.is("-") && r.sheet && n.Kind == tree.BinaryNode && n.Text == "^" && closing(r.tokens, from)+1 != r.pos &&
		r.ask(doubt.SheetMinus, op.at) == 1:
		return tree.Binary("^", tree.Sign("-", n.Kids[0], op.at), n.Kids[1])
	}
	return tree.Sign(op.text, n, op.at)
}

// group reads an argument of \frac or \sqrt: braces, or one digit or letter.
func (r *reader) group() *tree.Node {
	t := r.peek()
	if t.kind == numberToken && len(t.text) > 1 {
		first := t
		first.text, first.end = t.text[:1], t.at+1
		r.tokens[r.pos].text, r.tokens[r.pos].at = t.text[1:], t.at+1
		return tree.Number(first.text, first.at)
	}
	if t.is("(") {
		return r.brackets()
	}
	if t.kind == nameToken && len(t.text) == 2 && '0' <= t.text[1] && t.text[1] <= '9' { // \frac x2
		r.tokens[r.pos] = token{kind: numberToken, text: t.text[1:], raw: t.text[1:], at: t.at + 1, end: t.end}
		return r.letter(token{kind: nameToken, text: t.text[:1], at: t.at, end: t.at + 1})
	}
	return r.operand()
}

// root reads √ and what stands under it.
func (r *reader) root(t token) *tree.Node {
	degree := map[string]string{"√": "2", "∛": "3", "∜": "4"}[t.text]
	under := func(n *tree.Node) *tree.Node {
		return tree.Root([]*tree.Node{n, tree.Number(degree, t.at)}).Placed(t.at)
	}
	if r.latex && t.is("√") {
		if r.peek().raw == "[" {
			n := r.brackets()
			return tree.Root([]*tree.Node{r.group(), n})
		}
		return under(r.group())
	}
	if r.peek().raw == "[" && r.isDegree() {
		n := r.brackets()
		return tree.Root([]*tree.Node{r.brackets(), n})
	}
	if r.peek().is("(") {
		return under(r.brackets())
	}
	n := r.operand()
	if next := r.peek(); next.is("^") {
		if r.ask(doubt.RootReach, next.at) == 0 {
			r.pos++
			n = r.power(next, n)
		}
		return under(n)
	}
	for first := true; r.follows(n) && !r.peek().spaced && r.peek().text[0] < 0x80; first = false {
		if first && r.ask(doubt.RootReach, r.peek().at) == 0 {
			break
		}
		n = tree.Binary("*", n, r.expression(tree.BindSign))
	}
	return under(n)
}

// isDegree tells √[3]{x} from √[x].
func (r *reader) isDegree() bool {
	end := closing(r.tokens, r.pos)
	return end+1 < len(r.tokens) && isNumber(r.tokens[r.pos+1:end]) && r.tokens[end+1].is("(") && r.tokens[end+1].raw != ""
}

// cases reads the rows of \begin{cases}: a value and its condition each.
func (r *reader) cases(open token) *tree.Node {
	type row struct{ value, condition *tree.Node }
	var rows []row
	r.inside++
	defer func() { r.inside-- }()
	for {
		value := r.expression(0)
		r.accept(",")
		var condition *tree.Node
		r.accept("cell")
		others := r.accept("otherwise") || r.acceptWord("else", "otherwise", "sonst")
		if !others && !r.peek().is("row") && !r.peek().is("endcases") {
			condition = r.expression(0)
		}
		for r.accept(",") || r.accept(".") || r.accept(";") {
			continue // at the end of a line of a text
		}
		rows = append(rows, row{value, condition})
		if !r.accept("row") || r.peek().is("endcases") {
			break
		}
	}
	if !r.accept("endcases") {
		r.fault(r.peek().at, "the cases at column %d are not closed; add \\end{cases}", r.column(open.at))
	}
	n := rows[len(rows)-1].value
	for i := len(rows) - 2; i >= 0; i-- {
		if rows[i].condition == nil {
			r.fault(rows[i].value.At, "a case needs a condition, as in & x > 0")
			continue
		}
		n = tree.Choice(rows[i].condition, rows[i].value, n)
	}
	return n
}
