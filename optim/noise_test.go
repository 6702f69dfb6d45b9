package optim_test

import (
	"math"
	"slices"
	"testing"

	"descentlab/optim"
)

// noiseAt is the noise alone, at one draw.
func noiseAt(obj optim.Objective, draw int) []float64 {
	grad, exact, x := make([]float64, 2), make([]float64, 2), []float64{0.5, -2}
	obj.Eval(grad, x, draw)
	obj.Eval(exact, x, optim.Exact)
	return []float64{grad[0] - exact[0], grad[1] - exact[1]}
}

func TestNoiseIsAFunctionOfSeedAndDraw(t *testing.T) {
	a, b := optim.NewNoise(planes["sphere"], 2, 7), optim.NewNoise(planes["sphere"], 2, 7)
	first := noiseAt(a, 41)
	noiseAt(a, 3)
	if again := noiseAt(a, 41); !slices.Equal(first, again) {
		t.Errorf("draw 41 gave %v and then %v", first, again)
	}
	if other := noiseAt(b, 41); !slices.Equal(first, other) {
		t.Errorf("equal seeds gave %v and %v", first, other)
	}
	if other := noiseAt(a, 42); slices.Equal(first, other) {
		t.Errorf("draws 41 and 42 are equal: %v", first)
	}
	if other := noiseAt(optim.NewNoise(planes["sphere"], 2, 8), 41); slices.Equal(first, other) {
		t.Errorf("seeds 7 and 8 are equal: %v", first)
	}
	if v := a.Eval(nil, []float64{3, 4}, 41); v != 25 {
		t.Errorf("the loss is %v, want 25 without noise", v)
	}
	if s, ok := a.(interface{ Stochastic() bool }); !ok || !s.Stochastic() {
		t.Error("noise does not say that it is stochastic")
	}
}

func TestNoNoise(t *testing.T) {
	loss := &counted{}
	if got := optim.NewNoise(loss, 0, 7); got != optim.Objective(loss) {
		t.Errorf("sigma 0 gave %T, want the objective itself", got)
	}
	grad := make([]float64, 2)
	optim.NewNoise(planes["sphere"], 5, 7).Eval(grad, []float64{3, 4}, optim.Exact)
	if grad[0] != 6 || grad[1] != 8 {
		t.Errorf("the exact gradient is %v", grad)
	}
}

type counted struct{ optim.Objective }

// TestNoiseIsGaussian: mean 0, deviation sigma, neither the two components nor neighbouring draws nor neighbouring
// seeds correlated. With 20,000 samples each figure has a standard error of 0.007 (the fourth moment's is 0.07).
func TestNoiseIsGaussian(t *testing.T) {
	const n, sigma = 20000, 3
	a, b := optim.NewNoise(planes["sphere"], sigma, 7), optim.NewNoise(planes["sphere"], sigma, 8)
	var mean, square, fourth, components, draws, seeds, last float64
	for draw := range n {
		v, w := noiseAt(a, draw), noiseAt(b, draw)
		x := v[0] / sigma
		mean += x / n
		square += x * x / n
		fourth += x * x * x * x / n
		components += x * v[1] / sigma / n
		seeds += x * w[0] / sigma / n
		draws += x * last / n
		last = x
	}
	for name, got := range map[string]float64{"mean": mean, "variance - 1": square - 1, "components": components,
		"draws": draws, "seeds": seeds, "(kurtosis - 3)/10": (fourth - 3) / 10} {
		if math.Abs(got) > 0.035 {
			t.Errorf("%s: %v, want 0", name, got)
		}
	}
}

func TestNoiseAllocatesNothing(t *testing.T) {
	obj := optim.NewNoise(planes["sphere"], 1, 7)
	grad, x := make([]float64, 2), []float64{1, 2}
	draw := 0
	if n := testing.AllocsPerRun(100, func() {
		obj.Eval(grad, x, draw)
		draw++
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
