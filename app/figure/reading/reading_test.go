package reading

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// TestReadingOfPoints: every shape that a surface can have at a point has its words, and a rate where one is too great.
func TestReadingOfPoints(t *testing.T) {
	for _, c := range []struct {
		formula            string
		at                 geom.Point
		name, about, limit string
		first, second      string // what it does along the two lines
	}{
		{"x^2 + 2*y^2", geom.Point{X: 1, Y: 1}, "Slope", "curved up every way, as in a bowl", "0.5000", "rises", "rises"},
		{"-x^2 - y^2", geom.Point{X: 1, Y: 1}, "Slope", "curved down every way, as on a dome", "any", "falls", "falls"},
		{"x^2 - y^2", geom.Point{X: 1, Y: 1}, "Slope", "down one way, up the other, as around a saddle", "1.000", "falls", "rises"},
		{"2*x + y^2", geom.Point{X: 1, Y: 1}, "Slope", "curved up one way, as in a trough", "1.000", "not bent", "rises"},
		{"(x + 0.3*y)^2 + x", geom.Point{X: 0.1, Y: 0.7},
			"Slope", "curved up one way, as in a trough", "0.9174", "not bent", "rises"},
		{"-(x + 0.3*y)^2 + x", geom.Point{X: 0.1, Y: 0.7},
			"Slope", "curved down one way, as on a ridge", "any", "falls", "not bent"},
		{"2*x + y", geom.Point{X: 1, Y: 1}, "Slope", "not curved at all", "any", "not bent", "not bent"},
		{"log(x)", geom.Point{X: -1}, "No value", "the function has no Hessian here", "–", "none", "none"},
	} {
		s := labtest.Placed(t, c.formula)
		s.View.Cross = &c.at
		r := Read(s, s.Field.Probe.Fork(), nil)
		if r.Title != "Under the pointer" || r.Name() != c.name || r.About() != c.about || r.Rate() != c.limit || r.Symbol() != "" {
			t.Errorf("%s at %v: %q, %q, %q, %q", c.formula, c.at, r.Title, r.Name(), r.About(), r.Rate())
		}
		if brief := r.AboutBriefly(); len(brief) > 36 || !strings.HasSuffix(r.About(), brief) {
			t.Errorf("%s at %v: briefly %q", c.formula, c.at, brief)
		}
		bends := r.Bends()
		_, first := bends[0].Says()
		_, second := bends[1].Says()
		if first != c.first || second != c.second {
			t.Errorf("%s at %v: %q, %q", c.formula, c.at, first, second)
		}
	}
}

// TestReadingPlaces: a critical point that is pointed at is read at its own coordinates, and so is the selected one, which
// comes first.
func TestReadingPlaces(t *testing.T) {
	for _, c := range []struct{ formula, name, symbol, slope, about, note string }{
		{"x^2 + 2*y^2", "A", "★", "0 level", "the lowest valley floor",
			"Plain descent with a larger lr overshoots this floor: 2 divided by the largest curvature, 4.000. One way is 2.000 times"},
		{"x^2 - y^2", "S1", "✕", "0 level", "a pass: down one way, up the other", "Plain descent with a larger lr jumps from"},
		{"abs(x) + y^2", "A", "★", "jumps", "a kink: the slope jumps across zero", "Every way leads up. A descent with a fixed lr"},
		{"-x^2 - y^2", "M1", "△", "0 level", "a summit: every way leads down", "A descent that starts exactly here stays"},
	} {
		s := labtest.Placed(t, c.formula)
		place := s.Field.Named(c.name)
		if place == nil {
			t.Fatalf("%s: no %s among %+v", c.formula, c.name, s.Field.Places)
		}
		start := Read(s, s.Field.Probe, nil)
		s.View.Hover = c.name
		pointed := Read(s, s.Field.Probe, nil)
		s.View.Hover, s.View.Cross = "", &geom.Point{X: 1, Y: 1}
		s.View.Select(place)
		selected := Read(s, s.Field.Probe, nil)
		if start.Title != "At the start" || start.At != s.Doc.Start || start.Place != nil {
			t.Errorf("%s: at the start %+v", c.formula, start)
		}
		if pointed.At != place.At || pointed.Symbol() != c.symbol || pointed.Slope() != c.slope || pointed.About() != c.about ||
			!strings.HasPrefix(pointed.Note(), c.note) {
			t.Errorf("%s: %q %q, %q, %q", c.formula, pointed.Symbol(), pointed.Slope(), pointed.About(), pointed.Note())
		}
		if selected.At != place.At || !strings.EqualFold(selected.Title, place.Label()) || selected.Title == place.Label() {
			t.Errorf("%s: selected %q at %v", c.formula, selected.Title, selected.At)
		}
	}
}

