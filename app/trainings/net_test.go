package trainings

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestGradient: propagation backwards gives the differences of the loss.
func TestGradient(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, hidden := range []int{1, 3, 8} {
		n := newNet(hidden)
		x, grad := make([]float64, n.Dim()), make([]float64, n.Dim())
		for range 5 {
			for i := range x {
				x[i] = 2 * random.NormFloat64()
			}
			loss := n.Eval(grad, x, 0)
			if alone := n.Eval(nil, x, 0); alone != loss {
				t.Errorf("loss %v with a gradient, %v without", loss, alone)
			}
			for i := range x {
				const h = 1e-5
				at := x[i]
				x[i] = at + h
				up := n.Eval(nil, x, 0)
				x[i] = at - h
				down := n.Eval(nil, x, 0)
				x[i] = at
				if want := (up - down) / (2 * h); math.Abs(grad[i]-want) > 1e-8*(1+math.Abs(want)) {
					t.Errorf("%d units, weight %d: %v, want %v", hidden, i, grad[i], want)
				}
			}
		}
	}
}

// TestLoss: without weights every example has the loss log 2; and far out nothing overflows.
func TestLoss(t *testing.T) {
	n := newNet(4)
	x := make([]float64, n.Dim())
	if got := n.Eval(nil, x, 0); math.Abs(got-math.Ln2) > 1e-15 {
		t.Errorf("loss %v, want log 2", got)
	}
	if got := n.mistakes(x); got != len(examples) {
		t.Errorf("%d mistakes of a network that decides nothing", got)
	}
	grad := make([]float64, n.Dim())
	for i := range x {
		x[i] = 1e4
	}
	if got := n.Eval(grad, x, 0); math.IsNaN(got) || math.IsInf(got, 0) || math.IsNaN(grad[0]) {
		t.Errorf("loss %v, gradient %v", got, grad)
	}
}

// TestExamples: there are as many of each class, and no line parts them: the best of many lines errs.
func TestExamples(t *testing.T) {
	sum := 0.0
	for _, e := range examples {
		sum += e.class
	}
	if sum != 0 || len(examples) != 50 {
		t.Errorf("%d examples, classes add up to %v", len(examples), sum)
	}
	fewest := len(examples)
	for turn := range 90 {
		sin, cos := math.Sincos(2 * math.Pi * float64(turn) / 90)
		for k := -40; k <= 40; k++ {
			wrong := 0
			for _, e := range examples {
				if e.class*(cos*e.u+sin*e.v+float64(k)/20) <= 0 {
					wrong++
				}
			}
			fewest = min(fewest, wrong)
		}
	}
	if fewest < 4 {
		t.Errorf("a line parts them but for %d", fewest)
	}
}
