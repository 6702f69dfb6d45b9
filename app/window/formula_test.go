package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"descentlab/internal/lengthy"
	"descentlab/widgets/widgettest"
)

// typeFormula types into the field as a person does, and returns what shows below it: how it is read, and what is wrong.
func (u *testUI) typeFormula(text string) (remark, fault string) {
	u.win.Canvas().Focus(entryOf(u.formula()))
	u.formula().OnTyped(text)
	return u.belowFormula()
}

// belowFormula is what shows below the field.
func (u *testUI) belowFormula() (remark, fault string) {
	layer := u.win.Canvas().Content().(fyne.Widget)
	say := func(b widgettest.Bubble) string {
		if !b.Shown() {
			return ""
		}
		var lines []string
		for _, l := range b.Lines {
			lines = append(lines, l.Text)
		}
		return strings.Join(lines, " ")
	}
	return say(widgettest.Remark(layer)), say(widgettest.Fault(layer))
}

// entryOf is the entry inside the field.
func entryOf(f fyne.Widget) fyne.Focusable {
	for _, o := range test.LaidOutObjects(f) {
		if e, ok := o.(fyne.Focusable); ok {
			return e
		}
	}
	return nil
}

// menu are the items of the menu that is open.
func (u *testUI) menu() (items []string, choose []fyne.Tappable) {
	for _, over := range u.win.Canvas().Overlays().List() {
		for _, o := range test.WidgetRenderer(over.(fyne.Widget)).Objects() {
			if menu, ok := o.(*widget.PopUpMenu); ok {
				for _, item := range menu.Items {
					items, choose = append(items, widgettest.Texts(item)[0].Text), append(choose, item.(fyne.Tappable))
				}
			}
		}
	}
	return items, choose
}

// TestPeoplesNotation: what was understood shows before it is used, and is used as it showed.
func TestPeoplesNotation(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	for _, test := range []struct{ typed, remark, formula string }{
		{"2x² + |y|", "read as 2*x^2 + abs(y)", "2*x^2 + abs(y)"},
		{`\frac{x^2}{4} + \sin(y)`, "read as x^2/4 + sin(y)", "x^2/4 + sin(y)"},
		{"def f(x, y): return (1-x)**2 + 100*(y-x**2)**2", "read as (1 - x)^2 + 100*(y - x^2)^2", "(1 - x)^2 + 100*(y - x^2)^2"},
		{"x^2 + y^2", "", "x^2 + y^2"},
	} {
		if remark, fault := u.typeFormula(test.typed); remark != test.remark || fault != "" {
			t.Errorf("%s: the field says %q, %q; want %q", test.typed, remark, fault, test.remark)
		}
		u.formula().OnCommit(test.typed)
		rest(t, u)
		if got := u.lab.State().Doc.Formula; got != test.formula || u.formula().Text() != test.formula {
			t.Errorf("%s: the surface is %q, the field shows %q", test.typed, got, u.formula().Text())
		}
	}
}

// TestFreeLettersAreSliders, with the values that the text gives them.
func TestFreeLettersAreSliders(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	if remark, _ := u.typeFormula("a x^2 + b*y^2"); remark != "read as a*x^2 + b*y^2 with a = 1, b = 1" {
		t.Errorf("the field says %q", remark)
	}
	u.formula().OnCommit("a x^2 + b*y^2")
	rest(t, u)
	own := u.lab.State().Doc.Own
	if len(own) != 2 || own[0].Name != "a" || own[0].Default != 1 || own[0].Min != -5 || own[1].Max != 5 {
		t.Fatalf("the parameters are %+v", own)
	}
	u.formula().OnCommit("b = 20; a*x^2 + b*y^2")
	rest(t, u)
	doc := u.lab.State().Doc
	if len(doc.Own) != 2 || doc.Params["b"] != 20 {
		t.Errorf("%+v, %v", doc.Own, doc.Params)
	}
	u.formula().OnCommit("a*x^2 + c*y^2")
	rest(t, u)
	if own := u.lab.State().Doc.Own; len(own) != 2 || own[1].Name != "c" {
		t.Errorf("%+v", own)
	}
}

// TestAmbiguousFormulaIsAskedAbout: Enter opens a menu of the readings, and the chosen one is taken.
func TestAmbiguousFormulaIsAskedAbout(t *testing.T) {
	lengthy.Test(t)
	for typed, readings := range map[string][]string{
		"1/2x":      {"1/2*x", "1/(2*x)"},
		"sin x^2":   {"sin(x^2)", "sin(x)^2"},
		"x^2+y^2=1": {"x^2 + y^2 - 1", "(x^2 + y^2 - 1)^2"},
	} {
		u := newTestUI(t, freshSession())
		before := u.lab.State().Doc.Formula
		if _, fault := u.typeFormula(typed); !strings.Contains(fault, readings[0]+" or "+readings[1]) {
			t.Errorf("%s: the field says %q", typed, fault)
		}
		u.formula().OnCommit(typed)
		if got := u.lab.State().Doc.Formula; got != before {
			t.Errorf("%s: the surface is %q before anything was chosen", typed, got)
		}
		items, choose := u.menu()
		if len(items) != 3 || !slices.Equal(items[1:], readings) {
			t.Fatalf("%s: the menu has %q", typed, items)
		}
		choose[2].Tapped(&fyne.PointEvent{})
		rest(t, u)
		if got := u.lab.State().Doc.Formula; got != readings[1] || u.formula().Text() != readings[1] {
			t.Errorf("%s: chosen %q, the surface is %q", typed, readings[1], got)
		}
	}
}

