package graphic

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"descentlab/widgets/gesture"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestMapClickSetsTheStart(t *testing.T) {
	m, w, said := mapOn(t)
	widgettest.Click(m, 50, 75)
	widgettest.Expect(t, said, "start -1,-0.5 false", "start -1,-0.5 true")
	if w.Canvas().Focused() != m {
		t.Error("a click does not give the map the keyboard")
	}
	m.MouseDown(widgettest.Mouse(100, 50, primary))
	m.MouseMoved(widgettest.Mouse(102, 51, primary)) // the hand trembles
	m.MouseUp(widgettest.Mouse(102, 51, primary))
	widgettest.Expect(t, said, "start 0,0 false", "start 0,0 true")
}

func TestMapDragFollowsFromThePress(t *testing.T) {
	m, _, said := mapOn(t)
	m.MouseDown(widgettest.Mouse(50, 50, primary))
	widgettest.DragTo(m, 75, 50, 25, 0)
	widgettest.DragTo(m, 100, 25, 25, -25)
	m.MouseUp(widgettest.Mouse(100, 25, primary))
	m.DragEnd()
	widgettest.Expect(t, said, "start -1,0 false", "start -0.5,0 false", "start 0,0.5 false", "start 0,0.5 true")
}

// Who takes hold of the handle beside its centre carries it along without a jump.
func TestMapDragOfTheHandle(t *testing.T) {
	m, _, said := mapOn(t)
	m.MouseDown(widgettest.Mouse(155, 30, primary))
	widgettest.Expect(t, said)
	widgettest.DragTo(m, 155+25, 30+25, 25, 25)
	m.MouseUp(widgettest.Mouse(180, 55, primary))
	m.DragEnd()
	widgettest.Expect(t, said, "start 1.5,0 false", "start 1.5,0 true")
	widgettest.Click(m, 175, 50) // on the handle: nothing to say
	widgettest.Expect(t, said)
}

func TestMapDoubleClickRestores(t *testing.T) {
	m, _, said := mapOn(t)
	starter(m).OnPress = func() { *said = append(*said, "press") }
	starter(m).OnRetract = func() { *said = append(*said, "retract") }
	advance := widgettest.StopClock(t)
	widgettest.Click(m, 50, 75)
	advance(200 * time.Millisecond)
	widgettest.Click(m, 51, 75)
	widgettest.Expect(t, said, "press", "start -1,-0.5 false", "start -1,-0.5 true", "retract", "restore")
	s := m.Scene()
	s.Start = &plot.Point{X: 1, Y: 0.5}
	m.SetScene(s)
	// On the handle the first click has moved nothing.
	advance(time.Second)
	widgettest.Click(m, 150, 25)
	advance(200 * time.Millisecond)
	widgettest.Click(m, 150, 25)
	widgettest.Expect(t, said, "press", "restore")
	// Two clicks far apart, in place or time, are two starts.
	advance(time.Second)
	widgettest.Click(m, 50, 75)
	widgettest.Click(m, 60, 60)
	advance(time.Second)
	widgettest.Click(m, 100, 75)
	advance(time.Second)
	widgettest.Click(m, 100, 50)
	if slices.Contains(*said, "restore") {
		t.Error("two clicks are taken for a double click")
	}
	*said = nil
	// A click and a quick drag of the handle that it has made is a drag.
	advance(time.Second)
	widgettest.Click(m, 50, 25)
	m.MouseDown(widgettest.Mouse(50, 25, primary))
	widgettest.DragTo(m, 100, 25, 50, 0)
	m.MouseUp(widgettest.Mouse(100, 25, primary))
	widgettest.Expect(t, said, "press", "start -1,0.5 false", "start -1,0.5 true", "start 0,0.5 false", "start 0,0.5 true")
}

func TestMapDoubleClickWithoutAStart(t *testing.T) {
	m, _, said := mapOn(t)
	widgettest.StopClock(t)
	s := m.Scene()
	s.Start = nil
	m.SetScene(s)
	starter(m).OnStart = func(plot.Point, bool) { *said = append(*said, "start") }
	widgettest.Click(m, 50, 75)
	widgettest.Click(m, 50, 75)
	widgettest.Expect(t, said, "start", "start", "restore")
}

