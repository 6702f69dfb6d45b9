package notation

import (
	"strings"
	"unicode"

	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/spelling"
)

// subscripts joins names and what is lowered behind them: x_{1} and \theta_1 are names with an index.
func (r *reader) subscripts() {
	var out []token
	in := r.tokens
	for i := 0; i < len(in); i++ {
		t := in[i]
		if k := len(out) - 1; k >= 0 && t.kind == nameToken && t.text[0] == '_' && !t.spaced && out[k].kind == nameToken {
			out[k].text += t.text
			out[k].end = t.end
		} else {
			out = append(out, t)
		}
		k := len(out) - 1
		if out[k].kind == nameToken && strings.HasSuffix(out[k].text, "_") && i+3 < len(in) && in[i+1].raw == "{" &&
			(in[i+2].kind == numberToken || in[i+2].kind == nameToken) && in[i+3].raw == "}" {
			out[k].text += in[i+2].text
			out[k].end = in[i+3].end
			i += 3
		} else if strings.HasSuffix(out[k].text, "_") && i+5 < len(in) && in[i+1].raw == "{" && in[i+2].kind == nameToken &&
			(in[i+3].is("+") || in[i+3].is("-")) && in[i+4].kind == numberToken && in[i+5].raw == "}" { // x_{i+1}
			out[k].text += in[i+2].text + in[i+3].text + in[i+4].text
			out[k].end = in[i+5].end
			i += 5
		}
	}
	r.tokens = out
}

// A bracket is an open one while commas are told apart.
type bracket struct {
	fn           string // the function whose arguments it holds, or ""
	block        bool   // it holds statements
	unknown      bool   // a function is called that nobody knows
	parts        bool   // its commas part, whatever they stand between: Wolfram's arguments, and pieces with conditions
	tight, loose []int  // commas with digits on both sides, and the others
	semicolons   []int
}

// commas tells the commas that part the digits of a number from those that part arguments.
func (r *reader) commas() {
	r.subscripts()
	r.spacedThousands()
	stack := []bracket{{}}
	decimal := map[int]bool{}
	for i, t := range r.tokens {
		top := &stack[len(stack)-1]
		switch {
		case t.is("("):
			fn := ""
			if i > 0 && r.tokens[i-1].kind == nameToken {
				fn = spelling.Function(r.tokens[i-1].text)
			}
			stack = append(stack, bracket{fn: fn, block: t.raw == "{" && fn == "", unknown: fn == "" && r.isCalled(i),
				parts: t.raw == "[" && i > 0 && fn != "" && unicode.IsUpper(rune(r.tokens[i-1].text[0]))})
		case t.is(")") && len(stack) > 1:
			r.decide(top, decimal)
			stack = stack[:len(stack)-1]
		case t.is(";") && len(stack) > 1 && !top.block:
			top.semicolons = append(top.semicolons, i)
		case t.is(":") && i > 0 && len(stack) > 1 && top.fn == "":
			top.parts = true
		case t.is(",") && r.isTight(i):
			top.tight = append(top.tight, i)
		case t.is(","):
			top.loose = append(top.loose, i)
		}
	}
	for i := range stack {
		r.decide(&stack[i], decimal)
	}
	r.mergeNumbers(decimal)
}

// isCalled tells a word before a bracket that can only be a function.
func (r *reader) isCalled(i int) bool {
	if i == 0 || r.tokens[i-1].kind != nameToken || r.tokens[i].spaced {
		return false
	}
	_, _, single := spelling.Base(r.tokens[i-1].text)
	return !single && len(r.tokens[i-1].text) > 2
}

// spacedThousands joins 1 000 000, whose digits stand in groups of three.
func (r *reader) spacedThousands() {
	var out []token
	for _, t := range r.tokens {
		if k := len(out) - 1; k >= 0 && t.kind == numberToken && t.spaced && !t.line && out[k].kind == numberToken &&
			spelling.IsDigits(out[k].text) &&
			out[k].text[0] != '0' && spelling.GroupOfThree(t.text) && (len(out[k].text) <= 3 || out[k].spacedDigits) {
			out[k].text, out[k].end, out[k].spacedDigits = out[k].text+t.text, t.end, spelling.IsDigits(t.text)
			r.renamed = true
			continue
		}
		out = append(out, t)
	}
	r.tokens = out
}

// isTight tells a comma between two numbers with no space.
func (r *reader) isTight(i int) bool {
	t := r.tokens
	return i > 0 && t[i-1].kind == numberToken && t[i+1].kind == numberToken && !t[i].spaced && !t[i+1].spaced &&
		!strings.ContainsAny(t[i-1].text, "eE")
}

// decide tells which commas of a bracket are decimal.
func (r *reader) decide(b *bracket, decimal map[int]bool) {
	for _, i := range b.semicolons {
		r.tokens[i].text = ","
	}
	if b.unknown || b.parts {
		return
	}
	if b.fn != "" && len(b.semicolons) == 0 {
		least, most := spelling.Arity(b.fn)
		if n := len(b.tight) + len(b.loose) + 1; least <= n && n <= most {
			return
		}
		if n := len(b.loose) + 1; n < least || n > most {
			return
		}
	}
	for _, i := range b.tight {
		decimal[i] = true
	}
}

// mergeNumbers makes numbers of digits with commas between.
func (r *reader) mergeNumbers(decimal map[int]bool) {
	var out []token
	for i := 0; i < len(r.tokens); i++ {
		out = append(out, r.tokens[i])
		last := &out[len(out)-1]
		groups := []string{last.text}
		from := i
		for decimal[i+1] {
			i += 2
			groups = append(groups, r.tokens[i].text)
		}
		if len(groups) == 1 {
			continue
		}
		text, ok := r.merged(groups, r.tokens[from].at)
		if !ok {
			r.fault(r.tokens[from+1].at, "a comma separates the arguments of a function only; decimals are written 1.5")
		}
		last.text, last.end = text, r.tokens[i].end
		r.renamed = true
	}
	r.tokens = out
}

// merged is the number that groups of digits with commas between are.
func (r *reader) merged(groups []string, at int) (text string, ok bool) {
	whole, decimal := spelling.Grouped(groups)
	switch {
	case whole == "" && decimal == "":
		return "0", false
	case decimal == "" || whole != "" && r.ask(doubt.Thousands, at) == 1:
		return whole, true
	}
	return decimal, true
}
