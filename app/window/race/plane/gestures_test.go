package plane

import (
	"reflect"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/plot"
)

// TestPlaneLeads: dragging the ring changes the racer, and not the plane; the wheel shows another part of it.
func TestPlaneLeads(t *testing.T) {
	d, p := shown(t, "ravine", 200, "momentum lr=0.01 momentum=0.5")
	plane := p.plane()
	desktest.Drag(p.m.Tool, desktest.Ground(plot.Point{X: -1.5, Y: 0.25}))
	d.Settle()
	spec := d.State().Doc.Racers[0].Spec
	if lr, beta := spec.Get("lr").Num, spec.Get("momentum").Num; lr != 0.03162 || beta != 0.25 {
		t.Errorf("dragged to lr %v, momentum %v", lr, beta)
	}
	if p.plane() != plane {
		t.Error("another setting in the same plane has been mapped again")
	}
	before := p.axes
	p.m.OnView(plot.Rect{X0: -2, X1: -1, Y0: -1, Y1: 0.5}, true)
	d.Settle()
	if p.axes == before || p.axes[1].From < 0 || p.plane() == plane {
		t.Errorf("zoomed to %+v", p.axes)
	}
	p.m.OnRestore()
	if p.axes != before {
		t.Error("a double click does not return")
	}
}

// TestPointerReadsThePlane: it tells what becomes of the setting under it, beside the plane of the nearest one.
func TestPointerReadsThePlane(t *testing.T) {
	_, p := shown(t, "ravine", 200, "momentum lr=0.01 momentum=0.5")
	p.m.OnHover(plot.Point{X: -1.5, Y: 0.5}, true)
	if got := p.foot.Note(); !strings.Contains(got, "arrived at minimum A") || !p.foot.Noted() {
		t.Errorf("the pointer says %q", got)
	}
	p.m.OnHover(plot.Point{X: -1.5, Y: 1.02}, true)
	if got := p.foot.Note(); !strings.Contains(got, "momentum 0.999") {
		t.Errorf("above the plane it reads %q", got)
	}
	p.m.OnHover(plot.Point{}, false)
	if p.foot.Note() != "" || p.foot.Noted() {
		t.Errorf("without a pointer it reads %q", p.foot.Note())
	}
}

// TestDoubleClickMovesNothing: it leaves the setting as it was, and so does what can be undone.
func TestDoubleClickMovesNothing(t *testing.T) {
	d, p := shown(t, "ravine", 20, "momentum lr=0.012 momentum=0")
	home, plain := p.axes, p.m.Scene().View
	d.Edit("", func(e *setup.Experiment) { e.Steps = 30 })
	p.m.OnView(plot.Rect{X0: -2, X1: -1, Y0: 0.1, Y1: 0.5}, true)
	if p.axes == home {
		t.Fatal("the wheel does not zoom")
	}
	before := d.State().Doc
	press := desktest.Ground(plot.Point{X: -1.3, Y: 0.3}) // click, click
	desktest.Drag(p.m.Tool, press)
	if reflect.DeepEqual(d.State().Doc, before) {
		t.Error("a click does nothing")
	}
	press.Start, press.Double = true, true
	if _, restore := desktest.Drag(p.m.Tool, press); !restore {
		t.Error("it does not restore")
	}
	if !reflect.DeepEqual(d.State().Doc, before) {
		t.Errorf("after it %+v, before %+v", d.State().Doc, before)
	}
	p.m.OnRestore()
	if p.axes != home || p.m.Scene().View != plain {
		t.Errorf("it leads to %+v", p.axes)
	}
	undo(d)
	if got := d.State().Doc.Steps; got != 20 {
		t.Errorf("one step back %d steps, want 20", got)
	}
}
