package outcome_test

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/words"
	"descentlab/internal/lengthy"
)

// real is the race of an experiment, with the ends of its runs.
func real(t *testing.T, doc setup.Experiment) (lab.Run, []outcome.End) {
	t.Helper()
	r := prepared(t, doc)
	return r, outcome.Ends(r)
}

// TestChangesKeepTheirPromises: whoever makes an offered change gets what was said, word by word, in a race of all.
func TestChangesKeepTheirPromises(t *testing.T) {
	lengthy.Test(t)
	kinds := map[string]int{}
	for _, c := range []struct {
		surface string
		steps   int
		racers  []string
		change  func(*setup.Experiment)
		least   int // changes
	}{
		{"peaks", 140, []string{"sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06"}, nil, 3},
		{"himmelblau", 150, []string{"sgd lr=0.005", "adam lr=0.05"}, nil, 2},
		{"himmelblau", 150, []string{"sgd lr=0.2", "momentum lr=0.1"}, nil, 2},
		{"rosenbrock", 300, []string{"adam lr=0.05", "momentum lr=0.001"}, nil, 1},
		{"logistic", 150, []string{"sgd lr=0.1", "adam lr=0.01"}, nil, 0},
		{"ackley", 150, []string{"momentum lr=0.01", "adam lr=0.1"}, nil, 2},
		{"beale", 200, []string{"nesterov lr=0.001", "rprop", "adagrad"}, nil, 1},
		{"himmelblau", 150, []string{"momentum lr=0.005", "adam lr=0.05"}, func(e *setup.Experiment) { e.Noise = 0.3 }, 1},
		{"himmelblau", 60, []string{"cma_es", "newton"}, nil, 0},
		{"sphere", 300, []string{"adam lr=0.02", "adagrad lr=0.2"}, nil, 1},
		{"peaks", 100, []string{"sgd lr=0.05 maximize=true", "adam lr=0.06"}, nil, 1},
		{"peaks", 140, []string{"adam lr=0.06", "momentum lr=0.01"}, func(e *setup.Experiment) {
			e.Formula, e.Surface, e.Params = "x^4/4 - x^2 + y^2 + x/5", "", nil
		}, 1},
	} {
		doc := desktest.Experiment(t, c.surface, c.steps, c.racers...)
		if c.change != nil {
			c.change(&doc)
		}
		r, now := real(t, doc)
		changes, err := ground(r).TryAll(t.Context(), now)
		if err != nil {
			t.Fatal(err)
		}
		if len(changes) < c.least || len(changes) > 3 {
			t.Errorf("%s: %d changes, want %d to 3", c.surface, len(changes), c.least)
		}
		met := map[int]bool{}
		for _, change := range changes {
			kinds[change.Kind()]++
			if met[change.Slot] {
				t.Errorf("%s: two changes of racer %d", c.surface, change.Slot)
			}
			met[change.Slot] = true
			changed := doc.Clone()
			change.Apply(&changed)
			then, ends := real(t, changed)
			t.Logf("%s: %s: %s", c.surface, change.Title, change.Said)
			checkPromise(t, change, r, then, now, ends)
		}
	}
	for _, kind := range []string{"lower", "faster", "lost", "settling", "another"} {
		if kinds[kind] == 0 {
			t.Errorf("no change of kind %s among all", kind)
		}
	}
}

