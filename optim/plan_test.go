package optim_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
)

func TestFieldsTileTheRow(t *testing.T) {
	everySpec(func(s optim.Spec) {
		plan, err := s.With("clip_norm", optim.Num(1)).With("weight_decay", optim.Num(0.1)).Plan(3, 10)
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		seen := make(map[string]bool)
		for _, f := range plan.Fields() {
			if f.At != at || f.Len < 1 || seen[f.Name] {
				t.Errorf("%v: field %+v, expected at %d and once", s, f, at)
			}
			seen[f.Name] = true
			at += f.Len
			if found, ok := plan.Field(f.Name); !ok || found != f {
				t.Errorf("%v: Field(%q) = %v, %v", s, f.Name, found, ok)
			}
		}
		if at != plan.Width() {
			t.Errorf("%v: fields end at %d, width %d", s, at, plan.Width())
		}
		for _, name := range []string{"loss", "evaluations", "lr", "failure", "x", "grad"} {
			if !seen[name] {
				t.Errorf("%v: no field %q", s, name)
			}
		}
	})
}

func TestFieldNames(t *testing.T) {
	spec := mustParse(t, "adamw amsgrad=true clip_norm=1")
	plan, err := spec.Plan(2, 10)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range plan.Fields() {
		names = append(names, f.Name)
	}
	want := []string{"loss", "evaluations", "lr", "failure", "x", "grad", "clip_norm.direction",
		"adam.exp_avg", "adam.exp_avg_sq", "adam.max_exp_avg_sq", "adam.direction", "decay.direction", "rate.direction"}
	if !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
	twice := optim.NewPlan(1, optim.Fixed(1), optim.Decay{Weight: 1}, optim.Decay{Weight: 2})
	if _, ok := twice.Field("decay2.direction"); !ok {
		t.Errorf("fields of a repeated rule: %v", twice.Fields())
	}
}

// TestResumeFromAnyRow continues from copied rows on a fresh plan: every method under every schedule, with and
// without clipping, decay and noise. Not a bit may differ.
func TestResumeFromAnyRow(t *testing.T) {
	lengthy.Test(t)
	const steps = 24
	everySpec(func(s optim.Spec) {
		for _, staged := range []bool{false, true} {
			if staged {
				s = everyStage(s)
			}
			for _, sigma := range []float64{0, 0.3} {
				obj := optim.NewNoise(planes["rosenbrock"], sigma, 5)
				rows, plan := record(t, s, obj, steps)
				for from := 0; from < steps; from += 5 {
					fresh := optim.NewNoise(planes["rosenbrock"], sigma, 5)
					fork := plan.Fork()
					row := slices.Clone(rows[from])
					for i := from; i < steps; i++ {
						fork.Next(row, row, fresh, i)
						if !sameBits(row, rows[i+1]) {
							t.Fatalf("%v, noise %v: resumed from %d, row %d differs:\n%v\n%v", s, sigma, from, i+1, row, rows[i+1])
						}
					}
				}
			}
		}
	})
}

// everyStage switches all stages on.
func everyStage(s optim.Spec) optim.Spec {
	for _, k := range optim.StageKnobs() {
		v := 0.4
		switch k.Kind {
		case optim.Integer:
			v = 3
		case optim.Switch:
			v = 1
		}
		s = s.With(k.Name, optim.Num(v))
	}
	return s
}

func sameBits(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) })
}

