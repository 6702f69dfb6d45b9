package notation

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"descentlab/internal/say"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation/doubt"
	"descentlab/surfaces/expr/notation/tree"
)

// A Param is a free letter of a formula: a parameter, with the value that the text gives it, or 1.
type Param struct {
	Name  string
	Value float64
}

// A Reading is what a text means.
type Reading struct {
	Formula string  // in the grammar of package expr
	Same    bool    // the text is in that grammar itself: Formula is the text
	Params  []Param // the names beside x, y and the known ones, as they come, then known ones that the text gives a value
}

// Read says what a text means; known are names that it may use beside x and y. An error is Faults or *Ambiguous. What it
// reads compiles with the known names and the parameters, and reads as itself.
func Read(text string, known ...string) (Reading, error) {
	_, err := expr.Compile(text, known...)
	own := err == nil
	if own && !named(text) {
		return Reading{Formula: text, Same: true}, nil
	}
	reading, err := read(text, known)
	if err != nil && own {
		return Reading{Formula: text, Same: true}, nil // what has names is too long without them
	}
	return reading, err
}

// named tells whether a text in the grammar has names for parts. People give numbers names too, which then are parameters, so it
// is read as people write.
func named(text string) bool { return strings.Contains(text, ";") }

// read reads what is not in the grammar as it stands.
func read(text string, known []string) (Reading, error) {
	if n := utf8.RuneCountInString(text); n > expr.MaxTyped {
		return Reading{}, Faults{{Column: 1, Msg: say.Later("the formula is longer than %d characters", expr.MaxTyped)}}
	}
	first := readAs(text, known, nil)
	if len(first.faults) > 0 {
		return Reading{}, first.allFaults()
	}
	if len(first.sites) == 0 {
		return first.settle()
	}
	return first.settleSites()
}

// readAs reads the text with one way to take each kind of doubt.Kind.
func readAs(text string, known []string, way map[doubt.Kind]int) *reader {
	r := &reader{text: text, known: known, way: way}
	r.lex()
	r.commas()
	r.statements()
	return r
}

// settle prints what has been read, and has it compiled.
func (r *reader) settle() (Reading, error) {
	out := tree.Print(r.result)
	all := slices.Clone(r.known)
	for _, p := range r.params {
		if !contains(all, p.Name) {
			all = append(all, p.Name)
		}
	}
	if _, err := expr.Compile(r.text, all...); err == nil && !r.renamed && !named(r.text) {
		return Reading{Formula: r.text, Same: true, Params: r.params}, nil
	}
	if _, err := expr.Compile(out.String(), all...); err != nil {
		return Reading{}, Faults{r.source(out, err)}
	}
	return Reading{Formula: out.String(), Params: r.params}, nil
}

// settleSites gives the readings of a text with ambiguities, or the reading if all are the same.
func (r *reader) settleSites() (Reading, error) {
	var kinds []doubt.Kind
	for _, s := range r.sites {
		if !slices.Contains(kinds, s.kind) && len(kinds) < mostKinds {
			kinds = append(kinds, s.kind)
		}
	}
	var found []Reading
	for ways := range 1 << len(kinds) {
		way := map[doubt.Kind]int{}
		for i, k := range kinds {
			way[k] = ways >> i & 1
		}
		got := readAs(r.text, r.known, way)
		reading, err := got.settle()
		if len(got.faults) > 0 || err != nil {
			continue
		}
		if !slices.ContainsFunc(found, func(f Reading) bool { return f.Formula == reading.Formula }) {
			found = append(found, reading)
		}
	}
	switch len(found) {
	case 0:
		_, err := r.settle()
		return Reading{}, err
	case 1:
		return found[0], nil
	}
	return Reading{}, &Ambiguous{r.column(r.sites[0].at), found, r.sites[0].kind}
}

// mostKinds is how many kinds of ambiguity are told apart in one text: eight readings at most.
const mostKinds = 3

// A Fault is something wrong in a text, and Faults are all of them.
type (
	Fault  = doubt.Fault
	Faults = doubt.Faults
)

// Ambiguous says that people mean different things by a text.
type Ambiguous struct {
	Column   int
	Readings []Reading // two or more
	kind     doubt.Kind
}

// Question says what it is that reads in several ways.
func (a *Ambiguous) Question() string { return a.kind.What() }

// Error names the readings in one line.
func (a *Ambiguous) Error() string {
	texts := make([]string, len(a.Readings))
	for i := range a.Readings {
		texts[i] = a.Readings[i].Formula
	}
	last := len(texts) - 1
	return say.T("column %d: %s; write %s or %s", a.Column, a.Question(), strings.Join(texts[:last], ", "), texts[last])
}

// source is an error about what has been printed, at the place in the text that it came of.
func (r *reader) source(p *tree.Printed, err error) Fault {
	var e *expr.Error
	if !errors.As(err, &e) {
		return Fault{Column: 1, Msg: say.Later("%v", err)}
	}
	return Fault{Column: r.column(p.Origin(e.Column)), Msg: e.Msg}
}
