package lab

import (
	"testing"

	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

func benchmarkBasins(b *testing.B, racer string, workers int) {
	s, err := surfaces.Lookup("himmelblau")
	if err != nil {
		b.Fatal(err)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		b.Fatal(err)
	}
	points, err := probe.Critical(b.Context(), s.View)
	if err != nil {
		b.Fatal(err)
	}
	spec, err := optim.ParseSpec(racer)
	if err != nil {
		b.Fatal(err)
	}
	w := sweep.Work{Objective: func() optim.Objective { return probe.Fork() }, Steps: 500, View: sweep.Rect(s.View), Rest: 1e-9}
	for _, p := range points {
		w.Targets = append(w.Targets, sweep.Target{X: p.At.X, Y: p.At.Y, Within: 0.015, Passing: p.Kind != surfaces.Minimum})
	}
	const n = 256
	var starts []sweep.Start
	for j := range n {
		for i := range n {
			starts = append(starts, sweep.Start{X: s.View.X0 + (s.View.X1-s.View.X0)*(float64(i)+.5)/n, Y: s.View.Y0 + (s.View.Y1-s.View.Y0)*(float64(j)+.5)/n})
		}
	}
	out := make([]sweep.Outcome, len(starts))
	for b.Loop() {
		if err := w.FromStarts(b.Context(), spec, starts, out, sweep.Options{Workers: workers}); err != nil {
			b.Fatal(err)
		}
	}
	steps := 0.0
	for _, o := range out {
		steps += float64(o.Evaluations)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/steps, "ns/step")
}

func BenchmarkBasinsSGD(b *testing.B)       { benchmarkBasins(b, "sgd lr=0.01", 0) }
func BenchmarkBasinsSGD1(b *testing.B)      { benchmarkBasins(b, "sgd lr=0.01", 1) }
func BenchmarkBasinsAdam(b *testing.B)      { benchmarkBasins(b, "adam lr=0.05", 0) }
func BenchmarkBasinsAdamAlone(b *testing.B) { benchmarkBasins(b, "adam lr=0.05 clip_norm=1000", 0) }
