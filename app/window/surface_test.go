package window

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets"
)

// surfaceKnob is the slider of a setting of the surface.
func surfaceKnob(t *testing.T, u *testUI, name string) *widgets.Knob {
	t.Helper()
	for _, row := range u.surface.rows {
		if k, ok := row.object.(*widgets.Knob); ok && row.name == name {
			return k
		}
	}
	t.Fatalf("no slider %s", name)
	return nil
}

func (u *testUI) choose(t *testing.T, name string) {
	t.Helper()
	u.header.surface.OnPicked(name)
	rest(t, u)
}

func rowNames(u *testUI) string {
	var names []string
	for _, row := range u.surface.rows {
		names = append(names, row.name)
	}
	return strings.Join(names, " ")
}

func TestSurfacePanel(t *testing.T) {
	u := newTestUI(t, freshSession())
	if got := rowNames(u); got != "" || u.surface.title.Text != "Peaks" {
		t.Errorf("%s has %q", u.surface.title.Text, got)
	}
	u.surface.toggle()
	if got := rowNames(u); got != "turn stretch" {
		t.Errorf("unfolded: %q", got)
	}
	u.surface.toggle()

	u.choose(t, "banana")
	k := surfaceKnob(t, u, "walls")
	k.OnChanged(50, false)
	k.OnChanged(80, false)
	k.OnChanged(100, true)
	rest(t, u)
	if got := u.lab.State().Doc.Params["walls"]; got != 100 {
		t.Errorf("walls %v", got)
	}
	if surfaceKnob(t, u, "walls") != k {
		t.Error("the slider was taken from under the pointer")
	}
	u.lab.Undo()
	rest(t, u)
	if got := u.lab.State().Doc.Params; got != nil || k.Value() != 20 {
		t.Errorf("after one undo of a drag: %v, slider %v", got, k.Value())
	}

	// A surface that is turned shows by how much; a formula keeps its turn.
	u.Edit("", func(e *lab.Experiment) { e.SetTransform(20, 0) })
	u.header.commit("x^2 + 3*y^2")
	rest(t, u)
	if got := rowNames(u); got != "turn stretch" || u.surface.title.Text != "Your formula" || surfaceKnob(t, u, "turn").Value() != 20 {
		t.Errorf("a turned formula: %q, %q", u.surface.title.Text, got)
	}
	u.choose(t, "banana")
	u.header.commit("(1-x)^2 + walls*abs(y-x^2)")
	rest(t, u)
	if got := rowNames(u); got != "walls" || u.header.formula.Text() != "(1-x)^2 + walls*abs(y-x^2)" {
		t.Errorf("an edited formula has %q", got)
	}
	u.lab.Undo()
	u.lab.Undo()
	rest(t, u)
	if u.header.formula.Text() != "x^2 + 3*y^2" {
		t.Errorf("the field shows %q", u.header.formula.Text())
	}
}

func TestRandomLandscape(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.choose(t, lab.RandomLandscape)
	if got := rowNames(u); got != "roughness seed waves" {
		t.Fatalf("rows %q", got)
	}
	before := u.header.formula.Text()
	surfaceKnob(t, u, "seed").OnChanged(9, true)
	rest(t, u)
	if got := u.lab.State().Doc.Waves; got != (lab.Waves{Seed: 9, Count: 16}) || u.header.formula.Text() == before {
		t.Errorf("%+v", got)
	}
	surfaceKnob(t, u, "seed").OnChanged(2, true)
	rest(t, u)
	if got := u.lab.State().Doc.Waves; got != (lab.Waves{}) || u.header.formula.Text() != before {
		t.Errorf("back at the default: %+v", got)
	}
}

func TestBatchAndSwitch(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.choose(t, "linear_regression")
	if got := rowNames(u); got != "normalise batch" {
		t.Fatalf("rows %q", got)
	}
	if text := u.surface.told.Text; !strings.Contains(text, "64 examples") {
		t.Errorf("told %q", text)
	}
	surfaceKnob(t, u, "batch").OnChanged(8, true)
	rest(t, u)
	if got := u.lab.State().Doc.Batch; got != 8 || rowNames(u) != "normalise batch show batch" {
		t.Errorf("batch %d, rows %q", got, rowNames(u))
	}
	surfaceKnob(t, u, "batch").OnChanged(64, true)
	rest(t, u)
	if got := u.lab.State().Doc.Batch; got != 0 {
		t.Errorf("a batch of all is noted as %d", got)
	}
}

func TestQuietRemarks(t *testing.T) {
	u := newTestUI(t, freshSession())
	for formula, want := range map[string]string{
		"4": "neither x nor y", "sin(y)": "does not contain x", "log(-x^2-1)*y": "no finite value", "x*y": "",
	} {
		u.header.commit(formula)
		rest(t, u)
		if got := u.surface.told.Text; !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", formula, got, want)
		}
	}
	big := &surfaces.Dataset{Title: "big", Columns: []surfaces.Column{{Name: "u", Label: "u"}, {Name: "t", Label: "t"}}}
	for i := range 3000 {
		for k := range big.Columns {
			big.Columns[k].Values = append(big.Columns[k].Values, float64(i%(7+k)))
		}
	}
	u.choose(t, "linear_regression")
	u.Edit("", func(e *lab.Experiment) {
		if err := e.SetData(big); err != nil {
			t.Fatal(err)
		}
	})
	rest(t, u)
	if got := u.surface.told.Text; !strings.Contains(got, "3000 examples") || !strings.Contains(got, "Ground: 1000 of 3000") {
		t.Errorf("of many examples: %q", got)
	}
}
