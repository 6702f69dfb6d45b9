package race

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// painter is a window in which painting has begun.
func painter(t *testing.T, surface string, steps int) *testRoom {
	t.Helper()
	u := mapped(t, surface, steps, "sgd lr=0.05", "adam lr=0.1")
	u.Say(u.lab.Paint())
	u.Settle()
	return u
}

// stroke drags over a map, as its widget tells of it.
func stroke(u *testRoom, erase bool, way ...plot.Point) {
	press := desktest.Ground(way[0])
	if erase {
		press.Button = desktop.MouseButtonSecondary
	}
	desktest.Drag(u.mapAt(0).Tool, press, way[1:]...)
}

// clearing is the button of the brush's bar that rubs everything out.
func clearing(u *testRoom) *kit.Button {
	return u.bar(lab.ToolPaint).(*fyne.Container).Objects[2].(*kit.Button)
}

func TestPaint(t *testing.T) {
	u := painter(t, "double_well", 100)
	scene := func() plot.Scene { return u.mapAt(0).Scene() }
	painted := func() sweep.Region { return u.State().Doc.Painted }
	if u.captioned(counted) || !u.bar(lab.ToolPaint).Visible() || !clearing(u).Disabled() || len(scene().Clouds) > 0 ||
		scene().Region != nil {
		t.Error("painting does not begin with an empty map and a bar below it")
	}
	if u.view().Swarm != nil {
		t.Error("a swarm from nowhere")
	}

	start := u.State().Doc.Start
	stroke(u, false, plot.Point{X: -1, Y: 1}, plot.Point{X: 0, Y: 1}, plot.Point{X: 1, Y: 1})
	u.Settle()
	if len(painted()) != 1 || len(painted()[0].Pts) != 3 || u.State().Doc.Start != start || clearing(u).Disabled() {
		t.Fatalf("painted %+v", painted())
	}
	first := scene().Region
	if first == nil || len(first.Strokes) != 1 || first.Strokes[0].Height != painted()[0].Height() {
		t.Fatalf("the map shows %+v", first)
	}
	u.lab.Seek(0)
	if n := len(scene().Clouds[0].Pts); n != 300 {
		t.Fatalf("%d runs", n)
	}
	for _, at := range scene().Clouds[0].Pts {
		if !painted().Contains(at.X, at.Y) && math.Abs(at.Y-1) > 1.0001*painted()[0].Radius {
			t.Fatalf("a run begins at %v", at)
		}
	}

	// The right button rubs out; undo takes back a stroke at a time.
	stroke(u, true, plot.Point{X: 0, Y: 2}, plot.Point{X: 0, Y: 1}, plot.Point{X: 0, Y: 0})
	stroke(u, false, plot.Point{X: 1, Y: -1})
	if got := painted(); len(got) != 3 || !got[1].Erase || got[2].Erase || len(got[2].Pts) != 1 || got.Contains(0, 1) ||
		!got.Contains(1, 1) {
		t.Fatalf("painted %+v", got)
	}
	for n := 2; n >= 0; n-- {
		u.lab.Undo()
		if len(painted()) != n {
			t.Fatalf("%d strokes after undo, want %d", len(painted()), n)
		}
	}
	if !u.has(lab.ToolPaint) || scene().Region != nil {
		t.Error("the region stays when all strokes are undone, or painting has ended")
	}
	u.lab.Redo()
	if r := scene().Region; r == nil || len(r.Strokes) != 1 {
		t.Errorf("after redo the map shows %+v", r)
	}

	u.Room.Key(fyne.KeyDelete)
	u.Settle()
	if len(painted()) != 0 || len(scene().Clouds) > 0 || u.view().Swarm != nil {
		t.Errorf("after Delete %+v, %d clouds", painted(), len(scene().Clouds))
	}
	u.lab.Undo()
	u.Room.Key(fyne.KeyEscape)
	m := u.mapAt(0)
	if u.has(lab.ToolPaint) || m.Tool != u.tools[lab.ToolStart] || !u.captioned(counted) || scene().Region == nil {
		t.Error("Escape does not end painting, or takes the region away")
	}
}

