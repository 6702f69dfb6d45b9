package maps

import (
	"math"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
)

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
	lengthy.Test(t)
	doc := desktest.Experiment(t, "o_rings", 60, "sgd lr=0.1", "adam lr=0.2")
	doc.Batch, doc.Look.Batches = 8, true
	d, p := on(t, doc)
	d.Lab().Seek(10)
	d.Settle()
	lines, ellipses := split(scene(p, 0).Curves)
	if len(lines) == 0 || len(ellipses) != 2 {
		t.Fatalf("%d lines, %d ellipses", len(lines), len(ellipses))
	}

	// The lines are those of the loss of batch 10.
	batch, err := d.State().Field.Probe.Batched(8, d.State().Doc.Seed)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		for _, at := range line.Pts {
			f := batch.Eval(nil, []float64{at.X, at.Y}, 10)
			near := math.Inf(1)
			for _, l := range scene(p, 0).Field.Levels {
				near = min(near, math.Abs(f-l)/(1+math.Abs(l)))
			}
			if near > 0.01 {
				t.Fatalf("at %v the batch's loss is %g, which is no level", at, f)
			}
		}
	}
	// An ellipse lies around its racer, and its axes are standard deviations.
	at := figure.Weights(d.State().Tape.Runs[1], 10)
	xx, _, yy := d.State().Field.Probe.Fork().GradientNoise(at.X, at.Y, 8)
	unit := new(figure.GradientScale).Of(d.State())
	wide, high := 0.0, 0.0
	for _, p := range ellipses[1].Pts {
		wide, high = max(wide, math.Abs(p.X-at.X)), max(high, math.Abs(p.Y-at.Y))
	}
	if math.Abs(wide/(unit*math.Sqrt(xx))-1) > 0.01 || math.Abs(high/(unit*math.Sqrt(yy))-1) > 0.01 {
		t.Errorf("an ellipse reaches %g and %g, want %g and %g", wide, high, unit*math.Sqrt(xx), unit*math.Sqrt(yy))
	}

	// At another step it is another batch, and back at the first nothing is made anew.
	first := &lines[0].Pts[0]
	d.Lab().Seek(11)
	if lines, _ := split(scene(p, 0).Curves); &lines[0].Pts[0] != first {
		t.Error("the lines go before the next ones come")
	}
	d.Settle()
	if lines, _ := split(scene(p, 0).Curves); &lines[0].Pts[0] == first {
		t.Error("the next batch has the same lines")
	}
	d.Lab().Seek(10)
	if lines, _ := split(scene(p, 0).Curves); &lines[0].Pts[0] != first {
		t.Error("a batch that is known is drawn anew")
	}
}

// TestBatchFollowsTheDocument: side by side each map has its own racer's ellipse; switched off, or with all examples, there is
// none.
func TestBatchFollowsTheDocument(t *testing.T) {
	lengthy.Test(t)
	doc := desktest.Experiment(t, "o_rings", 20, "sgd lr=0.1", "adam lr=0.2")
	doc.Batch, doc.Look.Batches, doc.Look.SideBySide = 8, true, true
	d, p := on(t, doc)
	for i := range p.cells {
		if _, ellipses := split(scene(p, i).Curves); len(ellipses) != 1 || ellipses[0].Color != d.Palette().Racer(i) {
			t.Errorf("map %d has %d ellipses", i, len(ellipses))
		}
	}
	d.SetLook(func(l *setup.Look) { l.SideBySide, l.Batches = false, false })
	if n := len(scene(p, 0).Curves); n > 0 {
		t.Errorf("switched off there are %d curves", n)
	}
	d.SetLook(func(l *setup.Look) { l.Batches = true })
	d.Settle()
	if lines, ellipses := split(scene(p, 0).Curves); len(lines) == 0 || len(ellipses) != 2 {
		t.Errorf("switched on again there are %d lines, %d ellipses", len(lines), len(ellipses))
	}
	d.Edit("", func(e *setup.Experiment) { e.Batch = 0 })
	d.Settle()
	if n := len(scene(p, 0).Curves); n > 0 {
		t.Errorf("without batches there are %d curves", n)
	}
}

// TestBatchKeepsUpWithPlayback: however fast the playhead moves, lines come, and at last those of where it rests.
func TestBatchKeepsUpWithPlayback(t *testing.T) {
	lengthy.Test(t)
	doc := desktest.Experiment(t, "o_rings", 40, "sgd lr=0.1")
	doc.Batch, doc.Look.Batches = 8, true
	d, p := on(t, doc)
	d.Lab().Seek(0)
	d.Settle()
	d.Lab().Seek(1)
	p.batch.work.Join() // the lines are on their way
	d.Lab().Seek(2)
	for known := len(p.batch.lines); len(p.batch.lines) == known; {
		d.Step() // others may be heard first
	}
	if _, made := p.batch.lines[1]; !made {
		t.Error("the playhead has moved on, and no lines come")
	}
	d.Settle()
	last, made := p.batch.lines[2]
	if lines, _ := split(scene(p, 0).Curves); !made || len(lines) != len(last) || &lines[0].Pts[0] != &last[0].Pts[0] {
		t.Error("the lines are not those of the step at which it rests")
	}
}
