package main

import (
	"math"
	"testing"

	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// One operation of these benchmarks is one step of one run. A call makes sweepRuns runs of sweepSteps, on one core.
const (
	sweepRuns  = 256
	sweepSteps = 250
)

// sweepStart is start i; no run fails or comes to rest from there.
func sweepStart(i int) (x, y float64) { return -1 + 2*float64(i)/sweepRuns, 0.5 - float64(i%7)/7 }

// perStep shares the cost of a call out among its steps.
func perStep(b *testing.B, call func()) {
	left := 0
	for b.Loop() {
		if left == 0 {
			call()
			left = sweepRuns * sweepSteps
		}
		left--
	}
}

func benchmarkSweep(b *testing.B, surface, racer string) {
	s, err := surfaces.Lookup(surface)
	if err != nil {
		b.Fatal(err)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		b.Fatal(err)
	}
	spec, err := optim.ParseSpec(racer)
	if err != nil {
		b.Fatal(err)
	}
	starts := make([]sweep.Start, sweepRuns)
	for i := range starts {
		starts[i].X, starts[i].Y = sweepStart(i)
	}
	w := sweep.Work{Objective: func() optim.Objective { return probe.Fork() }, Steps: sweepSteps, View: s.View}
	out := make([]sweep.Outcome, len(starts))
	perStep(b, func() {
		if err := w.FromStarts(b.Context(), spec, starts, out, sweep.Options{Workers: 1}); err != nil {
			b.Fatal(err)
		}
	})
	for _, o := range out {
		if o.Steps != sweepSteps || racer == slowSGD && o.Kind != sweep.Slow {
			b.Fatalf("a run ended early: %+v", o)
		}
	}
}

// slowSGD does not come to rest within the steps of a run: from then on nothing would have to be computed.
const slowSGD = "sgd lr=0.0001"

func BenchmarkSweepAdamRosenbrock(b *testing.B) { benchmarkSweep(b, "rosenbrock", "adam lr=0.01") }
func BenchmarkSweepSGDHimmelblau(b *testing.B)  { benchmarkSweep(b, "himmelblau", slowSGD) }

// BenchmarkSweepAdamByHand is Adam on Rosenbrock in a plain loop, run after run.
func BenchmarkSweepAdamByHand(b *testing.B) {
	perStep(b, func() {
		for i := range sweepRuns {
			const beta1, beta2, eps, lr = 0.9, 0.999, 1e-8, 0.01
			x, y := sweepStart(i)
			var mx, my, vx, vy float64
			p1, p2 := 1.0, 1.0
			best := math.Inf(1)
			for range sweepSteps {
				f, gx, gy := rosenbrockGradient(x, y)
				best = min(best, f)
				p1, p2 = p1*beta1, p2*beta2
				mx, my = beta1*mx+(1-beta1)*gx, beta1*my+(1-beta1)*gy
				vx, vy = beta2*vx+(1-beta2)*gx*gx, beta2*vy+(1-beta2)*gy*gy
				rate, scale := lr/(1-p1), math.Sqrt(1-p2)
				x -= rate * mx / (math.Sqrt(vx)/scale + eps)
				y -= rate * my / (math.Sqrt(vy)/scale + eps)
			}
			sink += best + x + y
		}
	})
}

// BenchmarkSweepSGDByHand is gradient descent on Himmelblau's function in a plain loop, run after run.
func BenchmarkSweepSGDByHand(b *testing.B) {
	perStep(b, func() {
		for i := range sweepRuns {
			x, y := sweepStart(i)
			best := math.Inf(1)
			for range sweepSteps {
				u, v := x*x+y-11, x+y*y-7
				best = min(best, u*u+v*v)
				x, y = x-0.0001*(4*x*u+2*v), y-0.0001*(2*u+4*y*v)
			}
			sink += best + x + y
		}
	})
}

// BenchmarkFirstBasinsLearningByHand is Adam on the catalogue's logistic regression in a plain loop: 32 x 32 starts of 500 steps.
func BenchmarkFirstBasinsLearningByHand(b *testing.B) {
	s, err := surfaces.Lookup("logistic")
	if err != nil {
		b.Fatal(err)
	}
	var columns [3][]float64
	for k, c := range s.Data.Columns {
		columns[k] = c.Values
	}
	us, vs, ts := columns[0], columns[1], columns[2]
	n := float64(len(us))
	for _, inputs := range [][]float64{us, vs} {
		mean, square := 0.0, 0.0
		for _, u := range inputs {
			mean += u / n
		}
		for i := range inputs {
			square += (inputs[i] - mean) * (inputs[i] - mean) / n
		}
		for i := range inputs {
			inputs[i] = (inputs[i] - mean) / math.Sqrt(square)
		}
	}
	loss := func(x, y float64) (f, fx, fy float64) {
		for i, u := range us {
			v, sign := vs[i], 1.0
			if ts[i] > 0 {
				sign = -1
			}
			z := sign * (x*u + y*v + s.Params[0].Default)
			e := math.Exp(-math.Abs(z))
			slope := 1 / (1 + e)
			if z < 0 {
				slope = e / (1 + e)
			}
			f, fx, fy = f+max(z, 0)+math.Log1p(e), fx+sign*slope*u, fy+sign*slope*v
		}
		return f / n, fx / n, fy / n
	}
	for b.Loop() {
		for i := range 32 * 32 {
			x, y := s.View.Middle(i%32, i/32, 32, 32)
			sink += descend(x, y, loss)
		}
	}
}

// descend is 500 steps of Adam.
func descend(x, y float64, loss func(x, y float64) (f, fx, fy float64)) float64 {
	const beta1, beta2, eps, lr = 0.9, 0.999, 1e-8, 0.05
	var mx, my, vx, vy float64
	p1, p2 := 1.0, 1.0
	best := math.Inf(1)
	for range 500 {
		f, gx, gy := loss(x, y)
		best = min(best, f)
		p1, p2 = p1*beta1, p2*beta2
		mx, my = beta1*mx+(1-beta1)*gx, beta1*my+(1-beta1)*gy
		vx, vy = beta2*vx+(1-beta2)*gx*gx, beta2*vy+(1-beta2)*gy*gy
		rate, scale := lr/(1-p1), math.Sqrt(1-p2)
		x -= rate * mx / (math.Sqrt(vx)/scale + eps)
		y -= rate * my / (math.Sqrt(vy)/scale + eps)
	}
	return best + x + y
}
