package optim_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
)

var inf = math.Inf(1)

// clamp is what torch.clamp makes of a number.
func clamp(v, lo, hi float64) float64 { return math.Min(math.Max(v, lo), hi) }

// ran are the rows of a spec's plan in a box, from row 0 on, to the last update that could be made.
func ran(t *testing.T, s optim.Spec, box optim.Box, obj optim.Objective, start []float64, steps int) (*optim.Plan, [][]float64) {
	t.Helper()
	plan, err := s.Plan(obj.Dim(), steps)
	if err != nil {
		t.Fatal(err)
	}
	plan.Within(box).Seed(7)
	rows := [][]float64{make([]float64, plan.Width())}
	plan.Start(rows[0], obj, start)
	for k := range steps {
		row := make([]float64, plan.Width())
		plan.Next(row, rows[k], obj, k)
		rows = append(rows, row)
	}
	return plan, rows
}

// TestProjectedMomentum: by hand. The point is clamped, the velocity is not: it goes on to grow at the wall.
func TestProjectedMomentum(t *testing.T) {
	spec := mustParse(t, "sgd lr=0.1 momentum=0.5")
	tilt := plane(func(x, y float64) (f, fx, fy float64) { return x + y*y, 1, 2 * y })
	box := optim.Box{Lo: []float64{-0.2, 0.25}, Hi: []float64{inf, 0.9}}
	plan, rows := ran(t, spec, box, tilt, []float64{0, 1}, 4)
	buffer, known := plan.Field("sgd.momentum_buffer")
	if !known {
		t.Fatal("no momentum_buffer")
	}
	for k, want := range []struct{ x, y, vx, vy, loss, gy float64 }{
		{0, 0.9, 0, 0, 0.81, 1.8},                 // the start is put into the box
		{-0.1, 0.72, 1, 1.8, 0.4184, 1.44},        // v = g
		{-0.2, 0.486, 1.5, 2.34, 0.036196, 0.972}, // x = -0.1 - 0.15, clamped
		{-0.2, 0.2718, 1.75, 2.142, -0.12612476, 0.5436},
		{-0.2, 0.25, 1.875, 1.6146, -0.1375, 0.5}, // y = 0.2718 - 0.16146, clamped
	} {
		x, v, g := plan.X(rows[k]), rows[k][buffer.At:][:2], plan.Grad(rows[k])
		got := []float64{x[0], x[1], v[0], v[1], plan.Loss(rows[k]), g[1]}
		for i, w := range []float64{want.x, want.y, want.vx, want.vy, want.loss, want.gy} {
			if math.Abs(got[i]-w) > 1e-15 {
				t.Errorf("step %d: %v, want %v", k, got, want)
				break
			}
		}
	}
	if x := plan.X(rows[4]); x[0] != -0.2 || x[1] != 0.25 {
		t.Errorf("at the walls: %v, not exactly on them", x)
	}
}

// TestProjectedAdam: as the paper's formula with a clamp behind it, on a valley whose bottom the box cuts off.
func TestProjectedAdam(t *testing.T) {
	const lr, beta1, beta2, eps = 0.1, 0.9, 0.999, 1e-8
	lo, hi := []float64{-1, -inf}, []float64{0.5, 0.3}
	plan, rows := ran(t, mustParse(t, "adam lr=0.1"), optim.Box{Lo: lo, Hi: hi}, planes["rosenbrock"], []float64{-1.2, 1}, 200)
	p, m, v := []float64{clamp(-1.2, lo[0], hi[0]), clamp(1, lo[1], hi[1])}, [2]float64{}, [2]float64{}
	at := 0
	for k := range rows {
		for i, x := range plan.X(rows[k]) {
			if math.Abs(x-p[i]) > 1e-9 {
				t.Fatalf("step %d: %v, want %v", k, plan.X(rows[k]), p)
			}
			if x == lo[i] || x == hi[i] {
				at++
			}
		}
		f, gx, gy := rosenbrock(p[0], p[1])
		if math.Abs(plan.Loss(rows[k])-f) > 1e-6 {
			t.Fatalf("step %d: loss %v, want %v", k, plan.Loss(rows[k]), f)
		}
		for i, g := range []float64{gx, gy} {
			m[i], v[i] = beta1*m[i]+(1-beta1)*g, beta2*v[i]+(1-beta2)*g*g
			n := float64(k + 1)
			step := lr * m[i] / (1 - math.Pow(beta1, n)) / (math.Sqrt(v[i]/(1-math.Pow(beta2, n))) + eps)
			p[i] = clamp(p[i]-step, lo[i], hi[i])
		}
	}
	if at < 20 {
		t.Errorf("at a wall in %d of 400 coordinates: the box is not felt", at)
	}
}

// boxes are closed, open, thin, and beside the start.
var boxes = []optim.Box{
	{Lo: []float64{-1, -0.5}, Hi: []float64{0.5, 0.75}},
	{Lo: []float64{-inf, 0.2}, Hi: []float64{0.4, inf}},
	{Lo: []float64{-0.1, 0.1}, Hi: []float64{-0.1 + 1e-12, inf}},
	{Lo: []float64{3, -inf}, Hi: []float64{inf, -2}},
}

