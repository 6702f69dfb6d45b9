package cli

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/cli/looking"
	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// runRace records a race and writes it wherever -o says, or prints the standings.
func runRace(args []string, out io.Writer) error {
	saveMemory()
	own := flag.NewFlagSet("race", flag.ContinueOnError)
	mode := own.String("mode", "", "of a picture: overlay, or relief, which shows the surface from aside; side, a map for each "+
		"racer; charts alone; rates, how each racer fares with which learning rate; step, the step of -at taken apart; "+
		"without it, as FILE says")
	at := -1
	argv.Whole(own, &at, "at", at, "with -mode step: the step that is taken apart; without it the first one")
	of := 1
	argv.Whole(own, &of, "of", of, "with -mode step: the racer, by its number")
	var with argv.List
	own.Var(&with, "with", "of .csv and .json: further numbers for each step: distance (to the nearest minimum), sharpness, "+
		"axis_rates, or memory with its name, as in 'memory exp_avg'; all: every one of them. Without it those of the charts of FILE")
	in, err := readRace("race", args, own)
	if err != nil {
		return err
	}
	switch *mode {
	case "":
	case "overlay", "relief":
		in.doc.Look.Relief = *mode == "relief"
	case "side", "charts", "rates", "step":
		return writeView(out, in, *mode, of, max(at, 0))
	default:
		return argv.Faultf("-mode %q: use overlay, relief, side, charts, rates or step", *mode)
	}
	if err := writing.Check(export.Race, in.outputs); err != nil {
		return err
	}
	if err := checkLength(in.doc, in.outputs); err != nil {
		return err
	}
	series, err := readSeries(&in.doc, with)
	if err != nil {
		return err
	}
	want := lab.WantSeen
	if len(in.outputs) > 0 {
		want = export.RaceWants(in.outputs, &in.doc, series)
	}
	t := writing.NewTeller()
	r, err := lab.Prepare(context.Background(), in.doc, want, t.Part)
	t.Clear()
	if err != nil {
		return err
	}
	if len(in.outputs) == 0 {
		return printStandings(out, r)
	}
	r.Series = series
	return writing.Write(out, export.Race, in.outputs, in.look, r)
}

// seen are the endings of files that show every step of a race.
var seen = []string{".html"}

// checkLength refuses a picture of a race of which not every step is kept.
func checkLength(doc setup.Experiment, outputs []string) error {
	shown := func(name string) bool {
		ending := strings.ToLower(filepath.Ext(name))
		return slices.Contains(seen, ending) || picture.Has(ending, false)
	}
	if doc.Steps > race.MaxSteps && slices.ContainsFunc(outputs, shown) {
		return argv.Faultf("steps: a picture shows at most %d; got %d", race.MaxSteps, doc.Steps)
	}
	return nil
}

// raceFlags are the flags of the command race beside those that choose the surface.
type raceFlags struct {
	surfaceFlags
	start           pointFlag
	steps, batch    int
	racers, outputs argv.List
	noise           float64
	seed            uint64
	maximize        bool
	bounds          boxFlag
	look            looking.Flags
}

// A raceInput is what the command line of a race says.
type raceInput struct {
	doc     setup.Experiment // passes its check
	outputs []string         // of -o
	given   map[string]bool
	look    picture.Look // of pictures
}

