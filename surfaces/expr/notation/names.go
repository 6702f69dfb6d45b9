package notation

import (
	"regexp"
	"slices"
	"strings"

	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/lexical"
	"descentlab/surfaces/expr/notation/spelling"
)

// isVariable tells the names that stand for something without the text saying so.
func (r *reader) knows(name string) bool {
	return name == "x" || name == "y" || name == "pi" || name == "e" || r.scope[name] != nil ||
		slices.Contains(r.known, name) || spelling.Constants[name] != ""
}

// words takes words apart that are products, as xy, ax, 2πx and xsinx have them, and drops the modules before names.
func (r *reader) words(tokens []token) []token {
	var out []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		next := tokens[min(i+1, len(tokens)-1)]
		if t.kind == nameToken && next.is(".") && next.end != next.at && slices.Contains(spelling.Modules, t.text) && !r.knows(t.text) {
			r.ofModule(t, tokens[i+2:])
			i++
			continue
		}
		if instead, _ := lexical.Unsuited("diff"); isDifferential(out, t) {
			r.fault(t.at, "a formula has no %s; %s", "d/"+t.text, instead)
		}
		op := spelling.Keywords[t.text]
		called := next.is("(") && (op == "%" || op != "!" && !endsOperand(out))
		if op != "" && t.kind == nameToken && r.scope[t.text] == nil && !called {
			t.kind, t.text = symbolToken, op
		}
		if t.kind != nameToken || t.indexed || len(out) > 0 && out[len(out)-1].is(".") {
			out = append(out, t)
			continue
		}
		out = append(out, r.takeApart(t, next)...)
	}
	return out
}

// ofModule looks at what a module has that is no function: numbers, of which some are not those that their names are elsewhere.
func (r *reader) ofModule(module token, rest []token) {
	t := rest[0]
	switch lower := strings.ToLower(t.text); {
	case t.kind != nameToken || spelling.Function(t.text) != "" || lower == "pi" || lower == "e" || spelling.Constants[t.text] != "":
	case len(rest) > 1 && rest[1].is("."): // another module
	case lower == "tau":
		rest[0] = token{kind: numberToken, text: "6.283185307179586", raw: t.raw, at: t.at, end: t.end}
	case lower == "inf" || lower == "infinity":
		rest[0] = token{kind: symbolToken, text: "∞", raw: t.raw, at: t.at, end: t.end}
	case lower == "euler_gamma" || lower == "egamma":
		rest[0] = token{kind: numberToken, text: "0.5772156649015329", raw: t.raw, at: t.at, end: t.end}
	case len(rest) < 2 || !rest[1].is("("):
		r.fault(t.at, "unknown name %s", spelling.Clip(module.text+"."+t.text))
	}
}

// isDifferential tells the dx below a d: what follows is a derivative.
func isDifferential(before []token, t token) bool {
	n := len(before)
	if n < 2 || t.kind != nameToken || t.text != "dx" && t.text != "dy" {
		return false
	}
	return before[n-1].is("/") || before[n-1].is("(") && before[n-2].is(")") || before[n-1].is("(") && before[n-2].is("/")
}

// takeApart is the word as it stands, or the names that it is the product of.
func (r *reader) takeApart(t, next token) []token {
	if m := argumentBehind.FindStringSubmatch(t.text); m != nil && spelling.TakesOne(spelling.Function(m[1])) &&
		spelling.Function(t.text) == "" && !r.knows(t.text) && !next.is("(") &&
		(!isOperand(next) || strings.HasSuffix(spelling.Function(m[1]), "rt")) {
		return argumentOf(t, len(m[1]))
	}
	if n := r.firstFactor(t); n > 0 && n < len(t.text) && !r.knows(t.text) && spelling.Function(t.text) == "" {
		return r.twoFactors(t, next, n)
	}
	_, _, single := spelling.Base(t.text)
	if r.knows(t.text) || single || spelling.Function(t.text) != "" || t.text == "if" || t.text == "else" {
		return []token{t}
	}
	parts := spelling.Split(t.text, next.is("(") || isOperand(next), r.knows)
	if parts == nil {
		return []token{t}
	}
	list := make([]token, len(parts))
	at := t.at
	for i, p := range parts {
		list[i] = token{kind: nameToken, text: p, raw: p, at: at, end: at + len(p)}
		at += len(p)
	}
	list[0].spaced = t.spaced
	return list
}

// What words begin with that are products, or a function and its argument: x_1x_2, a_1x; x1x2; sin2x.
var (
	indexedFactor  = regexp.MustCompile(`^(\pL+_[0-9]+)\pL`)
	numberedPairs  = regexp.MustCompile(`^(\pL[0-9])(\pL[0-9])+$`)
	functionOf     = regexp.MustCompile(`^(\pL{2,})([0-9]+)\pL`)
	argumentBehind = regexp.MustCompile(`^(\pL{2,})[0-9]+$`)
	numberFirst    = regexp.MustCompile(`^[0-9]+`)
)

// firstFactor is the length of what a word begins with that stands for itself; 0 if it is no such word.
func (r *reader) firstFactor(t token) int {
	word := t.text
	if m := indexedFactor.FindStringSubmatch(word); m != nil {
		return len(m[1])
	}
	if m := numberedPairs.FindStringSubmatch(word); m != nil {
		return len(m[1])
	}
	if m := functionOf.FindStringSubmatch(word); m != nil && spelling.Functions[spelling.Function(m[1])].Arguments == 1 {
		if long := m[1] + m[2]; spelling.TakesOne(spelling.Function(long)) && r.ask(doubt.ArgumentProduct, t.at) == 0 {
			return len(long) // log2x
		}
		return len(m[1])
	}
	if head := word[:max(len(word)-1, 0)]; lexical.IsGreek(head) && strings.ContainsAny(word[len(head):], "xy") {
		return len(head)
	}
	return len(numberFirst.FindString(word))
}

// argumentOf makes a call of sqrt2, of which so many bytes are the function.
func argumentOf(t token, at int) []token {
	fn, arg := t, t
	fn.text, fn.end = t.text[:at], t.at+at
	arg.kind, arg.text, arg.at, arg.spaced = numberToken, t.text[at:], t.at+at, false
	bracket := func(text string) token {
		return token{kind: symbolToken, text: text, raw: text, at: arg.at, end: arg.at}
	}
	return []token{fn, bracket("("), arg, bracket(")")}
}

// twoFactors takes a word apart at a byte.
func (r *reader) twoFactors(t, next token, at int) []token {
	first, rest := t, t
	first.text, first.end = t.text[:at], t.at+at
	rest.text, rest.at, rest.spaced = t.text[at:], t.at+at, false
	first.raw, rest.raw = first.text, rest.text
	if numberFirst.MatchString(first.text) {
		first.kind = numberToken
	}
	return append([]token{first}, r.takeApart(rest, next)...)
}

// endsOperand tells whether an operator may follow the tokens.
func endsOperand(tokens []token) bool {
	if len(tokens) == 0 {
		return false
	}
	last := tokens[len(tokens)-1]
	return last.kind == numberToken || last.kind == nameToken || last.is(")")
}

func isOperand(t token) bool {
	return t.kind == numberToken || t.kind == nameToken || t.is("(") || t.is("|<") || t.is("√")
}
