// Package labtest carries experiments out for tests.
package labtest

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/surfaces"
)

// Experiment is one of so many steps on a surface of the catalogue, or a formula, from its own start: racers, which may
// change on their way, have the identities 0, 1, 2 and so on.
func Experiment(t testing.TB, surface string, steps int, racers ...string) setup.Experiment {
	t.Helper()
	doc := setup.Default()
	if s, err := surfaces.Lookup(surface); err == nil {
		doc.SetSurface(s)
	} else {
		doc.SetFormula(surface)
	}
	doc.Steps, doc.Racers = steps, nil
	for i, text := range racers {
		spec, changes, err := optim.ParseRacer(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Changes: changes, Slot: i})
	}
	return doc
}

// Run is what is wanted of an experiment.
func Run(t testing.TB, doc setup.Experiment, want lab.Want) lab.Run {
	t.Helper()
	run, err := lab.Prepare(t.Context(), doc, want)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// Placed is the state of the default experiment on a formula, with the critical points known.
func Placed(t testing.TB, formula string) lab.State {
	t.Helper()
	doc := setup.Default()
	doc.Surface, doc.Formula, doc.Params = "", formula, nil
	doc.Home = geom.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}
	doc.View, doc.Start = doc.Home, geom.Point{X: 1, Y: 0.5}
	return Run(t, doc, lab.WantPlaces).State()
}

// Raced is the state of a race, and what is wanted beside that.
func Raced(t testing.TB, doc setup.Experiment, want lab.Want) lab.State {
	t.Helper()
	return Run(t, doc, want|lab.WantRace).State()
}
