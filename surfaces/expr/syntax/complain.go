package syntax

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"descentlab/internal/near"
	"descentlab/internal/say"
)

// fail records the first error, at a byte offset in the formula, and stops the parser.
func (p *parser) fail(at int, english string, args ...any) {
	p.complain(at, say.Later(english, args...))
}

// complain is fail with a text.
func (p *parser) complain(at int, msg say.Text) {
	if p.err == nil {
		p.err = &Error{Text: p.text, Column: p.column(at), Msg: msg}
	}
	p.tok = token{kind: tokenEnd, at: len(p.text)}
}

// behind is the place just after the last token.
func (p *parser) behind() int { return p.last.at + len(p.last.text) }

func (p *parser) column(at int) int { return utf8.RuneCountInString(p.text[:at]) + 1 }

// end demands that nothing follows.
func (p *parser) end() {
	switch {
	case p.err != nil || p.tok.kind == tokenEnd:
	case p.at(")"):
		p.fail(p.tok.at, "this ) closes nothing; remove it or add a ( before")
	case p.at(","):
		p.fail(p.tok.at, "a comma separates the arguments of a function only; decimals are written 1.5")
	case p.at(":"):
		p.fail(p.tok.at, "this : has no ? before it; write condition ? a : b")
	case p.at(";"):
		p.complain(p.tok.at, badCharacter(";"))
	default:
		p.unexpected(say.Later("expected an operator or the end"))
	}
}

// unexpected reports a token that cannot follow an operand. Two operands side by side are the usual reason.
func (p *parser) unexpected(want say.Text) {
	left, right := p.last, p.tok
	switch {
	case p.err != nil:
	case right.kind == tokenEnd:
		p.complain(p.behind(), want)
	case customary[right.text] != "":
		p.unknown(right, say.Later("name"), nil, nil)
	case right.kind == tokenSymbol && right.text != "(":
		p.fail(right.at, "unexpected %s; %s", right.text, want)
	case left.kind == tokenNumber && right.kind == tokenNumber:
		p.fail(right.at, "an operator is missing between %s and %s", clip(left.text), clip(right.text))
	default:
		p.fail(right.at, "an operator is missing; to multiply, write %s", p.product(left, right))
	}
}

// product is how the multiplication of what ends with left and what begins with right is written.
func (p *parser) product(left, right token) string {
	a, b := clip(left.text), clip(right.text)
	if left.text == ")" {
		a = "(...)"
	}
	if right.text == "(" || p.lookup(right.text) >= 0 {
		b = strings.TrimSuffix(b, "(") + "(...)"
	}
	return a + "*" + b
}

// operandMissing reports a token where an operand should stand.
func (p *parser) operandMissing() {
	switch {
	case p.err != nil:
	case p.tok.kind == tokenEnd:
		p.fail(p.behind(), "the formula ends after %s; a number, a name or ( must follow", p.last.text)
	default:
		p.fail(p.tok.at, "unexpected %s; a number, a name or ( must stand here", p.tok.text)
	}
}

func (p *parser) checkCount(tok token, fn, got int) {
	want := p.functions[fn].Arguments
	switch {
	case p.err != nil || got == want || want == Variadic && got >= 2:
	case want == Variadic:
		p.fail(tok.at, "%s takes 2 or more arguments, not %d; write %s", tok.text, got, p.usage(fn))
	case want == 1:
		p.fail(tok.at, "%s takes 1 argument, not %d; write %s", tok.text, got, p.usage(fn))
	default:
		p.fail(tok.at, "%s takes %d arguments, not %d; write %s", tok.text, want, got, p.usage(fn))
	}
}

// usage shows how the function is called.
func (p *parser) usage(fn int) string {
	switch f := &p.functions[fn]; f.Arguments {
	case 1:
		return f.Name + "(x)"
	default:
		return f.Name + "(" + cmp.Or(f.Order, "a, b") + ")"
	}
}

// customary are names that other languages use, with what to write here.
var customary = map[string]string{
	"ln": "log(x)", "pow": "x^y", "sqr": "x^2", "sgn": "sign(x)", "fabs": "abs(x)",
	"arcsin": "asin(x)", "arccos": "acos(x)", "arctan": "atan(x)",
	"and": "&&", "or": "||", "not": "!", "if": "condition ? a : b", "else": "condition ? a : b", "π": "pi",
}

// notFunction reports a name before a parenthesis that is no function.
func (p *parser) notFunction(tok token) {
	known := append([]string{"x", "y", "pi", "e"}, p.params...)
	for _, name := range known {
		if name == tok.text {
			p.fail(tok.at, "%s is not a function; to multiply, write %s*(...)", tok.text, tok.text)
			return
		}
	}
	p.unknown(tok, say.Later("function"), p.functionNames(), p.functionNames())
}

// unknownName reports a name that stands for nothing.
func (p *parser) unknownName(tok token) {
	known := append([]string{"x", "y", "pi", "e"}, p.params...)
	if parts := split(tok.text, known); parts != nil {
		p.fail(tok.at, "unknown name %s; to multiply, write %s", tok.text, strings.Join(parts, "*"))
		return
	}
	p.unknown(tok, say.Later("name"), known, append(known, p.functionNames()...))
}

// unknown reports a name that is none of the known, with the nearest of the candidates.
func (p *parser) unknown(tok token, what say.Text, known, candidates []string) {
	name := clip(tok.text)
	if instead, ok := customary[tok.text]; ok {
		p.fail(tok.at, "unknown %s %s; write %s", what, name, instead)
		return
	}
	if meant := near.Prefix(tok.text, candidates); meant != "" {
		p.fail(tok.at, "unknown %s %s; did you mean %s?", what, name, meant)
		return
	}
	p.fail(tok.at, "unknown %s %s; known are %s", what, name, strings.Join(known, ", "))
}

func (p *parser) functionNames() []string {
	names := make([]string, len(p.functions))
	for i := range p.functions {
		names[i] = p.functions[i].Name
	}
	return names
}

// split returns the known names that the word is made of, if it is. Words longer than a product is likely to be are
// not tried: names that begin one another, as x and xx, make for too many ways.
func split(word string, known []string) []string {
	const longest = 12
	if word == "" {
		return []string{}
	}
	if len(word) > longest {
		return nil
	}
	for _, name := range known {
		if rest, ok := strings.CutPrefix(word, name); ok {
			if parts := split(rest, known); parts != nil {
				return append([]string{name}, parts...)
			}
		}
	}
	return nil
}

// typed are characters from formulas typeset elsewhere, with what to write here.
var typed = map[string]string{
	"×": "*", "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-", "²": "^2", "³": "^3", "√": "sqrt(x)",
	"≤": "<=", "≥": ">=", "≠": "!=", "&": "&&",
	"[": "(", "{": "(", "]": ")", "}": ")", "%": "mod(x, y)",
}

func badCharacter(c string) say.Text {
	if instead, ok := typed[c]; ok {
		return say.Later("unexpected %s; write %s", c, instead)
	}
	switch c {
	case "=":
		return say.Later("a formula has no =; for the curve a = b write a - b, whose level 0 it is, or (a - b)^2")
	case "|":
		return say.Later("unexpected |; write || between conditions, or abs(x)")
	}
	r, _ := utf8.DecodeRuneInString(c)
	return say.Later("unexpected character %q", r)
}

// clip shortens what is quoted from a formula so that a message stays one readable line.
func clip(s string) string {
	const most = 24
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "..."
}

// lookup is the place of a function in the table, or -1.
func (p *parser) lookup(name string) int {
	return slices.IndexFunc(p.functions, func(f Function) bool { return f.Name == name })
}
