package optim_test

import (
	"slices"
	"testing"

	"descentlab/optim"
)

// several are n losses side by side: of a point with n first coordinates and then n second ones.
type several struct {
	plane
	n int
}

func (s several) Dim() int { return 2 * s.n }

func (s several) Eval(grad, x []float64, _ int) float64 {
	for i := range s.n {
		_, fx, fy := s.plane(x[i], x[s.n+i])
		grad[i], grad[s.n+i] = fx, fy
	}
	return 0
}

// TestSeparable: runs that go side by side as one longer point go, to the last bit, as each of them goes alone.
func TestSeparable(t *testing.T) {
	starts := [][2]float64{{-1.2, 1}, {0.3, -0.7}, {2, 2}}
	count := 0
	everySpec(func(s optim.Spec) {
		for _, staged := range []bool{false, true} {
			if staged {
				for name, v := range map[string]float64{"clip_norm": 0.6, "clip_value": 0.5, "clip_adaptive": 0.7, "weight_decay": 0.1,
					"decoupled_decay": 0.1, "lookahead_k": 3, "ema": 0.5} {
					s = s.With(name, optim.Num(v))
				}
			}
			alone, err := s.Plan(2, 30)
			if err != nil {
				t.Fatal(err)
			}
			if !alone.Separable() {
				continue
			}
			count++
			plan := alone.Resized(6)
			if whole, err := s.Plan(6, 30); err != nil || !slices.Equal(plan.Fields(), whole.Fields()) {
				t.Fatalf("%v: %v; resized %v, want %v", s, err, plan.Fields(), whole.Fields())
			}
			together := several{planes["beale"], 3}
			row := make([]float64, plan.Width())
			plan.Start(row, together, []float64{-1.2, 0.3, 2, 1, -0.7, 2})
			rows := make([][]float64, 3)
			for i := range rows {
				rows[i] = make([]float64, alone.Width())
				alone.Start(rows[i], planes["beale"], starts[i][:])
			}
			for step := range 30 {
				plan.Next(row, row, together, step)
				for i := range rows {
					alone.Next(rows[i], rows[i], planes["beale"], step)
					want, got := alone.X(rows[i]), []float64{plan.X(row)[i], plan.X(row)[3+i]}
					if !sameBits(got, want) {
						t.Fatalf("%v: run %d is at %v after %d steps, alone at %v", s, i, got, step+1, want)
					}
				}
			}
		}
	})
	if count < 60 {
		t.Errorf("only %d racers are separable", count)
	}
}
