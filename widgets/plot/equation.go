package plot

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Equation is a line of mathematics, read from markup and ready to be drawn or written. The markup is a small part of
// TeX's: letters, digits and signs, _ and ^ with groups in braces, \frac, \sqrt, accents, Greek letters, operators, \text,
// \operatorname, \mathcal and spaces; see the tables below. Spaces in the markup mean nothing outside of \text.
type Equation struct {
	markup string
	line   mathRow
}

// ParseEquation reads markup. An error says what is wrong and where.
func ParseEquation(markup string) (*Equation, error) {
	p := &mathParser{text: markup}
	line := p.row(0, false)
	if p.err != nil {
		return nil, p.err
	}
	return &Equation{markup, line}, nil
}

// The parts of an equation.
type (
	mathNode interface{}

	mathRow []mathNode

	// mathSymbol is a character or a word, and the part that it plays among its neighbours.
	mathSymbol struct {
		text   string
		italic bool
		role   mathRole
	}
	mathScripts struct{ base, sub, sup mathNode } // sub or sup may be nil
	mathFrac    struct{ num, den mathNode }
	mathRoot    struct{ body mathNode }
	mathAccent  struct {
		kind string // "hat", "bar" or "tilde"
		body mathNode
	}
	mathSpace float64 // in parts of the text's size
)

// A mathRole decides how much space stands around a symbol.
type mathRole int

const (
	mathOrdinary mathRole = iota
	mathBinary            // between two operands: +
	mathRelation          // between two sides: =
	mathOpening
	mathClosing
	mathPunctuation
	mathFunction // a word before its argument
)

// mathSigns are the commands that stand for one character.
var mathSigns = map[string]mathSymbol{
	"nabla": {"∇", false, mathOrdinary}, "partial": {"∂", false, mathOrdinary}, "infty": {"∞", false, mathOrdinary},
	"top": {"⊤", false, mathOrdinary}, "sum": {"∑", false, mathFunction},
	"cdot": {"·", false, mathBinary}, "odot": {"⊙", false, mathBinary}, "times": {"×", false, mathBinary},
	"pm": {"±", false, mathBinary}, "div": {"÷", false, mathBinary},
	"leftarrow": {"←", false, mathRelation}, "le": {"≤", false, mathRelation}, "ge": {"≥", false, mathRelation},
	"ne": {"≠", false, mathRelation}, "approx": {"≈", false, mathRelation}, "in": {"∈", false, mathRelation},
	"lVert": {"‖", false, mathOpening}, "rVert": {"‖", false, mathClosing},
	"lvert": {"|", false, mathOpening}, "rvert": {"|", false, mathClosing},
	"{": {"{", false, mathOpening}, "}": {"}", false, mathClosing},
}

// mathCharacters are the characters that are no ordinary ones.
var mathCharacters = map[rune]mathSymbol{
	'+': {"+", false, mathBinary}, '-': {"−", false, mathBinary}, '=': {"=", false, mathRelation},
	'<': {"<", false, mathRelation}, '>': {">", false, mathRelation}, ',': {",", false, mathPunctuation},
	'(': {"(", false, mathOpening}, ')': {")", false, mathClosing}, '[': {"[", false, mathOpening}, ']': {"]", false, mathClosing},
	'\'': {"′", false, mathOrdinary}, '*': {"∗", false, mathBinary},
}

const (
	greekNames = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi " +
		"psi omega"
	greekLetters = "αβγδϵζηθικλμνξπρστυϕχψω"
	greekOther   = "varepsilon ε vartheta ϑ varphi φ varrho ϱ varsigma ς"
	greekNamesUp = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
	greekUp      = "ΓΔΘΛΞΠΣΥΦΨΩ"
	mathWords    = "max min exp log sin cos tan arg sign det"
)

var mathSpaces = map[string]float64{"quad": 1, ",": 1. / 6, ";": 5. / 18, " ": 1. / 4}

// init completes the table with what is a row of names and characters.
func init() {
	letters := []rune(greekLetters)
	for i, name := range strings.Fields(greekNames) {
		mathSigns[name] = mathSymbol{string(letters[i]), true, mathOrdinary}
	}
	for i, other := 0, strings.Fields(greekOther); i < len(other); i += 2 {
		mathSigns[other[i]] = mathSymbol{other[i+1], true, mathOrdinary}
	}
	letters = []rune(greekUp)
	for i, name := range strings.Fields(greekNamesUp) {
		mathSigns[name] = mathSymbol{string(letters[i]), false, mathOrdinary}
	}
	for _, word := range strings.Fields(mathWords) {
		mathSigns[word] = mathSymbol{word, false, mathFunction}
	}
}

