package figure

import (
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// TestPointSigns: every kind of point has a sign of its own, and the best minimum another one than the others.
func TestPointSigns(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range []lab.Place{
		{Critical: surfaces.Critical{Kind: surfaces.Minimum}, Global: true},
		{Critical: surfaces.Critical{Kind: surfaces.Minimum}},
		{Critical: surfaces.Critical{Kind: surfaces.Saddle}}, {Critical: surfaces.Critical{Kind: surfaces.Maximum}},
		{Critical: surfaces.Critical{Kind: surfaces.Degenerate}},
	} {
		if sign := PointSign(p); seen[sign] {
			t.Errorf("%v has the sign %s of another kind", p.Kind, sign)
		} else {
			seen[sign] = true
		}
	}
}

// TestPointsTell: a minimum has a greatest stable rate, a saddle none, and the hint says what a narrow list leaves away.
func TestPointsTell(t *testing.T) {
	s := labtest.Placed(t, "x^2*(x^2 - 2) + y^2")
	for name, want := range map[string]struct{ rate, hint string }{
		"A":  {"0.2500", "minimum A (global) at (−1.000, 0): f = −1.000, eigenvalues of the Hessian 2.000 and 8.000."},
		"S1": {"–", "saddle S1 at (0, 0): f = 0, eigenvalues of the Hessian −4.000 and 2.000."},
	} {
		p := *s.Field.Named(name)
		if cells := PointCells(p); !strings.HasSuffix(cells[0], " "+name) || cells[6] != want.rate {
			t.Errorf("%s: %q", name, cells)
		}
		if got := PointHint(p); got != want.hint+" Click to centre the map on it." {
			t.Errorf("%s: %q, want %q", name, got, want.hint)
		}
	}
	flat := *labtest.Placed(t, "x^4 + y^4").Field.Named("A")
	if cells, hint := PointCells(flat), PointHint(flat); cells[1] != "minimum (flat)" || cells[6] != "–" ||
		!strings.HasPrefix(hint, "minimum A (global) at (0, 0) (flat): f = 0, eigenvalues of the Hessian 0 and 0.") {
		t.Errorf("a flat minimum: %q, %q", cells, hint)
	}
	if got := CensusText(s.Field); !strings.HasPrefix(got, "Complete in x from ") {
		t.Errorf("the census says %q", got)
	}
	crowd := &lab.Field{Crowd: true, Census: lab.Census{Found: 9}}
	if got := CensusText(crowd); !strings.HasPrefix(got, "9 critical points were found") {
		t.Errorf("of a crowd it says %q", got)
	}
}

// TestWhereBriefly: each text for less room is shorter than the one before it, and none says what the whole one does not.
func TestWhereBriefly(t *testing.T) {
	at := surfaces.Point{X: -4.72718, Y: -12.3456}
	for _, c := range []struct {
		where lab.Whereabouts
		want  []string
	}{
		{lab.Whereabouts{Kind: lab.Heading, At: at}, []string{"to (−4.727, −12.35)", "to (−4.7, −12)", "to another point"}},
		{lab.Whereabouts{Kind: lab.Heading, At: at, Place: &lab.Place{Name: "A"}}, nil},
		{lab.Whereabouts{Kind: lab.Heading, Line: true}, []string{"heading for a line", "to a line"}},
		{lab.Whereabouts{Kind: lab.Circling, At: at}, []string{"circling (−4.7, −12)", "circling, unlisted"}},
		{lab.Whereabouts{Kind: lab.Settled, At: at}, []string{"settled (−4.727, −12.35)", "settled (−4.7, −12)", "settled, unlisted"}},
		{lab.Whereabouts{Kind: lab.AtPlace, At: at}, []string{"at (−4.727, −12.35)", "at (−4.7, −12)", "at another point"}},
		{lab.Whereabouts{Kind: lab.AtPlace, Ground: surfaces.Degenerate, Place: &lab.Place{Name: "D1"}}, []string{"degenerate D1"}},
		{lab.Whereabouts{Kind: lab.LeftMap, Step: 12}, []string{"left at step 12", "left at 12"}},
		{lab.Whereabouts{Kind: lab.LeftMap}, []string{"outside home"}},
		{lab.Whereabouts{Kind: lab.EndedOtherwise, Verdict: race.Verdict{Kind: race.Undefined, Step: 3}},
			[]string{"left domain, 3", "no value, 3"}},
	} {
		if got := WhereBriefly(c.where); !slices.Equal(got, c.want) {
			t.Errorf("%q is briefly %q, want %q", c.where, got, c.want)
		}
	}
}

// TestStandingHint: a racer that has settled says since when.
func TestStandingHint(t *testing.T) {
	s := lab.Standing{Step: 7, Loss: 0.5, GradNorm: 0.25, Evaluations: 8, Settled: -1}
	text := StandingHint("Adam", s)
	if want := "Adam at step 7: loss 0.5000, |∇f| 0.2500, 8 gradient evaluations, "; !strings.HasPrefix(text, want) {
		t.Errorf("%q, want %q ...", text, want)
	}
	s.Settled = 5
	if got, want := StandingHint("Adam", s), text+"; settled from step 5 on"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
