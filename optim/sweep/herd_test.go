package sweep

import (
	"testing"

	"descentlab/optim"
)

// bowl is x^2 + 2*y^2, undefined left of -1.
type bowl struct{}

func (bowl) Dim() int { return 2 }

func (bowl) Eval(grad, x []float64, _ int) float64 { panic("a herd asks for many at once") }

func (bowl) Many(f, grad, x []float64, _ int) bool {
	n := len(f)
	for i := range f {
		a, b := x[i], x[n+i]
		zero := 0.0
		if a < -1 {
			a /= zero
		}
		f[i], grad[i], grad[n+i] = a*a+2*b*b, 2*a, 4*b
	}
	return false
}

// TestHerdStays: a herd that has been driven before allocates nothing, whatever becomes of its runs.
func TestHerdStays(t *testing.T) {
	spec, err := optim.ParseSpec("adam lr=0.05")
	if err != nil {
		t.Fatal(err)
	}
	w := &Work{
		Objective: func() optim.Objective { return bowl{} }, Steps: 300,
		View: Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}, Targets: []Target{{Within: 0.01}},
	}
	if err := w.ready(); err != nil {
		t.Fatal(err)
	}
	plan, err := spec.Plan(2, w.Steps)
	if err != nil {
		t.Fatal(err)
	}
	m := w.maker(plan)
	starts, out := make([]Start, herdSize), make([]Outcome, herdSize)
	for i := range starts {
		starts[i] = Start{X: -1.2 + 2.4*float64(i)/herdSize, Y: 0.3}
	}
	drive := func() {
		if err := m.make(t.Context(), starts, out); err != nil {
			t.Fatal(err)
		}
	}
	drive()
	if allocs := testing.AllocsPerRun(5, drive); allocs != 0 || m.herd == nil {
		t.Errorf("%v allocations", allocs)
	}
	kinds := map[Kind]int{}
	for _, o := range out {
		kinds[o.Kind]++
	}
	if kinds[Arrived] == 0 || kinds[Diverged] == 0 || kinds[Arrived]+kinds[Diverged] != herdSize {
		t.Errorf("kinds %v", kinds)
	}
}

// TestCycle: a run that goes round is stopped within three rounds, where it would be at its end, and its track is that of the
// whole run.
func TestCycle(t *testing.T) {
	for _, before := range []int{0, 1, 5, 40} {
		for _, period := range []int{1, 2, 3, 7, 30} {
			for _, steps := range []int{500, 501, 777} {
				at := func(t int) float64 { // goes round from step before on, in and out of a target at its beginning
					if t > before {
						t = before + (t-before)%period
					}
					return float64(t)
				}
				here := func(t int) int32 {
					if at(t) == float64(before) {
						return 0
					}
					return -1
				}
				c, tr, made := newCycle(), newTrack(0), 0
				for t := 0; ; t++ {
					tr.stay(t, here(t), 3*t)
					if made = t; c.meet(t, steps, at(t), 0, 3*t) {
						break
					}
				}
				c.prolong(&tr)
				whole := newTrack(0)
				for t := range steps + 1 {
					whole.stay(t, here(t), 3*t)
				}
				if at(made) != at(steps) || 3*made+c.cost != 3*steps || tr != whole {
					t.Errorf("from step %d round in %d, %d steps: stopped at %d as %+v, want %+v", before, period, steps, made, tr, whole)
				}
				if made > 2*before+4*period+2 {
					t.Errorf("from step %d round in %d, %d steps: stopped at %d", before, period, steps, made)
				}
			}
		}
	}
}
