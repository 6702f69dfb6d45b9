package setup

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"descentlab/app/words"
	"descentlab/optim"
)

// Fair is how a fair race is to be made; see FairRace. Zeros are defaults.
type Fair struct {
	Knobs      []string // to tune, of the racers that have them; nil for each racer's main ones, empty for none
	TuneStarts int      // starts that a setting is tried from: 0 or 1: the experiment's own; more: so many of the contest's
	Budget     int      // gradient evaluations that the tuning of each racer may spend; 0: 50,000
	Starts     int      // random starts of the contest; 0: 200
	Painted    bool     // they lie in the painted region instead of all over the window
	Seeds      int      // times each of them is run, with other random numbers; 0: once
}

// Filled is f with its defaults filled in.
func (f Fair) Filled() Fair {
	f.TuneStarts, f.Budget = cmp.Or(f.TuneStarts, 1), cmp.Or(f.Budget, 50000)
	f.Starts, f.Seeds = cmp.Or(f.Starts, 200), cmp.Or(f.Seeds, 1)
	return f
}

// isDefault tells whether there is nothing to write down.
func (f Fair) isDefault() bool {
	return f.Knobs == nil && f.TuneStarts == 0 && f.Budget == 0 && f.Starts == 0 && !f.Painted && f.Seeds == 0
}

// Bounds of a fair race.
const (
	MaxTuneStarts = 1000
	MaxBudget     = 10000000
	MaxStarts     = 100000
	MaxSeeds      = 1000
)

func (f Fair) check() error {
	f = f.Filled()
	for _, c := range []struct {
		key, what string
		got, most int
	}{
		{"tune_starts", words.T("tuning starts"), f.TuneStarts, MaxTuneStarts}, {"budget", words.T("budget"), f.Budget, MaxBudget},
		{"starts", words.T("starts"), f.Starts, MaxStarts}, {"seeds", words.T("seeds"), f.Seeds, MaxSeeds},
	} {
		if c.got < 1 || c.got > c.most {
			return At(c.key, words.Errorf("fair race: %s must be from 1 to %d; got %d", c.what, c.most, c.got))
		}
	}
	for i, name := range f.Knobs {
		if !tunableNames()[name] {
			return At(fmt.Sprintf("knobs[%d]", i), words.Errorf("fair race: %q is no knob that can be tuned", name))
		}
		if slices.Contains(f.Knobs[:i], name) {
			return At(fmt.Sprintf("knobs[%d]", i), words.Errorf("fair race: the knob %s is named twice", name))
		}
	}
	return nil
}

// Enough says what is wrong with the budget for runs of so many steps; nil if it lets at least one setting be tried.
func (f Fair) Enough(steps int) error {
	f = f.Filled()
	if least := steps * f.TuneStarts; f.Budget < least {
		from := words.T("the start")
		if f.TuneStarts > 1 {
			from = words.T("%d starts", f.TuneStarts)
		}
		return words.Errorf("budget must be at least the %d evaluations of one trial, %s from %s; got %d",
			least, words.Steps(steps), from, f.Budget)
	}
	return nil
}

// Tunable are the knobs of a racer that a fair race can tune: numbers with a slider, of the method and its schedule. Stages
// that go with every method are left alone.
func Tunable(spec optim.Spec) (list []optim.Knob) {
	m, err := optim.LookupMethod(spec.Method)
	if err != nil {
		return nil
	}
	own := func(name string) bool {
		return slices.ContainsFunc(m.Knobs, func(k optim.Knob) bool { return k.Name == name })
	}
	for _, k := range spec.Knobs() {
		if k.Kind == optim.Real && (own(k.Name) || !optim.IsStage(k.Name)) {
			list = append(list, k)
		}
	}
	return list
}

// tunableNames are the names of all knobs that some racer can be tuned by.
var tunableNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, m := range optim.Methods() {
		for _, k := range Tunable(optim.Spec{Method: m.Key}) {
			names[k.Name] = true
		}
	}
	for _, s := range optim.Schedules() {
		for _, k := range s.Knobs {
			if k.Kind == optim.Real {
				names[k.Name] = true
			}
		}
	}
	return names
})

// Tunes tells whether a fair race tunes a knob.
func (f Fair) Tunes(k optim.Knob) bool {
	if f.Knobs == nil {
		return k.Main && !optim.IsStage(k.Name)
	}
	return slices.Contains(f.Knobs, k.Name)
}

// TunedKnobs are the names of the knobs of a racer that a fair race tunes.
func (f Fair) TunedKnobs(spec optim.Spec) (names []string) {
	for _, k := range Tunable(spec) {
		if f.Tunes(k) {
			names = append(names, k.Name)
		}
	}
	return names
}

// A FairKnob is a knob that a fair race may tune, and the racers that have it.
type FairKnob struct {
	optim.Knob       // of the first of them
	Racers     []int // their places in the experiment
	Tuned      []int // the places of those whose knob is tuned
}

// FairKnobs are the knobs that the racers of the experiment can be tuned by: main ones first, those of most racers first of
// these.
func (e *Experiment) FairKnobs() (list []FairKnob) {
	for i, r := range e.Racers {
		for _, k := range Tunable(r.Spec) {
			at := slices.IndexFunc(list, func(o FairKnob) bool { return o.Name == k.Name })
			if at < 0 {
				at = len(list)
				list = append(list, FairKnob{Knob: k})
			}
			o := &list[at]
			o.Racers, o.Main = append(o.Racers, i), o.Main || k.Main
			if e.Fair.Tunes(k) {
				o.Tuned = append(o.Tuned, i)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b FairKnob) int {
		switch {
		case a.Main && !b.Main:
			return -1
		case b.Main && !a.Main:
			return 1
		}
		return cmp.Compare(len(b.Racers), len(a.Racers))
	})
	return list
}

// WithKnob is f with a knob tuned or not; of an experiment's knobs, those that are tuned now stay so.
func (f Fair) WithKnob(all []FairKnob, name string, tuned bool) Fair {
	names := []string{}
	for _, k := range all {
		if on := len(k.Tuned) > 0; k.Name == name && tuned || k.Name != name && on {
			names = append(names, k.Name)
		}
	}
	for _, other := range f.Knobs { // of racers that have gone
		known := slices.ContainsFunc(all, func(k FairKnob) bool { return k.Name == other })
		if !known {
			names = append(names, other)
		}
	}
	f.Knobs = names
	return f
}
