package optim_test

import (
	"math"
	"slices"
	"testing"

	"descentlab/optim"
)

// TestSchedulesStayFinite tries every schedule far past its end, at races of one update and more, and at the ends of
// every knob's slider: rates are finite, not negative, and equal when asked for again.
func TestSchedulesStayFinite(t *testing.T) {
	for _, kind := range optim.Schedules() {
		base := optim.Spec{Method: "sgd", Schedule: kind.Key}
		specs := []optim.Spec{base}
		for _, k := range kind.Knobs {
			if k.Kind != optim.List && k.Kind != optim.Text {
				specs = append(specs, base.With(k.Name, optim.Num(k.Min)), base.With(k.Name, optim.Num(k.Max)))
			}
		}
		for _, s := range specs {
			for _, steps := range []int{1, 2, 3, 100} {
				plan, err := s.Plan(1, steps)
				if err != nil {
					t.Fatalf("%v: %v", s, err)
				}
				for _, at := range []int{0, 1, 2, 3, 50, 99, 100, 101, 12345} {
					r := plan.Rate(at)
					if math.IsNaN(r) || math.IsInf(r, 0) || r < 0 || r != plan.Rate(at) {
						t.Errorf("%v in %d steps: rate %v at %d", s, steps, r, at)
					}
				}
			}
		}
	}
}

func TestScheduleShapes(t *testing.T) {
	cases := []struct {
		text string
		want []float64
	}{
		{"sgd lr=0.5", []float64{0.5, 0.5, 0.5}},
		{"sgd lr=0.5 schedule=none", []float64{0.5, 0.5, 0.5}},
		{"sgd lr=1 schedule=step step_size=2 gamma=0.5", []float64{1, 1, 0.5, 0.5, 0.25}},
		{"sgd lr=1 schedule=multistep milestones=3,1,3 gamma=0.5", []float64{1, 0.5, 0.5, 0.125, 0.125}},
		{"sgd lr=8 schedule=exponential gamma=0.5", []float64{8, 4, 2, 1}},
		{"sgd lr=1 schedule=cosine T_max=2", []float64{1, 0.5, 0, 0.5, 1, 0.5, 0}},
		{"sgd lr=1 schedule=cosine_restarts T_0=2", []float64{1, 0.5, 1, 0.5, 1, 0.5, 1}},
		{"sgd lr=1 schedule=cosine_restarts T_0=1 T_mult=2",
			[]float64{1, 1, 0.5, 1, (1 + math.Sqrt2/2) / 2, 0.5, (1 - math.Sqrt2/2) / 2, 1}},
		{"sgd lr=1 schedule=polynomial total_iters=2 power=2", []float64{1, 0.25, 0, 0, 0}},
		{"sgd lr=1 schedule=linear start_factor=0.5 end_factor=0 total_iters=2", []float64{0.5, 0.25, 0, 0}},
		{"sgd lr=1 schedule=constant factor=0.5 total_iters=2", []float64{0.5, 0.5, 1, 1}},
		{"sgd schedule=onecycle max_lr=1 total_steps=5 pct_start=0.6 div_factor=2 final_div_factor=5 anneal_strategy=linear",
			[]float64{0.5, 0.75, 1, 0.55, 0.1, 0.1}},
		{"sgd schedule=cyclic base_lr=1 max_lr=3 step_size_up=1 step_size_down=2", []float64{1, 3, 2, 1, 3, 2}},
		{"sgd schedule=cyclic base_lr=1 max_lr=3 step_size_up=1 mode=triangular2", []float64{1, 3, 1, 2, 1, 1.5, 1}},
		{"sgd schedule=cyclic base_lr=1 max_lr=3 step_size_up=1 mode=exp_range gamma=0.5", []float64{1, 2, 1, 1.25}},
		{"sgd lr=1 schedule=inverse_sqrt warmup=2", []float64{0.5, 1, math.Sqrt(2. / 3), math.Sqrt(2. / 4), math.Sqrt(2. / 5)}},
		{"sgd lr=8 schedule=inverse_sqrt warmup=1", []float64{8, 8 / math.Sqrt2, 8 / math.Sqrt(3), 4}},
		{"sgd lr=1 schedule=warmup_cosine warmup=2 start_factor=0.5 T_max=2", []float64{0.5, 0.75, 1, 0.5, 0, 0.5}},
	}
	for _, c := range cases {
		got := mustParse(t, c.text).Rates(len(c.want))
		if !slices.EqualFunc(got, c.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-15 }) {
			t.Errorf("%s: %v, want %v", c.text, got, c.want)
		}
	}
}

// TestDerivedDefaults: what is not set follows the race's length and the knobs before it.
func TestDerivedDefaults(t *testing.T) {
	cases := []struct {
		text, knob string
		steps      int
		want       optim.Value
	}{
		{"adam schedule=cosine", "T_max", 140, optim.Num(140)},
		{"adam schedule=cosine T_max=9", "T_max", 140, optim.Num(9)},
		{"adam schedule=multistep", "milestones", 100, optim.Nums(50, 75)},
		{"adam schedule=step", "step_size", 1, optim.Num(1)},
		{"adam schedule=warmup_cosine", "T_max", 140, optim.Num(126)},
		{"adam schedule=warmup_cosine warmup=40", "T_max", 140, optim.Num(100)},
		{"adam schedule=onecycle lr=0.3", "max_lr", 140, optim.Num(0.3)},
		{"adam schedule=onecycle lr=0.3", "total_steps", 140, optim.Num(140)},
		{"adam schedule=cyclic lr=0.5", "base_lr", 140, optim.Num(0.05)},
		{"adam schedule=cyclic step_size_up=7", "step_size_down", 140, optim.Num(7)},
	}
	for _, c := range cases {
		s := mustParse(t, c.text)
		got := s.GetFor(c.knob, c.steps)
		if got.Num != c.want.Num || !slices.Equal(got.List, c.want.List) {
			t.Errorf("%s: %s in %d steps: %v, want %v", c.text, c.knob, c.steps, got, c.want)
		}
		for _, k := range s.KnobsFor(c.steps) {
			if _, set := s.Set[c.knob]; k.Name == c.knob && !set && k.Default != c.want.Num {
				t.Errorf("%s: %s in %d steps: default %v, want %v", c.text, c.knob, c.steps, k.Default, c.want.Num)
			}
		}
	}
}
