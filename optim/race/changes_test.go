package race_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/race"
)

// changing is an entrant that is written as on the command line.
func changing(t *testing.T, text string) race.Entrant {
	t.Helper()
	spec, changes, err := optim.ParseRacer(text)
	if err != nil {
		t.Fatal(err)
	}
	return race.Entrant{Spec: spec, Changes: changes, Start: start, Seed: 3}
}

// TestForkIsResumeIsPieces, bit for bit: a run that is forked, the race of an entrant who changes so, and that race resumed from
// any of its rows, before, at and after the change; with and without noise.
func TestForkIsResumeIsPieces(t *testing.T) {
	lengthy.Test(t)
	const steps, at = 30, 13
	texts := append(everyMethod(), "sgd lr=0.0002 momentum=0.9 schedule=cosine")
	next := slices.Clone(texts)
	slices.Reverse(next)
	for _, obj := range []func() optim.Objective{plain(rosenbrock), noisy(rosenbrock)} {
		for i, text := range texts {
			for _, change := range []string{next[i], strings.TrimSuffix(text, " clip_norm=1") + " weight_decay=0.01"} {
				to, err := optim.ParseSpec(change)
				if err != nil {
					continue // weight_decay is not everybody's
				}
				old := record(t, obj, []race.Entrant{changing(t, text)}, steps).Runs[0]
				if old.Steps <= at+1 {
					continue
				}
				forked, err := race.Fork(t.Context(), obj, old, at, to)
				if err != nil {
					t.Fatalf("%s, then %s: %v", text, change, err)
				}
				e := changing(t, text)
				e.Changes = optim.Changes{{At: at, Spec: to}}
				pieces := record(t, obj, []race.Entrant{e}, steps).Runs[0]
				same(t, pieces, forked)
				for _, from := range []int{at - 1, at, at + 1} {
					resumed, err := race.Resume(t.Context(), obj, pieces, from, steps)
					if err != nil {
						t.Fatal(err)
					}
					same(t, pieces, resumed)
				}
				for k := range at + 1 {
					if !slices.Equal(old.Row(k), forked.Row(k)) {
						t.Fatalf("%s: the past is another one at step %d", text, k)
					}
				}
			}
		}
	}
}

// TestChangingNothing is what happens if nothing had been said, bit for bit, for every method: memories, schedules, bias
// corrections and random numbers go on.
func TestChangingNothing(t *testing.T) {
	lengthy.Test(t)
	for _, obj := range []func() optim.Objective{plain(rosenbrock), noisy(rosenbrock)} {
		for _, text := range everyMethod() {
			bare := record(t, obj, []race.Entrant{changing(t, text)}, 40).Runs[0]
			same(t, bare, record(t, obj, []race.Entrant{changing(t, text+" @1 @7 @13")}, 40).Runs[0])
		}
	}
}

// TestAnotherMethodBeginsAnew where the run is, as at the start of a race there: with no memory, and a count of its own.
func TestAnotherMethodBeginsAnew(t *testing.T) {
	const steps, at = 60, 20
	for _, text := range []string{"adam lr=0.05", "momentum lr=0.0005", "rprop", "lookahead_adam lr=0.01", "bfgs", "madgrad lr=0.01",
		"adam lr=0.05 schedule=cosine"} {
		run := record(t, plain(rosenbrock), []race.Entrant{changing(t, "sgd lr=0.001 @20 "+text)}, steps).Runs[0]
		e := changing(t, text)
		e.Start = slices.Clone(run.X(at))
		fresh := record(t, plain(rosenbrock), []race.Entrant{e}, steps-at).Runs[0]
		for k := range fresh.Steps + 1 {
			if a, b := run.X(at+k), fresh.X(k); a[0] != b[0] || a[1] != b[1] {
				t.Fatalf("%s: %d steps after the change at %v, want %v", text, k, a, b)
			}
			if k > 0 && run.Rate(at+k) != fresh.Rate(k) {
				t.Fatalf("%s: rate %v, want %v", text, run.Rate(at+k), fresh.Rate(k))
			}
		}
	}
}

// TestMemoriesGoOn where the next method has the same rule: AdamW takes over what Adam remembers, and its count of steps.
func TestMemoriesGoOn(t *testing.T) {
	e := changing(t, "adam lr=0.05 @20 adamw lr=0.05 weight_decay=0 @30 sgd lr=1e-4")
	run := record(t, plain(rosenbrock), []race.Entrant{e}, 50).Runs[0]
	adam := record(t, plain(rosenbrock), []race.Entrant{changing(t, "adam lr=0.05")}, 50).Runs[0]
	for k := range 31 {
		if !slices.Equal(run.X(k), adam.X(k)) {
			t.Fatalf("step %d: %v, want %v", k, run.X(k), adam.X(k))
		}
	}
	if slices.Equal(run.X(31), adam.X(31)) {
		t.Error("the second change is lost")
	}
	if f, ok := run.PlanOf(30).Field("adam.exp_avg"); ok {
		t.Errorf("SGD remembers %v", f)
	}
	if _, ok := run.PlanAt(30).Field("adam.exp_avg"); !ok || len(run.Row(30)) != run.PlanAt(30).Width() ||
		len(run.Entering(30)) != run.PlanOf(30).Width() {
		t.Error("row 30 is Adam's, and SGD's where it enters")
	}
	dst := make([]float64, run.PlanOf(30).Width())
	run.PlanOf(30).Fork().Next(dst, run.Entering(30), plane(rosenbrock), 30)
	if !slices.Equal(dst, run.Row(31)) {
		t.Errorf("the step from the row that is entered leads to %v, want %v", dst, run.Row(31))
	}
}