// TestEscapeClosesAnError: the surface's formula stands in the field again, wherever the focus is.
func TestEscapeClosesAnError(t *testing.T) {
	u := newTestUI(t, freshSession())
	good := u.formula().Text()
	c := u.win.Canvas()
	u.formula().Edit()
	for _, r := range "))" {
		c.Focused().TypedRune(r)
	}
	c.Unfocus()
	if u.formula().Text() == good {
		t.Fatal("nothing is typed")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := u.formula().Text(); got != good {
		t.Errorf("after Escape the field reads %q", got)
	}
	if u.lab.State().CanUndo {
		t.Error("the document has changed")
	}
}

// TestQuestionLeftUnanswered: Escape at the menu goes back to the formula as it was typed, with what is to be said about it; when
// a reading is chosen the keys are the window's again.
func TestQuestionLeftUnanswered(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	c := u.win.Canvas()
	entry := entryOf(u.formula()).(interface {
		fyne.Focusable
		fyne.Shortcutable
	})
	c.Focus(entry)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(entry, "1/2x")
	_, fault := u.belowFormula()
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c.Focused() == nil || !u.covered() {
		t.Fatal("the menu has not the focus")
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if _, isMenu := c.Focused().(*widget.PopUpMenu); c.Focused() == nil || isMenu || u.covered() {
		t.Fatalf("the focus is with %T, a menu is open: %t", c.Focused(), u.covered())
	}
	if _, now := u.belowFormula(); u.formula().Text() != "1/2x" || now != fault || fault == "" {
		t.Errorf("the field has %q and says %q, before %q", u.formula().Text(), now, fault)
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	_, choose := u.menu()
	choose[1].Tapped(&fyne.PointEvent{})
	rest(t, u)
	if c.Focused() != nil || u.lab.State().Doc.Formula != "1/2*x" {
		t.Errorf("chosen: %q, the focus is with %T", u.lab.State().Doc.Formula, c.Focused())
	}
}

// TestAllFaultsOfAFormulaAtOnce, each with its column.
func TestAllFaultsOfAFormulaAtOnce(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	_, fault := u.typeFormula("sine(x) + qqq * (y")
	for _, want := range []string{
		"column 1: unknown function sine; did you mean sin?", "column 11: unknown name qqq", "column 19: the ( at",
	} {
		if !strings.Contains(fault, want) {
			t.Errorf("%q lacks %q", fault, want)
		}
	}
}

// TestFormulaIsSoughtAside: the surface changes once, when the window for it has been found; the newest formula wins, Escape
// stays in the window, and a surface that was chosen meanwhile is left alone.
func TestFormulaIsSoughtAside(t *testing.T) {
	lengthy.Test(t)
	far, home := "(x-20)^2+2*(y-30)^2", freshSession().Experiment.Home
	u := newTestUI(t, freshSession())
	u.formula().OnCommit(far)
	if doc := u.lab.State().Doc; doc.Formula != "" || doc.Home != home {
		t.Errorf("before the search has ended: %q in %v", doc.Formula, doc.Home)
	}
	rest(t, u)
	if doc := u.lab.State().Doc; doc.Formula != far || doc.Home == home || !doc.View.Contains(doc.Start) {
		t.Errorf("after the search: %q in %v from %v", doc.Formula, doc.Home, doc.Start)
	}
	u.lab.Undo()
	rest(t, u)

	u.formula().OnCommit(far)
	u.formula().OnCommit("x^2 + 3*y^2")
	rest(t, u)
	if doc := u.lab.State().Doc; doc.Formula != "x^2 + 3*y^2" || doc.Home != home {
		t.Errorf("of two formulas: %q in %v", doc.Formula, doc.Home)
	}
	u.lab.Undo()
	if doc := u.lab.State().Doc; doc.Surface != "peaks" {
		t.Errorf("undone once it is %q, %q", doc.Surface, doc.Formula)
	}

	u.formula().OnCommit(far)
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if doc := u.lab.State().Doc; doc.Formula != far || doc.Home != home {
		t.Errorf("after Escape: %q in %v", doc.Formula, doc.Home)
	}
	rest(t, u)
	u.lab.Undo()
	rest(t, u)

	u.formula().OnCommit(far)
	u.surfaces().OnPicked("sphere")
	rest(t, u)
	if doc := u.lab.State().Doc; doc.Surface != "sphere" {
		t.Errorf("a surface chosen meanwhile gives way to %q", doc.Formula)
	}
}

// TestStartOfATypedFormulaIsTold over the maps.
func TestStartOfATypedFormulaIsTold(t *testing.T) {
	s := freshSession()
	s.Experiment.Start.X, s.Experiment.Start.Y = 0, 0
	u := newTestUI(t, s)
	u.formula().OnCommit("x^2 + y^2")
	rest(t, u)
	if said := u.lab.State().View.Said; said.Fault || !strings.Contains(said.Text, "at rest") {
		t.Errorf("said: %+v", said)
	}
}

// TestQuestionStandsAlone: the menu of an ambiguous formula lies over no bubble that says the same.
func TestQuestionStandsAlone(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.typeFormula("1/2x")
	u.formula().OnCommit("1/2x")
	if items, _ := u.menu(); len(items) != 3 || widgettest.Fault(u.win.Canvas().Content().(fyne.Widget)).Shown() {
		t.Errorf("a menu of %d items, and a bubble", len(items))
	}
	if _, fault := u.typeFormula("1/2x"); fault == "" {
		t.Error("what is wrong is not said again when it is typed")
	}
}
