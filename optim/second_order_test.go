package optim_test

import (
	"math"
	"slices"
	"testing"

	"descentlab/optim"
)

var corner = []float64{-1.2, 1, 0.7, -0.3, 2}

// TestNewtonOnQuadratics: one update lands where the gradient is 0, be that a minimum or a saddle; half the rate goes half
// the way.
func TestNewtonOnQuadratics(t *testing.T) {
	for _, values := range [][]float64{{1, 2}, {1e-3, 1e3}, {-1, 2}, {-4, -3}, {1, 5, -2, 7, 0.1}, {3}} {
		q := randomQuadratic(1, values...)
		x0 := corner[:len(values)]
		plan, rows := walk(t, "newton", q, x0, 1)
		if g := long(plan.Grad(rows[1])); g > 1e-11*long(plan.Grad(rows[0])) {
			t.Errorf("eigenvalues %v: gradient %v after an update", values, g)
		}
		half, _ := move(t, "newton lr=0.5", q, x0)
		for i, d := range half {
			if whole := plan.X(rows[1])[i] - x0[i]; math.Abs(2*d-whole) > 1e-12*(1+math.Abs(whole)) {
				t.Errorf("eigenvalues %v: half of %v is %v", values, whole, d)
			}
		}
	}
}

func TestSingularHessianFails(t *testing.T) {
	flat := randomQuadratic(2, 0, 3)
	for text, obj := range map[string]optim.Objective{
		"newton": flat, "saddle_free_newton damping=0": flat, "gauss_newton damping=0": planes["beale"],
	} {
		x0 := []float64{-1.2, 1} // where two of Beale's residuals do not depend on x
		plan, rows := walk(t, text, obj, x0, 1)
		if plan.Failure(rows[1]) != optim.SingularHessian || !slices.Equal(plan.X(rows[1]), x0) {
			t.Errorf("%s: %v at %v", text, plan.Failure(rows[1]), plan.X(rows[1]))
		}
	}
	for _, text := range []string{"damped_newton", "trust_region_newton", "saddle_free_newton", "cubic_newton"} {
		plan, rows := walk(t, text, flat, []float64{-1.2, 1}, 60)
		if plan.Failure(rows[60]) != optim.Sound || !(plan.Loss(rows[60]) < plan.Loss(rows[0])) {
			t.Errorf("%s: %v, loss %v", text, plan.Failure(rows[60]), plan.Loss(rows[60]))
		}
	}
}

// TestSaddleFree: along every eigenvector the step is the slope over the eigenvalue's size.
func TestSaddleFree(t *testing.T) {
	q := quadratic{[]float64{3, 0, 0, -0.5}, []float64{0.2, 0.1}}
	step, grad := move(t, "saddle_free_newton damping=0.25", q, []float64{-1.2, 1})
	for i, size := range []float64{3.25, 0.75} {
		if want := -grad[i] / size; math.Abs(step[i]-want) > 1e-15 {
			t.Errorf("step %v along axis %d, want %v", step[i], i, want)
		}
	}
	turned := randomQuadratic(4, -2, -1, 3)
	step, grad = move(t, "saddle_free_newton damping=0", turned, corner[:3])
	// |H| is the root of H^2, so H^2 applied to the step twice divided is H*H*step = |H||H|step = -|H|grad.
	left, again := turned.times(turned.times(step)), turned.times(turned.times(grad))
	if a, b := inner(left, left), inner(again, grad); math.Abs(a-b) > 1e-11*b {
		t.Errorf("|H|^2 step is %v long, |H| grad %v", math.Sqrt(a), math.Sqrt(b))
	}
	if !(inner(step, grad) < 0) {
		t.Error("the step leads up")
	}
}