// TestPaintByMouse: presses on the map itself paint, over the start's handle too, and the brush goes with the pointer.
func TestPaintByMouse(t *testing.T) {
	u := painter(t, "sphere", 20)
	m := u.mapAt(0)
	press := func(x, y float32, button desktop.MouseButton) *desktop.MouseEvent {
		ev := &desktop.MouseEvent{Button: button}
		ev.Position = fyne.NewPos(x, y)
		return ev
	}
	drag := func(x, y float32) {
		ev := &fyne.DragEvent{}
		ev.Position = fyne.NewPos(x, y)
		m.Dragged(ev)
	}
	m.MouseDown(press(50, 60, desktop.MouseButtonPrimary))
	drag(150, 60)
	drag(150, 160)
	m.MouseUp(press(150, 160, desktop.MouseButtonPrimary))
	m.DragEnd()
	m.MouseDown(press(50, 60, desktop.MouseButtonSecondary))
	m.MouseUp(press(50, 60, desktop.MouseButtonSecondary))
	got := u.State().Doc.Painted
	if len(got) != 2 || len(got[0].Pts) != 3 || got[0].Erase || !got[1].Erase || len(got[1].Pts) != 1 {
		t.Fatalf("painted %+v", got)
	}
	m.MouseMoved(press(100, 100, 0))
	var rim plot.Curve
	for _, c := range m.Scene().Curves {
		if len(c.Pts) > 60 {
			rim = c
		}
	}
	if m.Scene().Cross != nil || len(rim.Pts) == 0 || rim.Dashed {
		t.Fatal("no brush at the pointer")
	}
	wide := rim.Pts[0].X - rim.Pts[36].X
	if x := u.State().Shown.UnitX; math.Abs(wide-2*lab.BrushUsual*x) > 1e-9 {
		t.Errorf("the brush is %v wide", wide)
	}
	m.MouseOut()
	for _, c := range m.Scene().Curves {
		if len(c.Pts) > 60 {
			t.Error("the brush stays when the pointer has gone")
		}
	}
}

// TestPaintKeys: P begins and ends; the brush has its own keys while it is in hand, and the wheel on the map is its own too.
func TestPaintKeys(t *testing.T) {
	u := mapped(t, "sphere", 20, "sgd lr=0.05")
	u.Room.Rune(']')
	u.Room.Rune('p')
	if doc := u.State().Doc; !u.has(lab.ToolPaint) || doc.Look.Panel != "swarm" || doc.Swarm.From != setup.FromPainted {
		t.Fatalf("P: on %t, %+v", u.has(lab.ToolPaint), doc.Swarm)
	}
	if u.view().Brush != lab.BrushUsual {
		t.Errorf("] resizes a brush that is not in hand, to %v", u.view().Brush)
	}
	u.Room.Rune(']')
	larger := u.view().Brush
	m, before := u.mapAt(0), u.State().Doc.View
	wheel := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 25)}
	wheel.Position = fyne.NewPos(50, 50)
	m.Scrolled(wheel)
	if got := u.view().Brush; larger <= lab.BrushUsual || got <= larger || u.State().Doc.View != before {
		t.Errorf("key and wheel lead to %v and %v", larger, got)
	}
	u.Room.Rune('e')
	stroke(u, false, plot.Point{X: 1, Y: 1}) // there is nothing to rub out
	u.Room.Rune('e')
	stroke(u, false, plot.Point{X: 1, Y: 1})
	u.Room.Rune('e')
	stroke(u, false, plot.Point{X: 1, Y: 1})
	u.Settle()
	if got := u.State().Doc.Painted; len(got) != 2 || !got[1].Erase || u.view().Swarm != nil {
		t.Errorf("rubbed out: %+v, and the swarm is %v", got, u.view().Swarm)
	}
	u.Room.Rune('p')
	if u.has(lab.ToolPaint) {
		t.Error("P does not end painting")
	}
}

