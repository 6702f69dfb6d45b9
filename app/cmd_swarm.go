package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
)

// runSwarm lets every racer run many times and tells where the runs end, when they arrive there, how their losses spread and,
// if they begin near a saddle, how they leave it.
func runSwarm(args []string, out io.Writer) error {
	own := flag.NewFlagSet("swarm", flag.ContinueOnError)
	runs := own.Int("runs", 500, "runs of each racer, 1 to 2000")
	from := own.String("from", "disc", "where they begin: disc or ring around -start, grid over the window, or painted: in the region of an experiment file")
	radius := own.Float64("radius", 0.1, "of the disc or the ring")
	doc, outputs, err := raceDocument("swarm", args, own)
	if err != nil {
		return err
	}
	given := givenFlags(args)
	sw := &doc.Swarm
	if given["runs"] || sw.Runs == 0 {
		sw.Runs = *runs
	}
	if given["radius"] || sw.Radius == 0 && !sw.Point {
		sw.Radius, sw.Point = *radius, *radius == 0
	}
	if given["from"] {
		if err := swarmFrom(&doc, *from); err != nil {
			return err
		}
	}
	if err := checkSwarm(doc, *runs, *radius, outputs); err != nil {
		return err
	}
	survey, err := surveyOf(doc)
	if err != nil {
		return err
	}
	var results []swarmResult
	for i, name := range doc.Names() {
		run, err := survey.Swarm(context.Background(), i, progress())
		if errors.Is(err, lab.ErrNothingPainted) {
			return usageError{err.Error()}
		}
		if err != nil {
			return err
		}
		results = append(results, swarmResult{doc.Racers[i], name, run})
	}
	return writeSwarm(out, doc, results, outputs)
}

// swarmFrom sets where the swarm begins, as -from says. A ring is around the start, unless the experiment has one.
func swarmFrom(doc *lab.Experiment, from string) error {
	word := from
	if from == "disc" {
		from = lab.FromDisc
	}
	if !slices.Contains(lab.Froms, from) || word == "" {
		return usagef("swarm: -from must be disc, ring, grid or painted; got %q%s", word, didYouMean(word, []string{"disc", "ring", "grid", "painted"}))
	}
	if from == lab.FromRing && doc.Swarm.From != lab.FromRing {
		doc.Swarm.Around = doc.Start
	}
	doc.Swarm.From = from
	return nil
}

func checkSwarm(doc lab.Experiment, runs int, radius float64, outputs []string) error {
	if runs < 1 || runs > sweep.MaxSwarm {
		return usagef("swarm: -runs must be from 1 to %d; got %d", sweep.MaxSwarm, runs)
	}
	if !(radius >= 0) || math.IsInf(radius, 0) {
		return usagef("swarm: -radius must be 0 or more and finite; got %v", radius)
	}
	if doc.Swarm.From == lab.FromPainted && len(doc.Painted) == 0 {
		return usagef("swarm: -from painted needs an experiment file in which a region is painted")
	}
	if len(doc.Racers) == 0 {
		return usagef("swarm: there is no racer; give -racer 'adam lr=0.06'")
	}
	for _, name := range outputs {
		if name != "-" && !strings.HasSuffix(name, ".csv") && !strings.HasSuffix(name, ".json") {
			return usagef("-o %s: use .csv or .json, or - for JSON", name)
		}
		if info, err := os.Stat(filepath.Dir(name)); name != "-" && (err != nil || !info.IsDir()) {
			return usagef("-o %s: there is no folder %s", name, filepath.Dir(name))
		}
	}
	return nil
}

// A swarmResult is the swarm of one racer.
type swarmResult struct {
	racer lab.Racer
	name  string
	run   *lab.SwarmRun
}

// writeSwarm writes the swarms wherever -o says, or prints what becomes of them.
func writeSwarm(out io.Writer, doc lab.Experiment, results []swarmResult, outputs []string) error {
	for _, name := range outputs {
		if strings.HasSuffix(name, ".csv") {
			for i, r := range results {
				if err := lab.WriteFile(numbered(name, i, len(results)), swarmCSV(r.run.Swarm)); err != nil {
					return err
				}
			}
			continue
		}
		data, err := swarmJSON(doc, results)
		if err != nil {
			return err
		}
		if name == "-" {
			_, err = out.Write(data)
		} else {
			err = lab.WriteFile(name, data)
		}
		if err != nil {
			return err
		}
	}
	if len(outputs) > 0 {
		return nil
	}
	for _, r := range results {
		if err := printSwarm(out, doc, r); err != nil {
			return err
		}
	}
	return nil
}

