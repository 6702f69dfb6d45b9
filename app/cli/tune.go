package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// fairFlags are the flags of tune: how the race is made, unless the experiment's file says so.
type fairFlags struct {
	setup.Fair
	knobs string
	from  string
}

func (f *fairFlags) define(fs *flag.FlagSet) {
	usual := setup.Fair{}.Filled()
	fs.StringVar(&f.knobs, "knobs", "",
		"the knobs to tune, with commas between, of the racers that have them; else each racer's main ones")
	argv.Whole(fs, &f.TuneStarts, "tune-starts", usual.TuneStarts,
		"starts from which a setting is tried: 1 for -start, more for so many of the contest's")
	argv.Whole(fs, &f.Budget, "budget", usual.Budget,
		"gradient evaluations that the tuning of each racer may spend, at most -steps of them in a trial from a start")
	fs.StringVar(&f.from, "from", "window", "where these lie: all over the window, or painted: in the region of an experiment file")
	argv.Whole(fs, &f.Starts, "starts", usual.Starts, "random starts of the contest")
	argv.Whole(fs, &f.Seeds, "seeds", usual.Seeds, "times each of them is run, with other random numbers, batches and noise")
}

// apply puts the flags that were given into the document, and checks what comes of it.
func (f *fairFlags) apply(doc *setup.Experiment, given map[string]bool) error {
	for _, n := range []struct {
		flag    string
		to      *int
		from    int
		highest int
	}{
		{"tune-starts", &doc.Fair.TuneStarts, f.TuneStarts, setup.MaxTuneStarts},
		{"budget", &doc.Fair.Budget, f.Budget, setup.MaxBudget},
		{"starts", &doc.Fair.Starts, f.Starts, setup.MaxStarts}, {"seeds", &doc.Fair.Seeds, f.Seeds, setup.MaxSeeds},
	} {
		if !given[n.flag] {
			continue
		}
		if n.from < 1 || n.from > n.highest {
			return argv.Faultf("tune: -%s must be from 1 to %d; got %d", n.flag, n.highest, n.from)
		}
		*n.to = n.from
	}
	if given["from"] {
		if f.from != "window" && f.from != "painted" {
			return argv.Faultf("tune: -from must be window or painted; got %q", f.from)
		}
		doc.Fair.Painted = f.from == "painted"
	}
	if doc.Fair.Painted && len(doc.Painted) == 0 {
		return argv.Faultf("tune: -from painted needs an experiment file in which a region is painted")
	}
	if given["knobs"] {
		doc.Fair.Knobs = strings.Split(f.knobs, ",")
	}
	for _, name := range doc.Fair.Knobs {
		if err := checkTunable(doc, name); err != nil && given["knobs"] {
			return argv.Faultf("tune: -knobs: %v", err)
		}
	}
	if err := doc.Check(); err != nil {
		return argv.Faultf("tune: %v", err)
	}
	if err := doc.Fair.Enough(doc.Steps); err != nil {
		return argv.Faultf("tune: -%v", err)
	}
	return nil
}

// checkTunable says what is wrong with a knob that no racer of the experiment can be tuned by.
func checkTunable(doc *setup.Experiment, name string) error {
	for _, k := range doc.FairKnobs() {
		if k.Name == name {
			return nil
		}
	}
	var wrong error
	for _, r := range doc.Racers {
		k, err := r.Spec.Knob(name)
		switch {
		case err == nil && optim.IsStage(name):
			return words.Errorf("%s cannot be tuned: it belongs to a stage that goes with every method", name)
		case err == nil:
			return words.Errorf("%s cannot be tuned: it is a %v", name, k.Kind)
		}
		if wrong == nil {
			wrong = err
		}
	}
	return wrong
}

// runTune tunes every racer and compares them from many starts.
func runTune(args []string, out io.Writer) error {
	own := flag.NewFlagSet("tune", flag.ContinueOnError)
	var f fairFlags
	f.define(own)
	in, err := readRace("tune", args, own)
	if err != nil {
		return err
	}
	doc, outputs := in.doc, in.outputs
	if len(doc.Racers) == 0 {
		return argv.Faultf("tune: name a racer, as in -racer 'adam lr=0.06'")
	}
	if err := f.apply(&doc, in.given); err != nil {
		return err
	}
	if err := writing.Check(export.Fair, outputs); err != nil {
		return err
	}
	run, err := lab.Prepare(context.Background(), doc, lab.WantPlaces)
	if err != nil {
		return err
	}
	fair := lab.FairRace{Survey: run.Survey(), Fair: doc.Fair}
	t := writing.NewTeller()
	results, err := fair.Run(context.Background(), t.Part)
	t.Clear()
	if rests := (*lab.RestError)(nil); errors.As(err, &rests) {
		return argv.Faultf("tune: %v, as with -start 1,1 or -tune-starts 5", err)
	}
	if err != nil {
		return argv.FaultOf(err)
	}
	if len(outputs) == 0 {
		fmt.Fprintln(out, tunedFrom(doc))
		return printFair(out, doc.Names(), results)
	}
	return writing.Write(out, export.Fair, outputs, in.look, export.FairOutcome{Doc: doc, Results: results})
}

// tunedFrom says where settings were tried.
func tunedFrom(doc setup.Experiment) string {
	if n := doc.Fair.Filled().TuneStarts; n > 1 {
		return words.T("tuned from %d random starts, %s%s", n, words.Steps(doc.Steps), boxed(doc))
	}
	return words.T("tuned from the %s", startLine(doc))
}

func printFair(out io.Writer, names []string, results []lab.FairResult) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	tell(w, "racer\twon\tglobal\tdiverged\tf − f* (quartiles)\tevaluations (quartiles)\ttuned with\tsetting\n")
	for i, r := range results {
		e, g, setting, tuning := r.Score.Evaluations, r.Score.Gap, r.Spec.String(), figure.TuningSpent(r)
		if len(r.Knobs) == 0 {
			setting, tuning = setting+words.T(" (as it is: nothing to tune)"), words.Count(math.NaN())
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s %s %s\t%s %s %s\t%s\t%s\n",
			names[i], r.Won, words.Percent(r.Score.Global), words.Percent(r.Score.Diverged),
			short(g[0]), short(g[1]), short(g[2]),
			words.Count(e[0]), words.Count(e[1]), words.Count(e[2]), tuning, setting)
	}
	if err := w.Flush(); err != nil || len(results) == 0 {
		return err
	}
	_, err := tell(out, "each run of the contest may spend %d gradient evaluations, whatever a step of its method takes\n",
		results[0].Spend)
	return err
}
