package turntable

import (
	"fmt"
	"math"
	"testing"

	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	primary   = desktop.MouseButtonPrimary
	secondary = desktop.MouseButtonSecondary
)

// dome is a relief of a low dome over -2..2 by -2..2, with the start and a mark.
func dome() relief.Scene {
	view := plot.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}
	g := &plot.Grid{W: 48, H: 48, View: view}
	for j := range g.H {
		for i := range g.W {
			x, y := (float64(i)+0.5)*4/48-2, 2-(float64(j)+0.5)*4/48
			g.V = append(g.V, math.Exp(-x*x-y*y))
		}
	}
	return relief.Scene{
		Map: plot.Scene{
			View: view, Field: plot.NewField(g, 8, plot.LinearSpacing), Start: &plot.Point{X: 1, Y: -1},
			Marks: []plot.Mark{{Kind: plot.MaximumMark, Label: "M"}},
		},
		Camera: relief.Usual(),
	}
}

// on returns a relief of 400 by 400 units in a window and what it says. As the program does, it answers a gesture by a scene
// with the new start or camera.
func on(t *testing.T) (r *Relief, w fyne.Window, said *[]string) {
	t.Helper()
	said = &[]string{}
	say := func(format string, args ...any) { *said = append(*said, fmt.Sprintf(format, args...)) }
	w = widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 400), func() fyne.CanvasObject {
		r = New(func() plot.Style { return plot.Style{Palette: plot.DarkPalette(), TextSize: 11} })
		return r
	})
	r.Resize(fyne.NewSize(400, 400))
	r.SetScene(dome())
	widgettest.Shoot(w, 1)
	r.Tool = &graphic.StartTool{
		OnStart: func(p plot.Point, done bool) {
			say("start %.2f,%.2f %t", p.X, p.Y, done)
			s := r.Scene()
			s.Map.Start = &p
			r.SetScene(s)
		},
		OnPick: func(m *plot.Mark) {
			if m != nil {
				say("pick %s", m.Label)
			}
		},
	}
	r.OnCamera = func(c relief.Camera, done bool) {
		say("yaw %.1f tilt %.1f zoom %.2f high %.2f %t", c.Yaw, c.Tilt, c.Zoom, c.Height, done)
		s := r.Scene()
		s.Camera = c
		r.SetScene(s)
	}
	r.OnRestore = func() { say("restore") }
	r.OnNudge = func(dx, dy float64) { say("nudge %g %g", dx, dy) }
	return r, w, said
}

// at is where a point of the plane is seen.
func at(r *Relief, x, y float64) fyne.Position {
	seen, _ := r.painter.Spot(r.scene, plot.Point{X: x, Y: y}, 400, 400)
	return fyne.NewPos(float32(seen.X), float32(seen.Y))
}

func press(r *Relief, p fyne.Position, button desktop.MouseButton) {
	r.MouseDown(widgettest.Mouse(p.X, p.Y, button))
}

func release(r *Relief, p fyne.Position, button desktop.MouseButton) {
	r.MouseUp(widgettest.Mouse(p.X, p.Y, button))
}

func pull(r *Relief, from fyne.Position, dx, dy float32, button desktop.MouseButton) {
	press(r, from, button)
	to := from.AddXY(dx, dy)
	if button == primary {
		widgettest.DragTo(r, to.X, to.Y, dx, dy)
	} else {
		r.MouseMoved(widgettest.Mouse(to.X, to.Y, button))
	}
	release(r, to, button)
}

func TestKeysTurnTheBlock(t *testing.T) {
	r, _, said := on(t)
	for _, name := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp} {
		widgettest.Key(r, name)
	}
	r.TypedRune('+')
	r.OnRune = func(char rune) { *said = append(*said, "rune "+string(char)) }
	r.TypedRune('m')
	widgettest.Hold(t, fyne.KeyModifierShift)
	widgettest.Key(r, fyne.KeyRight)
	r.OnKey = func(ev *fyne.KeyEvent) { *said = append(*said, "key "+string(ev.Name)) }
	widgettest.Key(r, fyne.KeySpace)
	widgettest.Key(r, fyne.KeyHome)
	widgettest.Expect(t, said, "yaw 12.0 tilt 45.0 zoom 1.00 high 1.00 true", "yaw 12.0 tilt 50.0 zoom 1.00 high 1.00 true",
		"yaw 12.0 tilt 50.0 zoom 1.00 high 1.10 true", "yaw 12.0 tilt 50.0 zoom 1.15 high 1.10 true", "rune m",
		"nudge 0.01 0", "key Space", "key Home")
}

