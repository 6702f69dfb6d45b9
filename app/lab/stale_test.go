package lab

import (
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/surfaces"
)

func BenchmarkStale(b *testing.B) {
	b.ReportAllocs()
	s := State{Doc: setup.Default(), TapeDoc: setup.Default()}
	for b.Loop() {
		s.Stale()
	}
}

// TestStale: the tape is of another surface; another race on the same one does not make it stale.
func TestStale(t *testing.T) {
	for name, c := range map[string]struct {
		f     func(*setup.Experiment)
		stale bool
	}{
		"nothing":   {func(*setup.Experiment) {}, false},
		"a rate":    {func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.5)) }, false},
		"the steps": {func(e *setup.Experiment) { e.Steps++ }, false},
		"the view":  {func(e *setup.Experiment) { e.View.X0-- }, false},
		"the look":  {func(e *setup.Experiment) { e.Look.LinearLoss = true }, false},
		"a turn":    {func(e *setup.Experiment) { e.Turn++ }, true},
		"a formula": {func(e *setup.Experiment) { e.SetFormula("x^2 + y^2") }, true},
		"home":      {func(e *setup.Experiment) { e.Home.X0-- }, true},
		"examples":  {func(e *setup.Experiment) { e.Data = &surfaces.Dataset{Columns: []surfaces.Column{{Name: "u"}}} }, true},
	} {
		s := State{Doc: setup.Default(), TapeDoc: setup.Default()}
		c.f(&s.Doc)
		if s.Stale() != c.stale {
			t.Errorf("after a change of %s the tape is stale: %t", name, !c.stale)
		}
	}
}

// TestStaleAllocatesNothing: it is asked in every frame.
func TestStaleAllocatesNothing(t *testing.T) {
	e := learner(t, "linear_regression", 0)
	e.Data = &surfaces.Dataset{Columns: []surfaces.Column{
		{Name: "u", Values: []float64{1, 2}}, {Name: "t", Values: []float64{3, 4}},
	}}
	s := State{Doc: e, TapeDoc: e.Clone()}
	if n := testing.AllocsPerRun(100, func() { s.Stale() }); n != 0 {
		t.Errorf("Stale allocates %v times", n)
	}
}
