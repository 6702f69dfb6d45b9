package flow

import (
	"cmp"
	"go/types"
	"slices"
	"strings"
)

// A Text is a constant text and where it stands.
type Text struct{ Text, Where string }

// A Lost is a place from which no constant text could be found.
type Lost struct{ Where, Why, Way string }

// A Door is a parameter of a function of the program, or those of one name of functions of other modules.
type Door struct {
	Path, Function string // of the program: the package and the function
	At             int

	Prefix, Name string // of other modules: what full names of functions begin with, and the parameter
}

// foreign are the parameters of a name of all functions of other modules whose full names begin with a prefix and that the
// program calls.
func (p *Program) foreign(d Door) (list []*types.Var) {
	for _, c := range p.calls {
		f := callee(c.expr.Fun, c.in)
		if f == nil || !strings.HasPrefix(f.FullName(), d.Prefix) {
			continue
		}
		for i := range f.Signature().Params().Len() {
			if v := f.Signature().Params().At(i); v.Name() == d.Name {
				list = append(list, v)
			}
		}
	}
	return list
}

// Texts are all constant texts that may come to parameters, sorted by where they stand, and the places from which none could be
// found. Known tells of the full names of fields and functions whose texts are known otherwise; places are told from a folder.
func (p *Program) Texts(doors []Door, known func(name string) bool, dir string) (texts []Text, lost []Lost) {
	w := walk{p: p, seen: map[node]bool{}, calls: map[callOf]bool{}, known: known}
	w.text = func(text string, at source) {
		if text != "" {
			texts = append(texts, Text{text, p.where(at.expr.Pos(), dir)})
		}
	}
	w.lost = func(at source, why string) {
		lost = append(lost, Lost{p.where(at.expr.Pos(), dir), why, p.way(w.way, dir)})
	}
	for _, d := range doors {
		if d.Prefix != "" {
			for _, v := range p.foreign(d) {
				w.node(node{of: v})
			}
			continue
		}
		if v := p.parameter(d.Path, d.Function, d.At); v != nil {
			w.node(node{of: v})
		} else {
			lost = append(lost, Lost{Where: d.Path, Why: "has no function " + d.Function})
		}
	}
	slices.SortFunc(lost, func(a, b Lost) int { return cmp.Or(cmp.Compare(a.Where, b.Where), cmp.Compare(a.Why, b.Why)) })
	return texts, slices.Compact(lost)
}

// way is how a walk came to where it is.
func (p *Program) way(way []source, dir string) string {
	var places []string
	for _, s := range way {
		at := p.where(s.expr.Pos(), dir)
		if len(places) == 0 || places[len(places)-1] != at {
			places = append(places, at)
		}
	}
	return strings.Join(places, " < ")
}
