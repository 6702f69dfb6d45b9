package race_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/race"
)

// TestLongRacesKeepSomeRows: those that are kept are, to the last bit, those of the plan stepped by hand, with and without noise.
func TestLongRacesKeepSomeRows(t *testing.T) {
	lengthy.Test(t)
	const steps = 2*race.MaxSteps + 7 // 1 in 3
	list := entrants(t, start, "adam lr=0.01", "momentum lr=0.0005 schedule=cosine")
	for _, obj := range []func() optim.Objective{plain(rosenbrock), noisy(rosenbrock)} {
		for i, run := range record(t, obj, list, steps).Runs {
			if run.Steps != steps || run.Every() != 3 || run.Verdict.Kind != race.Finished || run.LastSound() != steps {
				t.Fatalf("%d steps, every %d, %v", run.Steps, run.Every(), run.Verdict)
			}
			plan, err := list[i].Spec.Plan(2, steps)
			if err != nil {
				t.Fatal(err)
			}
			kept := slices.Collect(run.Kept())
			if n := len(kept); kept[0] != 0 || kept[1] != 3 || kept[n-2] != steps-1 || kept[n-1] != steps || n > race.MaxSteps+3 {
				t.Fatalf("kept are %v ... %v, %d of them", kept[:2], kept[n-2:], n)
			}
			o, row := obj(), make([]float64, plan.Width())
			plan.Start(row, o, start)
			next := 0
			for k := range steps + 1 {
				if k == kept[next] {
					next++
					if !slices.Equal(run.Row(k), row) || run.Loss(k) != o.Eval(nil, plan.X(row), optim.Exact) {
						t.Fatalf("row %d is %v, want %v", k, run.Row(k), row)
					}
				}
				if k == steps {
					break
				}
				before := k
				plan.Next(row, row, o, k)
				if next > 0 && kept[next-1] == before && run.Taken(before) != plan.Taken(row, k+1) {
					t.Fatalf("the step that update %d took is %v", before, run.Taken(before))
				}
			}
			if next != len(kept) {
				t.Fatalf("%d of %d", next, len(kept))
			}
		}
	}
}

// TestLongRacesEnd where they diverge, with the row of the end and the one before.
func TestLongRacesEnd(t *testing.T) {
	drift := plane(func(x, y float64) (f, fx, fy float64) { return -x * x, -2 * x, 2 * y })
	for _, c := range []struct {
		text string
		step int
	}{{"sgd lr=0.5", 40}, {"sgd lr=1e-4", 138167}} {
		long := record(t, plain(drift), entrants(t, []float64{1, 1}, c.text), 3*race.MaxSteps).Runs[0]
		if long.Verdict.Kind != race.Diverged || math.Abs(float64(long.Steps-c.step)) > 5 {
			t.Fatalf("%s: %v", c.text, long.Verdict)
		}
		if !(math.Abs(long.X(long.Steps)[0]) > race.Far) || math.Abs(long.X(long.LastSound())[0]) > race.Far {
			t.Errorf("%s: ends at %v after %v", c.text, long.X(long.Steps), long.X(long.LastSound()))
		}
		for k := range long.Steps + 1 {
			if x := long.X(k)[0]; k < long.Steps && math.Abs(x) > race.Far {
				t.Fatalf("step %d is at %v", k, x)
			}
		}
	}
}

func TestLongRacesAreNotResumed(t *testing.T) {
	run := record(t, plain(rosenbrock), entrants(t, start, "sgd lr=1e-4"), race.MaxSteps+1).Runs[0]
	if _, err := race.Resume(context.Background(), plain(rosenbrock), run, 10, 20); err == nil {
		t.Error("a run of which rows are missing is resumed")
	}
	if _, err := race.Record(context.Background(), plain(rosenbrock), nil, race.MaxThinned+1); err == nil {
		t.Error("there is no end to steps")
	}
}
