package plane

import (
	"context"
	"strings"
	"testing"
	"time"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
)

// TestProgressIsShown: lasting work says how far it is where its legend will be, until it ends or Escape stops it.
func TestProgressIsShown(t *testing.T) {
	d, p := shown(t, "himmelblau", 20, "sgd lr=0.01")
	before := len(p.foot.Entries())
	p.job.Ask("work without end", func(ctx context.Context, r *job.Report[*figure.Plane]) error {
		for ctx.Err() == nil {
			r.Done(0.42)
			time.Sleep(time.Millisecond)
		}
		return ctx.Err()
	})
	for p.foot.Note() == "" {
		d.Step()
	}
	// The time that is left stands between, if it has waited for the processor.
	if got := p.foot.Note(); !strings.HasPrefix(got, "mapping … 42 %") || !strings.HasSuffix(got, "(Esc stops)") {
		t.Errorf("it says %q", got)
	}
	d.Interrupt()
	if list := p.foot.Entries(); p.foot.Noted() || len(list) != 1 || !strings.HasPrefix(list[0].Text, "stopped") {
		t.Errorf("after Escape %q, %v", p.foot.Note(), list)
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps++ })
	d.Settle()
	if list := p.foot.Entries(); len(list) < before || strings.HasPrefix(list[0].Text, "stopped") {
		t.Errorf("after the next job %v", list)
	}
}

// TestStoppedPlaneIsOfTheExperiment: while a plane is mapped anew the old one stands in for it; if that is stopped it goes.
func TestStoppedPlaneIsOfTheExperiment(t *testing.T) {
	d, p := shown(t, "himmelblau", 40, "sgd lr=0.01 momentum=0.5")
	cells := func() *plot.Cells { return p.m.Scene().Cells }
	old := cells()
	d.Edit("", func(e *setup.Experiment) { e.Steps = 50 })
	if cells() != old {
		t.Error("the old plane goes before the new one comes")
	}
	d.Interrupt()
	if list := p.foot.Entries(); cells() != nil || len(list) != 1 || !strings.HasPrefix(list[0].Text, "stopped") {
		t.Errorf("after Escape the old plane stays, with %v", list)
	}
	undo(d)
	if cells() == nil || !p.plane().Done() {
		t.Fatal("the plane is not mapped again")
	}
	d.Interrupt() // there is nothing to stop
	if cells() == nil || p.job.Stopped() {
		t.Error("Escape takes a finished plane away")
	}
	d.SetLook(func(l *setup.Look) { l.PlaneY = "noise" })
	if cells() != nil || p.axes[1].Knob != "noise" {
		t.Errorf("the plane of other knobs over %+v", p.axes)
	}
}

// TestNewSurfaceHasNoOldPlane: as soon as another surface is shown, nothing of what was mapped on the one before is, neither
// while its own plane is mapped nor when that is stopped.
func TestNewSurfaceHasNoOldPlane(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "himmelblau", 15, "sgd lr=0.01")
	cells := func() *plot.Cells { return p.m.Scene().Cells }
	if cells() == nil {
		t.Fatal("there is no plane")
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps = desktest.Long })
	d.SetSurface("logistic")
	for d.State().Busy {
		d.Step()
		if !d.State().Stale() && cells() != nil {
			t.Error("the plane of the old surface is on the new one")
		}
	}
	if !d.Interrupt() || cells() != nil || len(p.foot.Entries()) != 1 {
		t.Errorf("after Escape %v", p.foot.Entries())
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps = 3 })
	d.Settle()
	if cells() == nil || strings.HasPrefix(p.foot.Entries()[0].Text, "stopped") {
		t.Errorf("after another change %v", p.foot.Entries())
	}
}
