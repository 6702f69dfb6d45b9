package lab

import (
	"math"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim/sweep"
)

// TestPlanesOfTheLoss: over batch size and gradient noise, each cell of a plane ends as the race of an experiment with these
// settings does, to the last bit, however many workers there are.
func TestPlanesOfTheLoss(t *testing.T) {
	lengthy.Test(t)
	const w, h = 6, 5
	lr := sweep.Axis{Knob: "lr", From: 1e-3, To: 1, Log: true}
	batch := sweep.Axis{Knob: setup.BatchAxis, From: 1, To: 100, Log: true}
	noise := sweep.Axis{Knob: setup.NoiseAxis, To: 2}
	for name, axes := range map[string][2]sweep.Axis{
		"lr, batch": {lr, batch}, "noise, lr": {noise, lr}, "batch, noise": {batch, noise},
	} {
		s := surveyOf(t, "logistic", 30, "adam lr=0.1 clip_norm=5")
		s.Doc.Batch, s.Doc.Noise = 32, 0.3
		x, y := axes[0], axes[1]
		var first *sweep.Sheet
		for _, workers := range []int{1, 2, 7} {
			sheet, err := s.Plane(t.Context(), 0, x, y, w, h, sweep.Options{Workers: workers}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if first == nil {
				first = sheet
			}
			for i, o := range sheet.Made() {
				if o != first.Made()[i] {
					t.Fatalf("%s: cell %d with %d workers: %+v, with one: %+v", name, i, workers, o, first.Made()[i])
				}
			}
		}
		for j := range h {
			for i := range w {
				doc := s.Doc.Clone()
				doc.SetAxis(0, x.Knob, s.Probe.Examples(), x.At((float64(i)+0.5)/w))
				doc.SetAxis(0, y.Knob, s.Probe.Examples(), y.At(1-(float64(j)+0.5)/h))
				if err := doc.Check(); err != nil {
					t.Fatal(err)
				}
				tape, err := record(t.Context(), s.Probe, s.Least, doc)
				if err != nil {
					t.Fatal(err)
				}
				o, run := first.At(i, j), tape.Runs[0]
				last, best := int(o.Evaluations), math.Inf(1)
				for k := range last + 1 {
					best = min(best, run.Loss(k))
				}
				if p := run.X(last); o.X != p[0] || o.Y != p[1] || o.Loss != run.Loss(last) || o.Best != best {
					t.Fatalf("%s, cell (%d, %d): %+v; on the tape %v, %v, at best %v", name, i, j, o, p, run.Loss(last), best)
				}
			}
		}
	}
}

// TestPlaneKey: where the experiment stands on its plane's axes does not matter, all else does.
func TestPlaneKey(t *testing.T) {
	lengthy.Test(t)
	s := surveyOf(t, "logistic", 50, "sgd lr=0.1")
	lr := sweep.Axis{Knob: "lr", From: 1e-3, To: 1, Log: true}
	batch, noise := sweep.Axis{Knob: setup.BatchAxis, From: 1, To: 100}, sweep.Axis{Knob: setup.NoiseAxis, To: 2}
	key := func(x, y sweep.Axis, f func(*setup.Experiment)) string {
		changed := *s
		changed.Doc = s.Doc.Clone()
		f(&changed.Doc)
		return changed.PlaneKey(0, x, y, 8, 8)
	}
	same := func(*setup.Experiment) {}
	smaller := func(e *setup.Experiment) { e.Batch = 7 }
	noisier := func(e *setup.Experiment) { e.Noise = 1 }
	for _, c := range []struct {
		x, y   sweep.Axis
		f      func(*setup.Experiment)
		matter bool
	}{{lr, batch, smaller, false}, {lr, batch, noisier, true}, {noise, lr, noisier, false}, {noise, lr, smaller, true},
		{batch, noise, smaller, false}} {
		if differ := key(c.x, c.y, c.f) != key(c.x, c.y, same); differ != c.matter {
			t.Errorf("%v, %v: the key differs: %t", c.x, c.y, differ)
		}
	}
}
