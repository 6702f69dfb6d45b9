package lab

import (
	"testing"

	"descentlab/optim/sweep"
)

// watch lets the sheets be filled from coarse to fine, as the window does.
func watch(*sweep.Sheet) {}

// benchmarkBasins is a basin map of 256 x 256 starts of up to 500 steps on Himmelblau's function.
func benchmarkBasins(b *testing.B, racer string, workers int) {
	s := surveyOf(b, "himmelblau", 500, racer)
	for b.Loop() {
		if _, err := s.Basins(b.Context(), 0, 256, 256, sweep.Options{Workers: workers}, watch); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBasinsSGD(b *testing.B)         { benchmarkBasins(b, "sgd lr=0.01", 0) }
func BenchmarkBasinsSGDOneCore(b *testing.B)  { benchmarkBasins(b, "sgd lr=0.01", 1) }
func BenchmarkBasinsAdam(b *testing.B)        { benchmarkBasins(b, "adam lr=0.05", 0) }
func BenchmarkBasinsAdamOneCore(b *testing.B) { benchmarkBasins(b, "adam lr=0.05", 1) }
func BenchmarkBasinsClipped(b *testing.B)     { benchmarkBasins(b, "adam lr=0.05 clip_norm=1", 0) }

// BenchmarkFirstBasins is the coarse picture that a slider shows at once.
func BenchmarkFirstBasins(b *testing.B) {
	s := surveyOf(b, "himmelblau", 500, "adam lr=0.05")
	for b.Loop() {
		if _, err := s.Basins(b.Context(), 0, 32, 32, sweep.Options{}, watch); err != nil {
			b.Fatal(err)
		}
	}
}

// benchmarkLearning is a basin map of Adam on logistic regression over 100 examples, of n x n starts of 500 steps.
func benchmarkLearning(b *testing.B, n int) {
	s := surveyOf(b, "logistic", 500, "adam lr=0.05")
	for b.Loop() {
		if _, err := s.Basins(b.Context(), 0, n, n, sweep.Options{}, watch); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBasinsLearning(b *testing.B)      { benchmarkLearning(b, 256) }
func BenchmarkFirstBasinsLearning(b *testing.B) { benchmarkLearning(b, 32) }

// benchmarkPlane is a map of 128 x 128 settings of up to 500 steps.
func benchmarkPlane(b *testing.B, workers int) {
	s := surveyOf(b, "himmelblau", 500, "momentum")
	x, y := sweep.Axis{Knob: "lr", From: 1e-4, To: 1, Log: true}, sweep.Axis{Knob: "momentum", To: 0.99}
	for b.Loop() {
		if _, err := s.Plane(b.Context(), 0, x, y, 128, 128, sweep.Options{Workers: workers}, watch); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlane(b *testing.B)        { benchmarkPlane(b, 0) }
func BenchmarkPlaneOneCore(b *testing.B) { benchmarkPlane(b, 1) }
