// Package benching is the command bench: racers on a suite of problems.
package benching

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"
	"sync/atomic"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/looking"
	"descentlab/app/contest"
	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/bench"
)

// Flags are those of the command.
type Flags struct {
	Setting contest.Setting
	Outputs argv.List
	slots   []int // identities of the racers; nil: as they come
	racers  argv.List
	look    looking.Flags
}

// Define adds them.
func (f *Flags) Define(fs *flag.FlagSet) {
	f.Setting = contest.Usual()
	s := &f.Setting
	fs.StringVar(&s.Suite, "suite", s.Suite, "bbob, catalogue, or a folder of experiments")
	fs.Var(&f.racers, "racer", "an optimizer, as 'adam lr=0.05'; again for another one. Without any, those of the experiment file")
	argv.Whole(fs, &s.Budget, "budget", s.Budget, "gradient evaluations that each run may spend")
	argv.Whole(fs, &s.Instances, "instances", s.Instances,
		words.T("instances of each function, 1 to %d: shifts and rotations, or starts", setup.MaxInstances))
	argv.Whole(fs, &s.Tuning, "tuning", s.Tuning,
		words.T("trials within which each racer's main settings are tuned, on instances that do not count, 1 to %d; "+
			"1: they are as given", setup.MaxTrials))
	fs.Var(&f.Outputs, "o", words.T("a file %s, or - for JSON; .tsv: the curves", strings.Join(export.Bench.Endings(), ", ")))
	f.look.Define(fs)
	f.look.DefineSize(fs)
}

// Look is how pictures are wanted.
func (f *Flags) Look(given map[string]bool) (picture.Look, error) {
	return f.look.Look(given, f.Outputs)
}

// Read makes of the flags that were given, and of an experiment for what they leave open, a setting, and says what is wrong with
// it. Notes are told what of the experiment does not count.
func (f *Flags) Read(doc *setup.Experiment, given map[string]bool, notes io.Writer) error {
	s, of := &f.Setting, contest.Of(doc)
	for _, n := range []struct {
		flag     string
		to       *int
		of, most int
	}{
		{"budget", &s.Budget, of.Budget, bench.MaxBudget}, {"instances", &s.Instances, of.Instances, setup.MaxInstances},
		{"tuning", &s.Tuning, of.Tuning, setup.MaxTrials},
	} {
		switch {
		case !given[n.flag]:
			*n.to = n.of
		case *n.to < 1 || *n.to > n.most:
			return argv.Faultf("bench: -%s must be from 1 to %d; got %d", n.flag, n.most, *n.to)
		}
	}
	switch {
	case !given["suite"]:
		s.Suite = of.Suite
	case s.Suite == "":
		return argv.Faultf("bench: -suite: name bbob, catalogue or a folder of experiments")
	}
	for _, text := range f.racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			return argv.Faultf("bench: -racer %q: %v", text, err)
		}
		s.Racers = append(s.Racers, spec)
	}
	if len(s.Racers) == 0 {
		s.Racers = of.Racers
		for i, r := range doc.Racers {
			f.slots = append(f.slots, r.Slot)
			if len(r.Changes) > 0 {
				tell(notes, "%s changes on its way: the benchmark takes its first settings\n", doc.Names()[i])
			}
		}
	}
	if len(s.Racers) == 0 {
		return argv.Faultf("bench: name a racer, as in -racer 'adam lr=0.05', or a file of an experiment")
	}
	if err := s.Check(); err != nil {
		return argv.Faultf("bench: %v", err)
	}
	return nil
}

// Make makes the benchmark, and tells notes what could not take part. An interrupt ends it.
func (f *Flags) Make(ctx context.Context, notes io.Writer, part func(float64)) (*contest.Result, error) {
	var done atomic.Uint64 // the bits of a part, told by any goroutine
	r, err := contest.Make(ctx, f.Setting, f.slots, func(p float64) {
		done.Store(math.Float64bits(p))
		part(p)
	})
	if ctx.Err() != nil {
		return nil, argv.Interrupt{Command: "bench", Part: math.Float64frombits(done.Load())}
	}
	if err != nil {
		return nil, argv.Faultf("bench: -%v", err)
	}
	if f.Setting.Suite != setup.SuiteCatalogue { // of these it is known why
		for _, l := range r.Suite.Left {
			tell(notes, "%s is left out: %s\n", l.What, l.Why)
		}
	}
	return r, nil
}

// Print writes a table: which part of the pairs each racer solves, with how many evaluations.
func Print(out io.Writer, r *contest.Result) error {
	for k := range r.Stages {
		st := &r.Stages[k]
		if k > 0 {
			fmt.Fprintln(out)
		}
		for _, rule := range r.Rules(k) {
			fmt.Fprintln(out, rule)
		}
		fmt.Fprintln(out)
		w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
		tell(w, "racer\tsolved\tafter 10\t100\t1000\twith restarts\tfailed runs\tscore\tsetting\n")
		for i := range st.Racers {
			solved, failed := st.Results.Within(i)
			c := st.Curves[i]
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t%s\n", r.Names[i], words.Percent(solved),
				words.Percent(c.Fraction(10)), words.Percent(c.Fraction(100)), words.Percent(c.Fraction(1000)),
				words.Percent(c.Final()), failed, words.ShortTo(math.Round(st.Scores[i]*1e4)/1e4, 3), st.Racers[i])
		}
		if err := w.Flush(); err != nil {
			return err
		}
		fmt.Fprintln(out, r.Summary(k))
	}
	return nil
}
