package lab

import (
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// fairRace is a fair race on the experiment of a survey.
func fairRace(s *Survey) *FairRace { return &FairRace{Survey: *s, Fair: s.Doc.Fair} }

func run(t *testing.T, f *FairRace) []FairResult {
	t.Helper()
	var mu sync.Mutex
	last := 0.0
	results, err := f.Run(t.Context(), func(part float64) {
		mu.Lock()
		defer mu.Unlock()
		last = max(last, part)
	})
	if err != nil {
		t.Fatal(err)
	}
	if last < 0.999 || last > 1.001 {
		t.Errorf("at the end %v of the race is done", last)
	}
	return results
}

// TestFairAsItIs: without a knob to tune a racer keeps its setting, and still races.
func TestFairAsItIs(t *testing.T) {
	s := surveyOf(t, "sphere", 50, "sgd lr=0.3")
	s.Doc.Fair = setup.Fair{Knobs: []string{}, Starts: 20}
	r := run(t, fairRace(s))[0]
	if len(r.Knobs) > 0 || r.Trials != 0 || r.Evaluations != 0 || r.Spec.Get("lr").Num != 0.3 || r.Score.Global != 1 {
		t.Errorf("%+v", r)
	}
}

// TestFairRaceIsRepeatable: an experiment that was saved gives the same results, with noise too.
func TestFairRaceIsRepeatable(t *testing.T) {
	s := surveyOf(t, "himmelblau", 60, "momentum", "adam", "sgld lr=0.002")
	s.Doc.Noise = 0.5
	s.Doc.Fair = setup.Fair{Knobs: []string{"lr", "momentum", "eps"}, TuneStarts: 3, Budget: 3000, Starts: 15, Seeds: 3}
	path := filepath.Join(t.TempDir(), "e.json")
	if err := setup.SaveExperiment(path, s.Doc); err != nil {
		t.Fatal(err)
	}
	want := run(t, fairRace(s))
	if got := want[0].Knobs; !slices.Equal(got, []string{"lr", "momentum"}) {
		t.Errorf("Momentum is tuned by %v", got)
	}
	for _, r := range want {
		if r.Trials < 2 || r.Evaluations > 3000 {
			t.Errorf("%v: %d trials with %d evaluations", r.Spec, r.Trials, r.Evaluations)
		}
	}
	again := *s
	var err error
	if again.Doc, err = setup.LoadExperiment(path); err != nil {
		t.Fatal(err)
	}
	if got := run(t, fairRace(&again)); !reflect.DeepEqual(got, want) {
		t.Errorf("results\n%+v\nwant\n%+v", got, want)
	}
	other := *s
	other.Doc = s.Doc.Clone()
	other.Doc.Seed++
	if got := run(t, fairRace(&other)); reflect.DeepEqual(got[0].Score, want[0].Score) {
		t.Error("another seed, the same score")
	}
}

// TestTuneStarts: one start is the experiment's, several are the first of the contest.
func TestTuneStarts(t *testing.T) {
	s := surveyOf(t, "himmelblau", 60, "sgd")
	s.Doc.Fair = setup.Fair{Starts: 10, Seeds: 2}
	f := fairRace(s)
	if list := f.tuneStarts(); len(list) != 1 || list[0] != (sweep.Start{X: s.Doc.Start.X, Y: s.Doc.Start.Y, Seed: s.Doc.Seed}) {
		t.Errorf("one start: %+v", list)
	}
	f.TuneStarts = 4
	if list := f.tuneStarts(); !slices.Equal(list, f.starts()[:4]) {
		t.Errorf("four starts: %+v, of %+v", list, f.starts())
	}
}

// TestFairRaceInARegion: a contest can begin where is painted; without a region that is an error.
func TestFairRaceInARegion(t *testing.T) {
	s := surveyOf(t, "himmelblau", 60, "sgd lr=0.01")
	s.Doc.Fair = setup.Fair{Knobs: []string{}, Starts: 30, Painted: true}
	if _, err := fairRace(s).Run(t.Context(), func(float64) {}); err == nil || !strings.Contains(err.Error(), "painted") {
		t.Errorf("without a region: %v", err)
	}
	s.Doc.Painted = sweep.Region{{Pts: []sweep.Spot{{X: 3, Y: 2}}, Radius: 0.2}}
	f := fairRace(s)
	for _, start := range f.starts() {
		if !s.Doc.Painted.Contains(start.X, start.Y) {
			t.Errorf("(%v, %v) is not where is painted", start.X, start.Y)
		}
	}
	if r := run(t, f)[0]; r.Score.Runs != 30 || r.Score.Global != 1 {
		t.Errorf("from around a minimum: %+v", r.Score)
	}
	moved := s.Doc.Clone()
	moved.Painted = sweep.Region{{Pts: []sweep.Spot{{X: -3, Y: 2}}, Radius: 0.2}}
	if results := run(t, f); FairStale(&s.Doc, &s.Doc, results) || !FairStale(&s.Doc, &moved, results) {
		t.Error("results of another region do not count as old")
	}
	moved.SetSurface(surfaces.Surface{Name: "sphere"})
	if moved.Fair.Painted {
		t.Error("another surface keeps the race in a region that has gone")
	}
}

// TestHonestSeeds: the seeds of a contest give other noise to the gradient and other mini-batches, so that a racer without
// random numbers of its own ends elsewhere, too.
func TestHonestSeeds(t *testing.T) {
	lengthy.Test(t)
	noisy := surveyOf(t, "himmelblau", 60, "sgd lr=0.01")
	noisy.Doc.Noise = 2
	learning := surveyOf(t, "logistic", 60, "sgd lr=0.05")
	learning.Doc.Batch = 4
	quiet := surveyOf(t, "himmelblau", 60, "sgd lr=0.01")
	for name, s := range map[string]*Survey{"noise": noisy, "batches": learning, "none": quiet} {
		s.Doc.Fair = setup.Fair{Knobs: []string{}, Starts: 5, Seeds: 3}
		f := fairRace(s)
		_, all, err := f.work().Contest(t.Context(), []optim.Spec{s.Doc.Racers[0].Spec}, f.starts(), 0, sweep.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 5 {
			a, b, c := all[0][i], all[0][5+i], all[0][10+i]
			if differ := a.Loss != b.Loss && b.Loss != c.Loss; differ != (name != "none") {
				t.Errorf("%s: start %d ends with losses %v, %v, %v", name, i, a.Loss, b.Loss, c.Loss)
			}
		}
	}
}

// TestBasinsOfBatches: the map of basins has one seed, and ends as the tape does.
func TestBasinsOfBatches(t *testing.T) {
	lengthy.Test(t)
	const n = 5
	for _, racer := range []string{"sgd lr=0.05", "adam lr=0.1 clip_norm=1"} {
		s := surveyOf(t, "logistic", 40, racer)
		s.Doc.Batch, s.Doc.Noise = 8, 0.1
		sheet, err := s.Basins(t.Context(), 0, n, n, sweep.Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for j := range n {
			for i := range n {
				doc := s.Doc.Clone()
				doc.Start.X, doc.Start.Y = s.View.Middle(i, j, n, n)
				tape, err := record(t.Context(), s.Probe, s.Least, doc)
				if err != nil {
					t.Fatal(err)
				}
				o, run := sheet.At(i, j), tape.Runs[0]
				last := int(o.Evaluations) // one for each step
				if x := run.X(last); o.X != x[0] || o.Y != x[1] || o.Loss != run.Loss(last) {
					t.Fatalf("%s, cell (%d, %d): %+v; on the tape %v, %v", racer, i, j, o, x, run.Loss(last))
				}
			}
		}
	}
}

// TestFairStale: a racer that has taken over the setting that was found for it is the same racer.
func TestFairStale(t *testing.T) {
	was := &surveyOf(t, "sphere", 10, "adam lr=0.1", "adam lr=0.1 beta1=0.5").Doc
	results := make([]FairResult, 2)
	for i := range results {
		results[i].Spec = was.Racers[i].Spec.With("lr", optim.Num(0.7))
	}
	for name, c := range map[string]struct {
		f     func(*setup.Experiment)
		stale bool
	}{
		"nothing":           {func(*setup.Experiment) {}, false},
		"the view":          {func(e *setup.Experiment) { e.View.X0-- }, false},
		"the found setting": {func(e *setup.Experiment) { e.Racers[1].Spec = results[1].Spec }, false},
		"another setting":   {func(e *setup.Experiment) { e.Racers[1].Spec = e.Racers[1].Spec.With("lr", optim.Num(0.8)) }, true},
		"another's setting": {func(e *setup.Experiment) { e.Racers[1].Spec = results[0].Spec }, true},
		"a racer's colour":  {func(e *setup.Experiment) { e.Racers[1].Slot = 7 }, true},
		"a racer less":      {func(e *setup.Experiment) { e.Racers = e.Racers[:1] }, true},
		"the noise":         {func(e *setup.Experiment) { e.Noise++ }, true},
	} {
		now := was.Clone()
		c.f(&now)
		if FairStale(was, &now, results) != c.stale {
			t.Errorf("after a change of %s the results are stale: %t", name, !c.stale)
		}
	}
}

// A flat minimum is one that racers can be compared by; a line of minima, a saddle or level ground is not.
func TestBottomOfFlatMinima(t *testing.T) {
	lengthy.Test(t)
	for formula, want := range map[string]bool{
		"x^4+y^4": true, "(x-1)^6+y^4-3": true, "x^2+y^2": true, "(x^2+y^2-1)^2": false, "x^4-y^4": false, "x^3+y^2": false,
		"max(0,x^2+y^2-1)": false, "abs(x)+y^4": true,
	} {
		doc := setup.Default()
		doc.SetFormula(formula)
		r, err := Prepare(t.Context(), doc, WantAll)
		if err != nil {
			t.Fatal(err)
		}
		s := r.Survey()
		if least, got := s.Bottom(); got != want || got && math.Abs(least-math.Round(least)) > 1e-9 {
			t.Errorf("%s: %g, %v; want %v", formula, least, got, want)
		}
	}
}
