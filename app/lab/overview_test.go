package lab

import (
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

// TestTypedFormulaIsSeen: a formula whose critical points lie elsewhere moves the window to them, in one undo with itself; one
// that has some in the window, or none at all, leaves it.
func TestTypedFormulaIsSeen(t *testing.T) {
	lengthy.Test(t)
	l, q := newTestLab(t, setup.Default())
	home := l.State().Doc.Home
	for _, c := range []struct {
		formula string
		moves   bool
	}{
		{"2*x^3+6*x*y^2-3*y^3-150*x", true}, {"(x-20)^2+2*(y-30)^2", true},
		{"x^2+(y-1)^2", false}, {"(x-1)^2*(x-9)^2+y^2", false}, {"x+y", false}, {"exp(x)", false},
	} {
		typeFormula(t, l, c.formula)
		q.settle(t, l)
		s := l.State()
		if moved := s.Doc.Home != home; moved != c.moves || s.Doc.View != s.Doc.Home {
			t.Errorf("%s: home is %v, view %v", c.formula, s.Doc.Home, s.Doc.View)
		}
		if c.moves && len(s.Field.Searched) == 0 {
			t.Errorf("%s: no places in %v", c.formula, s.Doc.Home)
		}
		l.Undo()
		if got := l.State().Doc; got.Home != home || got.Surface != "peaks" {
			t.Errorf("%s: undone it is %s in %v", c.formula, got.Surface, got.Home)
		}
	}
	if start := l.State().Doc.Start; start != (surfaces.Point{X: -0.1, Y: 1}) {
		t.Errorf("the start is %v", start)
	}
}

// typeFormula does what the window does with a formula, and returns what is said.
func typeFormula(t *testing.T, l *Lab, text string) (told string) {
	t.Helper()
	doc := l.State().Doc
	meant, err := doc.ReadFormula(text)
	if err != nil {
		t.Fatal(err)
	}
	told, err = l.SetFormula(meant, Overlook(t.Context(), doc, meant))
	if err != nil {
		t.Fatal(err)
	}
	return told
}

// TestTypedFormulaStartsWhereItCan: the start stays unless it rests, lies outside of the window or has no value; then it is the
// formula's own, which is told. One undo takes both back.
func TestTypedFormulaStartsWhereItCan(t *testing.T) {
	lengthy.Test(t)
	at := func(x, y float64) surfaces.Point { return surfaces.Point{X: x, Y: y} }
	for _, c := range []struct {
		formula string
		start   surfaces.Point
		told    string // "": it stays
	}{
		{"x^2+y^2", at(1, 1), ""},
		{"(x-1)^2*(x-9)^2+y^2", at(-2, 2), ""},
		{"x^2+y^2", at(0, 0), "at rest"},
		{"x^2-y^2", at(0, 0), "at rest"},
		{"|x|+|y|", at(0, 0), "at rest"},
		{"(x-1)^2*(y+2)^2", at(1, 0.5), "at rest"},
		{"log(x)+y^2", at(-1, 1), "no value"},
		{"sqrt(x)+1/y", at(1, 0), "no value"},
		{"x^2+y^2", at(40, -3), "outside"},
		{"2*x^3+6*x*y^2-3*y^3-150*x", at(-5, 0), "at rest"},
		{"7", at(0, 0), ""},           // nowhere is better
		{"log(-1-x^2)", at(0, 0), ""}, // nor here
	} {
		doc := setup.Default()
		doc.Start = c.start
		l, _ := newTestLab(t, doc)
		told := typeFormula(t, l, c.formula)
		after := l.State().Doc
		if (after.Start != c.start) != (c.told != "") || (told != "") != (c.told != "") || !strings.Contains(told, c.told) {
			t.Errorf("%s from %v: starts at %v, told %q", c.formula, c.start, after.Start, told)
		}
		if c.told != "" && (!after.View.Contains(after.Start) || after.StartRests() || !after.StartHasValue()) {
			t.Errorf("%s from %v: %v is no better in %v", c.formula, c.start, after.Start, after.View)
		}
		if l.Undo(); l.State().Doc.Start != c.start || l.State().Doc.Surface != "peaks" {
			t.Errorf("%s: undone it is %s from %v", c.formula, l.State().Doc.Surface, l.State().Doc.Start)
		}
	}
}

// TestSeenStartStays: what the maps show beside the window of the document is seen as well, and a view that was zoomed in is
// where a new start is put.
func TestSeenStartStays(t *testing.T) {
	lengthy.Test(t)
	doc := setup.Default()
	doc.Start = surfaces.Point{X: 4, Y: 1}
	l, _ := newTestLab(t, doc)
	wide := doc.View
	wide.X0, wide.X1 = -5, 5
	l.See(Shown{Window: wide})
	if told := typeFormula(t, l, "x^2+y^2"); told != "" || l.State().Doc.Start != doc.Start {
		t.Errorf("the start is at %v: %s", l.State().Doc.Start, told)
	}
	doc.View = surfaces.Rect{X0: 1, X1: 2, Y0: 1, Y1: 2}
	l, _ = newTestLab(t, doc)
	if told := typeFormula(t, l, "x^2+y^2"); told == "" || !doc.View.Contains(l.State().Doc.Start) {
		t.Errorf("the start is at %v: %s", l.State().Doc.Start, told)
	}
}
