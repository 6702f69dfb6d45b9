package optim_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"descentlab/optim"
)

// quadratic is the quadratic x'Hx/2 - b'x in as many coordinates as b has.
type quadratic struct{ h, b []float64 }

func (q quadratic) Dim() int { return len(q.b) }

func (q quadratic) Eval(grad, x []float64, _ int) float64 {
	f := 0.0
	for i, v := range x {
		slope := -q.b[i]
		for k, w := range x {
			slope += q.h[i*len(x)+k] * w
		}
		f += (slope - q.b[i]) * v / 2
		if grad != nil {
			grad[i] = slope
		}
	}
	return f
}

func (q quadratic) Hessian(h, _ []float64, _ int) bool {
	copy(h, q.h)
	return true
}

// randomQuadratic has these eigenvalues along random axes.
func randomQuadratic(seed uint64, values ...float64) quadratic {
	n := len(values)
	random := rand.New(rand.NewPCG(seed, 3))
	q := quadratic{make([]float64, n*n), make([]float64, n)}
	axes := make([][]float64, n)
	for k := range axes {
		axes[k] = make([]float64, n)
		for i := range axes[k] {
			axes[k][i] = random.NormFloat64()
		}
		for range 2 { // Gram and Schmidt, twice is enough
			for _, before := range axes[:k] {
				axpy(axes[k], -inner(before, axes[k]), before)
			}
		}
		size := math.Sqrt(inner(axes[k], axes[k]))
		for i := range axes[k] {
			axes[k][i] /= size
		}
		for i := range n {
			for j := range n {
				q.h[i*n+j] += values[k] * (axes[k][i] * axes[k][j])
			}
		}
		q.b[k] = random.NormFloat64()
	}
	return q
}

func inner(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func axpy(y []float64, a float64, x []float64) {
	for i := range y {
		y[i] += a * x[i]
	}
}

// times is H*v.
func (q quadratic) times(v []float64) []float64 {
	out := make([]float64, len(v))
	for i := range out {
		out[i] = inner(q.h[i*len(v):][:len(v)], v)
	}
	return out
}

// walk makes updates from x0 and returns the plan and all rows.
func walk(t *testing.T, text string, obj optim.Objective, x0 []float64, steps int) (*optim.Plan, [][]float64) {
	t.Helper()
	plan, err := mustParse(t, text).Plan(len(x0), max(steps, 1))
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]float64{make([]float64, plan.Width())}
	plan.Start(rows[0], obj, x0)
	for i := range steps {
		row := make([]float64, plan.Width())
		plan.Next(row, rows[i], obj, i)
		rows = append(rows, row)
	}
	return plan, rows
}

// move is the first update's step and the gradient before it.
func move(t *testing.T, text string, obj optim.Objective, x0 []float64) (step, grad []float64) {
	t.Helper()
	plan, rows := walk(t, text, obj, x0, 1)
	step = slices.Clone(plan.X(rows[1]))
	axpy(step, -1, x0)
	return step, plan.Grad(rows[0])
}

func long(v []float64) float64 { return math.Sqrt(inner(v, v)) }