// TestLongRacesChange as short ones do, though not every row of them is kept.
func TestLongRacesChange(t *testing.T) {
	lengthy.Test(t)
	const steps = race.MaxSteps + 11
	e := changing(t, "adam lr=0.01 @1000 momentum lr=0.0002 @1001 momentum=0.5 @50000 sgd lr=0.0001")
	long := record(t, noisy(rosenbrock), []race.Entrant{e}, steps).Runs[0]
	short := record(t, noisy(rosenbrock), []race.Entrant{e}, race.MaxSteps).Runs[0]
	path, err := race.RecordPaths(context.Background(), noisy(rosenbrock), []race.Entrant{e}, steps)
	if err != nil {
		t.Fatal(err)
	}
	for k := range long.Kept() {
		if k <= race.MaxSteps && (!slices.Equal(long.Row(k), short.Row(k)) || long.Loss(k) != short.Loss(k)) {
			t.Fatalf("row %d is %v, want %v", k, long.Row(k), short.Row(k))
		}
		if k < race.MaxSteps-1 && long.Taken(k) != short.Taken(k) {
			t.Fatalf("update %d takes %v, want %v", k, long.Taken(k), short.Taken(k))
		}
		if !slices.Equal(path.Runs[0].X(k), long.X(k)) {
			t.Fatalf("the path is at %v, want %v", path.Runs[0].X(k), long.X(k))
		}
	}
}

// TestRenewKnowsChanges: a racer who changes otherwise is another one.
func TestRenewKnowsChanges(t *testing.T) {
	a, b := changing(t, "adam lr=0.01 @5 lr=0.02"), changing(t, "adam lr=0.01 @5 lr=0.03")
	tape := record(t, plain(rosenbrock), []race.Entrant{a}, 20)
	got, err := tape.Renew(t.Context(), plain(rosenbrock), []race.Entrant{b, a})
	if err != nil || got.Runs[1] != tape.Runs[0] || got.Runs[0] == tape.Runs[0] {
		t.Fatal("the wrong runs are taken over", err)
	}
	same(t, got.Runs[0], record(t, plain(rosenbrock), []race.Entrant{b}, 20).Runs[0])
}

// TestChangesThatAreNotReached change nothing: at the last step, after it, and after the end of a run.
func TestChangesThatAreNotReached(t *testing.T) {
	for _, c := range []struct{ with, without string }{
		{"adam lr=0.01 @20 lr=0.5 @900 sgd", "adam lr=0.01"}, {"sgd lr=1 @15 lr=0.1", "sgd lr=1"},
	} {
		run := record(t, plain(rosenbrock), []race.Entrant{changing(t, c.with)}, 20).Runs[0]
		same(t, record(t, plain(rosenbrock), []race.Entrant{changing(t, c.without)}, 20).Runs[0], run)
		if run.Entering(900) != nil {
			t.Error("a row is entered that there is not")
		}
	}
}

func TestForksThatCannotBe(t *testing.T) {
	fine := record(t, plain(rosenbrock), entrants(t, start, "adam lr=0.01"), 20).Runs[0]
	gone := record(t, plain(rosenbrock), entrants(t, start, "sgd lr=1"), 200).Runs[0]
	long := record(t, plain(rosenbrock), entrants(t, start, "sgd lr=1e-4"), race.MaxSteps+1).Runs[0]
	spec, up := fine.Spec, fine.Spec.With("maximize", optim.On(true))
	for _, c := range []struct {
		run  *race.Run
		at   int
		spec optim.Spec
		want string
	}{
		{fine, 0, spec, "from step 1"}, {fine, -3, spec, "from step 1"}, {fine, 20, spec, "step 20 is the last"},
		{fine, 1 << 60, spec, "is the last"}, {gone, gone.Steps, spec, "diverged"}, {gone, 150, spec, "nothing goes on from step 150"},
		{long, 5, spec, "all of its rows"}, {fine.Path(), 5, spec, "all of its rows"},
		{fine, 5, optim.Spec{Method: "no"}, "unknown"}, {fine, 5, up, "maximize"},
		{fine, 5, spec.With("lr", optim.Num(-1)), "lr"}, {fine, 5, spec.With("lr", optim.Num(math.NaN())), "lr"},
	} {
		_, err := race.Fork(t.Context(), plain(rosenbrock), c.run, c.at, c.spec)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("at %d as %v: %v, want %q", c.at, c.spec, err, c.want)
		}
	}
}

// TestForkingTwice drops what came later, and keeps what came before.
func TestForkingTwice(t *testing.T) {
	e := changing(t, "sgd lr=1e-4 @5 adam lr=0.1 @9 momentum lr=1e-4")
	run := record(t, plain(rosenbrock), []race.Entrant{e}, 30).Runs[0]
	spec, _ := optim.ParseSpec("nesterov lr=0.0003")
	forked, err := race.Fork(t.Context(), plain(rosenbrock), run, 7, spec)
	if err != nil {
		t.Fatal(err)
	}
	e = changing(t, "sgd lr=1e-4 @5 adam lr=0.1 @7 nesterov lr=0.0003")
	same(t, record(t, plain(rosenbrock), []race.Entrant{e}, 30).Runs[0], forked)
	again, err := race.Fork(t.Context(), plain(rosenbrock), forked, 9, run.Changes[1].Spec)
	if err != nil || len(again.Changes) != 3 {
		t.Fatal(err)
	}
}
