package maps

import (
	"strings"
	"testing"
	"time"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/gesture"
	"descentlab/widgets/plot"
)

// aside is a pane that shows a relief.
func aside(t *testing.T, racers ...string) (*desktest.Desk, *Pane, *block) {
	t.Helper()
	// A relief that has come to rest is drawn once more, later: not on a goroutine beside the test's.
	after := gesture.After
	gesture.After = func(time.Duration, func()) func() { return func() {} }
	t.Cleanup(func() { gesture.After = after })
	d, p := on(t, desktest.Experiment(t, "peaks", 20, racers...))
	d.SetLook(func(l *setup.Look) { l.Relief = true })
	b := p.cells[0].block
	if b == nil || !b.Visible() || p.cells[0].m.Visible() {
		t.Fatal("there is no relief, or a map beside it")
	}
	b.OnResize(size, size, 1)
	d.Settle()
	return d, p, b
}

// TestReliefShowsWhatTheMapDoes: all racers on one block, though they were side by side, and the map comes back.
func TestReliefShowsWhatTheMapDoes(t *testing.T) {
	d, p, b := aside(t, "sgd lr=0.01", "adam lr=0.1")
	s := b.Scene()
	usual := figure.ReliefCamera(lab.UsualCamera())
	if len(s.Map.Traces) != 2 || s.Map.Field == nil || s.Map.View != d.State().Doc.View || s.Camera != usual {
		t.Errorf("%d traces in %v from %+v", len(s.Map.Traces), s.Map.View, s.Camera)
	}
	if f := s.Map.Field; f.Grid.W != f.Grid.H || f.Grid.W < 128 {
		t.Errorf("its ground is of %d by %d", f.Grid.W, f.Grid.H)
	}
	if p.first() != b.Relief {
		t.Error("the first steps point elsewhere")
	}
	d.SetLook(func(l *setup.Look) { l.SideBySide = true })
	if len(p.cells) != 1 {
		t.Errorf("%d maps beside the relief", len(p.cells))
	}
	d.SetLook(func(l *setup.Look) { l.Relief = false })
	if len(p.cells) != 2 || p.cells[0].block.Visible() || !p.cells[0].m.Visible() {
		t.Error("the maps do not come back")
	}
	d.SetLook(func(l *setup.Look) { l.SideBySide = false })
	d.Settle()
	if m := p.cells[0].m; !m.Visible() || m.Scene().Field == nil {
		t.Error("the map of all does not come back")
	}
}

// TestReliefIsLookedAt: its camera is no part of the document, and home is also the home window.
func TestReliefIsLookedAt(t *testing.T) {
	d, p, b := aside(t, "sgd lr=0.01")
	undo := d.State().CanUndo
	camera := b.Scene().Camera.Turned(30, 10)
	b.OnCamera(camera, true)
	if b.Scene().Camera != camera || d.State().View.Camera != figure.LabCamera(camera) || d.State().CanUndo != undo {
		t.Errorf("seen from %+v", b.Scene().Camera)
	}
	b.high.OnChanged(2, true)
	if got := b.Scene().Camera; got.Height != 2 || got.Yaw != camera.Yaw {
		t.Errorf("higher it is seen from %+v", got)
	}
	home := d.State().Doc.Home
	d.Edit("", func(e *setup.Experiment) { e.View = plot.Rect{X0: 0, X1: 1, Y0: 0, Y1: 1} })
	d.Settle()
	b.OnRestore()
	if v := d.State(); v.View.Camera != lab.UsualCamera() || v.Doc.View != home {
		t.Errorf("home is %+v, %v", v.View.Camera, v.Doc.View)
	}
	b.OnNudge(0.5, 0)
	if len(p.cells) != 1 || d.State().Doc.Start == home.Centre() {
		t.Error("the start does not move")
	}
}

// TestPlacesAreHoveredOnTheRelief: by the same looks as on a map.
func TestPlacesAreHoveredOnTheRelief(t *testing.T) {
	d, _, b := aside(t, "sgd lr=0.01")
	mark := b.Scene().Map.Marks[0]
	b.OnHover(plot.Point{X: 1, Y: 1}, &mark, true)
	if v := d.State().View; v.Hover != mark.Label || v.Cross == nil || b.Scene().Map.Cross == nil {
		t.Errorf("the pointer is on %q at %v", v.Hover, v.Cross)
	}
	b.OnHover(plot.Point{}, nil, false)
	if v := d.State().View; v.Hover != "" || v.Cross != nil {
		t.Errorf("when it has gone, it is on %q at %v", v.Hover, v.Cross)
	}
	desktest.Drag(b.Tool, desktest.Ground(plot.Point{X: 1.5, Y: -0.5}))
	if got := d.State().Doc.Start; got != (plot.Point{X: 1.5, Y: -0.5}) {
		t.Errorf("start %v", got)
	}
	d.Look(func(v *lab.View) { v.Take(lab.ToolSculpt) })
	if !b.Works {
		t.Error("a tool that works has not all presses")
	}
}

// TestWallsThatAreCutOffAreTold: where a surface has a pole, its height is not to be seen.
func TestWallsThatAreCutOffAreTold(t *testing.T) {
	d, p, b := aside(t, "sgd lr=0.001")
	if b.note != "" {
		t.Errorf("of Peaks it is said %q", b.note)
	}
	d.Edit("", func(e *setup.Experiment) { e.Formula, e.Surface = "1/(x^2 + y^2)", "" })
	d.Settle()
	if !strings.HasPrefix(b.note, "cut off above") || !strings.HasSuffix(p.legendTexts()[0], b.note) {
		t.Errorf("it is said %q in %q", b.note, p.legendTexts())
	}
}

// TestReliefHasAllThatLiesOnTheMap: the key of heights, and a unit of the window is as long as the zoomed block says.
func TestReliefHasAllThatLiesOnTheMap(t *testing.T) {
	d, p, b := aside(t, "sgd lr=0.01", "adam lr=0.1")
	if key := b.Scene().Map.Key; key != plot.NoKey {
		t.Errorf("so small it has a key unasked: %v", key)
	}
	d.Look(func(v *lab.View) { v.KeyTurned = true })
	if key := b.Scene().Map.Key; key != plot.KeyLowerRight {
		t.Errorf("the key is at %v", key)
	}
	before := d.State().Shown.UnitX
	camera := b.Scene().Camera
	camera.Zoom = 2
	b.OnCamera(camera, true)
	if x, _ := p.units(); x != before/2 || d.State().Shown.UnitX != x {
		t.Errorf("a unit is %v long, and was %v", x, before)
	}
}
