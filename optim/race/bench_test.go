package race_test

import (
	"context"
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
)

func BenchmarkRecord8x2000(b *testing.B) { benchmarkRecord(b, plain(rosenbrock), 2000) }

func BenchmarkRecord8x2000Noisy(b *testing.B) { benchmarkRecord(b, noisy(rosenbrock), 2000) }

func BenchmarkRecord8x100000(b *testing.B) { benchmarkRecord(b, plain(rosenbrock), 100000) }

// benchmarkRecord records eight different racers on Rosenbrock.
func benchmarkRecord(b *testing.B, obj func() optim.Objective, steps int) {
	var list []race.Entrant
	for _, text := range []string{"sgd", "momentum", "rmsprop", "adam", "adamw", "adagrad", "nadam", "adamax"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			b.Fatal(err)
		}
		list = append(list, race.Entrant{Spec: spec, Start: start})
	}
	b.ReportAllocs()
	for b.Loop() {
		tape, err := race.Record(context.Background(), obj, list, steps)
		if err != nil {
			b.Fatal(err)
		}
		if tape.Runs[3].Steps != steps {
			b.Fatal("adam did not finish")
		}
	}
}
