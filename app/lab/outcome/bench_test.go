package outcome_test

import (
	"context"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
	"descentlab/optim/race"
)

// card is a card of Adam with its main knobs, on Himmelblau's function for 500 steps.
func card(b *testing.B) (g outcome.Ground, questions []outcome.Question) {
	doc := desktest.Experiment(b, "himmelblau", 500, "adam lr=0.05")
	for _, k := range doc.Racers[0].Spec.Knobs() {
		if k.Main {
			questions = append(questions, about(b, &doc, 0, k.Name))
		}
	}
	return ground(prepared(b, doc)), questions
}

// BenchmarkRibbonsCoarse are the first ribbons of a card, all of their runs whatever time they take.
func BenchmarkRibbonsCoarse(b *testing.B) {
	g, questions := card(b)
	for b.Loop() {
		ctx, cancel := context.WithCancel(b.Context())
		err := g.Ribbons(ctx, questions, outcome.Limits{}, func([]outcome.Ribbon) { cancel() })
		if err != context.Canceled {
			b.Fatal(err)
		}
	}
}

// BenchmarkRibbonsFine are the finest ones.
func BenchmarkRibbonsFine(b *testing.B) {
	g, questions := card(b)
	for b.Loop() {
		if err := g.Ribbons(b.Context(), questions, outcome.Limits{}, func([]outcome.Ribbon) {}); err != nil {
			b.Fatal(err)
		}
	}
}

// benchmarkRecorded records so many runs for each knob, one after another, and does not ask where they end.
func benchmarkRecorded(b *testing.B, runs int) {
	g, questions := card(b)
	loss := func() optim.Objective { return lab.Loss(g.Field.Probe, g.Field.Least, g.Doc, g.Doc.Seed) }
	for b.Loop() {
		for _, q := range questions {
			for i := range runs {
				if _, err := race.RecordPaths(b.Context(), loss, entrant(&g.Doc, q, float64(i)/float64(runs-1)), g.Doc.Steps); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}

func BenchmarkRibbonsCoarseRecorded(b *testing.B) { benchmarkRecorded(b, 25) }
func BenchmarkRibbonsFineRecorded(b *testing.B)   { benchmarkRecorded(b, 97) }

// entrant is the racer with another value.
func entrant(doc *setup.Experiment, q outcome.Question, place float64) []race.Entrant {
	spec := doc.Racers[q.Racer].Spec.With(q.Knob, optim.Num(q.Value(place)))
	return []race.Entrant{{Spec: spec, Start: []float64{doc.Start.X, doc.Start.Y}, Seed: doc.Seed, Box: doc.Kept()}}
}
