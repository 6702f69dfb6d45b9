package graphic

import (
	"fmt"
	"image"
	"math"
	"slices"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// bowl is a scene of a paraboloid over -2..2 by -1..1 with the start at (1, 0.5): at (150, 25) on a map of 200 by 100.
func bowl() plot.Scene {
	view := plot.Rect{X0: -2, X1: 2, Y0: -1, Y1: 1}
	g := &plot.Grid{W: 50, H: 25, View: view}
	for j := range g.H {
		for i := range g.W {
			x, y := (float64(i)+0.5)*4/50-2, 1-(float64(j)+0.5)*2/25
			g.V = append(g.V, x*x+3*y*y)
		}
	}
	return plot.Scene{View: view, Field: plot.NewField(g, 8, plot.LinearSpacing), Start: &plot.Point{X: 1, Y: 0.5}}
}

// mapOn returns a map of 200 by 100 units in a window and what it says. As the program does, it answers a gesture by a scene
// with the new start or view.
func mapOn(t *testing.T) (m *Map, w fyne.Window, said *[]string) {
	t.Helper()
	said = &[]string{}
	say := func(format string, args ...any) { *said = append(*said, fmt.Sprintf(format, args...)) }
	w = widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(200, 100), func() fyne.CanvasObject {
		m = NewMap(func() plot.Style { return plot.Style{Palette: plot.DarkPalette(), TextSize: 11} })
		return m
	})
	m.Resize(fyne.NewSize(200, 100))
	m.SetScene(bowl())
	m.Tool = &StartTool{OnStart: func(p plot.Point, done bool) {
		say("start %.3g,%.3g %t", p.X, p.Y, done)
		s := m.Scene()
		s.Start = &p
		m.SetScene(s)
	}}
	m.OnView = func(v plot.Rect, done bool) {
		say("view %.3g..%.3g %.3g..%.3g %t", v.X0, v.X1, v.Y0, v.Y1, done)
		s := m.Scene()
		s.View = v
		m.SetScene(s)
	}
	m.OnRestore = func() { say("restore") }
	m.OnNudge = func(dx, dy float64) { say("nudge %g %g", dx, dy) }
	return m, w, said
}

// starter is the tool of mapOn.
func starter(m *Map) *StartTool { return m.Tool.(*StartTool) }

const (
	primary   = desktop.MouseButtonPrimary
	secondary = desktop.MouseButtonSecondary
	middle    = desktop.MouseButtonTertiary
)

func TestMapKeys(t *testing.T) {
	m, w, said := mapOn(t)
	for _, name := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown} {
		widgettest.Key(m, name)
	}
	widgettest.Hold(t, fyne.KeyModifierShift)
	widgettest.Key(m, fyne.KeyRight)
	widgettest.Expect(t, said, "nudge -0.005 0", "nudge 0.005 0", "nudge 0 0.005", "nudge 0 -0.005", "nudge 0.05 0")

	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { *said = append(*said, "window "+string(ev.Name)) })
	w.Canvas().SetOnTypedRune(func(r rune) { *said = append(*said, "window "+string(r)) })
	widgettest.Key(m, fyne.KeySpace)
	m.TypedRune('.')
	m.OnKey = func(ev *fyne.KeyEvent) { *said = append(*said, "key "+string(ev.Name)) }
	m.OnRune = func(r rune) { *said = append(*said, "rune "+string(r)) }
	widgettest.Key(m, fyne.KeyHome)
	m.TypedRune(',')
	widgettest.Expect(t, said, "window Space", "window .", "key Home", "rune ,")
}

func TestMapFocusRing(t *testing.T) {
	m, w, _ := mapOn(t)
	w.Canvas().Focus(m)
	if !m.ring.Visible() {
		t.Error("no ring round the focused map")
	}
	w.Canvas().Unfocus()
	if m.ring.Visible() {
		t.Error("the ring stays")
	}
	m.MouseDown(widgettest.Mouse(50, 50, desktop.MouseButtonPrimary))
	m.MouseUp(widgettest.Mouse(50, 50, desktop.MouseButtonPrimary))
	if w.Canvas().Focused() != m || m.ring.Visible() {
		t.Error("a click leaves a ring, or does not bring the focus")
	}
	if widgettest.Key(m, fyne.KeyLeft); !m.ring.Visible() {
		t.Error("no ring once keys are used")
	}
}