// TestDragTurnsAndClickStarts: a drag on bare ground turns the block and sets no start, a click on it does, also beside a hill.
func TestDragTurnsAndClickStarts(t *testing.T) {
	r, _, said := on(t)
	pull(r, at(r, 1.2, 1), 50, 20, primary)
	widgettest.Expect(t, said, "yaw 37.0 tilt 51.0 zoom 1.00 high 1.00 false", "yaw 37.0 tilt 51.0 zoom 1.00 high 1.00 true")
	p := at(r, -1.5, -1.25)
	widgettest.Click(r, p.X, p.Y)
	widgettest.Expect(t, said, "start -1.50,-1.25 false", "start -1.50,-1.25 true")
	widgettest.Click(r, 3, 300) // beside the block
	widgettest.Expect(t, said)
	pull(r, fyne.NewPos(3, 300), 50, 0, primary)
	widgettest.Expect(t, said, "yaw 57.0 tilt 51.0 zoom 1.00 high 1.00 false", "yaw 57.0 tilt 51.0 zoom 1.00 high 1.00 true")
}

// TestStartIsDragged: from wherever it is taken hold of, over the surface, and it stays on it when the hand leaves it.
func TestStartIsDragged(t *testing.T) {
	r, _, said := on(t)
	from, to := at(r, 1, -1).AddXY(3, 2), at(r, -1, -1).AddXY(3, 2)
	press(r, from, primary)
	widgettest.DragTo(r, to.X, to.Y, to.X-from.X, to.Y-from.Y)
	widgettest.DragTo(r, 2, 2, -100, -100)
	release(r, fyne.NewPos(2, 2), primary)
	widgettest.Expect(t, said, "start -1.00,-1.00 false", "start -1.00,-1.00 false", "start -1.00,-1.00 true")
}

func TestMarksArePicked(t *testing.T) {
	r, _, said := on(t)
	p := at(r, 0, 0)
	widgettest.Click(r, p.X, p.Y-2)
	widgettest.Expect(t, said, "pick M")
	var near, inside string
	r.OnHover = func(_ plot.Point, m *plot.Mark, in bool) {
		near, inside = "", fmt.Sprint(in)
		if m != nil {
			near = m.Label
		}
	}
	r.MouseMoved(widgettest.Mouse(p.X, p.Y-2, 0))
	if near != "M" || inside != "true" || r.Cursor() != desktop.PointerCursor {
		t.Errorf("the pointer is on %q, on the surface: %s", near, inside)
	}
	q := at(r, -1.5, 0)
	r.MouseMoved(widgettest.Mouse(q.X, q.Y, 0))
	if near != "" || inside != "true" || r.Cursor() != desktop.CrosshairCursor {
		t.Errorf("the pointer is on %q, on the surface: %s", near, inside)
	}
	r.MouseMoved(widgettest.Mouse(2, 300, 0))
	if inside != "false" || r.Cursor() != desktop.DefaultCursor {
		t.Error("there is something beside the block")
	}
	if r.MouseOut(); inside != "false" {
		t.Error("the pointer stays")
	}
}

func TestDoubleClickRestores(t *testing.T) {
	r, _, said := on(t)
	p := at(r, -1.5, 1)
	retracted := false
	r.Tool.(*graphic.StartTool).OnRetract = func() { retracted = true }
	widgettest.Click(r, p.X, p.Y)
	widgettest.Click(r, p.X, p.Y)
	widgettest.Expect(t, said, "start -1.50,1.00 false", "start -1.50,1.00 true", "restore")
	if !retracted {
		t.Error("the start stays where the first click has set it")
	}
}