func TestRowsStateTheRun(t *testing.T) {
	everySpec(func(s optim.Spec) {
		const steps = 12
		loss := planes["beale"]
		rows, plan := record(t, s, loss, steps)
		rates := s.Rates(steps)
		least := 1
		if method(t, s).Allocates {
			least = 0 // where gonum's method has ended
		}
		for i, row := range rows {
			x := plan.X(row)
			f, gx, gy := loss(x[0], x[1])
			if math.IsNaN(f) {
				break // the run has diverged
			}
			if plan.Loss(row) != f || !slices.Equal(plan.Grad(row), []float64{gx, gy}) {
				t.Fatalf("%v: row %d states loss %v and gradient %v, at its x they are %v and %v, %v",
					s, i, plan.Loss(row), plan.Grad(row), f, gx, gy)
			}
			if i > 0 && plan.Evaluations(row) < plan.Evaluations(rows[i-1])+least {
				t.Fatalf("%v: row %d states %d evaluations, the one before %d", s, i, plan.Evaluations(row), plan.Evaluations(rows[i-1]))
			}
			if want := rates[max(i-1, 0)]; plan.LR(row) != want || plan.Rate(max(i-1, 0)) != want {
				t.Fatalf("%v: row %d states lr %v, want %v", s, i, plan.LR(row), want)
			}
			if i > 0 {
				fields := plan.Fields()
				last := fields[len(fields)-1]
				factor := 1.0
				_, rated := plan.Field("rate.direction")
				if back := strings.HasPrefix(last.Name, "lookahead.") && i%int(s.Get("k").Num) == 0; rated && !back {
					factor = plan.LR(row)
				}
				for c, d := range row[last.At : last.At+last.Len] {
					if before := plan.X(rows[i-1])[c]; x[c] != math.FMA(-factor, d, before) {
						t.Fatalf("%v: row %d: %v - %v*%v is not %v", s, i, before, factor, d, x[c])
					}
				}
			}
		}
	})
}

func TestNextAllocatesNothing(t *testing.T) {
	everySpec(func(s optim.Spec) {
		if method(t, s).Allocates {
			return
		}
		s = everyStage(s)
		obj := optim.NewNoise(planes["beale"], 0.1, 3)
		plan, err := s.Plan(2, 100)
		if err != nil {
			t.Fatal(err)
		}
		row := make([]float64, plan.Width())
		plan.Start(row, obj, []float64{0.5, 0.5})
		step := 0
		if n := testing.AllocsPerRun(50, func() {
			plan.Next(row, row, obj, step)
			step++
		}); n != 0 {
			t.Errorf("%v: %v allocations", s, n)
		}
	})
}

// ahead is a rule that takes the gradient elsewhere: where a unit step down would lead.
type ahead struct{}

func (ahead) Name() string     { return "ahead" }
func (ahead) Memory() []string { return []string{"probe"} }

func (ahead) Apply(s *optim.Step) {
	probe := s.Mem[0]
	for i, d := range s.Dir {
		probe[i] = s.X[i] - d
	}
	s.Eval(s.Dir, probe)
}

func TestRulesMayLookElsewhere(t *testing.T) {
	// On x^2 + y^2 the gradient after a unit step down is minus the gradient: the point walks up, 3-fold for lr 1.
	plan := optim.NewPlan(2, optim.Fixed(1), ahead{}, optim.Rate{})
	row := make([]float64, plan.Width())
	plan.Start(row, planes["sphere"], []float64{1, -2})
	for i := range 3 {
		plan.Next(row, row, planes["sphere"], i)
	}
	if x := plan.X(row); x[0] != 27 || x[1] != -54 {
		t.Errorf("x = %v", x)
	}
	if n := plan.Evaluations(row); n != 6 {
		t.Errorf("%d evaluations, want 2 for each of 3 updates", n)
	}
}

// TestDecayBeforeAndAfter: before Adam the decay is divided with the gradient, after it is not.
func TestDecayBeforeAndAfter(t *testing.T) {
	first := func(text string) []float64 {
		spec := mustParse(t, text)
		rows, plan := record(t, spec, planes["sphere"], 1)
		return plan.X(rows[1])
	}
	// Adam's first step has length lr, whatever the gradient: L2 cannot be seen in it.
	plain, l2 := first("adam lr=0.1"), first("adam lr=0.1 weight_decay=0.5")
	decoupled := first("adamw lr=0.1 weight_decay=0.5")
	for i, x := range []float64{-1.2, 1} {
		if math.Abs(plain[i]-l2[i]) > 1e-8 {
			t.Errorf("L2 moves the first step from %v to %v", plain[i], l2[i])
		}
		if want := plain[i] - 0.1*0.5*x; math.Abs(decoupled[i]-want) > 1e-15 {
			t.Errorf("decoupled: %v, want %v", decoupled[i], want)
		}
	}
}

