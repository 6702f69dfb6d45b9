package plot

import (
	"math"
	"slices"
	"testing"
)

// A racer out of view is told by an arrow at the edge, never by a head there as
// if it were on the map; one that diverged has its step beside it.
func TestLeavingTheMap(t *testing.T) {
	st := styles(t)["dark"]
	s := Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}}
	pts := []Point{{X: 0.5, Y: 0.5}, {X: 0.6, Y: 0.5}, {X: 1e200, Y: 0.5}}
	run := Trace{Pts: pts, Head: 2, Color: st.Palette.Racer(0), Glyph: Disc}
	c := on(200, 200, s, st)
	var w way
	c.follow(&w, run)
	if !w.leaves || math.Abs(w.edge.at.X-200) > 1e-9 || math.Abs(w.edge.at.Y-100) > 1e-9 || w.edge.along != (Vec{1, 0}) {
		t.Errorf("the run leaves at %+v, not at (200, 100) to the right", w.edge)
	}
	said := func() (list []string) {
		with := s
		with.Traces = []Trace{run}
		n := &notes{w: 200, h: 200}
		with.Draw(n, st)
		for _, text := range n.texts {
			list = append(list, text.Text)
		}
		return list
	}
	if got := said(); len(got) != 0 {
		t.Errorf("%q is said of a run that has not diverged", got)
	}
	run.Diverged, run.Step = true, 2
	if got := said(); len(got) != 1 || got[0] != "step 2" {
		t.Errorf("of a run that diverged at step 2 is said %q", got)
	}
	run.Head = 1
	if got := said(); len(got) != 0 {
		t.Errorf("%q is said before the run ended", got)
	}
}

// Racers that leave side by side are all told about, apart from one another and
// from heads, arrows and ways.
func TestVerdictsKeepApart(t *testing.T) {
	for name, st := range styles(t) {
		size := int(300 * st.Scale)
		for _, end := range []Point{{X: 40, Y: 0}, {X: 40, Y: 35}, {X: -3, Y: 60}, {X: 0.4, Y: 0.1}} {
			s := Scene{View: Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}}
			for i := range 5 {
				off := 0.03 * float64(i)
				s.Traces = append(s.Traces, Trace{Pts: []Point{{X: -0.5, Y: -0.5}, {X: 0, Y: off}, {X: end.X, Y: end.Y + off}}, Head: 2,
					Diverged: true, Step: 7 + i, Color: white})
			}
			c := on(size, size, s, st)
			c.traces()
			written := slices.Clone(c.verdict)
			c.verdict = nil
			o := c.verdictObstacles(c.ways[:len(s.Traces)])
			if len(written) != len(s.Traces) {
				t.Fatalf("%s, to %v: something is said of %d racers only", name, end, len(written))
			}
			for i, b := range written {
				if o.block(b) || b.meetsAny(written[:i]) || !b.within(c.frame(0)) {
					t.Errorf("%s, to %v: what is said of racer %d lies on something else", name, end, i)
				}
			}
		}
	}
}

func TestHeadIsInterpolated(t *testing.T) {
	c := on(100, 100, Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}}, styles(t)["dark"])
	run := Trace{Pts: []Point{{X: 0, Y: 0}, {X: 0.4, Y: 0.2}, {X: 0.8, Y: 1}}, Head: 1.25}
	var w way
	c.follow(&w, run)
	if got, want := w.shown, (Vec{50, 60}); got.Sub(want).Len() > 1e-9 {
		t.Errorf("the head is at %v, not %v", got, want)
	}
	if w.count != 3 || w.ended {
		t.Errorf("the way has %d points, ended %t", w.count, w.ended)
	}
	run.Pts[2].X = math.NaN()
	if c.follow(&w, run); w.shown != (Vec{40, 80}) || !w.ended {
		t.Errorf("towards NaN the head is at %v, ended %t", w.shown, w.ended)
	}
}
