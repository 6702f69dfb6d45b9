package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"html"
	"slices"
	"strings"
	"testing"

	"descentlab/app/census"
	"descentlab/app/contest"
	"descentlab/app/curve"
	"descentlab/app/export/picture"
	"descentlab/app/export/provenance"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/trainings"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// told is the text of a file, as a person finds it there or a program reads it.
func told(t *testing.T, ending string, data []byte) string {
	t.Helper()
	text := string(data)
	switch ending {
	case ".pdf": // in UTF-16
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\x00", ""), `\`, "")
	case ".npz":
		text = string(arrays(t, data)["provenance"]) + string(arrays(t, data)["provenance_key"])
		text = strings.ReplaceAll(text, "\x00", "")
	case ".csv", ".tsv":
		cells := cellsOf(t, ending, data)
		if head := cells[0]; head[len(head)-1] != "provenance" {
			t.Errorf("%s: the last column is %q", ending, head[len(head)-1])
		}
		text = cells[1][len(cells[0])-1]
		for _, row := range cells[2:] {
			if last := row[len(row)-1]; last != "" {
				t.Errorf("%s: a row says once more %q", ending, last)
			}
		}
	case ".gif": // the second comment, in pieces of 255 bytes, behind the head, the colours and the experiment
		rest := data[13+3*256:]
		for range 2 {
			text, rest = "", rest[2:]
			for ; rest[0] > 0; rest = rest[1+int(rest[0]):] {
				text += string(rest[1 : 1+int(rest[0])])
			}
			rest = rest[1:]
		}
	case ".html", ".svg":
		text = html.UnescapeString(text)
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "−", "-")
}

// cellsOf are those of a table; every row has as many as the first one.
func cellsOf(t *testing.T, ending string, data []byte) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	if ending == ".tsv" {
		r.Comma, r.LazyQuotes = '\t', true
	}
	cells, err := r.ReadAll()
	if err != nil || len(cells) < 2 {
		t.Fatalf("%s: %d rows, %v", ending, len(cells), err)
	}
	return cells
}

// says makes sure that the files of a result say where it is from, in every format of its kind, and are the same if they are
// written once more: no file tells when it was made.
func says[R any](t *testing.T, k *Kind[R], result R, want ...string) {
	t.Helper()
	look := picture.Look{W: 300, H: 300, Frames: 3}
	for _, ending := range k.Endings() {
		data := fileOf(t, k, result, ending, look)
		if !bytes.Equal(data, fileOf(t, k, result, ending, look)) {
			t.Errorf("%s, %s: two files of one result differ", k.Name, ending)
		}
		text := told(t, ending, data)
		for _, part := range append([]string{"Descent Lab 0."}, want...) {
			if !strings.Contains(text, part) {
				t.Errorf("%s, %s does not say %q", k.Name, ending, part)
			}
		}
	}
}

// TestEveryFileSaysWhereItIsFrom: surface, start, seed, steps and settings, the program, and what was normalised and clipped, in
// every format of a race.
func TestEveryFileSaysWhereItIsFrom(t *testing.T) {
	lengthy.Test(t)
	run := raced(t, func(d *setup.Experiment) {
		d.Seed, d.Steps, d.Racers = 4711, 17, d.Racers[1:2]
		d.Start = surfaces.Point{X: -0.625, Y: 1.25}
		d.Bounds = &surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 2}
	})
	if !slices.Contains(Race.Endings(), ".csv") || len(Race.Endings()) < 14 {
		t.Fatalf("the formats are %v", Race.Endings())
	}
	// The arrays of NumPy keep keys and texts apart.
	says(t, Race, run, "eaks", "-0.625, 1.25", "4711", "17", "momentum=0.9", "normalised", "nothing", "clipped",
		"positions to x -1 to 1, y -1 to 2")
	var file struct{ Provenance map[string]string }
	if err := json.Unmarshal(fileOf(t, Race, run, ".json", picture.Look{}), &file); err != nil || file.Provenance["steps"] != "17" {
		t.Errorf("%v, %v", file, err)
	}
}

