package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"

	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// runRace records a race and writes it wherever -o says, or prints the standings.
func runRace(args []string, out io.Writer) error {
	doc, outputs, err := raceDocument("race", args, nil)
	if err != nil {
		return err
	}
	writers := make([]func(result) ([]byte, error), len(outputs))
	for i, name := range outputs {
		if writers[i], err = raceWriter(name); err != nil {
			return err
		}
	}
	r, err := runHeadless(doc)
	if err != nil {
		return err
	}
	files := make([][]byte, len(outputs))
	for i := range outputs {
		if files[i], err = writers[i](r); err != nil {
			return err
		}
	}
	for i, name := range outputs {
		if name == "-" {
			_, err = out.Write(files[i])
		} else {
			err = lab.WriteFile(name, files[i])
		}
		if err != nil {
			return err
		}
	}
	if len(outputs) == 0 {
		return printStandings(out, r)
	}
	return nil
}

// raceFlags are the flags of the command race beside those that choose the surface.
type raceFlags struct {
	surfaceFlags
	start           pointFlag
	steps, batch    int
	racers, outputs listFlag
	noise           float64
	seed            uint64
}

// raceDocument is the experiment that the command line describes: the one of a file, or the default one, with what
// the flags change in it. The command may have more flags of its own.
func raceDocument(command string, args []string, more *flag.FlagSet) (lab.Experiment, []string, error) {
	doc := lab.Default()
	var f raceFlags
	fs := newFlags(command)
	f.define(fs)
	if more != nil {
		more.VisitAll(func(own *flag.Flag) { fs.Var(own.Value, own.Name, own.Usage) })
	}
	fs.Var(&f.start, "start", "where all racers start: x,y")
	fs.IntVar(&f.steps, "steps", doc.Steps, "updates of each racer, 1 to 100000")
	fs.Var(&f.racers, "racer", "an optimizer with its settings, as in 'adam lr=0.06 schedule=cosine'")
	fs.Float64Var(&f.noise, "noise", 0, "sigma of the gradient noise")
	fs.IntVar(&f.batch, "batch", 0, "examples that a step of a learning problem sees, from 1 to all")
	fs.Uint64Var(&f.seed, "seed", doc.Seed, "seed of mini-batches and gradient noise, a whole number from 0")
	fs.Var(&f.outputs, "o", "a file .csv, .json or .png, or - for JSON")
	rest, err := parseArgs(fs, args)
	if err != nil {
		return doc, nil, err
	}
	if len(rest) > 1 {
		return doc, nil, usagef(command+": unexpected %q; one experiment file at most", rest[1])
	}
	if len(rest) == 1 {
		if doc, err = lab.LoadExperiment(rest[0]); err != nil {
			return doc, nil, usageError{err.Error()}
		}
	}
	if err := f.apply(&doc, givenFlags(args)); err != nil {
		return doc, nil, err
	}
	if err := doc.Check(); err != nil {
		return doc, nil, usageError{err.Error()}
	}
	return doc, f.outputs, nil
}

func (f *raceFlags) apply(doc *lab.Experiment, given map[string]bool) error {
	if given["surface"] || given["formula"] {
		s, err := f.surface()
		if err != nil {
			return err
		}
		doc.SetSurface(s)
		if f.formula != "" {
			doc.SetFormula(f.formula)
		}
		if f.data != "" {
			doc.Data = s.Data
		}
	} else if f.data != "" {
		d, err := loadData(f.data)
		if err != nil {
			return err
		}
		if err := doc.SetData(d); err != nil {
			return dataFault(err)
		}
	}
	if len(f.params) > 0 {
		doc.Params = f.params
	}
	if f.view.set {
		doc.Home, doc.View = f.view.Rect, f.view.Rect
	}
	f.lay(doc, given)
	if given["steps"] {
		doc.Steps = f.steps
	}
	if given["noise"] {
		doc.Noise = f.noise
	}
	if given["batch"] {
		if err := f.setBatch(doc); err != nil {
			return err
		}
	}
	if given["seed"] {
		doc.Seed = f.seed
	}
	if len(f.racers) > 0 {
		doc.Racers = nil
	}
	for i, text := range f.racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			return usagef("racer %d: %v", i+1, err)
		}
		doc.Racers = append(doc.Racers, lab.Racer{Spec: spec, Slot: i})
	}
	return nil
}

