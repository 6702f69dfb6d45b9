package widgets

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
)

// markedMap is a map with a saddle at its middle, and the start at (1, 0.5), that is (150, 25).
func markedMap(t *testing.T) (*Map, *[]string) {
	m, _, said := mapOn(t)
	s := m.Scene()
	s.Marks = []plot.Mark{{Kind: plot.SaddleMark, At: plot.Point{}, Label: "S1"}}
	m.SetScene(s)
	m.OnPick = func(mark *plot.Mark) {
		name := "nothing"
		if mark != nil {
			name = mark.Label
		}
		*said = append(*said, "pick "+name)
	}
	return m, said
}

func TestMapClickOnAMarkPicksIt(t *testing.T) {
	m, said := markedMap(t)
	advance := stopClock(t)
	click(m, 103, 52)
	expect(t, said, "pick S1")
	advance(time.Second)
	click(m, 50, 75)
	expect(t, said, "pick nothing", "start -1,-0.5 false", "start -1,-0.5 true")
	advance(time.Second)
	click(m, 50, 75) // on the handle
	expect(t, said)
}

// Who presses on a mark and drags has meant the start.
func TestMapDragFromAMark(t *testing.T) {
	m, said := markedMap(t)
	m.MouseDown(mouse(100, 50, primary))
	expect(t, said)
	dragTo(m, 125, 50, 25, 0)
	m.MouseUp(mouse(125, 50, primary))
	m.DragEnd()
	expect(t, said, "start 0.5,0 false", "start 0.5,0 true")
}

func TestMapClickSnapsOntoAMark(t *testing.T) {
	for _, held := range []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierSuper, fyne.KeyModifierAlt} {
		m, said := markedMap(t)
		press := mouse(115, 55, primary)
		press.Modifier = held
		m.MouseDown(press)
		m.MouseUp(mouse(115, 55, primary))
		expect(t, said, "start 0,0 true")
		press.Position = fyne.NewPos(20, 20) // too far from any
		m.MouseDown(press)
		m.MouseUp(mouse(20, 20, primary))
		expect(t, said, "pick nothing", "start -1.6,0.6 false", "start -1.6,0.6 true")
	}
}

func TestMapWithoutPicksSetsStartsOnMarks(t *testing.T) {
	m, said := markedMap(t)
	m.OnPick = nil
	click(m, 100, 50)
	expect(t, said, "start 0,0 false", "start 0,0 true")
}

func TestMapHandles(t *testing.T) {
	m, said := markedMap(t)
	s := m.Scene()
	s.Handles = []plot.Handle{{At: plot.Point{X: -1}}, {At: plot.Point{X: -1}, Chosen: true}}
	m.SetScene(s)
	m.OnHandle = func(i int, p plot.Point, done bool) {
		*said = append(*said, fmt.Sprintf("handle %d %.3g,%.3g %t", i, p.X, p.Y, done))
	}
	m.OnTurn = func(i int, notches float64) { *said = append(*said, fmt.Sprintf("turn %d %g", i, notches)) }
	m.MouseDown(mouse(52, 50, primary)) // beside the middle of the chosen one
	dragTo(m, 77, 25, 25, -25)
	m.MouseUp(mouse(77, 25, primary))
	m.DragEnd()
	expect(t, said, "handle 1 -1,0 false", "handle 1 -0.5,0.5 false", "handle 1 -0.5,0.5 true")
	m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, 50)}, Scrolled: fyne.NewDelta(0, wheelNotch)})
	expect(t, said, "turn 1 1")

	// On the ground something is placed, and the drag from there moves it; the start's handle stays one.
	m.OnPlace = func(p plot.Point) int { *said = append(*said, fmt.Sprintf("place %.3g,%.3g", p.X, p.Y)); return 0 }
	m.MouseDown(mouse(100, 75, primary))
	dragTo(m, 125, 75, 25, 0)
	m.MouseUp(mouse(125, 75, primary))
	expect(t, said, "place 0,-0.5", "handle 0 0.5,-0.5 false", "handle 0 0.5,-0.5 true")
	m.MouseDown(mouse(150, 25, primary))
	dragTo(m, 175, 25, 25, 0)
	m.MouseUp(mouse(175, 25, primary))
	expect(t, said, "start 1.5,0.5 false", "start 1.5,0.5 true")
	m.OnPlace = func(plot.Point) int { return -1 }
	click(m, 20, 20)
	expect(t, said)
}

// A brush paints wherever it is pressed, on the start and on marks too; the right button and Ctrl rub out, and the wheel is
// the brush's.
func TestMapPaints(t *testing.T) {
	m, said := markedMap(t)
	m.OnPaint = func(p plot.Point, erase, done bool) {
		*said = append(*said, fmt.Sprintf("paint %.3g,%.3g %t %t", p.X, p.Y, erase, done))
	}
	m.OnBrush = func(notches float64) { *said = append(*said, fmt.Sprintf("brush %g", notches)) }
	m.MouseDown(mouse(150, 25, primary)) // the start's handle
	dragTo(m, 152, 25, 2, 0)             // less than a click may tremble
	dragTo(m, 100, 50, -52, 25)          // a mark
	m.MouseUp(mouse(100, 50, primary))
	m.DragEnd()
	expect(t, said, "paint 1,0.5 false false", "paint 1.04,0.5 false false", "paint 0,0 false false", "paint 0,0 false true")

	m.MouseDown(mouse(100, 50, secondary))
	m.MouseMoved(mouse(125, 50, secondary))
	m.MouseUp(mouse(125, 50, secondary))
	expect(t, said, "paint 0,0 true false", "paint 0.5,0 true false", "paint 0.5,0 true true")
	press := mouse(100, 50, primary)
	press.Modifier = fyne.KeyModifierControl
	m.MouseDown(press)
	m.MouseUp(mouse(100, 50, primary))
	expect(t, said, "paint 0,0 true false", "paint 0,0 true true")

	wheel := &fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 50)}, Scrolled: fyne.NewDelta(0, wheelNotch)}
	m.Scrolled(wheel)
	expect(t, said, "brush 1")
	hold(t, fyne.KeyModifierShortcutDefault)
	m.Scrolled(wheel)
	if len(*said) != 1 || !strings.HasPrefix((*said)[0], "view") {
		t.Errorf("the wheel with Ctrl: %q, want another view", *said)
	}
	*said = nil

	// Who ends painting in the middle of a stroke is left alone.
	m.MouseDown(mouse(20, 20, primary))
	m.OnPaint = nil
	*said = nil
	dragTo(m, 60, 20, 40, 0)
	m.MouseUp(mouse(60, 20, primary))
	m.DragEnd()
	expect(t, said)
}
