package setup

import (
	"math"
	"strings"
	"testing"

	"descentlab/optim"
	"descentlab/surfaces"
)

// TestCheckAfterAnEdit: what is wrong after an edit is told as by a check of everything.
func TestCheckAfterAnEdit(t *testing.T) {
	logistic, err := surfaces.Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	before := Default()
	before.SetSurface(logistic)
	before.Batch = 10
	for name, c := range map[string]struct {
		f    func(*Experiment)
		want string // a part of the error; "" for none
	}{
		"a rate":            {func(e *Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.5)) }, ""},
		"a wrong rate":      {func(e *Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(-1)) }, "lr must be"},
		"a window":          {func(e *Experiment) { e.View.X0 = e.View.X1 }, "view: x from"},
		"a home window":     {func(e *Experiment) { e.Home.X0 = math.NaN() }, "home: x from NaN"},
		"a start":           {func(e *Experiment) { e.Start.X = math.Inf(1) }, "start"},
		"a box":             {func(e *Experiment) { e.Bounds = &surfaces.Rect{X1: 1, Y0: -1, Y1: math.Inf(1)} }, ""},
		"an empty box":      {func(e *Experiment) { e.Bounds = &surfaces.Rect{X1: 1} }, "bounds: y from 0 to 0: the first bound"},
		"a box of NaN":      {func(e *Experiment) { e.Bounds = &surfaces.Rect{X0: math.NaN(), X1: 1, Y1: 1} }, "bounds: x from NaN"},
		"a batch":           {func(e *Experiment) { e.Batch = 20 }, ""},
		"a large batch":     {func(e *Experiment) { e.Batch = 1000 }, "batch: must be from 1"},
		"a parameter":       {func(e *Experiment) { e.Params = map[string]float64{"nobody": 1} }, "nobody"},
		"a turn":            {func(e *Experiment) { e.Turn = math.NaN() }, "turn"},
		"a stretch":         {func(e *Experiment) { e.Stretch = 1e9 }, "stretch"},
		"an unknown name":   {func(e *Experiment) { e.Surface = "logistics" }, "logistics"},
		"a wrong formula":   {func(e *Experiment) { e.SetFormula("x +") }, "the formula ends"},
		"a name and a text": {func(e *Experiment) { e.Formula = "x" }, "not both"},
		"a sculpture":       {func(e *Experiment) { e.Sculpture = []Bump{{}} }, "width"},
		"waves":             {func(e *Experiment) { e.Waves.Count = 3 }, "waves"},
		"examples":          {func(e *Experiment) { e.Data = examples(3, 4) }, "column"},
	} {
		after := before.Clone()
		c.f(&after)
		whole, quick := after.Check(), after.CheckAfter(&before)
		if (whole == nil) != (quick == nil) || whole != nil && whole.Error() != quick.Error() {
			t.Errorf("after %s: %v, and all checked: %v", name, quick, whole)
		}
		if (quick == nil) != (c.want == "") || quick != nil && !strings.Contains(quick.Error(), c.want) {
			t.Errorf("after %s: %v, want %q", name, quick, c.want)
		}
	}
}

// TestSlidersOfRacersCompileNothing: a check after them costs a small part of what a long formula does.
func TestSlidersOfRacersCompileNothing(t *testing.T) {
	before := Default()
	before.SetFormula("x^2 + y^2" + strings.Repeat(" + sin(x*y)", 300))
	after := before.Clone()
	after.Racers[0].Spec = after.Racers[0].Spec.With("lr", optim.Num(0.5))
	check := func(e *Experiment) float64 {
		return testing.AllocsPerRun(5, func() {
			if err := e.CheckAfter(&before); err != nil {
				t.Fatal(err)
			}
		})
	}
	rest := testing.AllocsPerRun(5, func() { _ = after.checkRest() })
	if n := check(&after); n > rest {
		t.Errorf("a rate is checked with %v allocations, where all but the surface takes %v", n, rest)
	}
	after.Turn = 30
	if n := check(&after); n < rest+300 {
		t.Errorf("another surface is checked with %v allocations: is its formula compiled?", n)
	}
}