// setBatch sets the size of the mini-batches. A document has 0 for all examples, which -batch says with their number.
func (f *raceFlags) setBatch(doc *lab.Experiment) error {
	s, err := doc.Landscape()
	if err != nil {
		return usageError{err.Error()}
	}
	probe, err := s.Probe(doc.Params)
	if err == nil {
		err = probe.CheckBatch(f.batch)
	}
	if err != nil {
		return usageError{err.Error()}
	}
	doc.Batch = f.batch
	return nil
}

// lay turns and stretches the surface about the middle of its window, which takes the start along, unless another one is
// given: that is where the race begins in the plane.
func (f *raceFlags) lay(doc *lab.Experiment, given map[string]bool) {
	if given["turn"] || given["stretch"] {
		doc.SetTransform(f.turn, f.stretch)
	}
	if f.start.set {
		doc.Start = f.start.Point
	}
}

// A result is a finished race with all that its outputs tell.
type result struct {
	doc   lab.Experiment
	tape  *race.Tape
	field *lab.Field
}

// runHeadless races an experiment without a window.
func runHeadless(doc lab.Experiment) (result, error) {
	ctx := context.Background()
	s, err := doc.Landscape()
	if err != nil {
		return result{}, err
	}
	probe, err := s.Probe(doc.Params)
	if err != nil {
		return result{}, err
	}
	least, err := lab.FindLeast(ctx, probe, doc)
	if err != nil {
		return result{}, err
	}
	tape, err := lab.Record(ctx, probe, least, doc)
	if err != nil {
		return result{}, err
	}
	places, err := lab.Places(ctx, probe, doc.Home, doc.View)
	if crowded := (*surfaces.CrowdedError)(nil); err != nil && !errors.As(err, &crowded) {
		return result{}, err
	}
	field := &lab.Field{Probe: probe, Region: doc.Home.Union(doc.View), Places: places, Known: true, Least: least}
	return result{doc, tape, field}, nil
}

// raceWriter is the way to turn a race into the bytes of the named output.
func raceWriter(name string) (func(result) ([]byte, error), error) {
	if name == "-" {
		return raceJSON, nil
	}
	if info, err := os.Stat(filepath.Dir(name)); err != nil || !info.IsDir() {
		return nil, usagef("-o %s: there is no folder %s", name, filepath.Dir(name))
	}
	write := writerFor(filepath.Ext(name))
	if write == nil {
		return nil, usagef("-o %s: %q is no format to write; use .csv, .json or .png, or - for JSON", name, filepath.Ext(name))
	}
	return write, nil
}

// writerFor is the way to write files of this ending, or nil if there is none.
func writerFor(ext string) func(result) ([]byte, error) {
	switch strings.ToLower(ext) {
	case ".json":
		return raceJSON
	case ".csv":
		return raceCSV
	case ".png":
		return racePNG
	}
	return nil
}

func printStandings(out io.Writer, r result) error {
	arrivals := lab.Arrivals(r.tape, r.field.Places, r.field.Region)
	table := lab.Standings(r.tape, r.field.Places, r.field.Region, arrivals, r.doc.Steps)
	if n := r.field.Probe.Examples(); n > 0 {
		fmt.Fprintf(out, "mean loss over %d examples; each step sees %d of them\n", n, cmp.Or(r.doc.Batch, n))
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "racer\tloss\t|grad f|\tsteps to %s\tevaluations\twhere\n", tolerance())
	names := r.doc.Names()
	for i, s := range table {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%d\t%s\n", names[i], short(s.Loss), short(s.GradNorm), arrival(s.Arrival), s.Evaluations, s.Where)
	}
	return w.Flush()
}

// tolerance prints how near a racer must come to have arrived: 1e-6, as people write it.
func tolerance() string { return strings.Replace(fmt.Sprint(lab.ArrivalTolerance), "e-0", "e-", 1) }

// arrival prints a number of steps, or a dash where there is none.
func arrival(step int) string {
	if step < 0 {
		return "–"
	}
	return strconv.Itoa(step)
}
