package plane

import (
	"math"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// TestPlaneOfTheLoss: batch size and noise can be axes; the ring is the experiment, and dragging it changes that.
func TestPlaneOfTheLoss(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "logistic", 6, "sgd lr=0.05")
	d.SetLook(func(l *setup.Look) { l.PlaneX, l.PlaneY = "lr", "batch" })
	d.Settle()
	if p.axes[1] != (sweep.Axis{Knob: "batch", From: 1, To: 100, Log: true}) || p.plane() == nil || !p.plane().Done() {
		t.Fatalf("axes %+v, plane %v", p.axes, p.plane())
	}
	if at := p.m.Scene().Start; at == nil || at.Y != 2 {
		t.Errorf("without batches the ring is at %v, want all 100", at)
	}
	plane := p.plane()
	desktest.Drag(p.m.Tool, desktest.Ground(plot.Point{X: -1, Y: math.Log10(8.2)}))
	d.Settle()
	doc := d.State().Doc
	if doc.Batch != 8 || doc.Racers[0].Spec.Get("lr").Num != 0.1 || p.plane() != plane {
		t.Errorf("dragged to batch %d, %v; mapped again: %t", doc.Batch, doc.Racers[0].Spec, p.plane() != plane)
	}
	desktest.Drag(p.m.Tool, desktest.Ground(plot.Point{X: -1, Y: 2.02})) // beyond the edge
	if got := d.State().Doc.Batch; got != 100 {
		t.Errorf("dragged beyond the edge to %d", got)
	}
	d.Lab().Undo()
	d.Lab().Undo()
	if doc := d.State().Doc; doc.Batch != 0 || doc.Racers[0].Spec.Get("lr").Num != 0.05 {
		t.Errorf("undone: batch %d, %v", doc.Batch, doc.Racers[0].Spec)
	}
	p.m.OnHover(plot.Point{X: -1, Y: 1}, true)
	if got := p.foot.Note(); !strings.Contains(got, "batch 10") {
		t.Errorf("the pointer says %q", got)
	}
	before := p.axes
	p.m.OnView(plot.Rect{X0: -2, X1: -1, Y0: -1, Y1: 3}, true)
	d.Settle()
	if p.axes == before || p.axes[1].From < 1 || p.axes[1].To > 100 {
		t.Errorf("zoomed to %+v", p.axes)
	}
}

// TestNoiseOnAnAxis: its values are numbers, on a linear axis.
func TestNoiseOnAnAxis(t *testing.T) {
	d, p := shown(t, "sphere", 6, "sgd lr=0.05")
	d.SetLook(func(l *setup.Look) { l.PlaneX, l.PlaneY = "noise", "lr" })
	d.Settle()
	desktest.Drag(p.m.Tool, desktest.Ground(plot.Point{X: 1.5, Y: -1}))
	if got := d.State().Doc.Noise; got != 1.5 || p.axes[0].Knob != "noise" || p.axes[0].Log {
		t.Errorf("noise %v on %+v", got, p.axes[0])
	}
}

// TestNoBatchWithoutExamples: on a surface without examples there is no batch to choose, which is said until another axis is.
func TestNoBatchWithoutExamples(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "logistic", 6, "sgd lr=0.05")
	d.SetLook(func(l *setup.Look) { l.PlaneX, l.PlaneY = "lr", "batch" })
	d.SetSurface("sphere")
	d.Settle()
	first := p.foot.Entries()[0].Text
	if p.axes[0].Knob != "lr" || p.axes[1].Knob == "batch" || !strings.Contains(first, "no examples") || p.foot.Noted() {
		t.Errorf("on a sphere the axes are %+v: %q", p.axes, first)
	}
	p.up.OnPicked("momentum")
	if list := p.foot.Entries(); len(list) < 2 || strings.Contains(list[0].Text, "no examples") {
		t.Errorf("with another axis: %v", list)
	}
}