// checkPromise compares what was said with two real races.
func checkPromise(t *testing.T, c outcome.Change, before, after lab.Run, now, then []outcome.End) {
	t.Helper()
	for i := range then {
		if promised := c.Then[i]; promised.Fate != outcome.Pending && (!promised.Like(then[i]) || promised.Settled != then[i].Settled) {
			t.Errorf("%s: racer %d %v (%d), really %v (%d)", c.Title, i, promised, promised.Settled, then[i], then[i].Settled)
		}
	}
	names := before.Doc.Names()
	if who, to, from, ok := parse(c.Said, `^(.*) ends? in (\S+) instead of (.+)$`); ok && c.Slot < 0 {
		for _, name := range strings.Split(strings.ReplaceAll(who, " and ", ", "), ", ") {
			i := indexOf(names, name)
			if now[i].Name() != from || then[i].Name() != to {
				t.Errorf("%s: %s; really %s ends in %s instead of %s", c.Title, c.Said, name, then[i].Name(), now[i].Name())
			}
		}
		return
	}
	i := before.Doc.RacerAt(c.Slot)
	settled := func(r lab.Run) string { return strconv.Itoa(r.Courses.Settled(i)) }
	where := func(r lab.Run) string { return r.Courses.At(i, r.Doc.Steps).String() }
	if a, b, _, ok := parse(c.Said, `^settles in (\d+) steps instead of (\d+)()$`); ok {
		if settled(after) != a || settled(before) != b || where(before) != where(after) {
			t.Errorf("%s: %s; really %s, then %s", c.Title, c.Said, where(before), where(after))
		}
		return
	}
	if to, from, _, ok := parse(c.Said, `^settles at (\S+) instead of (\S+)()$`); ok {
		if where(after) != "settled at "+to || where(before) != "settled at "+from {
			t.Errorf("%s: %s; really %s, then %s", c.Title, c.Said, where(before), where(after))
		}
		return
	}
	if to, steps, was, ok := parse(c.Said, `^settles at (.+) in (\d+) steps; now it (.*)$`); ok {
		if where(after) != "settled at "+to || settled(after) != steps ||
			was != now[i].String() && (was != "does not" || now[i].Settled >= 0) {
			t.Errorf("%s: %s; really %s, then %s", c.Title, c.Said, where(before), where(after))
		}
		return
	}
	if to, from, _, ok := parse(c.Said, `^gets down to (\S+) instead of (\S+)()$`); ok {
		loss := func(r lab.Run) string { return words.Short(r.Standings(r.Doc.Steps)[i].Loss) }
		if loss(after) != to || loss(before) != from {
			t.Errorf("%s: %s; really %s instead of %s", c.Title, c.Said, loss(after), loss(before))
		}
		return
	}
	if to, from, _, ok := parse(c.Said, `^ends in (\S+) instead of (.+)()$`); ok {
		if then[i].Name() != to || now[i].Name() != from || !strings.HasSuffix(where(after), " "+to) {
			t.Errorf("%s: %s; really %s, then %s", c.Title, c.Said, where(before), where(after))
		}
		return
	}
	if c.Said != fmt.Sprintf("%v; now it %v", then[i], now[i]) {
		t.Errorf("%s: %s; really %s, then %s", c.Title, c.Said, where(before), where(after))
	}
}

// TestSearchForChangesIsGivenUp, and tells nothing then.
func TestSearchForChangesIsGivenUp(t *testing.T) {
	r, now := real(t, desktest.Experiment(t, "peaks", 50, "adam lr=0.06"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if changes, err := ground(r).Try(ctx, outcome.Searching, now); err != context.Canceled || changes != nil {
		t.Errorf("%d changes, %v", len(changes), err)
	}
}

// TestNothingToTry: where all is level nothing is offered, nor where nobody races.
func TestNothingToTry(t *testing.T) {
	for _, racers := range [][]string{nil, {"sgd lr=0.1"}} {
		doc := desktest.Experiment(t, "peaks", 50, racers...)
		doc.Formula, doc.Surface, doc.Params = "0*x + 0*y", "", nil
		r, now := real(t, doc)
		if changes, err := ground(r).TryAll(t.Context(), now); err != nil || len(changes) > 0 {
			t.Errorf("%v: %v, %v", racers, changes, err)
		}
	}
}

func parse(text, pattern string) (a, b, c string, ok bool) {
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		return "", "", "", false
	}
	return m[1], m[2], m[3], true
}

func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return 0
}
