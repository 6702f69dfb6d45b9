package figure

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// placed is the state of the default experiment on a formula, with the critical points known.
func placed(t *testing.T, formula string) lab.State {
	t.Helper()
	doc := setup.Default()
	doc.Surface, doc.Formula, doc.Params = "", formula, nil
	doc.Home = geom.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}
	doc.View, doc.Start = doc.Home, geom.Point{X: 1, Y: 0.5}
	run, err := lab.Prepare(t.Context(), doc, lab.WantPlaces)
	if err != nil {
		t.Fatal(err)
	}
	return run.State()
}

// TestReadingNotes: every shape that a surface can have at a point has its sentence, and a rate where one is too great.
func TestReadingNotes(t *testing.T) {
	for _, c := range []struct {
		formula string
		at      geom.Point
		kind    string
		limit   string
		note    string
	}{
		{"x^2 + 2*y^2", geom.Point{X: 1, Y: 1}, "slope", "lr < 0.5000",
			"Curved up in every direction: a bowl. Gradient descent overshoots here above lr = 2/λmax = 0.5000."},
		{"-x^2 - y^2", geom.Point{X: 1, Y: 1}, "slope", "none",
			"Curved down or flat in every direction: no rate overshoots here."},
		{"x^2 - y^2", geom.Point{X: 1, Y: 1}, "slope", "lr < 1.000",
			"Curved down one way and up the other, as around a saddle. Gradient descent overshoots here above lr = 2/λmax = 1.000."},
		{"2*x + y^2", geom.Point{X: 1, Y: 1}, "slope", "lr < 1.000",
			"Curved up one way and not at all the other: a trough. Gradient descent overshoots here above lr = 2/λmax = 1.000."},
		{"(x + 0.3*y)^2 + x", geom.Point{X: 0.1, Y: 0.7}, "slope", "lr < 0.9174",
			"Curved up one way and not at all the other: a trough. Gradient descent overshoots here above lr = 2/λmax = 0.9174."},
		{"-(x + 0.3*y)^2 + x", geom.Point{X: 0.1, Y: 0.7}, "slope", "none",
			"Curved down or flat in every direction: no rate overshoots here."},
		{"2*x + y", geom.Point{X: 1, Y: 1}, "slope", "none", "Not curved at all: no rate overshoots here."},
		{"log(x)", geom.Point{X: -1}, "undefined", "none", "The function has no Hessian here."},
	} {
		s := placed(t, c.formula)
		s.View.Cross = &c.at
		r := Read(s, s.Field.Probe.Fork())
		facts := r.Facts(4)
		if r.Title != "Under the pointer" || facts[4] != c.kind || facts[5] != c.limit || r.Note() != c.note {
			t.Errorf("%s at %v: %q, %q, %q", c.formula, c.at, r.Title, facts, r.Note())
		}
	}
}

// TestReadingPlaces: a critical point that is pointed at is read at its own coordinates, and so is the selected one, which
// comes first.
func TestReadingPlaces(t *testing.T) {
	for _, c := range []struct{ formula, name, note string }{
		{"x^2 + 2*y^2", "A", "Minimum A: every way leads up, 2.000 times as steeply curved one way as the other. Gradient descent"},
		{"x^2 - y^2", "S1", "Saddle S1, index 1: one way down, one way up. Gradient descent overshoots"},
		{"abs(x) + y^2", "A", "Minimum A at a kink: every way leads up, and the gradient jumps across zero."},
		{"-x^2 - y^2", "M1", "Maximum M1: every way leads down; a descent started exactly here stays."},
	} {
		s := placed(t, c.formula)
		place := s.Field.Named(c.name)
		if place == nil {
			t.Fatalf("%s: no %s among %+v", c.formula, c.name, s.Field.Places)
		}
		start := Read(s, s.Field.Probe)
		s.View.Hover = c.name
		pointed := Read(s, s.Field.Probe)
		s.View.Hover, s.View.Cross = "", &geom.Point{X: 1, Y: 1}
		s.View.Select(place)
		selected := Read(s, s.Field.Probe)
		if start.Title != "At the start" || start.At != s.Doc.Start || start.Place != nil {
			t.Errorf("%s: at the start %+v", c.formula, start)
		}
		if pointed.At != place.At || pointed.Facts(4)[4] != place.Label() || !strings.HasPrefix(pointed.Note(), c.note) {
			t.Errorf("%s: %q, %q", c.formula, pointed.Facts(4), pointed.Note())
		}
		if selected.At != place.At || !strings.EqualFold(selected.Title, place.Label()) || selected.Title == place.Label() {
			t.Errorf("%s: selected %q at %v", c.formula, selected.Title, selected.At)
		}
	}
	for want, c := range map[string]surfaces.Critical{
		"Minimum F: every way leads up, although an eigenvalue of the Hessian is zero.": {Kind: surfaces.Minimum},
		"Saddle F, flat: 3 ways down, 3 ways up.":                                       {Kind: surfaces.Saddle, Index: -2},
		"F is neither minimum nor maximum: some ways lead down from it, others up.":     {Kind: surfaces.Degenerate, Proven: true},
	} {
		c.Flat = true
		if got := (Reading{Place: &lab.Place{Critical: c, Name: "F"}}).Note(); got != want {
			t.Errorf("a flat point says %q, want %q", got, want)
		}
	}
	flat := Reading{Place: &lab.Place{Critical: surfaces.Critical{Kind: surfaces.Minimum}, Name: "A"}, L2: 2}
	want := "Minimum A: every way leads up. Gradient descent overshoots here above lr = 2/λmax = 1.000."
	if got := flat.Note(); got != want {
		t.Errorf("a minimum that is flat one way says %q", got)
	}
	flat = Reading{Place: &lab.Place{Critical: surfaces.Critical{Kind: surfaces.Degenerate}, Name: "D1"}, L2: 1}
	want = "D1 is degenerate: the Hessian has a zero eigenvalue, so it does not tell what kind of point this is."
	if got := flat.Note(); got != want {
		t.Errorf("a degenerate point says %q", got)
	}
}

// TestReadingOnTheBorder: a minimum on the border of the box is told as one of the box, whatever the curvature there.
func TestReadingOnTheBorder(t *testing.T) {
	doc := setup.Default()
	doc.Bounds = &geom.Rect{X0: 0.3, X1: 2.25, Y0: -2.25, Y1: 2.25}
	run, err := lab.Prepare(t.Context(), doc, lab.WantPlaces)
	if err != nil {
		t.Fatal(err)
	}
	s, seen := run.State(), 0
	for _, place := range s.Field.Places {
		if !place.Border {
			continue
		}
		seen++
		s.View.Hover = place.Name
		note := Read(s, s.Field.Probe.Fork()).Note()
		if !strings.HasPrefix(note, "Minimum "+place.Name+" on the border of the box: ") || strings.Contains(note, "times") {
			t.Errorf("%s", note)
		}
	}
	if seen == 0 {
		t.Error("there is no minimum on the border")
	}
}
