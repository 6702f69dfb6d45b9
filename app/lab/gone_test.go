package lab

import (
	"math"
	"testing"

	"descentlab/app/lab/motion"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// runOn is a race on a surface of the catalogue.
func runOn(t *testing.T, name string, steps int, racers ...string) Run {
	t.Helper()
	s, err := surfaces.Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	doc := docOn(t, s, steps, racers)
	r, err := Prepare(t.Context(), doc, WantAll)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestWhoHasGoneIsSaidToHave: from the step on from which a racer is outside to the end nothing else is said of it, wherever the
// ground leads from there, until its run breaks off; and its numbers are those of that step.
func TestWhoHasGoneIsSaidToHave(t *testing.T) {
	gone := 0
	for _, r := range []Run{
		runOn(t, "peaks", 140, "lion lr=0.2", "lion lr=0.5", "sgd lr=0.1", "momentum lr=0.1", "rmsprop lr=0.5"),
		runOn(t, "himmelblau", 60, "sgd lr=0.05", "momentum lr=0.02", "adam lr=3"),
		runOn(t, "ackley", 150, "momentum lr=0.1", "momentum lr=0.2"),
		runOn(t, "rosenbrock", 60, "sgd lr=0.01", "adam lr=0.5"),
	} {
		for i, run := range r.Tape.Runs {
			left := motion.Leaves(run, r.Doc.Home)
			if left <= 0 || r.Courses.Settled(i) >= 0 {
				continue
			}
			gone++
			for at := left; at <= r.Doc.Steps; at++ {
				s := r.Standings(at)[i]
				if v := run.Verdict; v.Kind != race.Finished && at >= v.Step {
					if s.Where.Kind != EndedOtherwise || s.Where.Verdict != v {
						t.Errorf("%v is %q at step %d, after its run has ended", run.Spec, s.Where, at)
					}
					continue
				}
				if s.Where.Kind != LeftMap || s.Where.Step != left {
					t.Errorf("%v left at step %d and is %q at step %d", run.Spec, left, s.Where, at)
				}
				if s.Step != left || s.Loss != run.Loss(left) || s.GradNorm != run.GradNorm(left) {
					t.Errorf("%v left at step %d and has the numbers of step %d", run.Spec, left, s.Step)
				}
			}
		}
	}
	if gone < 6 {
		t.Errorf("only %d racers have gone", gone)
	}
}

// TestTheFirstStepIsStillToCome: before it nobody who can move heads or circles.
func TestTheFirstStepIsStillToCome(t *testing.T) {
	r := runOn(t, "peaks", 140, "sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06")
	for i, s := range r.Standings(0) {
		if got := s.Where.String(); got != "at the start" {
			t.Errorf("racer %d is %q at step 0", i, got)
		}
	}
}

// TestCirclingIsAboutThePlace: who is said to circle a minimum has come near it before, has moved away from it again, and has
// just risen; who only rises on its way heads for it.
func TestCirclingIsAboutThePlace(t *testing.T) {
	circling, rising := 0, 0
	for _, r := range []Run{
		runOn(t, "peaks", 140, "sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06"),
		runOn(t, "himmelblau", 140, "momentum lr=0.005", "adam lr=0.05", "momentum lr=0.01"),
		runOn(t, "rastrigin", 140, "momentum lr=0.001", "adam lr=0.05", "rmsprop lr=0.1"),
		runOn(t, "rosenbrock", 300, "adam lr=0.1", "momentum lr=0.0005"),
	} {
		for i, run := range r.Tape.Runs {
			for at := 1; at <= run.Steps; at++ {
				w := r.Courses.At(i, at)
				if w.Kind == Heading && motion.Rose(run, at) {
					rising++
				}
				if w.Kind != Circling || motion.Bounces(run, at) {
					continue
				}
				circling++
				least, back := math.Inf(1), false
				for k := 0; k <= at; k++ {
					d := motion.At(run, k).Distance(w.At)
					back = back || d > least
					least = min(least, d)
				}
				if !back || least > r.Doc.Home.Diagonal()/10 || !motion.Rose(run, at) {
					t.Errorf("%v is %q at step %d; nearest so far %g", run.Spec, w, at, least)
				}
			}
		}
	}
	if circling < 100 || rising < 10 {
		t.Errorf("%d are circling, %d rise on their way", circling, rising)
	}
}

// TestPassingIsNotSettling: a race that ends at any moment of a swing through a minimum ends with nobody settled there, however
// near the last step is; who comes to rest has settled even so.
func TestPassingIsNotSettling(t *testing.T) {
	touched := 0
	for _, c := range []struct {
		surface string
		racer   string
	}{{"rastrigin", "adam lr=0.05"}, {"sphere", "momentum lr=0.05 momentum=0.99"}, {"sphere", "adam lr=0.3"},
		{"himmelblau", "momentum lr=0.01"},
		{"sphere", "momentum lr=0.2 momentum=0.95"}, {"peaks", "adam lr=0.06"}} {
		long := runOn(t, c.surface, 140, c.racer)
		run := long.Tape.Runs[0]
		for _, p := range long.Field.Places {
			for at := 1; at < 138 && p.Kind == surfaces.Minimum; at++ {
				near := func(k int) bool { return math.Abs(run.Loss(k)-p.Value) <= 1e-6 }
				if !near(at) || near(at-1) || near(at+1) && near(at+2) {
					continue
				}
				touched++
				if got := runOn(t, c.surface, at, c.racer).Standings(at)[0]; got.Settled >= 0 {
					t.Errorf("%s on %s settles at step %d, and is %g above two later", c.racer, c.surface, at, run.Loss(at+2)-p.Value)
				}
			}
		}
	}
	if touched < 2 {
		t.Errorf("only %d races end in passing", touched)
	}
	if at := runOn(t, "sphere", 1, "newton").Standings(1)[0]; at.Settled != 1 {
		t.Errorf("who is at the bottom with the first step is %q", at.Where)
	}
}