// TestOtherResultsSayWhereTheyAreFrom, in every format.
func TestOtherResultsSayWhereTheyAreFrom(t *testing.T) {
	lengthy.Test(t)
	run := raced(t, func(d *setup.Experiment) { d.Steps, d.Seed, d.Swarm.Runs, d.Swarm.Radius = 40, 4711, 30, 0.3 })
	ofRace := []string{"peaks", "(-0.1, 1)", "4711", "momentum=0.9", "normalised", "clipped"}
	survey := run.Survey()
	sheet, err := survey.Basins(t.Context(), 1, 6, 6, sweep.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	says(t, Maps, &Map{Survey: &survey, Racer: 1, Sheet: sheet}, append(ofRace, "6x6")...)
	for _, k := range []*Kind[lab.Run]{Sides, Charts, Rates} {
		says(t, k, run, ofRace...)
	}
	swarm, err := survey.Swarm(t.Context(), 1, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	one := SwarmRacer{Racer: run.Doc.Racers[1], Name: "Momentum", Run: swarm}
	says(t, Swarms, Swarm{Doc: run.Doc, Run: run, Racers: []SwarmRacer{one}}, append(ofRace, "0.3")...)
	doc := run.Doc
	doc.Fair.Budget, doc.Fair.Starts = 400, 10
	fair, err := (&lab.FairRace{Survey: run.Survey(), Fair: doc.Fair}).Run(t.Context(), func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	says(t, Fair, FairOutcome{Doc: doc, Results: fair}, append(ofRace, "budget 400")...)
	says(t, Points, run.State(), ofRace...)
	c, err := census.Take(t.Context(), census.Setting{From: 1, To: 2, Count: 20, Seed: 4711}, nil, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	says(t, Census, c, "1 to 2", "20", "4711")
	l, err := curve.NewLab(curve.Default())
	if err != nil {
		t.Fatal(err)
	}
	l.Seek(12)
	says(t, Curve, CurveTable{State: l.State(), Steps: 12}, l.State().Curve.Formula, "clipped")
}

// TestBenchmarksAndTrainingsSayWhereTheyAreFrom.
func TestBenchmarksAndTrainingsSayWhereTheyAreFrom(t *testing.T) {
	lengthy.Test(t)
	spec, err := optim.ParseSpec("adam lr=0.2 clip_norm=3")
	if err != nil {
		t.Fatal(err)
	}
	s := contest.Usual()
	s.Budget, s.Instances, s.Tuning, s.Racers = 40, 1, 3, []optim.Spec{spec}
	r, err := contest.Make(t.Context(), s, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	says(t, Bench, r, "adam lr=0.2", "gradients of racer 1 by clip_norm=3")
	study := trainings.Setting{Hidden: []int{2}, Runs: 2, Steps: 9, Racer: spec, Seed: 4711, Within: 0.1}
	made, err := trainings.Make(t.Context(), study, nil, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	says(t, Trainings, made, "4711", "adam lr=0.2", "gradients of racer 1 by clip_norm=3")
}

// TestTablesOfNothingSayIt in a row of its own.
func TestTablesOfNothingSayIt(t *testing.T) {
	run := raced(t, func(d *setup.Experiment) { d.Racers, d.Seed = nil, 4711 })
	cells := cellsOf(t, ".csv", fileOf(t, Race, run, ".csv", picture.Look{}))
	if len(cells) != 2 || strings.Join(cells[1][:len(cells[1])-1], "") != "" {
		t.Errorf("%q", cells)
	}
}

// TestNormalisedIsSaid of a learning problem whose inputs are.
func TestNormalisedIsSaid(t *testing.T) {
	doc := setup.Default()
	s, err := surfaces.Lookup("linear_regression")
	if err != nil {
		t.Fatal(err)
	}
	doc.SetSurface(s)
	said := func() string {
		for _, n := range provenance.Of(&doc, nil) {
			if n.Key == "normalised" {
				return n.Text
			}
		}
		return ""
	}
	if got := said(); got != "nothing" {
		t.Errorf("it says %q", got)
	}
	doc.Params = map[string]float64{"normalise": 1}
	if got := said(); !strings.Contains(got, "mean 0") {
		t.Errorf("it says %q", got)
	}
}

// TestLaterClippingIsSaid of a racer that clips from a step on.
func TestLaterClippingIsSaid(t *testing.T) {
	doc := setup.Default()
	spec, changes, err := optim.ParseRacer("sgd lr=0.1 @12 clip_norm=2")
	if err != nil {
		t.Fatal(err)
	}
	doc.Racers = []setup.Racer{{Spec: spec, Changes: changes}}
	if got := provenance.Of(&doc, nil).Line(); !strings.Contains(got, "gradients of racer 1 by clip_norm=2 from step 12 on") {
		t.Error(got)
	}
}
