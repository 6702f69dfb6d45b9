// Package lexical takes formulas apart as people write them: into numbers, names and signs, each written in few ways. Raised
// and lowered characters, fractions, commands of LaTeX and the signs of many languages and scripts become those that package
// notation reads.
package lexical

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"descentlab/internal/say"
	"descentlab/surfaces/expr/syntax"
)

// A Kind is what a token is.
type Kind uint8

// The kinds; End stands behind the last token.
const (
	End Kind = iota
	Number
	Name
	Symbol
)

// A Token is a piece of the text, written in few ways: all minus signs are -, all brackets ( and ).
type Token struct {
	Kind    Kind
	Text    string
	Raw     string // as it stands in the text
	At, End int    // byte offsets in the text
	Spaced  bool   // white space stands before it
	Line    bool   // it begins a line
}

// Is tells whether a token is a sign.
func (t Token) Is(symbol string) bool { return t.Kind == Symbol && t.Text == symbol }

// A Host is who has a text taken apart.
type Host struct {
	IsFunction func(name string) bool     // tells names of functions
	IsExponent func(at int) bool          // is asked whether a d behind a number begins Fortran's exponent
	Complain   func(at int, msg say.Text) // is told what is wrong at a byte of the text
}

// Split takes a text apart. The last token is the end.
func Split(text string, host Host) []Token {
	l := &lexer{Host: host, text: text, rest: text, latex: strings.Contains(text, "\\")}
	for l.rest != "" {
		l.one()
	}
	return append(l.tokens, Token{Kind: End, At: len(text), End: len(text)})
}

type lexer struct {
	Host
	text, rest   string
	tokens       []Token
	latex        bool // the text has commands of LaTeX
	spaced, line bool
	quoted       bool // a quotation mark before the formula waits for the one behind it
	cases        int  // environments of LaTeX that list cases
}

func (l *lexer) at() int { return len(l.text) - len(l.rest) }

func (l *lexer) fault(at int, english string, args ...any) {
	l.Complain(at, say.Later(english, args...))
}

// endsOperand tells whether an operator may follow the tokens so far.
func (l *lexer) endsOperand() bool {
	if len(l.tokens) == 0 {
		return false
	}
	last := l.tokens[len(l.tokens)-1]
	return last.Kind == Number || last.Kind == Name || last.Is(")")
}

// put adds a Token that takes so many bytes of the text.
func (l *lexer) put(kind Kind, text string, n int) {
	at := l.at()
	l.tokens = append(l.tokens, Token{kind, text, l.rest[:n], at, at + n, l.spaced, l.line})
	l.spaced, l.line = false, false
	l.rest = l.rest[n:]
}

// skip leaves so many bytes out.
func (l *lexer) skip(n int) {
	l.rest = l.rest[n:]
	l.spaced = true
}

// one reads what stands next.
func (l *lexer) one() {
	c, n := utf8.DecodeRuneInString(l.rest)
	switch {
	case c == '\n' || c == '\r' || c == '\u2028':
		l.line = true
		l.skip(n)
	case unicode.IsSpace(c) || ignored(c):
		l.skip(n)
	case c == '\\' && l.toSeek():
	case c == '\\':
		l.command()
	case strings.HasPrefix(l.rest, "@."): // Julia's: every operation is of each element
		l.skip(2)
	case c == '&' && pure.MatchString(l.text):
		l.skip(n)
	case c == '$' && l.cell():
	case c == '#' && !pure.MatchString(l.text) && (l.spaced || l.line || len(l.tokens) == 0),
		strings.HasPrefix(l.rest, "//") && l.comment():
		l.skip(len(l.rest) - len(strings.TrimLeftFunc(l.rest, func(c rune) bool { return c != '\n' })))
	case strings.HasPrefix(l.rest, tripleQuote) && strings.Contains(l.rest[3:], tripleQuote):
		l.skip(6 + strings.Index(l.rest[3:], tripleQuote))
	case strings.HasPrefix(l.rest, "...") && l.ellipsis():
	case c == '#' && pure.MatchString(l.text):
		l.slot()
	case NumberLength(l.rest) > 0:
		l.number()
	case isSubscript(c):
		l.subscript()
	case superscript(c) != 0:
		l.superscript()
	case fraction(c) != "":
		l.fraction(n)
	case strings.HasPrefix(l.rest, "Σ_"), strings.HasPrefix(l.rest, "Σ^"), strings.HasPrefix(l.rest, "Σ "):
		l.put(Symbol, "∑", n)
	case strings.HasPrefix(l.rest, "Π_"), strings.HasPrefix(l.rest, "Π^"):
		l.put(Symbol, "∏", n)
	case strings.HasPrefix(l.rest, "/*") && strings.Contains(l.rest[2:], "*/"):
		l.skip(4 + strings.Index(l.rest[2:], "*/"))
	case isLetter(c) && !l.cell():
		l.name()
	case isLetter(c):
	default:
		l.symbol(c, n)
	}
}

// tripleQuote stands around what Python's functions say of themselves.
const tripleQuote = `"""`

// comment tells whether // begins a comment, as in C: it stands at the beginning of a line or behind a semicolon.
func (l *lexer) comment() bool {
	n := len(l.tokens)
	return n == 0 || l.line || l.tokens[n-1].Is(";") || l.tokens[n-1].Is("}")
}

// ignored are characters that are not seen: marks of order and of width, $ around a formula, and Word's unseen brackets.
func ignored(c rune) bool {
	return unicode.Is(unicode.Cf, c) && c != '\u2062' || c == '$' || c == '\ufe0f' || strings.ContainsRune("〖〗▒", c)
}