// printSwarm prints what becomes of a swarm: shares, arrivals, losses, escapes.
func printSwarm(out io.Writer, doc lab.Experiment, r swarmResult) error {
	fmt.Fprintf(out, "%s, %d runs from %s\n", r.name, r.run.Runs, swarmOrigin(doc))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "end\tshare\truns\tarrived by step: 25 %%\t50 %%\t75 %%\n")
	h := r.run.Arrivals()
	for _, share := range r.run.Shares {
		q := [3]float64{math.NaN(), math.NaN(), math.NaN()}
		for _, g := range h.Groups {
			if share.Place != nil && g.Place.Name == share.Place.Name {
				q = g.Quartiles()
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%.0f\t%s\t%s\t%s\n", share.Label, percent(share.Part), share.Part*float64(r.run.Runs), count(q[0]), count(q[1]), count(q[2]))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	bands := r.run.Bands()
	b := bands[len(bands)-1]
	if math.IsNaN(b.Median) {
		_, err := fmt.Fprint(out, "no run has a loss at the end\n\n")
		return err
	}
	fmt.Fprintf(out, "loss at the end: 10 %% below %s, median %s, 90 %% below %s\n", short(b.Low), short(b.Median), short(b.High))
	if r.run.Escape != nil {
		fmt.Fprintln(out, r.run.Escape)
	}
	_, err := fmt.Fprintln(out)
	return err
}

// swarmOrigin says where the runs begin.
func swarmOrigin(doc lab.Experiment) string {
	at, sw := doc.SwarmMiddle(), doc.Swarm.Filled()
	switch sw.From {
	case lab.FromGrid:
		return "a grid over the window"
	case lab.FromPainted:
		return "the painted region"
	case lab.FromRing:
		return fmt.Sprintf("a ring of radius %v around (%v, %v)", sw.Radius, at.X, at.Y)
	}
	return fmt.Sprintf("a disc of radius %v around (%v, %v)", sw.Radius, at.X, at.Y)
}

// swarmCSV has a line for every run at every moment that is kept.
func swarmCSV(s *sweep.Swarm) []byte {
	var b strings.Builder
	b.WriteString("run,step,x,y,loss\n")
	for i := range s.Runs {
		for k := range s.Moments() {
			x, y, loss := s.At(k, i)
			fmt.Fprintf(&b, "%d,%d,%v,%v,%v\n", i, k*s.Every, x, y, loss)
		}
	}
	return []byte(b.String())
}

// histogramJSON is a histogram with what happens in each of its bins.
type histogramJSON struct {
	BinWidth int         `json:"bin_width"`
	Edges    []int       `json:"bin_edges"`
	Groups   []groupJSON `json:"groups"`
	Never    int         `json:"never"`
}

type groupJSON struct {
	Label     string   `json:"label"`
	Place     string   `json:"place,omitempty"`
	Runs      int      `json:"runs"`
	Quartiles []number `json:"steps_quartiles"`
	Counts    []int    `json:"counts"`
}

func newHistogramJSON(h lab.Histogram, steps int) histogramJSON {
	j := histogramJSON{BinWidth: h.Width, Groups: []groupJSON{}, Never: h.Never}
	for k := range h.Bins + 1 {
		j.Edges = append(j.Edges, min(k*h.Width, steps))
	}
	for _, g := range h.Groups {
		q := g.Quartiles()
		group := groupJSON{Label: g.Label, Runs: g.Size(), Quartiles: numbers(q[:]...), Counts: g.Counts}
		if g.Place != nil {
			group.Place = g.Place.Name
		}
		j.Groups = append(j.Groups, group)
	}
	return j
}

// swarmJSON sums the swarms up, with the bins of their histograms.
func swarmJSON(doc lab.Experiment, results []swarmResult) ([]byte, error) {
	type shareJSON struct {
		End   string `json:"end"`
		Place string `json:"place,omitempty"`
		Share number `json:"share"`
	}
	type escapesJSON struct {
		Saddle string `json:"saddle"`
		Near   int    `json:"near"`
		histogramJSON
	}
	type racerJSON struct {
		specJSON
		Runs     int           `json:"runs"`
		Shares   []shareJSON   `json:"shares"`
		Losses   []number      `json:"loss_10_50_90"`
		Arrivals histogramJSON `json:"arrivals"`
		Escapes  *escapesJSON  `json:"escapes,omitempty"`
	}
	var list []racerJSON
	for _, r := range results {
		head, err := newSpecJSON(r.racer.Spec)
		if err != nil {
			return nil, err
		}
		bands := r.run.Bands()
		b := bands[len(bands)-1]
		one := racerJSON{specJSON: head, Runs: r.run.Runs, Losses: numbers(b.Low, b.Median, b.High), Arrivals: newHistogramJSON(r.run.Arrivals(), doc.Steps)}
		for _, s := range r.run.Shares {
			share := shareJSON{End: s.Kind.String(), Share: number(s.Part)}
			if s.Place != nil {
				share.Place = s.Place.Name
			}
			one.Shares = append(one.Shares, share)
		}
		if e := r.run.Escape; e != nil {
			one.Escapes = &escapesJSON{e.Saddle.Name, e.Near, newHistogramJSON(r.run.Escapes(), doc.Steps)}
		}
		list = append(list, one)
	}
	data, err := json.Marshal(map[string]any{"from": swarmOrigin(doc), "steps": doc.Steps, "racers": list})
	return append(data, '\n'), err
}
