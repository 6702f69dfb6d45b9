package scenes

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/describe"
	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/setup"
)

// on is a race on a surface of the catalogue, at a step.
func on(t *testing.T, surface string, steps, at int, racers ...string) lab.State {
	t.Helper()
	s := labtest.Run(t, labtest.Experiment(t, surface, steps, racers...), lab.WantAll).State()
	s.Head = float64(at)
	return s
}

// sound complains of a description that a listener could not follow.
func sound(t *testing.T, what string, d describe.Description) {
	t.Helper()
	if d.Title == "" || d.Text == "" || !strings.HasSuffix(d.Text, ".") {
		t.Errorf("%s: %q: %q", what, d.Title, d.Text)
	}
	for _, wrong := range []string{"NaN", "∞", "%!", "  ", "..", "\n", "…"} {
		if strings.Contains(d.Text, wrong) {
			t.Errorf("%s says %q: %s", what, wrong, d.Text)
		}
	}
	for _, c := range d.Table.Columns {
		if c.Name == "" || c.Texts != nil && c.Numbers != nil {
			t.Errorf("%s has a column %+v", what, c)
		}
	}
}

// cell is that of the row that begins with a kind and a name.
func cell(t *testing.T, d describe.Description, kind, name, column string) string {
	t.Helper()
	at := slices.IndexFunc(d.Table.Columns, func(c describe.Column) bool { return c.Name == column })
	for row := range d.Table.Rows() {
		if at >= 0 && d.Table.Columns[0].Exact(row) == kind && d.Table.Columns[1].Exact(row) == name {
			return d.Table.Columns[at].Exact(row)
		}
	}
	t.Fatalf("no %s of %s %s", column, kind, name)
	return ""
}

// The map says where everything is, and its table has the recorded numbers.
func TestMap(t *testing.T) {
	s := on(t, "himmelblau", 140, 42, "sgd lr=0.01", "adam lr=0.1")
	d := Map(s)
	sound(t, "map", d)
	for _, want := range []string{"Himmelblau, x from −6 to 6, y from −6 to 6",
		"4 minima (A to D), 4 saddles (S1 to S4) and 1 maximum",
		"A, B, C and D are the lowest, alike,",
		"At step 42 of 140, 2 racers. SGD is at (", "Adam is at ("} {
		if !strings.Contains(d.Text, want) {
			t.Errorf("it does not say %q: %s", want, d.Text)
		}
	}
	run := s.Tape.Runs[1]
	for column, want := range map[string]float64{"step": 42, "x": run.X(42)[0], "y": run.X(42)[1], "value": run.Loss(42),
		"|∇f|": run.GradNorm(42)} {
		if got := cell(t, d, "racer", "Adam", column); got != strconv.FormatFloat(want, 'g', -1, 64) {
			t.Errorf("%s is %s, recorded %v", column, got, want)
		}
	}
	p := s.Field.Named("S2")
	if got := cell(t, d, "saddle", "S2", "least eigenvalue of the Hessian"); got != strconv.FormatFloat(p.L1, 'g', -1, 64) {
		t.Errorf("the saddle's eigenvalue is %s, want %v", got, p.L1)
	}
}

// What is empty, short, lost or not known yet is said.
func TestMapOfLittle(t *testing.T) {
	sound(t, "nothing", Map(lab.State{Doc: setup.Default()}))
	nobody := on(t, "peaks", 20, 0)
	d := Map(nobody)
	sound(t, "nobody", d)
	if !strings.Contains(d.Text, "Nobody races.") {
		t.Error(d.Text)
	}
	once := Map(on(t, "peaks", 1, 1, "sgd lr=0.01"))
	sound(t, "one step", once)
	if !strings.Contains(once.Text, "At the end, after 1 step, 1 racer.") {
		t.Error(once.Text)
	}
	lost := on(t, "rosenbrock", 30, 30, "sgd lr=3")
	d = Map(lost)
	sound(t, "lost", d)
	if !strings.Contains(d.Text, "diverged at step") && !strings.Contains(d.Text, "left the map") {
		t.Error(d.Text)
	}
	lost.TapeDoc.Racers = slices.Clone(lost.TapeDoc.Racers)
	lost.TapeDoc.Racers[0].Hidden = true
	if d := Map(lost); !strings.Contains(d.Text, "all racers are hidden") {
		t.Error(d.Text)
	}
	var many []string
	for k := range 20 {
		many = append(many, "sgd lr=0.00"+strconv.Itoa(k+1))
	}
	if d := Map(on(t, "peaks", 10, 5, many...)); !strings.Contains(d.Text, "and 12 more, which the table has") {
		t.Error(d.Text)
	}
}

// Every kind of chart is described, with the numbers that are drawn.
func TestCharts(t *testing.T) {
	s := on(t, "peaks", 60, 20, "sgd lr=0.012", "adam lr=0.06", "momentum lr=0.008")
	for _, kind := range progress.Kinds(&s.Doc) {
		c, err := progress.Of(t.Context(), s, kind)
		if err != nil {
			t.Fatal(err)
		}
		d := Charts(s, []progress.Curves{c})
		sound(t, kind, d)
		if d.Table.Rows() != 61 || !strings.Contains(d.Text, c.Title[1:]) || !strings.Contains(d.Text, "At step 20:") {
			t.Errorf("%s has %d rows: %s", kind, d.Table.Rows(), d.Text)
		}
		last := d.Table.Columns[len(d.Table.Columns)-1]
		for step := range 61 {
			if got, want := last.Numbers[step], c.List[len(c.List)-1].Y[step]; got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
				t.Fatalf("%s at step %d: %v, drawn %v", kind, step, got, want)
			}
		}
	}
	c, _ := progress.Of(t.Context(), s, setup.ChartLoss)
	best, _ := lab.Best(s.Tape, s.Field.Places)
	d := Charts(s, []progress.Curves{c})
	if got, want := d.Table.Columns[2].Numbers[20], s.Tape.Runs[1].Loss(20)-best; got != want {
		t.Errorf("Adam's loss is %v, recorded %v", got, want)
	}
	s.View.Muted = []string{"1"}
	if d := Charts(s, []progress.Curves{c}); !strings.Contains(d.Text, "1 curve is hidden") || len(d.Table.Columns) != 3 {
		t.Error(d.Text)
	}
}

// Curves without values, and races without steps, are told of.
func TestChartsOfLittle(t *testing.T) {
	for name, s := range map[string]lab.State{
		"nothing": {Doc: setup.Default()}, "nobody": on(t, "peaks", 20, 0), "one step": on(t, "peaks", 1, 1, "sgd lr=0.01"),
		"lost": on(t, "rosenbrock", 30, 30, "sgd lr=3", "adam lr=0.01"),
	} {
		var list []progress.Curves
		if s.Tape != nil {
			for _, kind := range setup.ChartKinds {
				c, err := progress.Of(t.Context(), s, kind)
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, c)
			}
		}
		sound(t, name, Charts(s, list))
	}
	s := on(t, "rosenbrock", 30, 30, "sgd lr=3")
	c, _ := progress.Of(t.Context(), s, setup.ChartLoss)
	if d := Charts(s, []progress.Curves{c}); !strings.Contains(d.Text, "Curves that end before: SGD has") {
		t.Error(d.Text)
	}
}