// TestTrustRegion checks the conditions that mark the exact minimizer (Nocedal & Wright 2006, theorem 4.1): for some shift
// s >= 0, (H + s I) d = -g with H + s I positive semidefinite, and s = 0 or |d| = radius.
func TestTrustRegion(t *testing.T) {
	for seed, values := range [][]float64{{1, 2}, {-1, 2}, {-5, -4}, {1e-6, 1e3}, {-3, 0, 1, 4}, {-2, -2, 5}, {0, 1}} {
		for _, radius := range []float64{0.01, 0.5, 100} {
			q := randomQuadratic(uint64(seed), values...)
			spec := mustParse(t, "trust_region_newton max_radius=1000 eta=0").With("radius", optim.Num(radius))
			d, g := move(t, spec.String(), q, corner[:len(values)])
			off := q.times(d)
			axpy(off, 1, g)
			shift := -inner(off, d) / inner(d, d)
			axpy(off, shift, d)
			scale := long(g)
			if long(off) > 1e-9*scale {
				t.Errorf("%v, radius %v: (H + %v I) d misses -g by %v of %v", values, radius, shift, long(off), scale)
			}
			tol := 1e-9 * (1 + math.Abs(values[0]))
			if shift < -tol || shift < -slices.Min(values)-tol {
				t.Errorf("%v, radius %v: shift %v is too small", values, radius, shift)
			}
			inside := long(d) < radius*(1-1e-9)
			if long(d) > radius*(1+1e-9) || inside && math.Abs(shift) > tol {
				t.Errorf("%v, radius %v: length %v with shift %v", values, radius, long(d), shift)
			}
		}
	}
}

// TestTrustRegionHardCase starts where the gradient has no part along the downward axis, and where it is 0: the step goes to
// the edge all the same.
func TestTrustRegionHardCase(t *testing.T) {
	saddle := quadratic{[]float64{4, 0, 0, -2}, []float64{0, 0}}
	for _, x0 := range [][]float64{{1, 0}, {0, 0}} {
		d, _ := move(t, "trust_region_newton radius=2", saddle, x0)
		if want := -4 * x0[0] / 6; math.Abs(d[0]-want) > 1e-15 || math.Abs(long(d)-2) > 1e-14 {
			t.Errorf("from %v: step %v, want %v and the length 2", x0, d, want)
		}
		d, _ = move(t, "cubic_newton adaptive=false M=3", saddle, x0)
		if math.Abs(d[0]+4*x0[0]/6) > 1e-15 || math.Abs(long(d)-2*2.0/3) > 1e-14 {
			t.Errorf("cubic from %v: step %v", x0, d)
		}
	}
}

// TestTrustRegionRadius: a rejected step stays and quarters the radius; a perfect one at the edge doubles it.
func TestTrustRegionRadius(t *testing.T) {
	plan, rows := walk(t, "trust_region_newton radius=8", planes["rosenbrock"], []float64{-1.2, 1}, 12)
	radius, _ := plan.Field("trust_region_newton.radius")
	stayed := 0
	for i := 1; i < len(rows); i++ {
		before := 8.0
		if i > 1 {
			before = rows[i-1][radius.At]
		}
		after := rows[i][radius.At]
		if slices.Equal(plan.X(rows[i]), plan.X(rows[i-1])) {
			stayed++
			if after != before/4 {
				t.Errorf("update %d stays, radius %v after %v", i, after, before)
			}
		} else if !(plan.Loss(rows[i]) < plan.Loss(rows[i-1])) {
			t.Errorf("update %d goes up", i)
		}
		if plan.Evaluations(rows[i])-plan.Evaluations(rows[i-1]) != 3 {
			t.Errorf("update %d: %v evaluations", i, plan.Evaluations(rows[i]))
		}
	}
	if stayed == 0 {
		t.Error("no step was rejected")
	}
	far := quadratic{[]float64{1, 0, 0, 1}, []float64{0, 0}}
	plan, rows = walk(t, "trust_region_newton radius=1 max_radius=3", far, []float64{10, 0}, 4)
	for i, want := range []float64{9, 7, 4, 1} {
		if x := plan.X(rows[i+1])[0]; math.Abs(x-want) > 1e-13 {
			t.Errorf("after update %d at %v, want %v", i, x, want)
		}
	}
}

