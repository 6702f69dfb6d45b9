package notation

import (
	"strings"
	"unicode/utf8"

	"descentlab/internal/say"
	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/lexical"
	"descentlab/surfaces/expr/notation/spelling"
	"descentlab/surfaces/expr/notation/tree"
)

type tokenKind lexical.Kind

const (
	endToken    = tokenKind(lexical.End)
	numberToken = tokenKind(lexical.Number)
	nameToken   = tokenKind(lexical.Name)
	symbolToken = tokenKind(lexical.Symbol)
)

// A token is a piece of the text, as package lexical has it, with what is found out of it later.
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
	way    map[doubt.Kind]int
	tokens []token
	latex  bool // the text has commands of LaTeX
	faults []Fault
	sites  []site

	scope    map[string]*tree.Node // names that the text gives a meaning
	own      []Param               // numbers that the text names
	params   []Param
	result   *tree.Node
	renamed  bool // a name stands for another one than the text says
	vector   string
	heads    []string     // the names that the text says are the variables
	sheet    bool         // the text begins with a spreadsheet's =
	measured bool         // its length is taken
	whole    []*tree.Node // the vector of both variables, where it stands without an index
	leaves   []*tree.Node
	asVector string // a name that stands for the vector of both variables, though no head says so
	slices   int    // x[1:] and its like
	fromList bool   // the arguments read last are the terms of a list
	listed   bool   // the functions have been listed once

	pos, depth, bars, inside int
	copies                   int // parts of the formula that were written anew
	unknown                  int // functions that nobody knows around what is read
	tooDeep                  bool
}

// mostFaults is how many faults are told at once.
const mostFaults = 8

func (r *reader) fault(at int, english string, args ...any) {
	r.complain(at, say.Later(english, args...))
}

// complain is fault with a text.
func (r *reader) complain(at int, msg say.Text) {
	if r.tooDeep {
		return // nothing behind that has been looked at
	}
	f := Fault{Column: r.column(at), Msg: msg}
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
	for _, t := range lexical.Split(r.text, lexical.Host{
		IsFunction: func(name string) bool { return spelling.Function(name) != "" },
		IsExponent: func(at int) bool { return r.ask(doubt.FortranExponent, at) == 0 },
		Complain:   r.complain,
	}) {
		r.tokens = append(r.tokens, token{
			kind: tokenKind(t.Kind), text: t.Text, raw: t.Raw, at: t.At, end: t.End, spaced: t.Spaced, line: t.Line,
		})
	}
}
