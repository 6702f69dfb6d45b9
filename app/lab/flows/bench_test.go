package flows

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
)

// benchmark finds the flows of a race of eight for 2,000 steps on Himmelblau's function.
func benchmark(b *testing.B, first string) {
	run := labtest.Run(b, labtest.Experiment(b, "himmelblau", 2000, first, "momentum lr=0.001", "nesterov lr=0.001",
		"adagrad lr=0.5", "rmsprop lr=0.01", "adam lr=0.05", "nadam lr=0.05", "amsgrad lr=0.05"), lab.WantRace)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Of(b.Context(), run); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOf has the central flow of gradient descent.
func BenchmarkOf(b *testing.B) { benchmark(b, "sgd lr=0.001") }

// BenchmarkGradientAlone has nobody who goes down by the gradient alone.
func BenchmarkGradientAlone(b *testing.B) { benchmark(b, "lion lr=0.001") }
