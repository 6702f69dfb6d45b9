package optim_test

import (
	"math"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// distances are Prodigy's estimates before the updates 0 to h.t and after the last: the greatest quotient so far.
func (h history) distances() []float64 {
	d0, keep := h.knob("d0"), h.knob("beta3")
	d := []float64{d0}
	for t := 0; t <= h.t; t++ {
		way, sum := 0.0, [2]float64{}
		for i := 0; i <= t; i++ {
			weight := math.Pow(keep, float64(t-i)) * h.lr[i] * d[i] * d[i] / d0
			for c := range sum {
				way += weight * h.g[i][c] * (h.x[0][c] - h.x[i][c])
				sum[c] += weight * h.g[i][c]
			}
		}
		d = append(d, math.Max(d[t], h.knob("d_coef")*way/(math.Abs(sum[0])+math.Abs(sum[1]))))
	}
	return d
}

// bounds are D-Adaptation's in the same way.
func (h history) bounds() []float64 {
	keep := math.Sqrt(h.knob("beta2"))
	d := []float64{h.knob("d0")}
	sum := func(t, c int) float64 { // of the updates before t
		s := 0.0
		for i := range t {
			s += (1 - keep) * math.Pow(keep, float64(t-1-i)) * h.lr[i] * d[i] * h.g[i][c]
		}
		return s
	}
	for t := 0; t <= h.t; t++ {
		way := 0.0
		for i := 1; i <= t; i++ {
			weight := (1 - keep) * math.Pow(keep, float64(t-i)) * h.lr[i] * d[i]
			for c := range 2 {
				way += weight * h.g[i][c] * sum(i, c) / (math.Sqrt(h.until(i-1).mean(h.knob("beta2"), h.square(c))) + h.knob("eps"))
			}
		}
		d = append(d, math.Max(d[t], way/((1-keep)*(math.Abs(sum(t+1, 0))+math.Abs(sum(t+1, 1))))))
	}
	return d
}

// free is the point between the mean of all z and the last one, z being the start less all steps.
func (h history) free(beta float64, c int, step func(i int) float64) float64 {
	z, mean, weight := h.x[0][c], 0.0, 0.0
	for i := 0; i <= h.t; i++ {
		z -= h.lr[i] * step(i)
		weight += h.lr[i] * h.lr[i]
		mean += h.lr[i] * h.lr[i] * z
	}
	return (1-beta)*z + beta*mean/weight
}

func (h history) barzilaiBorwein(short bool, c int) float64 {
	step := h.lr[0]
	for i := 1; i <= h.t; i++ {
		u := []float64{h.x[i][0] - h.x[i-1][0], h.x[i][1] - h.x[i-1][1]}
		y := []float64{h.g[i][0] - h.g[i-1][0], h.g[i][1] - h.g[i-1][1]}
		bend := u[0]*y[0] + u[1]*y[1]
		if bend <= 0 {
			continue
		}
		step = length(u) * length(u) / bend
		if short {
			step = bend / length(y) / length(y)
		}
		step = math.Max(h.knob("step_min"), math.Min(h.knob("step_max"), step))
	}
	return h.x[h.t][c] - step*h.g[h.t][c]
}

func TestRateFreeStatements(t *testing.T) {
	lengthy.Test(t)
	meet(t, map[string]statement{
		"prodigy lr=1 beta1=0.8 beta2=0.95 d0=0.001 weight_decay=0.1": func(h history, c int) float64 {
			d := h.distances()
			m := h.mean(h.knob("beta1"), func(i int) float64 { return d[i] * h.g[i][c] })
			v := h.mean(h.knob("beta2"), func(i int) float64 { return d[i] * d[i] * h.g[i][c] * h.g[i][c] })
			x := h.x[h.t][c]
			return x - h.lr[h.t]*d[h.t]*(m/(math.Sqrt(v)+d[h.t+1]*h.knob("eps"))+h.knob("weight_decay")*x)
		},
		"dadapt_adam lr=1 beta1=0.8 beta2=0.95 d0=0.001": func(h history, c int) float64 {
			d := h.bounds()
			m := h.mean(h.knob("beta1"), func(i int) float64 { return h.lr[i] * d[i] * h.g[i][c] })
			return h.x[h.t][c] - m/(math.Sqrt(h.mean(h.knob("beta2"), h.square(c)))+h.knob("eps"))
		},
		"dog lr=1.5 reps_rel=0.01 eps=0.1": func(h history, c int) float64 {
			far, sum := 0.01*(1+length(h.x[0])), 0.1
			for i := 0; i <= h.t; i++ {
				far = math.Max(far, math.Hypot(h.x[i][0]-h.x[0][0], h.x[i][1]-h.x[0][1]))
				sum += length(h.g[i]) * length(h.g[i])
			}
			return h.x[h.t][c] - h.lr[h.t]*far/math.Sqrt(sum)*h.g[h.t][c]
		},
		"polyak lr=0.7 known_minimum=false f_star=-0.5": func(h history, c int) float64 {
			return h.x[h.t][c] - h.lr[h.t]*(h.f[h.t]+0.5)/length(h.g[h.t])/length(h.g[h.t])*h.g[h.t][c]
		},
		"barzilai_borwein lr=0.003 step_max=0.5": func(h history, c int) float64 { return h.barzilaiBorwein(true, c) },
		"barzilai_borwein lr=0.003 variant=long step_min=0.001 step_max=0.02": func(h history, c int) float64 {
			return h.barzilaiBorwein(false, c)
		},
		"schedule_free_sgd lr=0.01 beta=0.8": func(h history, c int) float64 {
			return h.free(h.knob("beta"), c, h.grad(c))
		},
		"schedule_free_adamw lr=0.05 beta1=0.8 beta2=0.95 weight_decay=0.2": func(h history, c int) float64 {
			return h.free(h.knob("beta1"), c, func(i int) float64 {
				v := h.until(i).fair(h.knob("beta2"), h.square(c))
				return h.g[i][c]/(math.Sqrt(v)+h.knob("eps")) + h.knob("weight_decay")*h.x[i][c]
			})
		},
	})
}

// TestElsewhereRelations: the methods become simpler ones at the ends of their knobs.
func TestElsewhereRelations(t *testing.T) {
	for _, c := range []relation{
		{"prodigy d0=0.05 d_coef=1e-30", "adam lr=0.05 bias_correction=false"},
		{"prodigy d0=0.05 d_coef=1e-30 eps=1e-30 use_bias_correction=true", "adam lr=0.05 eps=1e-30"},
		{"prodigy d0=0.05 lr=0.5 d_coef=1e-30 growth_rate=2", "adam lr=0.025 bias_correction=false"},
		{"prodigy lr=1 safeguard_warmup=true", "prodigy"},
		{"dadapt_adam d0=0.05 growth_rate=1.00000000000001", "adam lr=0.05 bias_correction=false"},
		{"barzilai_borwein lr=0.01 step_min=0.01 step_max=0.01", "sgd lr=0.01"},
		{"schedule_free_sgd lr=0.01 beta=0", "sgd lr=0.01"},
		{"schedule_free_adamw lr=0.05 beta1=0 weight_decay=0.3", "adamw lr=0.05 beta1=0 weight_decay=0.3"},
		{"lookahead_sgd lr=0.01 k=4 alpha=0.3", "sgd lr=0.01 lookahead_k=4 lookahead_alpha=0.3"},
		{"lookahead_sgd lr=0.01 momentum=0.7 alpha=1", "sgd lr=0.01 momentum=0.7"},
		{"lookahead_adam k=3 alpha=0.3", "adam lookahead_k=3 lookahead_alpha=0.3"},
		{"sam lr=0.01 rho=0 momentum=0.5", "sgd lr=0.01 momentum=0.5"},
		{"asam lr=0.01 rho=0", "sgd lr=0.01"},
		{"asam lr=0.001 rho=1e-12 eta=1e12", "sam lr=0.001 rho=1"},
		{"armijo lr=0.005", "sgd lr=0.005"},
		{"armijo lr=100 c1=1e-9 max_backtracks=100 weight_decay=2", "armijo lr=100 c1=1e-9 weight_decay=2"},
		{"perturbed_gd lr=0.01 g_thres=0", "sgd lr=0.01"},
		{"sgld lr=0.01 temperature=0", "sgd lr=0.01"},
		{"simulated_annealing T0=0", "random_search"},
	} {
		c.holds(t, planes["himmelblau"], 60)
	}
}

// TestPolyakHalves: on x^2 + y^2 the step to where a line would reach zero goes half the way, exactly.
func TestPolyakHalves(t *testing.T) {
	rows, plan := record(t, mustParse(t, "polyak"), floored{planes["sphere"], 0}, 10)
	for i, row := range rows {
		half := math.Exp2(-float64(i))
		if x := plan.X(row); math.Abs(x[0]+1.2*half) > 1e-15 || math.Abs(x[1]-half) > 1e-15 {
			t.Errorf("row %d: %v, want %v and %v", i, x, -1.2*half, half)
		}
	}
}

func TestPolyakNeedsAMinimum(t *testing.T) {
	rows, plan := record(t, mustParse(t, "polyak"), planes["sphere"], 1)
	if why := plan.Failure(rows[1]); why != optim.NoMinimum {
		t.Errorf("failure %v", why)
	}
	// A least loss above the present one asks for no step.
	rows, plan = record(t, mustParse(t, "polyak known_minimum=false f_star=100"), planes["sphere"], 1)
	if x := plan.X(rows[1]); plan.Failure(rows[1]) != optim.Sound || x[0] != -1.2 || x[1] != 1 {
		t.Errorf("above the loss: at %v, %v", x, plan.Failure(rows[1]))
	}
}

// TestBarzilaiBorweinMeetsCurvature: where all curvature is the same, the second step is Newton's.
func TestBarzilaiBorweinMeetsCurvature(t *testing.T) {
	for _, text := range []string{"barzilai_borwein lr=0.01", "barzilai_borwein lr=0.01 variant=long"} {
		rows, plan := record(t, mustParse(t, text), planes["sphere"], 2)
		if x := plan.X(rows[2]); length(x) > 1e-14 {
			t.Errorf("%s: %v", text, x)
		}
	}
	// On the quadratic of curvatures 1 and 25 the long step lies above the short one, both between the inverses.
	rows, plan := record(t, mustParse(t, "barzilai_borwein lr=0.01 variant=long"), planes["quadratic"], 400)
	for i := 2; i < 40; i++ {
		if step := field(t, plan, rows[i], "barzilai_borwein.step")[0]; !(step >= 1.0/25-1e-12 && step <= 1+1e-12) {
			t.Errorf("row %d: step %v", i, step)
		}
	}
	if loss := plan.Loss(rows[400]); loss > 1e-30 {
		t.Errorf("loss %v", loss)
	}
}

// TestEstimatesOnlyGrow: the distances of Prodigy and D-Adaptation never fall, and stay in the order of the true one.
func TestEstimatesOnlyGrow(t *testing.T) {
	for _, key := range []string{"prodigy", "dadapt_adam"} {
		rows, plan := record(t, mustParse(t, key), planes["sphere"], 500)
		before := 0.0
		for i, row := range rows[1:] {
			d := field(t, plan, row, key+".d")[0]
			if d < before {
				t.Fatalf("%s: row %d: %v after %v", key, i+1, d, before)
			}
			before = d
		}
		if !(before > 0.05 && before < 2*math.Sqrt2*math.Hypot(1.2, 1)) {
			t.Errorf("%s: distance %v", key, before)
		}
	}
	rows, plan := record(t, mustParse(t, "prodigy growth_rate=1.1 d0=0.001"), planes["sphere"], 50)
	for i := 3; i <= 50; i++ { // the first rise is free
		if r := field(t, plan, rows[i], "prodigy.d")[0] / field(t, plan, rows[i-1], "prodigy.d")[0]; r > 1.1+1e-12 {
			t.Errorf("row %d: d grows %v times", i, r)
		}
	}
}

// TestWarmUpFromNothing: at a rate of zero the rate-free methods stay where they are, and go on from there soundly.
func TestWarmUpFromNothing(t *testing.T) {
	for _, text := range []string{"prodigy", "dadapt_adam", "dog", "schedule_free_sgd", "schedule_free_adamw"} {
		spec := mustParse(t, text+" schedule=linear start_factor=1e-300 end_factor=1 total_iters=100")
		rows, plan := record(t, spec, planes["sphere"], 1000)
		if x := plan.X(rows[1]); math.Abs(x[0]+1.2) > 1e-12 || !(plan.Loss(rows[1000]) < plan.Loss(rows[0])/2) {
			t.Errorf("%s: %v after one update, loss %v in the end", text, x, plan.Loss(rows[1000]))
		}
	}
}

// TestDoGAverages: the second position is the mean of all positions met, weighted as if by t^8.
func TestDoGAverages(t *testing.T) {
	rows, plan := record(t, mustParse(t, "dog"), planes["himmelblau"], 40)
	sum, weights := 0.0, 0.0
	for i := range 40 {
		weight := 1.0
		for k := 1; k <= 8; k++ {
			weight *= float64(i + k)
		}
		weights += weight
		sum += weight * plan.X(rows[i])[0]
		if got := plan.Shadow(rows[i+1])[0]; math.Abs(got-sum/weights) > 1e-12 {
			t.Fatalf("row %d: %v, want %v", i+1, got, sum/weights)
		}
	}
}

// TestScheduleFreeMovesAsOne: a stage behind the rule moves the racer, its z and its average together.
func TestScheduleFreeMovesAsOne(t *testing.T) {
	flat := plane(func(float64, float64) (f, fx, fy float64) { return 1, 0, 0 })
	for _, key := range []string{"schedule_free_sgd", "schedule_free_adamw"} {
		rows, plan := record(t, mustParse(t, key+" lr=0.1 decoupled_decay=0.5"), flat, 20)
		for i, row := range rows {
			if want := math.Pow(1-0.1*0.5, float64(i)); math.Abs(plan.X(row)[1]-want) > 1e-14 {
				t.Errorf("%s: row %d: %v, want %v", key, i, plan.X(row)[1], want)
			}
		}
		if z, x := field(t, plan, rows[20], key+".z")[1], plan.Shadow(rows[20])[1]; math.Abs(z-x) > 1e-14 {
			t.Errorf("%s: z at %v, the average at %v", key, z, x)
		}
	}
}
