package events

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
)

// eight are the racers of the benchmark: every family, and one that goes to and fro to the end.
var eight = []string{"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw", "lion"}

// longRace is a race of eight racers over 2,000 steps.
func longRace(b *testing.B) lab.Run {
	b.Helper()
	doc := setup.Default()
	doc.Racers, doc.Steps = nil, 2000
	for i, name := range eight {
		spec, err := optim.ParseSpec(name)
		if err != nil {
			b.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	r, err := lab.Prepare(b.Context(), doc, lab.WantAll)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

func BenchmarkOf(b *testing.B) {
	r := longRace(b)
	for b.Loop() {
		if _, err := Of(b.Context(), r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOneNew is the same when all racers but one ran before, as while a slider of one is dragged.
func BenchmarkOneNew(b *testing.B) {
	r := longRace(b)
	var known Known
	for b.Loop() {
		if _, err := known.Of(b.Context(), r); err != nil {
			b.Fatal(err)
		}
		delete(known.runs, r.Tape.Runs[0])
	}
}
