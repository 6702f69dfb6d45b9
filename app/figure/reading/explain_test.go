package reading

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/surfaces"
)

// TestExplain: a place of every kind is explained in its own way, and a saddle in another one once its curves are traced.
func TestExplain(t *testing.T) {
	s := labtest.Placed(t, "x^2*(x^2 - 2) + y^2")
	if got := Explain(s); got != "" {
		t.Errorf("without a selected place it says %q", got)
	}
	explains := func(p *lab.Place, want string) {
		t.Helper()
		s.View.Select(p)
		if got := Explain(s); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q ...", p.Label(), got, want)
		}
	}
	explains(s.Field.Named("A"), "Every way leads up, 4.000 times as steeply curved one way as the other. Gradient descent settles "+
		"here only with lr < 2/λmax = 0.2500; with half of that it still needs about 9 steps for each tenfold less of distance.")
	peak := surfaces.Critical{Kind: surfaces.Maximum, L1: -3, L2: -1}
	explains(&lab.Place{Critical: peak, Name: "M1"}, "Every way leads down. A descent that starts exactly here stays")
	flat, line := surfaces.Critical{Kind: surfaces.Degenerate}, surfaces.Critical{Kind: surfaces.Degenerate, Curve: true}
	explains(&lab.Place{Critical: flat, Name: "D1"}, "An eigenvalue of the Hessian is zero")
	explains(&lab.Place{Critical: line, Name: "D2"}, "One point of a curve of critical points")
	for want, c := range map[string]surfaces.Critical{
		"Every way leads up, but the bottom is flat":                      {Kind: surfaces.Minimum},
		"Every way leads down, although an eigenvalue":                    {Kind: surfaces.Maximum},
		"A saddle, although an eigenvalue of the Hessian is zero: 2 ways": {Kind: surfaces.Saddle, Index: -1},
		"A saddle, although an eigenvalue of the Hessian is zero: 3 ways": {Kind: surfaces.Saddle, Index: -2},
		"An eigenvalue of the Hessian is zero. This is neither":           {Kind: surfaces.Degenerate, Proven: true},
	} {
		c.Flat = true
		explains(&lab.Place{Critical: c, Name: want}, want)
	}

	saddle := s.Field.Named("S1")
	explains(saddle, "Tracing its ridge and its ways down … Across, gradient descent is stable for lr < 2/λmax = 1.000;")
	curves, err := lab.Separate(t.Context(), s.Field.Probe, *saddle, s.Field.Region, s.Field.Places)
	if err != nil {
		t.Fatal(err)
	}
	s.View.Traced = &lab.Traced{Separatrix: curves, Places: s.Field.Places}
	explains(saddle, "One way down leads to minimum A (global), which is 1.000 below, the other to minimum B (global), "+
		"which is 1.000 below. Dashed")
}

// TestWaysDown: a way down that arrives nowhere says where it goes.
func TestWaysDown(t *testing.T) {
	traced := &lab.Traced{}
	for end, want := range map[surfaces.Ending]string{
		surfaces.Left: "out of the window", surfaces.Faded: "onto a plain", surfaces.Broken: "to a kink",
		surfaces.Unfinished: "farther than was traced",
	} {
		traced.Ways[0].End, traced.Ways[1].End = end, surfaces.Left
		if got, sentence := joins(traced), "One way down leads "+want+", the other out of the window."; got != sentence {
			t.Errorf("%q, want %q", got, sentence)
		}
	}
	places := []lab.Place{{Critical: surfaces.Critical{Kind: surfaces.Minimum, Value: -2}, Name: "A"}}
	traced.Places = places
	for i := range traced.Ways {
		traced.Ways[i] = surfaces.Branch{End: surfaces.Arrived, To: 0, At: places[0].Critical}
	}
	if got, want := joins(traced), "Both ways down lead to minimum A, which is 2.000 below."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