// TestReadingFlatPlaces: where the Hessian does not tell the kind of a point, no words claim that it does.
func TestReadingFlatPlaces(t *testing.T) {
	for _, c := range []struct {
		point       surfaces.Critical
		about, note string
	}{
		{surfaces.Critical{Kind: surfaces.Minimum}, "a valley floor", "Flat along one line"},
		{surfaces.Critical{Kind: surfaces.Saddle, Index: -2},
			"3 ways lead down, and as many up", "An eigenvalue of the Hessian is zero"},
		{surfaces.Critical{Kind: surfaces.Degenerate, Proven: true}, "some ways lead down, others up", "An eigenvalue"},
		{surfaces.Critical{Kind: surfaces.Degenerate}, "the Hessian does not tell its kind", "An eigenvalue"},
	} {
		c.point.Flat = true
		r := Reading{Place: &lab.Place{Critical: c.point, Name: "F"}, L2: 1}
		if r.About() != c.about || !strings.HasPrefix(r.Note(), c.note) {
			t.Errorf("a flat point says %q, %q", r.About(), r.Note())
		}
	}
}

// TestReadingKnowsTheWayDown: on Peaks a slope is in the valley that plain descent ends in, with its height above the floor, and
// saddles part the two valleys that their ways lead to.
func TestReadingKnowsTheWayDown(t *testing.T) {
	run, err := lab.Prepare(t.Context(), setup.Default(), lab.WantPlaces)
	if err != nil {
		t.Fatal(err)
	}
	s, ways := run.State(), &Ways{}
	a := s.Field.Named("A")
	s.View.Cross = &geom.Point{X: a.At.X + 0.3, Y: a.At.Y}
	r := Read(s, s.Field.Probe.Fork(), ways)
	if r.Bottom == nil || r.Bottom.Name != "A" || !strings.HasPrefix(r.Note(), "In the valley of A, "+words.Short(r.Value-a.Value)) {
		t.Errorf("beside A: %q", r.Note())
	}
	s.View.Cross, s.View.Hover = nil, "S1"
	if got := Read(s, s.Field.Probe.Fork(), ways).About(); got != "a pass: between the valleys of C and A" {
		t.Errorf("the first saddle is %q", got)
	}
	s.View.Hover = "B"
	if got := Read(s, s.Field.Probe.Fork(), ways).About(); got != "a valley floor, 3.501 above A" {
		t.Errorf("the second minimum is %q", got)
	}
	s.View.Hover, s.View.Cross = "", &geom.Point{X: 1e6}
	if r := Read(s, s.Field.Probe.Fork(), ways); r.Bottom != nil {
		t.Errorf("far away it is in the valley of %s", r.Bottom.Name)
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
		r := Read(s, s.Field.Probe.Fork(), nil)
		if r.About() != "on the border of the box" || !strings.HasPrefix(r.Note(), "Every way within the box leads up") {
			t.Errorf("%s, %s", r.About(), r.Note())
		}
	}
	if seen == 0 {
		t.Error("there is no minimum on the border")
	}
}
