package optim_test

import (
	"math"
	"testing"

	"descentlab/optim"
)

// TestFTRLIsThePapers: from the origin, at a constant rate, it is algorithm 1 of McMahan et al. word for word, with the penalties
// that hold a coordinate at zero.
func TestFTRLIsThePapers(t *testing.T) {
	const alpha, beta, l1, l2 = 0.4, 1.0, 3.0, 0.2
	loss := plane(func(x, y float64) (f, fx, fy float64) {
		return (x-3)*(x-3)*2 + (y-0.5)*(y-0.5) + x*y/4, 4*(x-3) + y/4, 2*(y-0.5) + x/4
	})
	plan, err := mustParse(t, "ftrl lr=0.4 beta=1 l1=3 l2=0.2").Plan(2, 200)
	if err != nil {
		t.Fatal(err)
	}
	row := make([]float64, plan.Width())
	plan.Start(row, loss, []float64{0, 0})
	var w, z, n [2]float64
	zeros := 0
	for step := range 200 {
		g := [2]float64{plan.Grad(row)[0], plan.Grad(row)[1]}
		for i := range w {
			sigma := (math.Sqrt(n[i]+g[i]*g[i]) - math.Sqrt(n[i])) / alpha
			z[i] += g[i] - sigma*w[i]
			n[i] += g[i] * g[i]
			w[i] = 0
			if math.Abs(z[i]) > l1 {
				w[i] = -(z[i] - signOf(z[i])*l1) / ((beta+math.Sqrt(n[i]))/alpha + l2)
			}
			if w[i] == 0 {
				zeros++
			}
		}
		plan.Next(row, row, loss, step)
		if !near(plan.X(row), w[:]) {
			t.Fatalf("step %d: got %v, want %v", step+1, plan.X(row), w)
		}
	}
	if zeros == 0 || w[0] < 1 {
		t.Errorf("%d zeros, and it ends at %v", zeros, w)
	}
}

// TestFTRLStaysWhereNothingPulls: a falling rate alone moves nothing, wherever it begins.
func TestFTRLStaysWhereNothingPulls(t *testing.T) {
	flat := plane(func(float64, float64) (f, fx, fy float64) { return 1, 0, 0 })
	rows, plan := record(t, mustParse(t, "ftrl l1=0.5 l2=0.3 schedule=exponential gamma=0.9"), flat, 30)
	for i, row := range rows {
		if x := plan.X(row); math.Abs(x[0]+1.2) > 1e-13 || math.Abs(x[1]-1) > 1e-13 {
			t.Fatalf("row %d: %v", i, x)
		}
	}
}

// TestFTRLStandsStillAtARateOfZero: where the schedule comes to zero it does not move, and it goes on from there.
func TestFTRLStandsStillAtARateOfZero(t *testing.T) {
	spec := mustParse(t, "ftrl lr=0.3 schedule=cosine")
	plan, err := spec.Plan(2, 10)
	if err != nil {
		t.Fatal(err)
	}
	row := make([]float64, plan.Width())
	plan.Start(row, planes["sphere"], []float64{-1.2, 1})
	for step := range 30 {
		before := plan.X(row)[0]
		plan.Next(row, row, planes["sphere"], step)
		if after := plan.X(row)[0]; plan.Rate(step) == 0 && after != before || math.IsNaN(after) {
			t.Fatalf("update %d at rate %v: from %v to %v", step, plan.Rate(step), before, after)
		}
	}
	if plan.Rate(10) != 0 {
		t.Error("the rate never was zero")
	}
}

// TestAdafactorOfPyTorch: its class is read with PyTorch's own defaults, and its step is told.
func TestAdafactorOfPyTorch(t *testing.T) {
	spec := mustParse(t, "torch.optim.Adafactor(params)")
	if spec.Method != "adafactor" || spec.Get("lr").Num != 0.01 || spec.Get("eps2").Num != 1e-3 || spec.Get("eps1").Num != 0x1p-52 {
		t.Errorf("it is read as %v", spec)
	}
	spec = mustParse(t, "Adafactor(params, lr=0.1, eps=(1e-5, 0.1))")
	if spec.Get("eps1").Num != 1e-5 || spec.Get("eps2").Num != 0.1 {
		t.Errorf("it is read as %v", spec)
	}
	rows, plan := record(t, optim.Spec{Method: "adafactor"}, planes["sphere"], 3)
	x, size := plan.X(rows[0]), math.Hypot(1.2, 1)/math.Sqrt2
	// At first each component of the direction has the size 1, and the step is a tenth of the point's.
	for i, g := range plan.Grad(rows[0]) {
		if want := x[i] - 0.1*size*signOf(g); math.Abs(plan.X(rows[1])[i]-want) > 1e-12 {
			t.Errorf("coordinate %d: %v, want %v", i, plan.X(rows[1])[i], want)
		}
	}
	if got := plan.Taken(rows[1], 1); math.Abs(got-0.1*size) > 1e-12 {
		t.Errorf("it tells a step of %v, want %v", got, 0.1*size)
	}
}
