package scenes

import (
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/contest"
	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/figure/runtimes"
	"descentlab/app/lab"
	"descentlab/app/lab/events"
	"descentlab/app/lab/setup"
	"descentlab/app/lab/xray"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

// column is the one of a name.
func column(t *testing.T, d describe.Description, name string) describe.Column {
	t.Helper()
	for _, c := range d.Table.Columns {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("%s has no column %q: %+v", d.Title, name, d.Table.Columns)
	return describe.Column{}
}

func sum(list []float64) (all float64) {
	for _, v := range list {
		all += v
	}
	return all
}

// The list of events has all that is told, and the paragraph why every racer ends where it does.
func TestEvents(t *testing.T) {
	s := on(t, "peaks", 140, 70, "sgd lr=0.012", "momentum lr=0.008")
	sound(t, "still unknown", Events(s))
	all, err := events.Of(t.Context(), s.Run())
	if err != nil {
		t.Fatal(err)
	}
	s.View.Told = &lab.Told{Chronicle: events.Tell(s.Run(), all), Tape: s.Tape, Field: s.Field, Names: s.TapeDoc.Names()}
	d := Events(s)
	sound(t, "events", d)
	if n := len(s.Chronicle().Moments); d.Table.Rows() != n || n < 4 {
		t.Errorf("%d rows of %d events", d.Table.Rows(), n)
	}
	for i, end := range s.Chronicle().Ends {
		if !strings.Contains(d.Text, end) {
			t.Errorf("why racer %d ends there is not said: %s", i, d.Text)
		}
	}
	if d := Map(s); !strings.Contains(d.Text, "Latest event, ") {
		t.Error(d.Text)
	}
	s.View.Pinned = 1
	if d := Events(s); slices.Contains(column(t, d, "racer").Texts, "SGD") {
		t.Error("of the pinned racer alone the others are listed, too")
	}
}

// A step taken apart leads from one recorded row to the next.
func TestStep(t *testing.T) {
	s := on(t, "peaks", 40, 20, "adam lr=0.06 clip_norm=1")
	d := Step(s, xray.Of(s, 0))
	sound(t, "step", d)
	run := s.Tape.Runs[0]
	before, after := column(t, d, "x before"), column(t, d, "x after")
	at := slices.Index(column(t, d, "stage").Texts, "step")
	if got, want := after.Numbers[at], run.X(21)[0]-run.X(20)[0]; math.Abs(got-want) > 1e-15 {
		t.Errorf("the step is %v, recorded %v", got, want)
	}
	if before.Exact(at) != "" || !strings.Contains(d.Text, "Clip: (") {
		t.Errorf("%q: %s", before.Exact(at), d.Text)
	}
	sound(t, "no step", Step(s, xray.Of(s, 7)))
}

// Of a grid of starts every one is counted.
func TestBasins(t *testing.T) {
	s := on(t, "double_well", 200, 0, "sgd lr=0.05")
	sound(t, "none yet", Basins(s, nil))
	survey := s.Survey()
	sheet, err := survey.Basins(t.Context(), 0, 16, 12, sweep.Options{}, func(*sweep.Sheet) {})
	if err != nil {
		t.Fatal(err)
	}
	d := Basins(s, &figure.Basins{Sheet: sheet, View: survey.View, Places: survey.Places, Steps: 200})
	sound(t, "basins", d)
	if got := sum(column(t, d, "runs").Numbers); got != 16*12 || !strings.Contains(d.Text, "192 runs of SGD") {
		t.Errorf("%v starts: %s", got, d.Text)
	}
	if got := sum(column(t, d, "share").Numbers); math.Abs(got-1) > 1e-12 {
		t.Errorf("the shares are %v", got)
	}
	sound(t, "nobody", Basins(on(t, "double_well", 5, 0), nil))
}

// The rows of a plane are its cells, with the settings that were run.
func TestPlane(t *testing.T) {
	s := on(t, "ravine", 60, 0, "momentum lr=0.01 momentum=0.5")
	sound(t, "none yet", Plane(s, nil))
	knobs, _ := figure.PlaneKnobs(s)
	axes, survey := figure.PlaneAxes(s.Doc.Look, knobs), s.Survey()
	sheet, err := survey.Plane(t.Context(), 0, axes[0], axes[1], 6, 4, sweep.Options{}, func(*sweep.Sheet) {})
	if err != nil {
		t.Fatal(err)
	}
	d := Plane(s, &figure.Plane{Sheet: sheet, Axes: axes, Places: survey.Places})
	sound(t, "plane", d)
	lr := column(t, d, "lr").Numbers
	if len(lr) != 24 || math.Abs(lr[0]-axes[0].At(0.5/6)) > 1e-12 || !strings.Contains(d.Text, "lr 0.01000, momentum 0.5000") {
		t.Errorf("%v: %s", lr, d.Text)
	}
	for k := range lr {
		if got, want := column(t, d, "final loss").Numbers[k], sheet.At(k%6, k/6).Loss; got != want && want == want {
			t.Errorf("cell %d: %v, run %v", k, got, want)
		}
	}
	sound(t, "too few knobs", Plane(on(t, "ravine", 5, 0), nil))
}

// Every rate that was run is a row, and the best one is named.
func TestRates(t *testing.T) {
	s := on(t, "sphere", 60, 0, "sgd lr=0.1", "adam lr=0.01")
	sound(t, "none yet", Rates(figure.Rates{State: s}))
	survey, runs := s.Survey(), map[int][]lab.RateRun{}
	for i := range s.Doc.Racers {
		list, err := survey.Rates(t.Context(), i, 33, sweep.Options{})
		if err != nil {
			t.Fatal(err)
		}
		runs[i] = list
	}
	d := Rates(figure.Rates{State: s, Runs: runs})
	sound(t, "rates", d)
	if d.Table.Rows() != 66 || !strings.Contains(d.Text, "SGD has the rate 0.1000 now; the lowest loss, ") {
		t.Errorf("%d rows: %s", d.Table.Rows(), d.Text)
	}
	if got, want := column(t, d, "final loss").Numbers[5], runs[0][5].Loss; got != want {
		t.Errorf("%v, run %v", got, want)
	}
}

// Each picture of a cloud has its own table.
func TestSwarm(t *testing.T) {
	s := on(t, "double_well", 80, 40, "sgd lr=0.05")
	sound(t, "none yet", Swarm(s, nil, nil))
	s.Doc.Swarm.Runs = 50
	survey := s.Survey()
	run, err := survey.Swarm(t.Context(), 0, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	swarm, bands := &lab.Swarmed{SwarmRun: run, Places: survey.Places}, run.Bands()
	for _, picture := range setup.SwarmPictures {
		s.Doc.Look.SwarmShows = picture
		d := Swarm(s, swarm, bands)
		sound(t, "cloud "+picture, d)
		switch picture {
		case setup.SwarmShowsLosses:
			if got := column(t, d, "loss, half are lower").Numbers[3]; got != bands[3].Median {
				t.Errorf("the median is %v, want %v", got, bands[3].Median)
			}
		case setup.SwarmShowsArrivals:
			all := 0.0
			for _, c := range d.Table.Columns[1:] {
				all += sum(c.Numbers)
			}
			if h := run.Arrivals(); all+float64(h.Never) != float64(run.Runs) {
				t.Errorf("%v arrive and %d never of %d", all, h.Never, run.Runs)
			}
		}
	}
}

// The table of a fair race has its scores.
func TestFair(t *testing.T) {
	s := on(t, "sphere", 20, 0, "sgd lr=0.1", "adam lr=0.05")
	sound(t, "none yet", Fair(&s.Doc, nil, ""))
	f := lab.FairRace{Survey: s.Survey(), Fair: setup.Fair{Budget: 200, Starts: 3, Seeds: 1}}
	results, err := f.Run(t.Context(), func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	d := Fair(&s.Doc, results, "An example.")
	sound(t, "fair race", d)
	got, want := column(t, d, "gap, median").Numbers[1], results[1].Score.Gap[1]
	if got != want || !strings.HasSuffix(d.Text, "An example.") {
		t.Errorf("%v, want %v: %s", got, want, d.Text)
	}
}

// The table of a benchmark has points of its curves.
func TestBench(t *testing.T) {
	sound(t, "none yet", Bench(nil, ""))
	set := contest.Usual()
	set.Budget, set.Instances = 60, 1
	for _, text := range []string{"sgd lr=0.01", "adam lr=0.1"} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		set.Racers = append(set.Racers, spec)
	}
	r, err := contest.Make(t.Context(), set, nil, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []lab.BenchPicture{lab.BenchRuntimes, lab.BenchProfile, lab.BenchTuning} {
		p, err := runtimes.New(t.Context(), r, 0, kind)
		if err != nil {
			t.Fatal(err)
		}
		d := Bench(p, "")
		sound(t, d.Title, d)
		x, adam := d.Table.Columns[0].Numbers, column(t, d, "Adam").Numbers
		if !slices.IsSorted(x) || !slices.IsSorted(adam) {
			t.Errorf("%s falls: %v", d.Title, adam)
		}
		if k := len(x) - 1; kind == lab.BenchRuntimes && adam[k] != r.Stages[0].Curves[1].Fraction(x[k]) {
			t.Errorf("at %v: %v", x[k], adam[k])
		}
	}
}

// What stands beside the pictures is described, too.
func TestTables(t *testing.T) {
	s := on(t, "logistic", 12, 4, "sgd lr=0.1", "adam lr=0.05")
	for name, d := range map[string]describe.Description{
		"standings": Standings(s), "points": Points(s), "reading": Reading(s, nil), "data": Data(s), "sculpture": Sculpture(s),
	} {
		sound(t, name, d)
	}
	if got, want := column(t, Standings(s), "loss").Numbers[1], s.Tape.Runs[1].Loss(4); got != want {
		t.Errorf("Adam's loss is %v, recorded %v", got, want)
	}
	if n := column(t, Data(s), "model of Adam").Len(); n != s.Examples() {
		t.Errorf("the model is computed for %d of %d examples", n, s.Examples())
	}
	s.View.Sheet = lab.Sheet{Open: true, Slot: 1}
	d := Method(s)
	sound(t, "method", d)
	if i := slices.Index(column(t, d, "what").Texts, "lr"); i < 0 || column(t, d, "value").Texts[i] != "0.05" {
		t.Errorf("%+v", d.Table)
	}
	nothing := lab.State{Doc: setup.Default()}
	for name, d := range map[string]describe.Description{
		"no standings": Standings(nothing), "no points": Points(nothing), "no reading": Reading(nothing, nil), "no data": Data(nothing),
		"no sculpture": Sculpture(nothing), "no events": Events(nothing), "no method": Method(nothing),
	} {
		sound(t, name, d)
		if name != "no method" && name != "no data" && d.Table.Rows() > 0 {
			t.Errorf("%s has a table", name)
		}
	}
}
