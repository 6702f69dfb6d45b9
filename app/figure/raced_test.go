package figure

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/surfaces"
)

// raced is the state of a race on a surface; what is wanted beside that are its places.
func raced(t *testing.T, surface string, steps int, want lab.Want, racers ...string) lab.State {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	doc.SetSurface(s)
	doc.Steps, doc.Racers = steps, nil
	for i, text := range racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	return prepared(t, doc, want)
}

// prepared is the state of an experiment carried out.
func prepared(t *testing.T, doc setup.Experiment, want lab.Want) lab.State {
	t.Helper()
	run, err := lab.Prepare(t.Context(), doc, want|lab.WantRace)
	if err != nil {
		t.Fatal(err)
	}
	return run.State()
}
