package lab

import (
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
		if err := l.setFormula(t.Context(), c.formula); err != nil {
			t.Fatal(err)
		}
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
	if err := l.SetFormula("x +"); err == nil {
		t.Error("no error of half a formula")
	}
	if l.State().Doc.Home != home {
		t.Error("half a formula moves the window")
	}
	if start := l.State().Doc.Start; start != (surfaces.Point{X: -0.1, Y: 1}) {
		t.Errorf("the start is %v", start)
	}
}