func TestMapSettersAreSilent(t *testing.T) {
	m, _, said := mapOn(t)
	m.OnHover = func(plot.Point, bool) { *said = append(*said, "hover") }
	s := bowl()
	s.View.X1 = 7
	m.SetScene(s)
	m.SetScene(plot.Scene{})
	m.SetScene(s)
	m.Refresh()
	widgettest.Expect(t, said)
}

func TestMapIgnoresAnEqualScene(t *testing.T) {
	m, _, _ := mapOn(t)
	s := m.Scene()
	again := bowl()
	again.Field = s.Field
	if m.SetScene(again); m.Scene().Start != s.Start {
		t.Error("an equal scene was taken for a new one")
	}
	again.Start = &plot.Point{X: 1, Y: 0.25}
	if m.SetScene(again); m.Scene().Start != again.Start {
		t.Error("a new scene was taken for an equal one")
	}
}

// The picture has the size of the device's pixels, also at odd scales, and the program hears of each size once.
func TestMapPictureIsOfDevicePixels(t *testing.T) {
	m, w, said := mapOn(t)
	m.OnResize = func(w, h int, scale float64) { *said = append(*said, fmt.Sprintf("%d x %d at %.3g", w, h, scale)) }
	for _, scale := range []float32{1, 1, 1.3, 2} {
		widgettest.Shoot(w, scale)
		if got := image.Pt(m.Drawn()); got.X != int(200*scale) || got.Y != int(100*scale) {
			t.Errorf("scale %v: the picture is %v", scale, got)
		}
	}
	widgettest.Expect(t, said, "200 x 100 at 1", "260 x 130 at 1.3", "400 x 200 at 2")
}

// What the map shows is the scene's own picture, pixel for pixel.
func TestMapShowsTheScene(t *testing.T) {
	m, w, _ := mapOn(t)
	for _, scale := range []float32{1, 2} {
		style := m.style()
		style.Scale = float64(scale)
		want := raster.Scene(m.Scene(), style, int(200*scale), int(100*scale))
		if _, worst, _ := widgettest.Difference(widgettest.Shoot(w, scale), want); worst != 0 {
			t.Errorf("scale %v: the map differs from its scene by up to %d", scale, worst)
		}
	}
}

// A drag that comes without a press is a finger's.
func TestMapDragWithoutPress(t *testing.T) {
	m, w, said := mapOn(t)
	test.Drag(w.Canvas(), fyne.NewPos(75, 50), 25, 0)
	widgettest.Expect(t, said, "start -1,0 false", "start -0.5,0 false", "start -0.5,0 true")
	_ = m
}

func TestMapWithoutListeners(t *testing.T) {
	m, _, _ := mapOn(t)
	m.OnView, m.OnRestore, m.OnNudge, m.OnHover = nil, nil, nil, nil
	widgettest.StopClock(t)
	for _, tool := range []Tool{&StartTool{}, nil} {
		m.Tool = tool
		widgettest.Click(m, 50, 50)
		widgettest.Click(m, 50, 50)
		widgettest.DragTo(m, 80, 50, 30, 0)
		m.DragEnd()
		widgettest.Scroll(m, 50, 50, 25)
		m.MouseDown(widgettest.Mouse(50, 50, secondary))
		m.MouseMoved(widgettest.Mouse(80, 50, secondary))
		m.MouseOut()
		m.Cursor()
		widgettest.Key(m, fyne.KeyLeft)
		widgettest.Key(m, fyne.KeySpace)
		m.TypedRune('x')
	}
}

// BenchmarkMapFrame is one frame of playback: a new scene with eight moving heads, drawn at 900 x 600.
func BenchmarkMapFrame(b *testing.B) {
	test.NewTempApp(b)
	style := plot.Style{Palette: plot.DarkPalette(), TextSize: 11}
	m := NewMap(func() plot.Style { return style })
	m.Resize(fyne.NewSize(900, 600))
	s := bowl()
	for i := range 8 {
		trace := plot.Trace{Color: style.Palette.Racer(i), Glyph: plot.RacerGlyph(i)}
		for k := range 500 {
			a := float64(k)/30 + float64(i)
			trace.Pts = append(trace.Pts, plot.Point{X: 1.8 * math.Cos(a) * (1 - float64(k)/500), Y: 0.9 * math.Sin(a)})
		}
		s.Traces = append(s.Traces, trace)
	}
	head := 0.0
	for b.Loop() {
		next := s
		next.Traces = slices.Clone(s.Traces)
		head = math.Mod(head+0.7, 499)
		for i := range next.Traces {
			next.Traces[i].Head = head
		}
		m.SetScene(next)
		m.draw(900, 600)
	}
}