func TestClip(t *testing.T) {
	apply := func(r optim.Rule, dir ...float64) []float64 {
		r.Apply(&optim.Step{Dir: dir})
		return dir
	}
	cases := []struct {
		rule      optim.Rule
		dir, want []float64
	}{
		{optim.ClipNorm{Max: 10}, []float64{3, 4}, []float64{3, 4}},
		{optim.ClipNorm{Max: 1}, []float64{3, 4}, []float64{3 / 5.000001, 4 / 5.000001}},
		{optim.ClipNorm{Max: 1}, []float64{3e200, 4e200}, []float64{0.6, 0.8}},
		{optim.ClipValue{Max: 1}, []float64{-3, 0.5}, []float64{-1, 0.5}},
		{optim.ClipValue{Max: 1}, []float64{math.Inf(1), math.Inf(-1)}, []float64{1, -1}},
	}
	for _, c := range cases {
		name := fmt.Sprint(c.rule, c.dir)
		got := apply(c.rule, slices.Clone(c.dir)...)
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > 1e-15 {
				t.Errorf("%s: got %v, want %v", name, got, c.want)
			}
		}
	}
	for _, r := range []optim.Rule{optim.ClipNorm{Max: 1}, optim.ClipValue{Max: 1}} {
		if got := apply(r, math.NaN(), 1); !math.IsNaN(got[0]) {
			t.Errorf("%T hides a NaN: %v", r, got)
		}
	}
}

func TestAdamWithoutBiasCorrection(t *testing.T) {
	spec := mustParse(t, "adam lr=1 beta1=0.75 beta2=0.75 eps=0 bias_correction=false")
	rows, plan := record(t, spec, planes["sphere"], 1)
	// m = g/4 and v = g^2/4: the first step is half as long as lr.
	if x := plan.X(rows[1]); x[0] != -1.2+0.5 || x[1] != 1-0.5 {
		t.Errorf("x = %v", x)
	}
}

func TestAMSGradNeverForgets(t *testing.T) {
	spec := mustParse(t, "adam amsgrad=true")
	rows, plan := record(t, spec, planes["rosenbrock"], 300)
	most, ok := plan.Field("adam.max_exp_avg_sq")
	if !ok {
		t.Fatal("no memory max_exp_avg_sq")
	}
	for i := 1; i < len(rows); i++ {
		if rows[i][most.At] < rows[i-1][most.At] {
			t.Fatalf("row %d: %v after %v", i, rows[i][most.At], rows[i-1][most.At])
		}
	}
}

// TestASGDAverages: the average follows the position up to update t0+1 and is the mean of the positions from there.
func TestASGDAverages(t *testing.T) {
	const t0, steps = 5, 40
	rows, plan := record(t, mustParse(t, "asgd lr=0.1 t0=5"), planes["sphere"], steps)
	ax, ok := plan.Field("asgd.ax")
	if !ok {
		t.Fatal("no memory ax")
	}
	sum := 0.0
	for i := 1; i <= steps; i++ {
		x := plan.X(rows[i])[0]
		want := x
		if i >= t0+2 {
			sum += x
			want = sum / float64(i-t0-1)
		}
		if got := rows[i][ax.At]; math.Abs(got-want) > 1e-15 {
			t.Fatalf("row %d: ax = %v, want %v", i, got, want)
		}
	}
}

func method(t *testing.T, s optim.Spec) *optim.Method {
	t.Helper()
	m, err := optim.LookupMethod(s.Method)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func mustParse(t *testing.T, text string) optim.Spec {
	t.Helper()
	spec, err := optim.ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	return spec
}
