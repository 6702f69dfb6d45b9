package setup

import (
	"cmp"
	"strings"
	"unicode"

	"descentlab/app/words"
	"descentlab/optim/bench"
)

// The suites of benchmarks that the program has. Any other name is that of a folder of experiments.
const (
	SuiteBBOB      = "bbob"
	SuiteCatalogue = "catalogue"
)

// Bench is which benchmark the racers are to be put to; zeros are defaults.
type Bench struct {
	Suite     string // "": SuiteBBOB
	Budget    int    // gradient evaluations that each run may spend; 0: 2,000
	Instances int    // of each function; 0: 15
	Tuning    int    // trials within which each racer's settings are tuned; 0: 1, the racer as it is
}

// Bounds of a benchmark.
const (
	MaxInstances = 100
	MaxTrials    = 1000
	maxSuite     = 4096 // bytes of a folder's path
)

// Filled is b with its defaults filled in.
func (b Bench) Filled() Bench {
	b.Suite = cmp.Or(b.Suite, SuiteBBOB)
	b.Budget, b.Instances, b.Tuning = cmp.Or(b.Budget, 2000), cmp.Or(b.Instances, 15), cmp.Or(b.Tuning, 1)
	return b
}

// Check says what is wrong with it; whether a folder is there is seen when it is read.
func (b Bench) Check() error {
	b = b.Filled()
	if len(b.Suite) > maxSuite || strings.ContainsFunc(b.Suite, unicode.IsControl) {
		return At("suite", words.Errorf("suite: must be bbob, catalogue or the path of a folder; got %.40q", b.Suite))
	}
	for _, c := range []struct {
		key  string
		got  int
		most int
	}{{"budget", b.Budget, bench.MaxBudget}, {"instances", b.Instances, MaxInstances}, {"tuning", b.Tuning, MaxTrials}} {
		if c.got < 1 || c.got > c.most {
			return At(c.key, words.Errorf("%s: must be from 1 to %d; got %d", c.key, c.most, c.got))
		}
	}
	return nil
}

// bench takes in a benchmark, and by what its picture knows the racers.
func (d *Digest) bench(e *Experiment) {
	b := e.Bench.Filled()
	d.Text(b.Suite)
	d.Count(b.Budget)
	d.Count(b.Instances)
	d.Count(b.Tuning)
	d.Count(len(e.Racers))
	for i := range e.Racers {
		d.spec(&e.Racers[i].Spec)
		d.Count(e.Racers[i].Slot)
	}
}

type benchFile struct {
	Suite     string `json:"suite,omitempty"`
	Budget    int    `json:"budget,omitempty"`
	Instances int    `json:"instances,omitempty"`
	Tuning    int    `json:"tuning,omitempty"`
}
