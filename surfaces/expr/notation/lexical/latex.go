package lexical

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// commands are what commands of LaTeX stand for; "" for those that only space or size. Commands that are not here are
// functions, Greek letters, or unknown.
var commands = map[string]string{
	"cdot": "*", "times": "*", "ast": "*", "star": "*", "bullet": "*", "div": "/", "le": "<=", "leq": "<=", "leqslant": "<=",
	"ge": ">=", "geq": ">=", "geqslant": ">=", "ne": "!=", "neq": "!=", "lt": "<", "gt": ">", "land": "&&", "wedge": "&&",
	"lor": "||", "vee": "||", "neg": "!", "lnot": "!", "lvert": "|<", "rvert": "|>", "lVert": "|<", "rVert": "|>", "vert": "|",
	"mid": "|", "Vert": "|", "|": "|", "lfloor": "⌊", "rfloor": ")", "lceil": "⌈", "rceil": ")", "{": "(", "}": ")",
	"lbrace": "(", "rbrace": ")", "lbrack": "(", "rbrack": ")", "frac": "frac", "dfrac": "frac", "tfrac": "frac",
	"cfrac": "frac", "nicefrac": "frac", "sfrac": "frac", "over": "/",
	"sqrt": "√", "to": "=>", "mapsto": "=>", "rightarrow": "=>", "colon": ":", "coloneqq": "=",
	"equiv": "=", "triangleq": "=", "leftarrow": "=",
	"bmod": "%", "mod": "%", "%": "%", "*": "*", "infty": "∞", "degree": "°", "circ": "°",
	",": "", ";": "", ":": "", "!": "", " ": "", ">": "", "quad": "", "qquad": "", "displaystyle": "", "textstyle": "",
	"sum": "∑", "prod": "∏",
	"limits": "", "nolimits": "", "mathrm": "", "mathbf": "",
	"mathcal": "", "mathbb": "", "mathsf": "", "mathit": "", "boldsymbol": "", "bm": "", "rm": "", "bf": "",
	"operatorname": "", "operatorname*": "", "text": "", "textrm": "", "mbox": "", "big": "", "Big": "", "bigg": "", "Bigg": "",
	"bigl": "", "bigr": "", "Bigl": "", "Bigr": "", "biggl": "", "biggr": "", "Biggl": "", "Biggr": "", "left": "", "right": "",
	"middle": "", "[": "", "]": "", "(": "", ")": "", "\\": "", "nonumber": "", "phantom": "", "/": "", "&": "&&",
}

// spelled is what tells LaTeX from a lonely backslash.
var spelled = regexp.MustCompile(`\\[^ ]`)

// command reads a command of LaTeX.
func (l *lexer) command() {
	name, n := commandName(l.rest)
	if c, _ := utf8.DecodeRuneInString(name); unicode.IsControl(c) { // a line that is continued
		l.skip(n)
		return
	}
	if name == " " && !spelled.MatchString(l.text) {
		l.fault(l.at(), "unexpected \\; write /")
		l.skip(n)
		return
	}
	switch name {
	case "left", "right", "middle", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr":
		l.delimiter(name, n)
		return
	case "(":
		if len(l.tokens) == 0 && !strings.Contains(l.rest, `\)`) { // R's \(x, y)
			l.put(Symbol, "@", 1)
			return
		}
	case "tag", "label":
		l.skip(n + boundLength(l.rest[n:]))
		return
	case "begin", "end":
		l.environment(name, n)
		return
	case "\\":
		if l.cases > 0 {
			l.put(Symbol, "row", n)
			return
		}
		if _, length := commandName(l.rest[1:]); length > 2 {
			n = 1 // a backslash that was doubled for a programming language
		}
	case "mathrm", "operatorname", "text", "textrm", "mbox", "mathbf", "mathit", "boldsymbol", "bm", "operatorname*", "mathcal",
		"mathbb", "mathsf":
		if l.word(n) {
			return
		}
	}
	to, known := commands[name]
	switch {
	case known && to == "":
		l.skip(n)
	case known:
		l.put(Symbol, to, n)
	default:
		l.named(name, n)
	}
}

