package optim_test

import (
	"testing"

	"descentlab/optim"
)

func BenchmarkAdamStep(b *testing.B)  { benchmarkStep(b, "adam") }
func BenchmarkSGDStep(b *testing.B)   { benchmarkStep(b, "sgd") }
func BenchmarkNAdamStep(b *testing.B) { benchmarkStep(b, "nadam") }
func BenchmarkAdamAllStages(b *testing.B) {
	benchmarkStep(b, "adam schedule=cosine clip_norm=1 weight_decay=0.01")
}

// benchmarkStep times one update on Rosenbrock, from one recorded row to the next.
func benchmarkStep(b *testing.B, text string) {
	const rows = 2000
	spec, err := optim.ParseSpec(text)
	if err != nil {
		b.Fatal(err)
	}
	plan, err := spec.Plan(2, rows)
	if err != nil {
		b.Fatal(err)
	}
	w := plan.Width()
	tape := make([]float64, (rows+1)*w)
	loss := planes["rosenbrock"]
	plan.Start(tape[:w], loss, []float64{-1.2, 1})
	b.ReportAllocs()
	t := 0
	for b.Loop() {
		at := t * w
		plan.Next(tape[at+w:at+2*w], tape[at:at+w], loss, t)
		t = (t + 1) % rows
	}
}

func BenchmarkNoise(b *testing.B) {
	obj := optim.NewNoise(planes["rosenbrock"], 0.1, 7)
	grad, x := make([]float64, 2), []float64{1, 2}
	b.ReportAllocs()
	t := 0
	for b.Loop() {
		obj.Eval(grad, x, t)
		t++
	}
}

func BenchmarkParseSpec(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := optim.ParseSpec("adam lr=0.06 beta1=0.9 schedule=cosine T_max=100 clip_norm=1"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlan(b *testing.B) {
	spec, err := optim.ParseSpec("adam lr=0.06 beta1=0.9 schedule=cosine T_max=100 clip_norm=1")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := spec.Plan(2, 100); err != nil {
			b.Fatal(err)
		}
	}
}