// TestWheelZoomsAboutThePointer: and with Ctrl it raises heights; the right button moves the picture.
func TestWheelZoomsAboutThePointer(t *testing.T) {
	r, _, said := on(t)
	p := at(r, 1, 1)
	widgettest.Scroll(r, p.X, p.Y, 25)
	widgettest.Expect(t, said, "yaw 17.0 tilt 45.0 zoom 1.15 high 1.00 true")
	if q := at(r, 1, 1); math.Hypot(float64(q.X-p.X), float64(q.Y-p.Y)) > 0.01 {
		t.Errorf("what was under the pointer at %v is at %v", p, q)
	}
	pull(r, p, 30, 10, secondary)
	if q := at(r, 1, 1); math.Hypot(float64(q.X-p.X)-30, float64(q.Y-p.Y)-10) > 0.01 {
		t.Errorf("what was at %v has moved to %v", p, q)
	}
	*said = nil
	widgettest.Hold(t, fyne.KeyModifierControl)
	widgettest.Scroll(r, p.X, p.Y, -25)
	widgettest.Expect(t, said, "yaw 17.0 tilt 45.0 zoom 1.15 high 0.91 true")
}

// TestGizmo: its disc turns faster than the block does, and a tip looks along its axis.
func TestGizmo(t *testing.T) {
	r, _, said := on(t)
	disc := fyne.NewPos(400-62, 62+33)
	pull(r, disc, 10, 0, primary)
	widgettest.Expect(t, said, "yaw 29.0 tilt 45.0 zoom 1.00 high 1.00 false", "yaw 29.0 tilt 45.0 zoom 1.00 high 1.00 true")
	for x := float32(300); x < 390; x += 3 { // the tip is the only part at the right
		if p := fyne.NewPos(x, 52); r.part(p) == relief.XPart {
			widgettest.Click(r, p.X, p.Y)
			break
		}
	}
	widgettest.Expect(t, said, "yaw 90.0 tilt 10.0 zoom 1.00 high 1.00 true")
}

// A worker is a tool that works on the ground.
type worker struct{ presses int }

func (w *worker) Press(p graphic.Press) graphic.Drag { w.presses++; return graphic.Spent{} }
func (w *worker) Turn(graphic.Press, float64) bool   { return true }
func (w *worker) Hand(graphic.Press, bool) bool      { return false }

// TestToolsThatWorkHaveThePresses: and the wheel, but not beside the surface.
func TestToolsThatWorkHaveThePresses(t *testing.T) {
	r, _, said := on(t)
	w := &worker{}
	r.Tool, r.Works = w, true
	p := at(r, 1, 1)
	pull(r, p, 30, 0, primary)
	widgettest.Scroll(r, p.X, p.Y, 25)
	widgettest.Expect(t, said)
	if w.presses != 1 {
		t.Errorf("it has heard of %d presses", w.presses)
	}
	widgettest.Scroll(r, 2, 300, 25)
	widgettest.Expect(t, said, "yaw 17.0 tilt 45.0 zoom 1.15 high 1.00 true")
}

// TestPictureIsCoarseWhileItTurns: and fine once it rests.
func TestPictureIsCoarseWhileItTurns(t *testing.T) {
	run := widgettest.Waits(t)
	r, w, _ := on(t)
	if r.Scene().Coarse {
		t.Error("at rest it is coarse")
	}
	widgettest.Key(r, fyne.KeyLeft)
	if !r.Scene().Coarse {
		t.Error("while it turns it is fine")
	}
	if run(); r.Scene().Coarse {
		t.Error("it stays coarse")
	}
	r.SetScene(relief.Scene{})
	before := r.Pictures()
	if widgettest.Shoot(w, 1); r.Pictures() == before {
		t.Error("an empty one has no picture")
	}
}

// TestSettersAreSilent: and an equal scene costs nothing.
func TestSettersAreSilent(t *testing.T) {
	r, _, said := on(t)
	r.OnHover = func(plot.Point, *plot.Mark, bool) { *said = append(*said, "hover") }
	s := dome()
	s.Camera.Yaw = 40
	r.SetScene(s)
	r.SetScene(relief.Scene{})
	r.Refresh()
	widgettest.Expect(t, said)
}