// TestPaintingEnds: with the tab, the choice, or the surface; and sculpting and painting exclude each other.
func TestPaintingEnds(t *testing.T) {
	lengthy.Test(t)
	for name, end := range map[string]func(u *testRoom){
		"tab":    func(u *testRoom) { u.SetLook(func(l *setup.Look) { l.Panel = "" }) },
		"choice": func(u *testRoom) { u.Edit("", func(e *setup.Experiment) { e.Swarm.From = setup.FromGrid }) },
		"undo":   func(u *testRoom) { u.lab.Undo(); u.lab.Undo() },
		"sculpt": func(u *testRoom) { u.take(lab.ToolSculpt) },
		"surface": func(u *testRoom) {
			peaks, err := surfaces.Lookup("peaks")
			if err != nil {
				t.Fatal(err)
			}
			u.Edit("", func(e *setup.Experiment) { e.SetSurface(peaks) })
		},
	} {
		u := painter(t, "sphere", 20)
		stroke(u, false, plot.Point{X: 1, Y: 1})
		end(u)
		if u.has(lab.ToolPaint) || u.bar(lab.ToolPaint).Visible() || u.mapAt(0).Tool == u.tools[lab.ToolPaint] {
			t.Errorf("%s: painting goes on", name)
		}
		if name != "sculpt" && u.mapAt(0).Scene().Region != nil {
			t.Errorf("%s: the region stays on the map", name)
		}
		if name == "sculpt" {
			u.take(lab.ToolPaint)
			if u.has(lab.ToolSculpt) || !u.bar(lab.ToolPaint).Visible() || u.bar(lab.ToolSculpt).Visible() {
				t.Error("sculpting goes on beside painting")
			}
		}
		u.Settle()
	}
}

// TestPaintedSideBySide: every map shows the region, and the swarm is on the map of its racer.
func TestPaintedSideBySide(t *testing.T) {
	u := painter(t, "sphere", 20)
	u.SetLook(func(l *setup.Look) { l.SideBySide = true })
	stroke(u, false, plot.Point{X: 1, Y: 1})
	u.Settle()
	if len(u.allMaps()) != 2 {
		t.Fatalf("%d maps", len(u.allMaps()))
	}
	for i, m := range u.allMaps() {
		if s := m.Scene(); s.Region == nil || m.Tool != u.tools[lab.ToolPaint] || len(s.Clouds) != 1-i {
			t.Errorf("map %d: region %v, %d clouds", i, s.Region, len(s.Clouds))
		}
	}
}

// TestTooMuchPainted: when a region is full, that is said and nothing is lost.
func TestTooMuchPainted(t *testing.T) {
	u := painter(t, "sphere", 20)
	full := sweep.Stroke{Radius: 0.1, Pts: make([]sweep.Spot, setup.MaxSpots)}
	u.Edit("", func(e *setup.Experiment) { e.Painted = sweep.Region{full} })
	stroke(u, false, plot.Point{X: 1, Y: 1})
	if got := u.State().Doc.Painted; len(got) != 1 || u.Said == nil {
		t.Errorf("%d strokes, said %v", len(got), u.Said)
	}
}

// TestBrushIsRoundOnTheMap: also in a window that is stretched to fill it.
func TestBrushIsRoundOnTheMap(t *testing.T) {
	u := painter(t, "sphere", 20)
	u.Edit("", func(e *setup.Experiment) { e.View = surfaces.Rect{X0: -50, X1: 50, Y0: -1, Y1: 1} })
	stroke(u, false, plot.Point{X: 10, Y: 0.5})
	if s := u.State().Doc.Painted[0]; math.Abs(s.Ratio-0.02) > 1e-3 || math.Abs(s.Radius-lab.BrushUsual*100.0/150) > 0.1 {
		t.Errorf("brush %+v", s)
	}
}
