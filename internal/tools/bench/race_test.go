package main

import (
	"context"
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// BenchmarkRace records eight racers of 2,000 steps on Rosenbrock, from its formula. All of them reach the last step: one
// that diverges is recorded no further, and would cost less than it should.
func BenchmarkRace(b *testing.B) {
	surface, err := surfaces.Lookup("rosenbrock")
	if err != nil {
		b.Fatal(err)
	}
	probe, err := surface.Probe(nil)
	if err != nil {
		b.Fatal(err)
	}
	var entrants []race.Entrant
	for _, text := range []string{"sgd lr=0.001", "sgd lr=0.001 momentum=0.9", "sgd lr=0.001 momentum=0.9 nesterov=true",
		"adagrad lr=0.1", "rmsprop lr=0.01", "adam lr=0.01", "nadam lr=0.01", "adamw lr=0.01"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			b.Fatal(err)
		}
		entrants = append(entrants, race.Entrant{Spec: spec, Start: []float64{-1.2, 1}})
	}
	fork := func() optim.Objective { return probe.Fork() }
	for b.Loop() {
		tape, err := race.Record(context.Background(), fork, entrants, 2000)
		if err != nil {
			b.Fatal(err)
		}
		for _, run := range tape.Runs {
			if run.Verdict.Kind != race.Finished {
				b.Fatalf("%v %v", run.Spec, run.Verdict)
			}
		}
	}
}