// TestCubicOptimality checks that (H + M/2 |d| I) d = -g and that H + M/2 |d| I is positive semidefinite (Nesterov &
// Polyak 2006, proposition 1).
func TestCubicOptimality(t *testing.T) {
	for seed, values := range [][]float64{{1, 2}, {-1, 2}, {-5, -4}, {1e-6, 1e3}, {-3, 0, 1, 4}, {-2, -2, 5}, {0, 1}, {-7}} {
		for _, m := range []float64{0.02, 1, 500} {
			q := randomQuadratic(uint64(seed), values...)
			spec := mustParse(t, "cubic_newton adaptive=false").With("M", optim.Num(m))
			d, g := move(t, spec.String(), q, corner[:len(values)])
			shift := m / 2 * long(d)
			off := q.times(d)
			axpy(off, 1, g)
			axpy(off, shift, d)
			if long(off) > 1e-10*(long(g)+shift*long(d)) {
				t.Errorf("%v, M %v: misses by %v", values, m, long(off))
			}
			if shift < -slices.Min(values)-1e-9*(1+shift) {
				t.Errorf("%v, M %v: shift %v is too small", values, m, shift)
			}
		}
	}
}

// TestCubicAdapts: M doubles with each step that is not made, halves with each that is, and the loss never rises.
func TestCubicAdapts(t *testing.T) {
	plan, rows := walk(t, "cubic_newton M=0.5", planes["rosenbrock"], []float64{-1.2, 1}, 30)
	m, _ := plan.Field("cubic_newton.M")
	before, stayed := 0.5, 0
	for i := 1; i < len(rows); i++ {
		want := before / 2
		if slices.Equal(plan.X(rows[i]), plan.X(rows[i-1])) {
			want = 2 * before
			stayed++
		}
		if before = rows[i][m.At]; before != want {
			t.Errorf("update %d: M = %v, want %v", i, before, want)
		}
		if plan.Loss(rows[i]) > plan.Loss(rows[i-1]) {
			t.Errorf("update %d goes up", i)
		}
	}
	if stayed == 0 {
		t.Error("no step was rejected")
	}
}

// TestDampedNewton: the first step solves (H + s I) d = -g, also where the Hessian is not positive definite, and the loss
// never rises.
func TestDampedNewton(t *testing.T) {
	for _, c := range []struct {
		values []float64
		shift  float64
	}{{[]float64{1, 2}, 0.5}, {[]float64{-3, 2}, 3.5}, {[]float64{-1, -4, 6}, 4.5}} {
		q := randomQuadratic(5, c.values...)
		d, g := move(t, "damped_newton damping=0.5", q, corner[:len(c.values)])
		off := q.times(d)
		axpy(off, 1, g)
		axpy(off, c.shift, d)
		if long(off) > 1e-11*long(g) {
			t.Errorf("%v: misses by %v", c.values, long(off))
		}
	}
	for name, p := range planes {
		plan, rows := walk(t, "damped_newton", p, []float64{-1.2, 1}, 60)
		for i := 1; i < len(rows); i++ {
			if plan.Loss(rows[i]) > plan.Loss(rows[i-1])+1e-12 {
				t.Errorf("%s: update %d goes up from %v to %v", name, i, plan.Loss(rows[i-1]), plan.Loss(rows[i]))
			}
		}
	}
}

// TestGaussNewton takes the two steps that pure Gauss-Newton needs on Rosenbrock, whose residuals are 1-x and 10(y-x^2): x
// is right after the first.
func TestGaussNewton(t *testing.T) {
	plan, rows := walk(t, "gauss_newton damping=0", planes["rosenbrock"], []float64{-1.2, 1}, 2)
	first, second := plan.X(rows[1]), plan.X(rows[2])
	if math.Abs(first[0]-1) > 1e-13 || math.Abs(first[1]-(1.44-2.4*2.2)) > 1e-12 {
		t.Errorf("after an update: %v", first)
	}
	if math.Abs(second[0]-1) > 1e-12 || math.Abs(second[1]-1) > 1e-12 {
		t.Errorf("after two: %v", second)
	}
	// With damping the normal equations are those of a ridge.
	d, g := move(t, "gauss_newton damping=3", planes["rosenbrock"], []float64{-1.2, 1})
	h := [4]float64{2 + 2*24*24 + 3, 2 * 24 * 10, 2 * 24 * 10, 200 + 3}
	for i := range d {
		if off := h[2*i]*d[0] + h[2*i+1]*d[1] + g[i]; math.Abs(off) > 1e-10 {
			t.Errorf("damped: equation %d misses by %v", i, off)
		}
	}
	plan, rows = walk(t, "gauss_newton", planes["himmelblau"], []float64{-1.2, 1}, 1)
	if plan.Failure(rows[1]) != optim.NoResiduals {
		t.Errorf("without residuals: %v", plan.Failure(rows[1]))
	}
}