// On a map without a tool the primary button does nothing but restore.
func TestMapWithoutATool(t *testing.T) {
	m, _, said := mapOn(t)
	m.Tool = nil
	advance := widgettest.StopClock(t)
	widgettest.Click(m, 50, 75)
	widgettest.Click(m, 50, 75)
	widgettest.Expect(t, said, "restore")
	advance(time.Second)
	m.MouseDown(widgettest.Mouse(150, 25, primary)) // the handle of the start
	widgettest.DragTo(m, 100, 25, -50, 0)
	m.MouseUp(widgettest.Mouse(100, 25, primary))
	widgettest.Expect(t, said)
	widgettest.Click(m, 100, 25)
	m.MouseDown(widgettest.Mouse(100, 25, primary))
	widgettest.DragTo(m, 150, 25, 50, 0)
	m.MouseUp(widgettest.Mouse(150, 25, primary))
	widgettest.Expect(t, said) // a click and a drag are no double click
	if m.Cursor() != desktop.CrosshairCursor {
		t.Error("a hand where nothing can be taken hold of")
	}
}

func TestMapPans(t *testing.T) {
	for name, button := range map[string]desktop.MouseButton{"right": secondary, "middle": middle, "shift": primary} {
		t.Run(name, func(t *testing.T) {
			m, _, said := mapOn(t)
			down := widgettest.Mouse(100, 50, button)
			if name == "shift" {
				down.Modifier = fyne.KeyModifierShift
			}
			m.MouseDown(down)
			for _, x := range []float32{101, 125, 150} {
				if button == secondary {
					m.MouseMoved(widgettest.Mouse(x, 75, button))
				} else {
					widgettest.DragTo(m, x, 75, 25, 25)
				}
			}
			m.MouseUp(widgettest.Mouse(150, 75, button))
			widgettest.Expect(t, said, "view -2.02..1.98 -0.5..1.5 false", "view -2.5..1.5 -0.5..1.5 false",
				"view -3..1 -0.5..1.5 false", "view -3..1 -0.5..1.5 true")
		})
	}
}

func TestMapRightDragEnds(t *testing.T) {
	m, _, said := mapOn(t)
	m.MouseDown(widgettest.Mouse(100, 50, secondary))
	m.MouseMoved(widgettest.Mouse(125, 50, secondary))
	m.MouseOut()
	m.MouseMoved(widgettest.Mouse(150, 50, secondary))
	widgettest.Expect(t, said, "view -2.5..1.5 -1..1 false", "view -2.5..1.5 -1..1 true")
	m.MouseDown(widgettest.Mouse(100, 50, secondary))
	m.MouseMoved(widgettest.Mouse(75, 50, secondary))
	m.MouseMoved(widgettest.Mouse(50, 50, 0)) // released outside the window
	m.MouseMoved(widgettest.Mouse(25, 50, 0))
	widgettest.Expect(t, said, "view -2..2 -1..1 false", "view -2..2 -1..1 true")
	m.MouseDown(widgettest.Mouse(100, 50, secondary))
	m.MouseUp(widgettest.Mouse(100, 50, secondary))
	widgettest.Expect(t, said) // a right click does nothing
}

func TestMapSecondButtonIsIgnoredInADrag(t *testing.T) {
	m, _, said := mapOn(t)
	m.MouseDown(widgettest.Mouse(50, 50, primary))
	m.MouseDown(widgettest.Mouse(60, 60, secondary))
	m.MouseUp(widgettest.Mouse(60, 60, secondary))
	widgettest.DragTo(m, 75, 50, 25, 0)
	m.MouseUp(widgettest.Mouse(75, 50, primary))
	widgettest.Expect(t, said, "start -1,0 false", "start -0.5,0 false", "start -0.5,0 true")
}