// readRace reads the experiment that the command line describes: the one of a file, or the default one, with what the flags
// change in it. The command may have more flags of its own.
func readRace(command string, args []string, more *flag.FlagSet) (raceInput, error) {
	doc := setup.Default()
	var f raceFlags
	fs := argv.New(command)
	f.define(fs)
	if more != nil {
		more.VisitAll(func(own *flag.Flag) { fs.Var(own.Value, own.Name, own.Usage) })
	}
	fs.Var(&f.start, "start", "where all racers start: x,y")
	fs.Var(&f.bounds, "bounds", "a box x0,x1,y0,y1 in which racers are kept: each step's end is put to the nearest point of it; "+
		"sides may be inf or -inf")
	argv.Whole(fs, &f.steps, "steps", doc.Steps, "updates of each racer, 1 to 100000; of a race without a picture 1 to 10000000")
	fs.Var(&f.racers, "racer", words.T("an optimizer with its settings, as in 'adam lr=0.06 schedule=cosine' or "+
		"'torch.optim.SGD(params, lr=0.1)'%s", ofRacers(command)))
	argv.Real(fs, &f.noise, "noise", "sigma of the gradient noise")
	argv.Whole(fs, &f.batch, "batch", 0, "examples that a step of a learning problem sees, from 1 to all")
	argv.Seed(fs, &f.seed, "seed", "seed of mini-batches and gradient noise, a whole number from 0")
	fs.BoolVar(&f.maximize, "maximize", false, "all racers climb instead of descending, as with maximize=true of each")
	fs.Var(&f.outputs, "o", words.T("a file, whose ending tells its format: one of those above; - for JSON%s", ofOutputs(command)))
	f.look.Define(fs)
	if fs.Lookup("size") == nil {
		f.look.DefineSize(fs)
	}
	if command == "race" {
		f.look.DefineMoving(fs)
	}
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return raceInput{}, err
	}
	file, err := f.subject(command, rest)
	if err != nil {
		return raceInput{}, err
	}
	if file != "" {
		if doc, err = loadExperiment(file); err != nil {
			return raceInput{}, err
		}
	}
	set := argv.Given(fs)
	if err := f.apply(&doc, set); err != nil {
		return raceInput{}, err
	}
	if err := checkRaced(command, doc); err != nil {
		return raceInput{}, argv.FaultOf(err)
	}
	if set["racer"] {
		if err := checkChanges(command, doc); err != nil {
			return raceInput{}, argv.FaultOf(err)
		}
	}
	look, err := f.look.Look(set, f.outputs)
	return raceInput{doc, f.outputs, set, look}, err
}

// checkRaced says what is wrong with an experiment. A race without a picture may be longer than a document can be.
func checkRaced(command string, doc setup.Experiment) error {
	if command == "race" {
		if doc.Steps < 1 || doc.Steps > race.MaxThinned {
			return words.Errorf("steps: must be from 1 to %d; got %d", race.MaxThinned, doc.Steps)
		}
		doc.Steps = min(doc.Steps, race.MaxSteps)
	}
	if doc.Steps > race.MaxSteps {
		return words.Errorf("steps: must be from 1 to %d; got %d: only race takes more", race.MaxSteps, doc.Steps)
	}
	return doc.Check()
}

// ofRacers goes on with what -racer is for a command.
func ofRacers(command string) string {
	changes := ""
	if command == "race" {
		changes = words.T("; '@12 lr=0.01' after it changes it from step 12 on, '@12 adam' makes another one of it")
	}
	return changes + words.T("; without any, SGD, Momentum, RMSprop and Adam at rates that suit the surface")
}

// ofOutputs goes on with what -o is for a command.
func ofOutputs(command string) string {
	if command != "race" {
		return ""
	}
	return words.T("; .md and .txt are reports in sentences, .tsv what is marked on the map")
}

// checkChanges refuses changes on the way that would not come to pass. Those of a file need not: its steps may be others here.
func checkChanges(command string, doc setup.Experiment) error {
	for i, r := range doc.Racers {
		for _, c := range r.Changes {
			switch {
			case command != "race":
				return words.Errorf("racer %d: only race changes racers on their way; leave @%d and what follows out", i+1, c.At)
			case c.At >= doc.Steps:
				return words.Errorf("racer %d: its change at step %d does not come to pass: the race has %s", i+1, c.At,
					words.Steps(doc.Steps))
			}
		}
	}
	return nil
}

func (f *raceFlags) apply(doc *setup.Experiment, given map[string]bool) error {
	if err := f.checkColumns(); err != nil {
		return err
	}
	if f.name != "" || f.formula != "" || given["surface"] || given["formula"] {
		s, err := f.surface()
		if err != nil {
			return err
		}
		doc.SetSurface(s)
		if f.formula != "" {
			doc.SetFormula(s.Formula)
			doc.Own = s.Params
		}
		if f.data != "" {
			doc.Data = s.Data
		}
	} else if f.data != "" {
		d, err := f.loadData()
		if err != nil {
			return err
		}
		if err := doc.SetData(d); err != nil {
			return dataFault(err)
		}
	}
	if f.weights != "" && !(f.name != "" || f.formula != "") {
		if err := doc.SetWeights(surfaces.Weighing(strings.ReplaceAll(f.weights, " ", ""))); err != nil {
			return argv.Faultf("-%v", err)
		}
	}
	if len(f.params) > 0 {
		doc.Params = f.params
	}
	if f.view.set {
		doc.Home, doc.View = f.view.Rect, f.view.Rect
	}
	f.lay(doc, given)
	if given["bounds"] {
		doc.Bounds = f.bounds.box
	}
	if f.formula != "" && !f.start.set && (f.data == "" || doc.StartRests()) {
		if err := doc.PlaceStart(); err != nil {
			return argv.FaultOf(err)
		}
	}
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
	if err := f.setRacers(doc, given); err != nil {
		return err
	}
	if len(f.racers) == 0 && (f.name != "" || f.formula != "") && doc.Check() == nil {
		doc.TakeRates()
	}
	return nil
}