// plain is a character as most people write it: full-width and mathematical letters and digits are those of the alphabet.
func plain(c rune) rune {
	if c < utf8.RuneSelf {
		return c
	}
	p, n := utf8.DecodeRuneInString(norm.NFKC.String(string(c)))
	if n == 0 {
		return c
	}
	return p
}

func isLetter(c rune) bool {
	return c == '_' || unicode.IsLetter(c) && plain(c) != utf8.RuneError && superscript(c) == 0 && c != 'ᵀ' && c != 'ˆ'
}

func isDigit(c rune) bool { return digit(c) >= 0 }

// digit is the value of a digit of any script that writes numbers in tens, or -1.
func digit(c rune) int {
	if superscript(c) != 0 || isSubscript(c) {
		return -1
	}
	switch p := plain(c); {
	case '0' <= p && p <= '9' && unicode.IsDigit(c):
		return int(p - '0')
	case unicode.IsDigit(c): // the digits of a script stand in rows of ten
		zero := c
		for c-zero < 9 && unicode.IsDigit(zero-1) {
			zero--
		}
		return int(c - zero)
	}
	return -1
}

// NumberLength is how many bytes of s are a number, without a sign.
func NumberLength(s string) int {
	digits := func(s string) (n int) {
		for i, c := range s {
			if !isDigit(c) && !(c == '_' && i > 0 && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9' && s[i-1] != '_') {
				return i
			}
		}
		return len(s)
	}
	whole := digits(s)
	n := whole
	if c, size := utf8.DecodeRuneInString(s[n:]); plain(c) == '.' && size > 0 {
		fraction := digits(s[n+size:])
		if whole+fraction == 0 {
			return 0
		}
		if after := s[n+size:]; fraction > 0 || !startsElementwise(after) {
			n += size + fraction
		}
	}
	if n == 0 || n == len(s) || s[n] != 'e' && s[n] != 'E' {
		return n
	}
	exponent := n + 1
	if exponent < len(s) && (s[exponent] == '+' || s[exponent] == '-') {
		exponent++
	} else if strings.HasPrefix(s[exponent:], "−") {
		exponent += len("−")
	}
	if d := digits(s[exponent:]); d > 0 {
		return exponent + d
	}
	return n
}

// pointed is a number with points between its thousands, more than one.
var pointed = regexp.MustCompile(`^[1-9][0-9]{0,2}(\.[0-9]{3}){2,}`)

// fortran is the exponent of a number in double precision, as in 1.5d-3.
var fortran = regexp.MustCompile(`^[dD][+-]?[0-9]+`)

// startsElementwise tells the point of MATLAB's .^ from that of a number.
func startsElementwise(s string) bool { return s != "" && strings.ContainsRune("^*/'", rune(s[0])) }

func (l *lexer) number() {
	n := NumberLength(l.rest)
	var b strings.Builder
	grouped := pointed.FindString(l.rest) // 1.000.000
	if more := l.rest[len(grouped):]; grouped != "" && (more == "" || !isDigit(rune(more[0])) && more[0] != '.') {
		n = len(grouped)
	} else {
		grouped = ""
	}
	for _, c := range l.rest[:n] {
		switch d := digit(c); {
		case c == '.' && grouped != "":
		case d >= 0:
			b.WriteByte(byte('0' + d))
		case c == '−':
			b.WriteByte('-')
		case c != '_':
			b.WriteRune(plain(c))
		}
	}
	if m := fortran.FindString(l.rest[n:]); m != "" && !l.latex && l.IsExponent(l.at()+n) {
		b.WriteString("e" + m[1:])
		n += len(m)
	}
	l.put(Number, b.String(), n)
	// The f of C's 1.0f is no letter of the formula.
	t, single := strings.CutPrefix(l.rest, "f")
	if single && strings.ContainsAny(b.String(), ".e") && (t == "" || !syntax.IsName("x"+t[:1])) {
		l.rest = t
	}
}

func (l *lexer) name() {
	var b strings.Builder
	n := len(l.rest)
	for i, c := range l.rest {
		if !isLetter(c) && (i == 0 || !isDigit(c)) {
			n = i
			break
		}
		if d := digit(c); d >= 0 {
			b.WriteByte(byte('0' + d))
		} else {
			b.WriteRune(plain(c))
		}
	}
	l.put(Name, norm.NFKC.String(b.String()), n)
	if strings.HasPrefix(l.rest, ".(") && l.IsFunction(l.tokens[len(l.tokens)-1].Text) {
		l.rest = l.rest[1:] // Julia's, of each element
	}
}

// fraction is what ½ and its like say, as 1/2, or "".
func fraction(c rune) string {
	if c < utf8.RuneSelf || !unicode.Is(unicode.No, c) {
		return ""
	}
	text := norm.NFKC.String(string(c))
	above, below, found := strings.Cut(text, "\u2044")
	if !found || above == "" || below == "" {
		return ""
	}
	return above + "/" + below
}

// fraction writes ½ as (1/2), and 3½ as (3 + 1/2).
func (l *lexer) fraction(n int) {
	c, _ := utf8.DecodeRuneInString(l.rest)
	above, below, _ := strings.Cut(fraction(c), "/")
	var before Token
	tokens := l.tokens
	if k := len(tokens); k > 0 && tokens[k-1].Kind == Number && !l.spaced {
		before = tokens[k-1]
		l.tokens = tokens[:k-1]
	}
	empty := func(kind Kind, text string) { l.put(kind, text, 0) }
	empty(Symbol, "(")
	if before.Kind == Number {
		l.tokens = append(l.tokens, before)
		empty(Symbol, "+")
	}
	empty(Number, above)
	empty(Symbol, "/")
	empty(Number, below)
	l.put(Symbol, ")", n)
}
