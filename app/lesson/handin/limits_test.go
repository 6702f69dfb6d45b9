package handin

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson/measure"
	"descentlab/surfaces"
)

// TestAlike: what is beyond the numbers is like no number, and no step is like never.
func TestAlike(t *testing.T) {
	is := func(loss float64, settled int) Result { return Result{loss, settled, "finished"} }
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		says, is Result
		want     bool
	}{
		{is(1, 12), is(1+1e-8, 13), true}, {is(1, 12), is(1.001, 12), false}, {is(1, 12), is(1, 14), false},
		{is(inf, -1), is(0.5, -1), false}, {is(0.5, -1), is(inf, -1), false}, {is(nan, -1), is(0.5, -1), false},
		{is(inf, -1), is(nan, -1), true}, {is(0.5, 0), is(0.5, -1), false}, {is(0.5, -1), is(0.5, 0), false},
		{is(0, -1), is(0, -1), true},
	} {
		if got := c.says.alike(c.is); got != c.want {
			t.Errorf("it says %v, it is %v: %t", c.says, c.is, got)
		}
	}
}

// TestWhatIsWrittenCanBeMarked: what could not be is refused when it is added, or at the latest when the file is made.
func TestWhatIsWrittenCanBeMarked(t *testing.T) {
	l, b := sample(t), measure.NewBench(64)
	h := handed(t, l, b, "Ada")
	text, err := h.File()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Parse("h.json", text); err != nil {
		t.Error(err)
	}
	doc, long, lonely := h.Runs[0].Doc, h.Runs[0].Doc.Clone(), h.Runs[0].Doc.Clone()
	long.Steps, lonely.Racers = 100_000, nil
	var many, slow []Run
	for range MaxRuns {
		many, slow = append(many, h.Runs[0]), append(slow, Run{Doc: long, Results: h.Runs[0].Results})
	}
	for _, c := range []struct {
		runs []Run
		doc  setup.Experiment
		want string
	}{
		{many[1:], doc, ""}, {many, doc, "at most 20 runs"}, {slow[1:], long, ""}, {nil, lonely, "no racer"},
		{slow[:19], twice(long), "at most 2000000 steps"},
	} {
		err := Fits(c.runs, c.doc)
		if said := err != nil && strings.Contains(err.Error(), c.want); said != (c.want != "") {
			t.Errorf("%d runs and one: %v, want %s", len(c.runs), err, c.want)
		}
	}
	for want, of := range map[string]HandIn{
		"at most 20":         {Student: "Ada", Hash: l.Hash, Runs: append(many, many...)},
		"a name of 1 to 200": {Student: strings.Repeat("A", 201), Hash: l.Hash},
		"larger than 4 MiB":  {Student: "Ada", Hash: l.Hash, Runs: slices.Repeat([]Run{large(t, b)}, 10)},
		"at most 2000000 step": {
			Student: "Ada", Hash: l.Hash, Runs: append(slow[:19:19], Run{Doc: twice(long), Results: make([]Result, 2)}),
		},
	} {
		if _, err := of.File(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// twice has the first racer two times.
func twice(doc setup.Experiment) setup.Experiment {
	doc = doc.Clone()
	again := doc.Racers[0]
	again.Slot++
	doc.Racers = append(doc.Racers, again)
	return doc
}

// large is a run on so many examples that no file holds ten of it.
func large(t *testing.T, b *measure.Bench) Run {
	t.Helper()
	doc := setup.Default()
	regression, err := surfaces.Lookup("linear_regression")
	if err != nil {
		t.Fatal(err)
	}
	doc.SetSurface(regression)
	u, v := make([]float64, 10_000), make([]float64, 10_000)
	for i := range u {
		u[i], v[i] = float64(i)/7, float64(i)/9
	}
	doc.Data = &surfaces.Dataset{
		Title: "T", Columns: []surfaces.Column{{Name: "u", Label: "u", Values: u}, {Name: "t", Label: "t", Values: v}},
	}
	h := HandIn{}
	doc.Steps = 1
	if err := h.Run(context.Background(), b, "", doc); err != nil {
		t.Fatal(err)
	}
	return h.Runs[0]
}
