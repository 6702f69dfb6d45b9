package contest

import (
	"context"
	"slices"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/bench"
)

// A Setting is a benchmark that is to be made.
type Setting struct {
	setup.Bench // all of it filled in
	Racers      []optim.Spec
}

// Usual is a benchmark without racers.
func Usual() Setting { return Setting{Bench: setup.Bench{}.Filled()} }

// Of is the benchmark of an experiment.
func Of(e *setup.Experiment) Setting {
	s := Setting{Bench: e.Bench.Filled()}
	for _, r := range e.Racers {
		s.Racers = append(s.Racers, r.Spec.Clone())
	}
	return s
}

// Trials are the numbers of trials that people choose among.
var Trials = []int{1, 5, 20, 100}

// UpTo are the Trials up to a number, and the number.
func UpTo(trials int) []int {
	list := []int{}
	for _, n := range Trials {
		if n < trials {
			list = append(list, n)
		}
	}
	return append(list, trials)
}

// Check says what is wrong with the setting.
func (s Setting) Check() error {
	switch {
	case len(s.Racers) == 0:
		return words.Errorf("a benchmark needs racers")
	case len(s.Racers) > setup.MaxRacers:
		return words.Errorf("racers: at most %d; got %d", setup.MaxRacers, len(s.Racers))
	}
	if err := s.Bench.Check(); err != nil {
		return err
	}
	for i, r := range s.Racers {
		if err := r.Check(); err != nil {
			return words.Errorf("racer %d: %w", i+1, err)
		}
		if r.Climbs() {
			return words.Errorf("racer %d climbs: racers are compared by how close they come to the minimum", i+1)
		}
	}
	return nil
}

// A Stage is the benchmark of racers that are tuned within some number of trials.
type Stage struct {
	Trials  int
	Racers  []optim.Spec // with the settings that were found
	Results bench.Results
	Curves  []bench.Curve
	Scores  []float64 // see bench.Score
}

// A Result is a benchmark that has been made.
type Result struct {
	Setting Setting
	Suite   Suite
	Names   []string   // of the racers
	Slots   []int      // their identities: colours and glyphs
	Knobs   [][]string // that were tuned, of each racer
	Stages  []Stage
}

// tuningInstances is how many instances, after those that count, settings are tried on.
const tuningInstances = 2

// Make makes a benchmark: racers with names and identities as in an experiment. progress is told, from any goroutine, the part of
// the whole that is done. The error is the context's, or says what is wrong with the setting or the suite.
func Make(ctx context.Context, s Setting, slots []int, progress func(part float64)) (*Result, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	suite, err := Load(ctx, s.Suite, 1, s.Instances)
	if err != nil {
		return nil, err
	}
	r := &Result{Setting: s, Suite: suite, Slots: slots, Names: names(s.Racers)}
	if len(r.Slots) != len(s.Racers) {
		r.Slots = nil
		for i := range s.Racers {
			r.Slots = append(r.Slots, i)
		}
	}
	return r, r.make(ctx, &meter{told: progress})
}

// names are those that an experiment would give the racers.
func names(specs []optim.Spec) []string {
	var e setup.Experiment
	for _, s := range specs {
		e.Racers = append(e.Racers, setup.Racer{Spec: s})
	}
	return e.Names()
}

// make tunes the racers and holds a contest for every number of trials.
func (r *Result) make(ctx context.Context, m *meter) error {
	s := r.Setting
	problems := r.problems()
	tuned, err := r.tune(ctx, m.of(r.tuningWork(), r.work()*len(UpTo(s.Tuning))))
	if err != nil {
		return err
	}
	for i, trials := range UpTo(s.Tuning) {
		stage := Stage{Trials: trials, Racers: slices.Clone(s.Racers)}
		for k := range tuned {
			stage.Racers[k] = tuned[k][i].Spec
		}
		made, err := bench.Run(ctx, stage.Racers, problems, bench.Options{Budget: s.Budget, Progress: m.next(r.work())})
		if err != nil {
			return err
		}
		m.end(r.work())
		stage.Results = bench.Results{Problems: problems, Budget: s.Budget, Trials: made}
		for k := range stage.Racers {
			stage.Curves = append(stage.Curves, stage.Results.Runtimes(k))
			stage.Scores = append(stage.Scores, bench.Score(made[k], s.Budget))
		}
		r.Stages = append(r.Stages, stage)
	}
	return nil
}

// problems are the suite's, as they are raced on.
func (r *Result) problems() []bench.Problem {
	list := make([]bench.Problem, len(r.Suite.Problems))
	for i := range list {
		list[i] = r.Suite.Problems[i].Problem
	}
	return list
}

// work is how many trials a contest has.
func (r *Result) work() int { return len(r.Setting.Racers) * len(r.Suite.Problems) }

// tuningWork is about how many of them all tuning takes.
func (r *Result) tuningWork() int {
	if r.Setting.Tuning == 1 {
		return 0
	}
	return len(r.Setting.Racers) * r.Setting.Tuning * tuningInstances * len(r.Suite.Problems) / max(1, r.Setting.Instances)
}

// tune chooses the settings of all racers for every number of trials, on instances that do not count.
func (r *Result) tune(ctx context.Context, m *meter) ([][]bench.Choice, error) {
	s := r.Setting
	r.Knobs = make([][]string, len(s.Racers))
	if s.Tuning == 1 {
		return nil, nil
	}
	others, err := Load(ctx, s.Suite, s.Instances+1, s.Instances+tuningInstances)
	if err != nil {
		return nil, err
	}
	var problems []bench.Problem
	for _, p := range others.Problems {
		problems = append(problems, p.Problem)
	}
	var list [][]bench.Choice
	each := r.tuningWork() / len(s.Racers)
	for i, spec := range s.Racers {
		var knobs []optim.Knob
		fair := setup.Fair{}
		for _, k := range setup.Tunable(spec) {
			if fair.Tunes(k) {
				knobs = append(knobs, k)
				r.Knobs[i] = append(r.Knobs[i], k.Name)
			}
		}
		o := bench.Options{Budget: s.Budget, Progress: m.next(each)}
		choices, err := bench.Tune(ctx, spec, knobs, problems, UpTo(s.Tuning), uint64(i+1), o)
		if err != nil {
			return nil, err
		}
		m.end(each)
		list = append(list, choices)
	}
	return list, nil
}
