package tool

import (
	"testing"

	"descentlab/app/figure/ghost"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
	"descentlab/widgets/plot"
)

// TestClickOnAnOldFutureSwaps it with the present one, and moves no start; a drag from there does neither.
func TestClickOnAnOldFutureSwaps(t *testing.T) {
	b := newBench(t, "peaks", 60)
	b.Edit("", func(e *setup.Experiment) {
		e.Start = plot.Point{X: -0.1, Y: 1}
		e.Racers[0].Spec = optim.Spec{Method: "momentum"}.With("lr", optim.Num(0.008)).With("momentum", optim.Num(0.9))
		e.Racers[0].Fork(12, e.Racers[0].Spec.With("momentum", optim.Num(0.5)))
	})
	b.Settle()
	b.Lab().See(lab.Shown{Window: b.State().Doc.View, UnitX: 0.01, UnitY: 0.01})
	b.Settle()
	ghosts := ghost.Ghosts(b.State(), b.Palette())
	if len(ghosts) != 1 {
		t.Fatalf("%d ghosts", len(ghosts))
	}
	tool, start, pts := b.tools[lab.ToolStart], b.State().Doc.Start, ghosts[0].Curve.Pts
	on := desktest.Ground(pts[len(pts)/2])
	if !tool.Hand(on, false) {
		t.Error("the pointer is no hand")
	}
	desktest.Drag(tool, on, plot.Point{X: 2, Y: 2})
	if r := b.State().Doc.Racers[0]; r.Changes[0].Spec.Get("momentum").Num != 0.5 || b.State().Doc.Start != start {
		t.Error("a drag has done something")
	}
	desktest.Drag(tool, on)
	if r := b.State().Doc.Racers[0]; r.Changes[0].Spec.Get("momentum").Num != 0.9 || len(r.Futures) != 1 ||
		b.State().Doc.Start != start {
		t.Errorf("the racer goes as %v, start %v", r.Changes, b.State().Doc.Start)
	}
	b.Settle()
	desktest.Drag(tool, desktest.Ground(plot.Point{X: 2.5, Y: 2.5}))
	if b.State().Doc.Start == start {
		t.Error("a click elsewhere moves no start any more")
	}
}
