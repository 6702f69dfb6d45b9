package plane

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// side is that of the map in tests, in pixels: 40 cells.
const side = 60

// shown is a plane on a desk, mapped.
func shown(t *testing.T, surface string, steps int, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, steps, racers...)
	p := New(d)
	d.Show(400, 500, p)
	p.m.OnResize(side, side, 1)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelPlane })
	d.Settle()
	return d, p
}

// undo takes the last edit back, and lets the plane follow.
func undo(d *desktest.Desk) {
	d.Lab().Undo()
	d.Settle()
}

// TestShownPlaneIsMarked: who drives the window from outside finds the map of the plane while it is seen.
func TestShownPlaneIsMarked(t *testing.T) {
	d, p := shown(t, "ravine", 10, "momentum lr=0.01 momentum=0.5")
	if got := d.Marks["plane"](); got != p.m {
		t.Errorf("the mark is at %v", got)
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	d.Settle()
	if got := d.Marks["plane"](); got != nil {
		t.Errorf("hidden, it is marked at %v", got)
	}
}

// TestRingAndLine: the ring is at the present setting, and a quadratic surface has its line of stability.
func TestRingAndLine(t *testing.T) {
	d, p := shown(t, "ravine", 50, "momentum lr=0.01 momentum=0.5")
	scene := p.m.Scene()
	if scene.Cells == nil || !scene.LogX || scene.LogY || p.plane() == nil || !p.plane().Done() {
		t.Fatalf("scene %+v", scene)
	}
	if at := *scene.Start; math.Abs(at.X+2) > 1e-9 || at.Y != 0.5 {
		t.Errorf("the ring is at %v, want lr 0.01, momentum 0.5", at)
	}
	if len(scene.Curves) != 1 || len(scene.Traces) != 1 {
		t.Fatal("a quadratic without its line of stability and its best setting")
	}
	// With the axes exchanged they are the same, and another rule has none.
	line := scene.Curves[0].Pts
	d.SetLook(func(l *setup.Look) { l.PlaneX, l.PlaneY = "momentum", "lr" })
	if other := p.m.Scene(); len(other.Curves) != 1 || other.Curves[0].Pts[100] != (plot.Point{X: line[100].Y, Y: line[100].X}) {
		t.Errorf("with exchanged axes the lines are %v", other.Curves)
	}
	undo(d)
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("clip_norm", optim.Num(1)) })
	if len(p.m.Scene().Curves) > 0 {
		t.Error("clipped descent has a line of stability")
	}
	undo(d)
	if len(p.m.Scene().Curves) != 1 {
		t.Error("undone, the line has not come back")
	}
}

// TestLineIsRight: every cell is on the right side of the line of stability, where 200 steps can tell.
func TestLineIsRight(t *testing.T) {
	_, p := shown(t, "ravine", 200, "momentum lr=0.01 momentum=0.5")
	plane, beyond := p.plane(), 0
	for j := range plane.H {
		for i := range plane.W {
			lr := plane.Axes[0].At((float64(i) + 0.5) / float64(plane.W))
			beta := plane.Axes[1].At(1 - (float64(j)+0.5)/float64(plane.H))
			if lr <= 1.3*2*(1+beta)/25 {
				continue
			}
			beyond++
			if plane.At(i, j).Kind == sweep.Arrived {
				t.Errorf("lr %v, momentum %v arrives", lr, beta)
			}
		}
	}
	if beyond < 50 {
		t.Errorf("only %d cells are beyond the line", beyond)
	}
}

// TestColours: the document says what they tell, and the legend names it.
func TestColours(t *testing.T) {
	d, p := shown(t, "ravine", 50, "momentum lr=0.01 momentum=0.5")
	ends, plane := p.m.Scene().Cells, p.plane()
	p.shows.OnPicked(setup.PlaneShowsLoss)
	if cells := p.m.Scene().Cells; cells == ends || p.foot.Noted() || p.foot.Entries()[0].Text != "final loss − least" {
		t.Errorf("coloured by loss: %v", p.foot.Entries())
	}
	if d.State().Doc.Look.PlaneShows != setup.PlaneShowsLoss || p.plane() != plane {
		t.Error("the choice is not the document's, or has the plane mapped again")
	}
	p.shows.OnPicked("end")
	if first := p.foot.Entries()[0].Text; d.State().Doc.Look.PlaneShows != setup.PlaneShowsEnds || !strings.HasPrefix(first, "A ") {
		t.Errorf("coloured by where it ends: %v", p.foot.Entries())
	}
	d.SetLight()
	if cells := p.m.Scene().Cells; cells == nil || cells.Colors[0] == ends.Colors[0] || p.plane() != plane {
		t.Error("another theme has the same colours, or the plane mapped again")
	}
}

// TestNoRacersNoPickers: without a racer there is nothing to choose.
func TestNoRacersNoPickers(t *testing.T) {
	d, p := shown(t, "himmelblau", 40, "sgd lr=0.01", "adam lr=0.05")
	choices := func(want bool) {
		t.Helper()
		for _, o := range []fyne.CanvasObject{p.whose, p.across, p.up, p.shows, p.spare} {
			if o.Visible() != want {
				t.Errorf("%T is shown: %t", o, !want)
			}
		}
	}
	choices(true)
	d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	d.Settle()
	choices(false)
	if !strings.Contains(p.foot.Note(), "No racers") || !p.foot.Noted() || p.m.Scene().Cells != nil {
		t.Errorf("the plane says %q", p.foot.Note())
	}
	undo(d)
	choices(true)
	if p.m.Scene().Cells == nil {
		t.Error("undone, the plane has not come back")
	}
}

// TestWhose: the racer that is picked is the one that is mapped.
func TestWhose(t *testing.T) {
	d, p := shown(t, "himmelblau", 20, "sgd lr=0.01", "adam lr=0.05")
	first := p.plane()
	p.whose.OnPicked("1")
	d.Settle()
	if d.State().Doc.Look.Subject != 1 || p.plane() == first || p.plane() == nil {
		t.Error("the second racer is not mapped")
	}
	if at := p.m.Scene().Start; at == nil || math.Abs(at.X-math.Log10(0.05)) > 1e-9 {
		t.Errorf("the ring is at %v, want lr 0.05", at)
	}
}

// TestPlaneRestsWhileHidden: what is not shown is not mapped.
func TestPlaneRestsWhileHidden(t *testing.T) {
	d, p := shown(t, "himmelblau", 20, "sgd lr=0.01")
	old := p.plane()
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	d.Edit("", func(e *setup.Experiment) { e.Steps = 30 })
	d.Settle()
	if p.plane() != old {
		t.Error("a hidden plane is mapped")
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelPlane })
	d.Settle()
	if p.plane() == old || p.plane() == nil {
		t.Error("shown again, it is not mapped anew")
	}
}