// mathDepth is how deep groups may be nested.
const mathDepth = 32

// A mathParser reads markup from left to right. After an error it sees the end everywhere.
type mathParser struct {
	text string
	at   int
	err  error
}

func (p *mathParser) fail(format string, args ...any) {
	if p.err == nil {
		where := utf8.RuneCountInString(p.text[:p.at]) + 1
		p.err = fmt.Errorf("column %d of %q: %s", where, p.text, fmt.Sprintf(format, args...))
	}
	p.at = len(p.text)
}

// next is the next character, without taking it; 0 at the end. Blanks are skipped.
func (p *mathParser) next() rune {
	p.at = len(p.text) - len(strings.TrimLeftFunc(p.text[p.at:], unicode.IsSpace))
	if p.at == len(p.text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(p.text[p.at:])
	return r
}

// row reads to the end, or to the brace that closes the group.
func (p *mathParser) row(depth int, group bool) mathRow {
	if depth > mathDepth {
		p.fail("groups are nested more than %d deep", mathDepth)
	}
	var row mathRow
	for {
		switch r := p.next(); {
		case r == 0:
			if group {
				p.fail("a } is missing")
			}
			return row
		case r == '}':
			if !group {
				p.fail("this } closes nothing")
			}
			p.at = min(p.at+1, len(p.text))
			return row
		case r == '_' || r == '^':
			if len(row) == 0 {
				p.fail("nothing stands before %c", r)
				return row
			}
			row[len(row)-1] = p.scripts(row[len(row)-1], depth)
		default:
			row = append(row, p.item(depth))
		}
	}
}

// scripts reads what hangs at an item.
func (p *mathParser) scripts(base mathNode, depth int) mathNode {
	s := mathScripts{base: base}
	for {
		place := &s.sub
		switch p.next() {
		case '_':
		case '^':
			place = &s.sup
		default:
			return s
		}
		if *place != nil {
			p.fail("two %cs at one place", p.text[p.at])
			return s
		}
		p.at++
		*place = p.argument(depth)
	}
}

// argument reads one item: a group, a command with its own arguments, or one character.
func (p *mathParser) argument(depth int) mathNode {
	switch r := p.next(); {
	case r == 0 || r == '}' || r == '_' || r == '^':
		p.fail("something is missing here")
		return mathRow{}
	case '0' <= r && r <= '9':
		p.at++
		return mathSymbol{text: string(r)}
	}
	return p.item(depth)
}

// item reads a group, a command, a number or a character.
func (p *mathParser) item(depth int) mathNode {
	r := p.next()
	switch {
	case r == '{':
		p.at++
		return p.row(depth+1, true)
	case r == '\\':
		return p.command(depth)
	case '0' <= r && r <= '9' || r == '.':
		number := p.text[p.at:]
		number = number[:len(number)-len(strings.TrimLeft(number, "0123456789."))]
		p.at += len(number)
		return mathSymbol{text: number}
	}
	p.at += utf8.RuneLen(r)
	if s, ok := mathCharacters[r]; ok {
		return s
	}
	letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	if !letter && !strings.ContainsRune("/|!:", r) {
		p.at -= utf8.RuneLen(r)
		p.fail("%q has no place in an equation", r)
	}
	return mathSymbol{text: string(r), italic: letter}
}

// command reads what begins with a backslash.
func (p *mathParser) command(depth int) mathNode {
	start := p.at
	p.at++
	rest := p.text[p.at:]
	name := rest[:len(rest)-len(strings.TrimLeftFunc(rest,
		func(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }))]
	if name == "" && rest != "" {
		name = rest[:1]
	}
	p.at += len(name)
	if s, ok := mathSigns[name]; ok {
		return s
	}
	if width, ok := mathSpaces[name]; ok {
		return mathSpace(width)
	}
	switch name {
	case "frac":
		num := p.argument(depth)
		return mathFrac{num, p.argument(depth)}
	case "sqrt":
		return mathRoot{p.argument(depth)}
	case "hat", "bar", "tilde":
		return mathAccent{name, p.argument(depth)}
	case "text":
		return mathSymbol{text: p.word()}
	case "operatorname":
		return mathSymbol{text: p.word(), role: mathFunction}
	case "mathcal":
		return mathSymbol{text: p.word(), italic: true}
	}
	p.at = start
	p.fail("unknown command \\%s", name)
	return mathRow{}
}

// word reads the text of a group as it stands.
func (p *mathParser) word() string {
	if p.next() != '{' {
		p.fail("a { is missing")
		return ""
	}
	text, _, closed := strings.Cut(p.text[p.at+1:], "}")
	if !closed {
		p.fail("a } is missing")
		return ""
	}
	p.at += len(text) + 2
	return text
}
