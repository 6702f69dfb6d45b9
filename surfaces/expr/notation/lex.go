package notation

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"descentlab/internal/say"
	"descentlab/surfaces/expr/syntax"
)

type tokenKind uint8

const (
	endToken tokenKind = iota
	numberToken
	nameToken
	symbolToken
)

// A token is a piece of the text, written in few ways: all minus signs are -, all brackets ( and ).
type token struct {
	kind    tokenKind
	text    string
	raw     string // a bracket as it stands in the text
	at, end int    // byte offsets in the text
	spaced  bool   // white space stands before it
	line    bool   // it begins a line
	indexed bool   // a name with an index, as x[0] or x_1

	spacedDigits bool // a number of groups of digits, 1 000
}

func (t token) is(symbol string) bool { return t.kind == symbolToken && t.text == symbol }

// A reader reads a text in one way.
type reader struct {
	text   string
	known  []string
	way    map[ambiguity]int
	tokens []token
	latex  bool // the text has commands of LaTeX
	faults []Fault
	sites  []site

	scope    map[string]*node // names that the text gives a meaning
	own      []Param          // numbers that the text names
	params   []Param
	result   *node
	renamed  bool // a name stands for another one than the text says
	vector   string
	heads    []string // the names that the text says are the variables
	sheet    bool     // the text begins with a spreadsheet's =
	measured bool     // its length is taken
	whole    []*node  // the vector of both variables, where it stands without an index
	leaves   []*node
	listed   bool // the functions have been listed once

	pos, depth, bars, inside int
}

// mostFaults is how many faults are told at once.
const mostFaults = 8

func (r *reader) fault(at int, english string, args ...any) {
	r.complain(at, say.Later(english, args...))
}

// complain is fault with a text.
func (r *reader) complain(at int, msg say.Text) {
	f := Fault{r.column(at), msg}
	for _, g := range r.faults {
		if g.Column == f.Column {
			return // one thing is wrong at a place
		}
	}
	if len(r.faults) < mostFaults {
		r.faults = append(r.faults, f)
	}
}

func (r *reader) allFaults() Faults {
	all := Faults(r.faults)
	sortFaults(all)
	return all
}

func (r *reader) column(at int) int { return utf8.RuneCountInString(r.text[:min(at, len(r.text))]) + 1 }

// lex takes the text apart.
func (r *reader) lex() {
	r.latex = strings.Contains(r.text, "\\")
	l := &lexer{r: r, rest: r.text}
	for l.rest != "" {
		l.one()
	}
	r.tokens = append(r.tokens, token{kind: endToken, at: len(r.text), end: len(r.text)})
}

type lexer struct {
	r            *reader
	rest         string
	spaced, line bool
	quoted       bool // a quotation mark before the formula waits for the one behind it
	cases        int  // environments of LaTeX that list cases
}

func (l *lexer) at() int { return len(l.r.text) - len(l.rest) }

// put adds a token that takes so many bytes of the text.
func (l *lexer) put(kind tokenKind, text string, n int) {
	at := l.at()
	l.r.tokens = append(l.r.tokens, token{
		kind: kind, text: text, raw: l.rest[:n], at: at, end: at + n, spaced: l.spaced, line: l.line,
	})
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
	case c == '\\':
		l.command()
	case c == '#' && (l.spaced || l.line || len(l.r.tokens) == 0) || strings.HasPrefix(l.rest, "//") && l.comment():
		l.skip(len(l.rest) - len(strings.TrimLeftFunc(l.rest, func(c rune) bool { return c != '\n' })))
	case strings.HasPrefix(l.rest, tripleQuote) && strings.Contains(l.rest[3:], tripleQuote):
		l.skip(6 + strings.Index(l.rest[3:], tripleQuote))
	case numberLength(l.rest) > 0:
		l.number()
	case isSubscript(c):
		l.subscript()
	case superscript(c) != 0:
		l.superscript()
	case fraction(c) != "":
		l.fraction(n)
	case isLetter(c):
		l.name()
	default:
		l.symbol(c, n)
	}
}

// tripleQuote stands around what Python's functions say of themselves.
const tripleQuote = `"""`

// comment tells whether // begins a comment, as in C: it stands at the beginning of a line or behind a semicolon.
func (l *lexer) comment() bool {
	n := len(l.r.tokens)
	return n == 0 || l.line || l.r.tokens[n-1].is(";") || l.r.tokens[n-1].is("}")
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
	return c == '_' || unicode.IsLetter(c) && plain(c) != utf8.RuneError && superscript(c) == 0 && c != 'ᵀ'
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

// numberLength is how many bytes of s are a number, without a sign.
func numberLength(s string) int {
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
	n := numberLength(l.rest)
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
		case c != '_':
			b.WriteRune(plain(c))
		}
	}
	if m := fortran.FindString(l.rest[n:]); m != "" && !l.r.latex && l.r.ask(fortranExponent, l.at()+n) == 0 {
		b.WriteString("e" + m[1:])
		n += len(m)
	}
	l.put(numberToken, b.String(), n)
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
	l.put(nameToken, norm.NFKC.String(b.String()), n)
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
	var before token
	tokens := l.r.tokens
	if k := len(tokens); k > 0 && tokens[k-1].kind == numberToken && !l.spaced {
		before = tokens[k-1]
		l.r.tokens = tokens[:k-1]
	}
	empty := func(kind tokenKind, text string) { l.put(kind, text, 0) }
	empty(symbolToken, "(")
	if before.kind == numberToken {
		l.r.tokens = append(l.r.tokens, before)
		empty(symbolToken, "+")
	}
	empty(numberToken, above)
	empty(symbolToken, "/")
	empty(numberToken, below)
	l.put(symbolToken, ")", n)
}