// TestPenaltyBends: weight decay before a second-order method is part of its Hessian, so Newton still needs one step.
func TestPenaltyBends(t *testing.T) {
	plan, rows := walk(t, "newton weight_decay=0.5", planes["sphere"], []float64{-1.2, 1}, 1)
	if x := plan.X(rows[1]); long(x) > 1e-9 {
		t.Errorf("newton ends at %v", x)
	}
	plan, rows = walk(t, "gauss_newton damping=0 weight_decay=0.5", planes["sphere"], []float64{-1.2, 1}, 1)
	if x := plan.X(rows[1]); long(x) > 1e-15 {
		t.Errorf("gauss_newton ends at %v", x)
	}
}

// TestGradientFlow meets the exact curve exp(-Ht) of a quadratic, with an error of fourth order in the substeps.
func TestGradientFlow(t *testing.T) {
	q := quadratic{[]float64{3, 0, 0, -0.5}, []float64{0, 0}}
	x0 := []float64{-1.2, 1}
	miss := func(spec string) float64 {
		plan, rows := walk(t, spec, q, x0, 5)
		x := plan.X(rows[5])
		return math.Hypot(x[0]-x0[0]*math.Exp(-3*0.5), x[1]-x0[1]*math.Exp(0.5*0.5))
	}
	coarse, fine := miss("gradient_flow lr=0.1 substeps=1"), miss("gradient_flow lr=0.1 substeps=2")
	if ratio := coarse / fine; coarse > 1e-3 || ratio < 14 || ratio > 20 {
		t.Errorf("error %v, with twice the substeps %v", coarse, fine)
	}
	if exact := miss("gradient_flow lr=0.1 substeps=50"); exact > 1e-10 {
		t.Errorf("error %v with 50 substeps", exact)
	}
	// One Runge-Kutta step is the exponential series up to fourth order.
	d, _ := move(t, "gradient_flow lr=0.1 substeps=1", q, x0)
	z := -0.3
	if want := x0[0] * (z + z*z/2 + z*z*z/6 + z*z*z*z/24); math.Abs(d[0]-want) > 1e-15 {
		t.Errorf("step %v, want %v", d[0], want)
	}
	plan, rows := walk(t, "gradient_flow substeps=3", q, x0, 2)
	if n := plan.Evaluations(rows[2]); n != 24 {
		t.Errorf("%d evaluations for two updates of three substeps", n)
	}
}

// broken is a loss that is finite, whose derivatives are not.
type broken struct{ slope, bend float64 }

func (broken) Dim() int { return 2 }

func (b broken) Eval(grad, x []float64, _ int) float64 {
	if grad != nil {
		grad[0], grad[1] = 2*x[0]+b.slope, 2*x[1]
	}
	return x[0]*x[0] + x[1]*x[1]
}

func (b broken) Hessian(h, _ []float64, _ int) bool {
	h[0], h[1], h[2], h[3] = 2+b.bend, 0, 0, 2
	return true
}

func (b broken) GaussNewton(h, x []float64, draw int) bool { return b.Hessian(h, x, draw) }

// TestNotFiniteCurvature: with second derivatives that are NaN or infinite a method fails, or x becomes NaN, which ends
// the run too.
func TestNotFiniteCurvature(t *testing.T) {
	for _, m := range optim.Methods() {
		if m.Family != optim.SecondOrder || m.Key == "gradient_flow" {
			continue
		}
		for _, bend := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
			plan, rows := walk(t, m.Key, broken{bend: bend}, []float64{-1.2, 1}, 3)
			if plan.Failure(rows[1]) == optim.Sound && !math.IsNaN(plan.X(rows[1])[0]) {
				t.Errorf("%s takes the curvature %v and goes to %v", m.Key, bend, plan.X(rows[1]))
			}
		}
	}
}
