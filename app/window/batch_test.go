package window

import (
	"math"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// settleMaps lets the ground of the maps and what lies on it be made.
func settleMaps(t *testing.T, u *testUI) {
	t.Helper()
	rest(t, u)
	for range 3 {
		u.maps.ground.join()
		finish(t, u, &u.batch.work)
	}
}

// split are the lines of the batch and the ellipses on a map.
func split(curves []plot.Curve) (lines, ellipses []plot.Curve) {
	for _, c := range curves {
		if c.Faint {
			lines = append(lines, c)
		} else {
			ellipses = append(ellipses, c)
		}
	}
	return lines, ellipses
}

func TestBatchOnTheMaps(t *testing.T) {
	u := mapped(t, "logistic", 60, "sgd lr=0.1", "adam lr=0.2")
	u.Edit("", func(e *lab.Experiment) { e.Batch, e.Look.Batches = 8, true })
	settleMaps(t, u)
	u.lab.Seek(10)
	settleMaps(t, u)
	scene := func() plot.Scene { return u.maps.cells[0].m.Scene() }
	lines, ellipses := split(scene().Curves)
	if len(lines) == 0 || len(ellipses) != 2 {
		t.Fatalf("%d lines, %d ellipses", len(lines), len(ellipses))
	}

	// The lines are those of the loss of batch 10.
	batch, err := u.lab.State().Field.Probe.Batched(8, u.lab.State().Doc.Seed)
	if err != nil {
		t.Fatal(err)
	}
	levels := u.maps.field.Levels
	for _, line := range lines {
		for _, at := range line.Pts {
			f := batch.Eval(nil, []float64{at.X, at.Y}, 10)
			near := math.Inf(1)
			for _, l := range levels {
				near = min(near, math.Abs(f-l)/(1+math.Abs(l)))
			}
			if near > 0.01 {
				t.Fatalf("at %v the batch's loss is %g, which is no level", at, f)
			}
		}
	}
	// An ellipse lies around its racer, and its axes are standard deviations.
	at := figure.Weights(u.lab.State().Tape.Runs[1], 10)
	xx, _, yy := u.lab.State().Field.Probe.Fork().GradientNoise(at.X, at.Y, 8)
	unit := u.batch.scale.Of(u.lab.State())
	wide, high := 0.0, 0.0
	for _, p := range ellipses[1].Pts {
		wide, high = max(wide, math.Abs(p.X-at.X)), max(high, math.Abs(p.Y-at.Y))
	}
	if math.Abs(wide/(unit*math.Sqrt(xx))-1) > 0.01 || math.Abs(high/(unit*math.Sqrt(yy))-1) > 0.01 {
		t.Errorf("an ellipse reaches %g and %g, want %g and %g", wide, high, unit*math.Sqrt(xx), unit*math.Sqrt(yy))
	}
	if !says(u.surface.Object(), "standard deviation") {
		t.Errorf("told %q", texts(u.surface.Object()))
	}

	// At another step it is another batch, and back at the first nothing is made anew.
	first := &lines[0].Pts[0]
	u.lab.Seek(11)
	settleMaps(t, u)
	if lines, _ := split(scene().Curves); &lines[0].Pts[0] == first {
		t.Error("the next batch has the same lines")
	}
	u.lab.Seek(10)
	if lines, _ := split(scene().Curves); &lines[0].Pts[0] != first {
		t.Error("a batch that is known is drawn anew")
	}

	// Side by side each map has its own racer's ellipse; switched off, or with all examples, there is none.
	setLook(u, func(l *lab.Look) { l.SideBySide = true })
	settleMaps(t, u)
	for i, c := range u.maps.cells {
		if _, ellipses := split(c.m.Scene().Curves); len(ellipses) != 1 || ellipses[0].Color != u.palette().Racer(i) {
			t.Errorf("map %d has %d ellipses", i, len(ellipses))
		}
	}
	setLook(u, func(l *lab.Look) { l.SideBySide, l.Batches = false, false })
	if n := len(scene().Curves); n > 0 {
		t.Errorf("switched off there are %d curves", n)
	}
	u.Edit("", func(e *lab.Experiment) { e.Look.Batches, e.Batch = true, 0 })
	settleMaps(t, u)
	if n := len(scene().Curves); n > 0 || says(u.surface.Object(), "standard") {
		t.Errorf("without batches there are %d curves", n)
	}
}

func TestEllipse(t *testing.T) {
	e := figure.EllipseOf(4, 0, 1)
	if math.Abs(e.Reach()-2) > 1e-12 || math.Abs(math.Hypot(e.B.X, e.B.Y)-1) > 1e-12 || math.Abs(e.A.Y) > 1e-12 {
		t.Errorf("%+v", e)
	}
	turned := figure.EllipseOf(1, 1, 1) // a line along the diagonal
	if math.Abs(turned.A.X-turned.A.Y) > 1e-12 || math.Hypot(turned.B.X, turned.B.Y) > 1e-7 {
		t.Errorf("%+v", turned)
	}
	view := surfaces.Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}
	for _, none := range []figure.PlotEllipse{figure.EllipseOf(0, 0, 0), figure.EllipseOf(math.NaN(), 0, 1), figure.EllipseOf(math.Inf(1), 0, 1)} {
		if none.Outline(surfaces.Point{}, 1, view) != nil {
			t.Errorf("%+v is drawn", none)
		}
	}
	for v, want := range map[float64]float64{0.0199: 0.01, 0.02: 0.02, 7: 5, 999: 500} {
		if got := figure.RoundDown(v); math.Abs(got/want-1) > 1e-12 {
			t.Errorf("%v is rounded down to %v", v, got)
		}
	}
}
