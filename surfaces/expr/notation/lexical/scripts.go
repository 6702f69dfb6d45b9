package lexical

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"descentlab/internal/say"
)

// superscript is the plain character that a raised one stands for, or 0.
func superscript(c rune) rune {
	const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸᵃᵇᵏᵐᵗ"
	if c < utf8.RuneSelf || !strings.ContainsRune(raised, c) {
		return 0
	}
	p, _ := utf8.DecodeRuneInString(norm.NFKC.String(string(c)))
	if p == '\u2212' {
		return '-'
	}
	return p
}

// raisedRoots are roots with a raised degree before them.
var raisedRoots = []struct{ from, to string }{{"²√", "√"}, {"³√", "∛"}, {"⁴√", "∜"}}

// raisedRoot reads ³√, unless what is before it is raised to the power: x³√y.
func (l *lexer) raisedRoot() bool {
	if !l.spaced && l.endsOperand() {
		return false
	}
	for _, s := range raisedRoots {
		if strings.HasPrefix(l.rest, s.from) {
			l.put(Symbol, s.to, len(s.from))
			return true
		}
	}
	return false
}

// superscript reads raised characters as ^( ).
func (l *lexer) superscript() {
	if l.raisedRoot() {
		return
	}
	var b strings.Builder
	n := len(l.rest)
	for i, c := range l.rest {
		s := superscript(c)
		if s == 0 {
			n = i
			break
		}
		b.WriteRune(s)
	}
	inside := Split(b.String(), Host{
		IsFunction: l.IsFunction, IsExponent: func(int) bool { return true }, Complain: func(int, say.Text) {},
	})
	at := l.at()
	l.put(Symbol, "^", 0)
	l.put(Symbol, "(", 0)
	for _, t := range inside[:len(inside)-1] {
		t.At, t.End = at, at+n
		l.tokens = append(l.tokens, t)
	}
	l.put(Symbol, ")", n)
}

func isBar(t Token) bool { return t.Is("|") || t.Is("||") || t.Is("|>") }

const lowered = "₀₁₂₃₄₅₆₇₈₉"

func isSubscript(c rune) bool { return c >= utf8.RuneSelf && strings.ContainsRune(lowered, c) }

// subscript adds lowered digits to the name before them.
func (l *lexer) subscript() {
	n := len(l.rest)
	var b strings.Builder
	for i, c := range l.rest {
		if !isSubscript(c) {
			n = i
			break
		}
		b.WriteRune('0' + (c - '₀'))
	}
	tokens := l.tokens
	switch k := len(tokens); {
	case k > 0 && tokens[k-1].Kind == Name && !l.spaced:
		tokens[k-1].Text += b.String()
		tokens[k-1].End += n
	case k > 0 && isBar(tokens[k-1]): // which norm: they are all the same here
	default:
		l.fault(l.at(), "a lowered digit follows a name only, as in x₁")
	}
	l.rest = l.rest[n:]
}

// symbols are what other signs stand for. The longer ones stand before their beginnings.
var symbols = []struct{ from, to string }{
	{"**", "^"}, {".^", ".^"}, {".*", "*"}, {"./", "/"}, {".+", "+"}, {".-", "-"},
	{"<=", "<="}, {"=<", "<="}, {">=", ">="}, {"==", "=="}, {"!=", "!="},
	{"~=", "!="}, {"/=", "!="}, {"<>", "!="}, {"&&", "&&"}, {"||", "||"}, {":=", "="}, {"=>", "=>"}, {"->", "=>"}, {"|->", "=>"},
	{"//", "//"}, {"%/%", "//"}, {"%%", "%"}, {"::", "."},
	{"×", "*"}, {"·", "*"}, {"⋅", "*"}, {"∙", "*"}, {"•", "*"}, {"∗", "*"}, {"⁎", "*"}, {"✕", "*"}, {"✖", "*"}, {"⨯", "*"},
	{"\u2062", "*"}, {"・", "*"},
	{"÷", "/"}, {"∕", "/"}, {"⁄", "/"}, {"−", "-"}, {"–", "-"}, {"—", "-"}, {"‐", "-"}, {"‑", "-"}, {"‒", "-"}, {"﹣", "-"},
	{"≤", "<="}, {"⩽", "<="}, {"≦", "<="}, {"≥", ">="}, {"⩾", ">="}, {"≧", ">="}, {"≠", "!="}, {"∧", "&&"}, {"∨", "||"}, {"¬", "!"},
	{"≔", "="}, {"≡", "="}, {"≜", "="}, {"←", "="}, {"→", "=>"}, {"⟶", "=>"}, {"↦", "=>"}, {"⟼", "=>"},
	{"ˆ", "^"}, {"˄", "^"}, {"↑", "^"}, {"⇒", "=>"}, {"√", "√"}, {"∛", "∛"}, {"∜", "∜"},
	{"‖", "||"}, {"∥", "||"}, {"∣", "|"}, {"⌊", "⌊"}, {"⌋", ")"}, {"⌈", "⌈"}, {"⌉", ")"}, {"°", "°"},
	{"[", "("}, {"]", ")"}, {"{", "("}, {"}", ")"}, {"&", "&&"}, {"~", "!"}, {"∞", "∞"}, {"∑", "∑"}, {"∏", "∏"},
}

// quote leaves out a quotation mark around the formula. The stroke behind a name or a bracket is a derivative's, or MATLAB's for
// the transpose, if no quotation has begun.
func (l *lexer) quote(c rune, n int) {
	t := l.tokens
	switch {
	case l.quoted || c == '‘':
		l.quoted = !l.quoted
	case l.endsOperand() && !l.spaced && t[len(t)-1].Kind != Number:
		name := "prime"
		if strings.HasPrefix(strings.TrimLeft(l.rest[n:], " "), "*") {
			name = "top" // x'*x
		}
		l.refuse(string(c), name, n)
		return
	case !l.endsOperand():
		l.quoted = true
	}
	l.skip(n)
}

// itself are the signs that the parser knows by themselves.
const itself = "+-*/^()<>=!?:,;|.%@"

func (l *lexer) symbol(c rune, n int) {
	if l.latex && l.amidLatex(c) {
		return
	}
	if l.spaced && strings.HasPrefix(l.rest, "<- ") { // R's, for a sign stands at its number
		l.put(Symbol, "=", 2)
		return
	}
	for _, s := range symbols {
		if strings.HasPrefix(l.rest, s.from) {
			l.put(Symbol, s.to, len(s.from))
			return
		}
	}
	if p := plain(c); strings.ContainsRune(itself, p) || p == '[' || p == ']' || p == '{' || p == '}' {
		text := strings.NewReplacer("[", "(", "{", "(", "]", ")", "}", ")").Replace(string(p))
		l.put(Symbol, text, n)
		return
	}
	if name, is := unsuitedSigns[c]; is {
		l.refuse(string(c), name, n)
		return
	}
	switch c {
	case '\'', '‘', '’':
		l.quote(c, n)
	case '"', '`', '“', '”', '„', '«', '»':
		l.skip(n) // quotes around a formula
	case utf8.RuneError:
		l.fault(l.at(), "this is no text in UTF-8")
		l.skip(n)
	default:
		l.fault(l.at(), "unexpected character %q", c)
		l.skip(n)
	}
}
