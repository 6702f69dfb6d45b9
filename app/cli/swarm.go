package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"slices"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// runSwarm lets every racer run many times and tells where the runs end, when they arrive there, how their losses spread and,
// if they begin near a saddle, how they leave it.
func runSwarm(args []string, out io.Writer) error {
	own := flag.NewFlagSet("swarm", flag.ContinueOnError)
	runs := new(int)
	argv.Whole(own, runs, "runs", 500, "runs of each racer, 1 to 2000")
	from := own.String("from", "disc", "where they begin: disc or ring around -start, grid over the window, "+
		"or painted: in the region of an experiment file")
	radius := 0.1
	argv.Real(own, &radius, "radius", "of the disc or the ring")
	in, err := readRace("swarm", args, own)
	if err != nil {
		return err
	}
	doc, outputs := in.doc, in.outputs
	sw := &doc.Swarm
	if in.given["runs"] || sw.Runs == 0 {
		sw.Runs = *runs
	}
	if in.given["radius"] || sw.Radius == 0 && !sw.Point {
		sw.Radius, sw.Point = radius, radius == 0
	}
	if in.given["from"] {
		if err := swarmFrom(&doc, *from); err != nil {
			return err
		}
	}
	if err := checkSwarm(doc, *runs, radius, outputs); err != nil {
		return err
	}
	whole, err := lab.Prepare(context.Background(), doc, lab.WantPlaces)
	if err != nil {
		return err
	}
	survey := whole.Survey()
	swarms := export.Swarm{Doc: doc, Run: whole}
	for i, name := range doc.Names() {
		t := writing.NewTeller()
		run, err := survey.Swarm(context.Background(), i, t.Sweep())
		t.Clear()
		if errors.Is(err, lab.ErrNothingPainted) {
			return argv.FaultOf(err)
		}
		if err != nil {
			return err
		}
		swarms.Racers = append(swarms.Racers, export.SwarmRacer{Racer: doc.Racers[i], Name: name, Run: run})
	}
	if len(outputs) > 0 {
		return writing.Write(out, export.Swarms, outputs, in.look, swarms)
	}
	for _, r := range swarms.Racers {
		if err := printSwarm(out, doc, r); err != nil {
			return err
		}
	}
	return nil
}

// swarmFrom sets where the swarm begins, as -from says. A ring is around the start, unless the experiment has one.
func swarmFrom(doc *setup.Experiment, from string) error {
	word := from
	if from == "disc" {
		from = setup.FromDisc
	}
	if !slices.Contains(setup.Froms, from) || word == "" {
		return argv.Faultf("swarm: -from must be disc, ring, grid or painted; got %q%s", word,
			argv.DidYouMean(word, []string{"disc", "ring", "grid", "painted"}))
	}
	if from == setup.FromRing && doc.Swarm.From != setup.FromRing {
		doc.Swarm.Around = doc.Start
	}
	doc.Swarm.From = from
	return nil
}

func checkSwarm(doc setup.Experiment, runs int, radius float64, outputs []string) error {
	if runs < 1 || runs > sweep.MaxSwarm {
		return argv.Faultf("swarm: -runs must be from 1 to %d; got %d", sweep.MaxSwarm, runs)
	}
	if !(radius >= 0) || math.IsInf(radius, 0) {
		return argv.Faultf("swarm: -radius must be 0 or more and finite; got %v", radius)
	}
	if doc.Swarm.From == setup.FromPainted && len(doc.Painted) == 0 {
		return argv.Faultf("swarm: -from painted needs an experiment file in which a region is painted")
	}
	if len(doc.Racers) == 0 {
		return argv.Faultf("swarm: there is no racer; give -racer 'adam lr=0.06'")
	}
	return writing.Check(export.Swarms, outputs)
}

// printSwarm prints what becomes of a swarm: shares, arrivals, losses, escapes.
func printSwarm(out io.Writer, doc setup.Experiment, r export.SwarmRacer) error {
	tell(out, "%s, %s from %s%s\n", r.Name, words.Runs(r.Run.Runs), export.SwarmOrigin(doc), boxed(doc))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	tell(w, "end\tshare\truns\tarrived by step: 25 %\t50 %\t75 %\n")
	h := r.Run.Arrivals()
	for _, share := range r.Run.Shares {
		q := [3]float64{math.NaN(), math.NaN(), math.NaN()}
		for _, g := range h.Groups {
			if share.Place != nil && g.Place.Name == share.Place.Name {
				q = g.Quartiles()
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%.0f\t%s\t%s\t%s\n", share.Label(), share.Said, share.Part*float64(r.Run.Runs),
			words.Count(q[0]), words.Count(q[1]), words.Count(q[2]))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	bands := r.Run.Bands()
	b := bands[len(bands)-1]
	if math.IsNaN(b.Median) {
		_, err := tell(out, "no run has a loss at the end\n\n")
		return err
	}
	tell(out, "loss at the end: 10 %% below %s, median %s, 90 %% below %s\n",
		short(b.Low), short(b.Median), short(b.High))
	if r.Run.Escape != nil {
		fmt.Fprintln(out, r.Run.Escape)
	}
	_, err := fmt.Fprintln(out)
	return err
}