// named reads a command that is the name of a function or of a letter.
func (l *lexer) named(name string, n int) {
	letter := strings.TrimPrefix(name, "var")
	switch {
	case IsGreek(letter):
		name = letter
	case isUnsuited(`\` + name):
		l.refuse(`\`+name, `\`+name, n)
		return
	case isUnsuited(name):
		l.refuse(`\`+name, name, n)
		return
	case name == "arg" || name == "min" && isBounded(l.rest[n:]): // over what the formula is to be minimized
		l.skip(n)
		l.bounds()
		return
	case name == "max" && isBounded(l.rest[n:]):
		l.refuseMaximum()
		l.skip(n)
		l.bounds()
		return
	case name == "pi" || name == "ell" || l.IsFunction(name):
	default:
		l.fault(l.at(), "unknown command \\%s", name)
		l.skip(n)
		return
	}
	l.put(Name, name, n)
	if !l.IsFunction(name) {
		l.rest = strings.TrimLeft(l.rest, " ") // it only ends the command
	}
}

// commandName returns the name of the command that s begins with, and its length with the \.
func commandName(s string) (name string, n int) {
	n = 1
	for n < len(s) && ('a' <= s[n] && s[n] <= 'z' || 'A' <= s[n] && s[n] <= 'Z') {
		n++
	}
	if n == 1 {
		for i := range s[1:] {
			if i > 0 {
				return s[1 : 1+i], 1 + i
			}
		}
		return s[1:], len(s)
	}
	if s[n:] != "" && s[n] == '*' && s[1:n] == "operatorname" {
		n++
	}
	return s[1:n], n
}

// delimiter reads \left and its like: a bar behind it opens or closes.
func (l *lexer) delimiter(name string, n int) {
	l.skip(n)
	l.rest = strings.TrimLeftFunc(l.rest, unicode.IsSpace)
	bar := ""
	switch {
	case strings.HasPrefix(l.rest, "|"):
		bar = "|"
	case strings.HasPrefix(l.rest, `\|`):
		bar = `\|`
	case strings.HasPrefix(l.rest, `\vert`):
		bar = `\vert`
	case strings.HasPrefix(l.rest, "."):
		l.skip(1)
		return
	default:
		return
	}
	side := "|<"
	if strings.HasSuffix(name, "r") || name == "right" {
		side = "|>"
	}
	l.put(Symbol, side, len(bar))
}

// word reads a name in braces, as \operatorname{erf} has it, or text, as \text{if } has it.
func (l *lexer) word(n int) bool {
	inside, ok := strings.CutPrefix(strings.TrimLeft(l.rest[n:], " "), "{")
	end := strings.IndexByte(inside, '}')
	if !ok || end < 0 {
		return false
	}
	whole := len(l.rest) - len(inside) + end + 1
	text := strings.TrimRight(strings.TrimSpace(inside[:end]), ".,;: ")
	switch {
	case (text == "if" || text == "for" || text == "where") && l.cases == 0:
		l.fault(l.at(), "a condition behind a formula is not read; write condition ? a : b, or leave it out")
		l.skip(whole)
	case text == "" || text == "if" || text == "for":
		l.skip(whole)
	case text == "otherwise" || text == "else":
		l.put(Symbol, "otherwise", whole)
	case strings.IndexFunc(text, func(c rune) bool { return !isLetter(c) && !isDigit(c) }) < 0 && !isDigit(rune(text[0])):
		l.put(Name, text, whole)
	default:
		return false
	}
	return true
}

// environment reads \begin{cases} and its end; what else begins and ends is left out.
func (l *lexer) environment(name string, n int) {
	inside, ok := strings.CutPrefix(l.rest[n:], "{")
	end := strings.IndexByte(inside, '}')
	if !ok || end < 0 {
		l.fault(l.at(), "\\%s needs a name in braces", name)
		l.skip(n)
		return
	}
	whole := n + 1 + end + 1
	switch {
	case !strings.HasSuffix(inside[:end], "cases"):
		l.skip(whole)
	case name == "begin":
		l.cases++
		l.put(Symbol, "cases", whole)
	default:
		l.cases--
		l.put(Symbol, "endcases", whole)
	}
}

// amidLatex reads what is special in LaTeX without a backslash.
func (l *lexer) amidLatex(c rune) bool {
	switch c {
	case '&':
		if l.cases > 0 {
			l.put(Symbol, "cell", 1)
		} else {
			l.skip(1)
		}
	case '~':
		l.skip(1)
	default:
		return false
	}
	return true
}