// TestEveryMethodStaysInside: for 100 steps, bare and with stages, on a tilted plane, which pushes against the walls for ever,
// and in Rosenbrock's valley; and what the rows say is said of where they are.
func TestEveryMethodStaysInside(t *testing.T) {
	lengthy.Test(t)
	losses := map[string]plane{
		"tilted":     func(x, y float64) (f, fx, fy float64) { return x - 2*y, 1, -2 },
		"rosenbrock": rosenbrock,
	}
	everySpec(func(s optim.Spec) {
		if s.Schedule != "" {
			return
		}
		staged := s.With("decoupled_decay", optim.Num(0.01)).With("lookahead_k", optim.Num(3)).With("ema", optim.Num(0.5))
		for _, s := range []optim.Spec{s, s.With("maximize", optim.On(true)), staged} {
			for name, loss := range losses {
				for _, box := range boxes {
					inside(t, s, name, loss, box)
				}
			}
		}
	})
}

func inside(t *testing.T, s optim.Spec, name string, loss plane, box optim.Box) {
	t.Helper()
	plan, rows := ran(t, s, box, &curved{loss}, []float64{-1.2, 1}, 100)
	ema, averaged := plan.Field("ema.average")
	for k, row := range rows {
		points := [][]float64{plan.X(row)}
		if averaged && k > 0 {
			points = append(points, row[ema.At:][:2])
		}
		for _, p := range points {
			for i, x := range p {
				if x < box.Lo[i]-1e-16 || x > box.Hi[i]+1e-16 {
					t.Errorf("%v on %s, box %v: step %d is at %v", s, name, box, k, p)
					return
				}
			}
		}
		x, g := plan.X(row), plan.Grad(row)
		if f, fx, fy := loss(x[0], x[1]); f == f && (plan.Loss(row) != f || g[0] != fx || g[1] != fy) {
			t.Errorf("%v on %s: step %d says %v, %v at %v; want %v, (%v, %v)", s, name, k, plan.Loss(row), g, x, f, fx, fy)
			return
		}
	}
}

// curved is a loss with second derivatives, by differences: good enough for a method to have some.
type curved struct{ plane }

func (c curved) Hessian(h, x []float64, _ int) bool {
	const d = 1e-5
	for i := range 2 {
		a, b := slices.Clone(x), slices.Clone(x)
		a[i], b[i] = a[i]-d, b[i]+d
		_, ax, ay := c.plane(a[0], a[1])
		_, bx, by := c.plane(b[0], b[1])
		h[2*i], h[2*i+1] = (bx-ax)/(2*d), (by-ay)/(2*d)
	}
	h[1] = (h[1] + h[2]) / 2
	h[2] = h[1]
	return true
}

// TestWideBoxIsNone: a box that nobody touches changes no bit, and neither does one without sides.
func TestWideBoxIsNone(t *testing.T) {
	everySpec(func(s optim.Spec) {
		if s.Schedule != "" {
			return
		}
		_, want := ran(t, s, optim.Box{}, &curved{rosenbrock}, []float64{-1.2, 1}, 40)
		for _, b := range []float64{1e300, inf} {
			_, got := ran(t, s, optim.Box{Lo: []float64{-b, -b}, Hi: []float64{b, b}}, &curved{rosenbrock}, []float64{-1.2, 1}, 40)
			if fmt.Sprint(got) != fmt.Sprint(want) { // NaN is NaN
				t.Errorf("%v: a box of %v changes the race", s, b)
			}
		}
	})
	open := optim.Box{Lo: []float64{-inf, -inf}, Hi: []float64{inf, inf}}
	if !(optim.Box{}).Everywhere() || !open.Everywhere() || boxes[1].Everywhere() {
		t.Error("Everywhere is not everywhere")
	}
}

// TestProjectionAllocatesNothing.
func TestProjectionAllocatesNothing(t *testing.T) {
	for _, m := range optim.Methods() {
		if m.Allocates {
			continue
		}
		plan, err := optim.Spec{Method: m.Key}.Plan(2, 100)
		if err != nil {
			t.Fatal(err)
		}
		plan.Within(boxes[0])
		row, k := make([]float64, plan.Width()), 0
		plan.Start(row, planes["sphere"], []float64{-1.2, 1})
		if n := testing.AllocsPerRun(50, func() { plan.Next(row, row, planes["sphere"], k); k++ }); n != 0 {
			t.Errorf("%s allocates %v times a step", m.Key, n)
		}
	}
}

// TestBoxGoesWithThePlan: into its forks and to longer points.
func TestBoxGoesWithThePlan(t *testing.T) {
	plan, err := mustParse(t, "momentum lr=0.1 ema=0.5").Plan(2, 10)
	if err != nil {
		t.Fatal(err)
	}
	plan.Within(boxes[0])
	wide := plan.Within(boxes[0]).Resized(6)
	row, together := make([]float64, wide.Width()), several{planes["beale"], 3}
	wide.Start(row, together, []float64{-1.2, 0.3, 2, 1, -0.7, 2})
	var alone [3][]float64
	forks := [3]*optim.Plan{plan, plan.Fork(), plan.Fork().Fork()}
	for i, start := range [][]float64{{-1.2, 1}, {0.3, -0.7}, {2, 2}} {
		alone[i] = make([]float64, plan.Width())
		forks[i].Start(alone[i], planes["beale"], start)
	}
	for k := range 10 {
		wide.Next(row, row, together, k)
		for i := range alone {
			forks[i].Next(alone[i], alone[i], planes["beale"], k)
			x := plan.X(alone[i])
			if wide.X(row)[i] != x[0] || wide.X(row)[3+i] != x[1] {
				t.Fatalf("step %d: run %d is at %v alone, and together at %v", k, i, x, wide.X(row))
			}
		}
	}
}
