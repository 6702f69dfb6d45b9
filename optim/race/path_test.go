package race_test

import (
	"context"
	"math"
	"runtime"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/race"
)

// TestPathsAreThoseOfTheRuns, to the last bit, with and without noise, of long races too; what is not kept is said to be unknown.
func TestPathsAreThoseOfTheRuns(t *testing.T) {
	lengthy.Test(t)
	list := entrants(t, start, "adam lr=0.01", "asgd lr=0.0005", "sgd lr=1", "bfgs")
	for _, c := range []struct {
		obj   func() optim.Objective
		steps int
	}{{plain(rosenbrock), 300}, {noisy(rosenbrock), 300}, {noisy(rosenbrock), race.MaxSteps + 11}} {
		whole := record(t, c.obj, list, c.steps)
		paths, err := race.RecordPaths(context.Background(), c.obj, list, c.steps)
		if err != nil || !paths.Paths || whole.Paths {
			t.Fatal(err, paths.Paths, whole.Paths)
		}
		for i, run := range whole.Runs {
			path := paths.Runs[i]
			if path.Steps != run.Steps || path.Verdict != run.Verdict || path.Every() != run.Every() {
				t.Fatalf("%d steps, %v", path.Steps, path.Verdict)
			}
			for k := range run.Kept() {
				a, b := path.X(k), run.X(k)
				if !alike(a[0], b[0]) || !alike(a[1], b[1]) || !alike(path.Loss(k), run.Loss(k)) ||
					!alike(path.GradNorm(k), run.GradNorm(k)) {
					t.Fatalf("%v, step %d: %v, want %v", list[i].Spec, k, a, b)
				}
			}
			if path.Evaluations(run.Steps) != run.Evaluations(run.Steps) || path.Evaluations(0) != -1 {
				t.Errorf("%v: %d evaluations, and %d at first", list[i].Spec, path.Evaluations(run.Steps), path.Evaluations(0))
			}
			if path.Row(0) != nil || path.Shadow(0) != nil || !math.IsNaN(path.LR(0)) || !math.IsNaN(path.Taken(0)) {
				t.Errorf("%v: a path has more than a path", list[i].Spec)
			}
			if _, err := race.Resume(context.Background(), c.obj, path, 0, 20); err == nil {
				t.Errorf("%v: a path is resumed", list[i].Spec)
			}
		}
	}
}

// alike tells whether two numbers are equal, or none.
func alike(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// TestPathsTakeLittle: four numbers a step, whatever the methods remember.
func TestPathsTakeLittle(t *testing.T) {
	list := entrants(t, start, "adam lr=0.001", "adam lr=0.002", "adam lr=0.003", "adam lr=0.004")
	const steps = 20000
	before := live()
	tape, err := race.RecordPaths(context.Background(), plain(rosenbrock), list, steps)
	if err != nil {
		t.Fatal(err)
	}
	got, want := live()-before, int64(len(list)*steps*4*8)
	if got < want-want/20 || got > want+want/5 {
		t.Errorf("%d paths take %d bytes, want about %d", len(tape.Runs), got, want)
	}
	runtime.KeepAlive(tape)
}

// live is what the program holds, in bytes.
func live() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