// setRacers puts the racers that were given in the place of those that are there.
func (f *raceFlags) setRacers(doc *setup.Experiment, given map[string]bool) error {
	if len(f.racers) > 0 {
		doc.Racers = nil
	}
	for i, text := range f.racers {
		spec, changes, err := optim.ParseRacer(text)
		if err != nil {
			return argv.Faultf("racer %d: %v", i+1, listing(err))
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Changes: changes, Slot: i})
	}
	for i := range doc.Racers {
		if r := &doc.Racers[i]; given["maximize"] {
			r.Climb(f.maximize)
		}
	}
	return nil
}

// setBatch sets the size of the mini-batches. A document has 0 for all examples, which -batch says with their number.
func (f *raceFlags) setBatch(doc *setup.Experiment) error {
	s, err := doc.Landscape()
	if err != nil {
		return argv.FaultOf(err)
	}
	probe, err := s.Probe(doc.Params)
	if err == nil {
		err = probe.CheckBatch(f.batch)
	}
	if err != nil {
		return argv.FaultOf(err)
	}
	doc.Batch = f.batch
	return nil
}

// lay turns and stretches the surface about the middle of its window, which takes the start along, unless another one is
// given: that is where the race begins in the plane.
func (f *raceFlags) lay(doc *setup.Experiment, given map[string]bool) {
	if given["turn"] || given["stretch"] {
		doc.SetTransform(f.turn, f.stretch)
	}
	if f.start.set {
		doc.Start = f.start.Point
	}
}

// startLine says where a race begins and how long it is.
func startLine(doc setup.Experiment) string {
	at, moved := doc.Outset(), ""
	if at != doc.Start {
		moved = words.T(", where the box puts (%g, %g)", doc.Start.X, doc.Start.Y)
	}
	return words.T("start (%g, %g)%s, %s%s", at.X, at.Y, moved, words.Steps(doc.Steps), boxed(doc))
}

// boxed says which box racers are kept in, after a comma; "" if they are kept in none.
func boxed(doc setup.Experiment) string {
	if doc.Bounds == nil {
		return ""
	}
	b := *doc.Bounds
	return words.T(", kept in the box x from %s to %s, y from %s to %s", side(b.X0), side(b.X1), side(b.Y0), side(b.Y1))
}

// side is a side of a box, as it was given.
func side(v float64) string {
	if math.IsInf(v, 0) {
		return short(v)
	}
	return fmt.Sprintf("%g", v)
}

func printStandings(out io.Writer, r lab.Run) error {
	table := r.Standings(r.Doc.Steps)
	fmt.Fprintln(out, startLine(r.Doc))
	if n := r.Field.Probe.Examples(); n > 0 {
		seen := words.T("all")
		if b := r.Doc.Batch; b > 0 && b < n {
			seen = strconv.Itoa(b)
		}
		tell(out, "mean loss over %d examples; each step sees %s of them\n", n, seen)
	}
	if len(r.Tape.Runs) > 0 && r.Tape.Runs[0].Every() > 1 {
		tell(out, "rows kept: 1 in %d, and of each racer the last two; steps to settle are told by these\n",
			r.Tape.Runs[0].Every())
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	tell(w, "racer\tloss\t|grad f|\tsteps to settle\tevaluations\twhere\n")
	names := r.Doc.Names()
	for i, s := range table {
		spent := s.Evaluations
		if run := r.Tape.Runs[i]; spent < 0 { // of who has left, a path knows no more than what the whole run took
			spent = run.Evaluations(run.Steps)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%d\t%s\n",
			names[i], short(s.Loss), short(s.GradNorm), words.Arrival(s.Settled), spent, words.Plain(s.Where.String()))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, f := range outcome.Forks(r) {
		fmt.Fprintln(out, words.Plain(f.Sentence(names[f.Racer])))
	}
	return nil
}