func TestMapWheelZoomsAboutThePointer(t *testing.T) {
	m, _, _ := mapOn(t)
	under := m.world(fyne.NewPos(150, 20))
	before := m.Scene().View
	widgettest.Scroll(m, 150, 20, gesture.WheelNotch)
	if got := m.world(fyne.NewPos(150, 20)); math.Hypot(got.X-under.X, got.Y-under.Y) > 1e-6 {
		t.Errorf("the place under the pointer moved from %v to %v", under, got)
	}
	v := m.Scene().View
	if ratio := (before.X1 - before.X0) / (v.X1 - v.X0); math.Abs(ratio-zoomFactor) > 1e-9 {
		t.Errorf("one notch enlarges %v times, want %v", ratio, zoomFactor)
	}
	for range 10 { // a trackpad's small steps add up to a notch
		widgettest.Scroll(m, 150, 20, -gesture.WheelNotch/10.0)
	}
	if v := m.Scene().View; math.Abs(v.X0-before.X0)+math.Abs(v.X1-before.X1)+math.Abs(v.Y0-before.Y0) > 1e-6 {
		t.Errorf("ten tenths back lead to %v, want %v", v, before)
	}
}

// Several events may come before the window has answered the first one.
func TestMapWheelEventsAddUp(t *testing.T) {
	m, _, _ := mapOn(t)
	var last plot.Rect
	m.OnView = func(v plot.Rect, _ bool) { last = v }
	for range 3 {
		widgettest.Scroll(m, 100, 50, gesture.WheelNotch)
	}
	if got, want := last.X1-last.X0, 4/math.Pow(zoomFactor, 3); math.Abs(got-want) > 1e-9 {
		t.Errorf("three notches lead to a width of %v, want %v", got, want)
	}
}

func TestMapZoomHasLimits(t *testing.T) {
	m, _, _ := mapOn(t)
	for _, dy := range []float32{gesture.WheelNotch, -gesture.WheelNotch} {
		for range 1000 {
			widgettest.Scroll(m, 100, 50, 4*dy)
		}
		span := m.Scene().View.X1 - m.Scene().View.X0
		if !(span > 4e-10 && span < 4e10) {
			t.Errorf("the wheel leads to a width of %v", span)
		}
	}
	// Far from 0 there is less room between neighbouring numbers.
	s := m.Scene()
	s.View = plot.Rect{X0: 1e6, X1: 1e6 + 1, Y0: 0, Y1: 1}
	m.SetScene(s)
	for range 1000 {
		widgettest.Scroll(m, 100, 50, 4*gesture.WheelNotch)
	}
	if span := m.Scene().View.X1 - m.Scene().View.X0; span < 1e-5 {
		t.Errorf("at x = 1e6 the wheel leads to a width of %v", span)
	}
}

func TestMapEmptyMapHasNoZoom(t *testing.T) {
	m, _, said := mapOn(t)
	empty := NewMap(m.style)
	empty.OnView = m.OnView
	empty.Resize(fyne.NewSize(100, 100))
	widgettest.Scroll(empty, 10, 10, gesture.WheelNotch)
	widgettest.Expect(t, said)
}

func TestMapHover(t *testing.T) {
	m, w, said := mapOn(t)
	m.OnHover = func(p plot.Point, inside bool) { *said = append(*said, fmt.Sprintf("%.3g,%.3g %t", p.X, p.Y, inside)) }
	test.MoveMouse(w.Canvas(), fyne.NewPos(50, 50))
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 0))
	m.MouseOut()
	widgettest.Expect(t, said, "-1,0 true", "0,1 true", "0,0 false")
	m.MouseDown(widgettest.Mouse(50, 50, primary))
	widgettest.DragTo(m, 75, 50, 25, 0) // the pointer is there also in a drag
	m.DragEnd()
	if !slices.Contains(*said, "-0.5,0 true") {
		t.Errorf("said %q in a drag, want the pointer's place too", *said)
	}
}

func TestMapCursor(t *testing.T) {
	m, _, _ := mapOn(t)
	m.MouseMoved(widgettest.Mouse(155, 30, 0))
	if m.Cursor() != desktop.PointerCursor {
		t.Error("no hand over the handle of the start")
	}
	m.MouseMoved(widgettest.Mouse(50, 30, 0))
	if m.Cursor() != desktop.CrosshairCursor {
		t.Error("no cross over the map")
	}
}
