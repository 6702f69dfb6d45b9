package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"text/tabwriter"

	"descentlab/app/lab"
)

// surveyOf is a survey of the experiment that a command line describes, with its places.
func surveyOf(doc lab.Experiment) (lab.Survey, error) {
	r, err := runHeadless(doc)
	if err != nil {
		return lab.Survey{}, err
	}
	return lab.Survey{Probe: r.field.Probe, Least: r.field.Least, Doc: doc, View: doc.View, Places: r.field.Places}, nil
}

// runTune tunes every racer and compares them from many starts.
func runTune(args []string, out io.Writer) error {
	own := flag.NewFlagSet("tune", flag.ContinueOnError)
	knobs := own.String("knobs", "", "the knobs to tune, with commas between; else each racer's main ones")
	budget := own.Int("budget", 100000, "gradient evaluations that the tuning of each racer may spend")
	starts := own.Int("starts", 200, "random starts of the contest, 1 to 100000")
	seeds := own.Int("seeds", 1, "times each of them is run, with other noise")
	doc, outputs, err := raceDocument("tune", args, own)
	if err != nil {
		return err
	}
	if *starts < 1 || *starts > lab.MaxStarts || *seeds < 1 || *seeds > lab.MaxSeeds {
		return usagef("tune: -starts must be from 1 to %d and -seeds from 1 to %d; got %d and %d", lab.MaxStarts, lab.MaxSeeds, *starts, *seeds)
	}
	for _, name := range outputs {
		if name != "-" && !strings.HasSuffix(name, ".json") {
			return usagef("-o %s: use .json, or - for JSON", name)
		}
	}
	survey, err := surveyOf(doc)
	if err != nil {
		return err
	}
	fair := lab.FairRace{Survey: survey, Budget: *budget, Starts: *starts, Seeds: *seeds}
	if *knobs != "" {
		fair.Knobs = strings.Split(*knobs, ",")
	}
	for _, r := range doc.Racers {
		for _, name := range fair.Knobs {
			if _, err := r.Spec.Knob(name); err != nil {
				return usageError{err.Error()}
			}
		}
	}
	if least := doc.Steps; *budget < least {
		return usagef("tune: -budget must be at least the %d evaluations of one run; got %d", least, *budget)
	}
	results, err := fair.Run(context.Background(), partTold)
	if err != nil {
		return usageError{err.Error()}
	}
	for _, name := range outputs {
		if err := writeFair(out, name, results); err != nil {
			return err
		}
	}
	if len(outputs) == 0 {
		return printFair(out, doc.Names(), results)
	}
	return nil
}

// partTold says on a terminal how much is done.
func partTold(part float64) {
	if info, err := os.Stderr.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		fmt.Fprintf(os.Stderr, "\r%3.0f %%  ", 100*part)
	}
}

func printFair(out io.Writer, names []string, results []lab.FairResult) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "racer\twon\tglobal\tdiverged\tmedian f − f*\tevaluations (quartiles)\ttuned with\tsetting")
	for i, r := range results {
		q := r.Score.Evaluations
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s %s %s\t%d\t%s\n", names[i], percent(r.Score.Won), percent(r.Score.Global), percent(r.Score.Diverged),
			short(r.Score.Gap[1]), count(q[0]), count(q[1]), count(q[2]), r.Evaluations, r.Spec)
	}
	return w.Flush()
}

// count prints a number of evaluations, or a dash where there is none.
func count(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return fmt.Sprintf("%.0f", v)
}

func writeFair(out io.Writer, name string, results []lab.FairResult) error {
	type fairJSON struct {
		specJSON
		Tuned       []string `json:"tuned"`
		Trials      int      `json:"trials"`
		Evaluations int      `json:"tuning_evaluations"`
		Rate        number   `json:"rate"`
		Runs        int      `json:"runs"`
		Won         number   `json:"won"`
		Global      number   `json:"global"`
		Arrived     number   `json:"arrived"`
		Diverged    number   `json:"diverged"`
		Gap         []number `json:"gap_quartiles"`
		Spent       []number `json:"evaluations_quartiles"`
	}
	list := []fairJSON{}
	for _, r := range results {
		head, err := newSpecJSON(r.Spec)
		if err != nil {
			return err
		}
		s := r.Score
		list = append(list, fairJSON{head, r.Knobs, r.Trials, r.Evaluations, number(r.Rate), s.Runs, number(s.Won), number(s.Global),
			number(s.Arrived), number(s.Diverged), numbers(s.Gap[:]...), numbers(s.Evaluations[:]...)})
	}
	data, err := json.Marshal(map[string]any{"racers": list})
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if name == "-" {
		_, err = out.Write(data)
		return err
	}
	return lab.WriteFile(name, data)
}
