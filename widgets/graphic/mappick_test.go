package graphic

import (
	"testing"
	"time"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// markedMap is a map with a saddle at its middle, and the start at (1, 0.5), that is (150, 25).
func markedMap(t *testing.T) (*Map, *[]string) {
	m, _, said := mapOn(t)
	s := m.Scene()
	s.Marks = []plot.Mark{{Kind: plot.SaddleMark, At: plot.Point{}, Label: "S1"}}
	m.SetScene(s)
	starter(m).OnPick = func(mark *plot.Mark) {
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
	advance := widgettest.StopClock(t)
	widgettest.Click(m, 103, 52)
	widgettest.Expect(t, said, "pick S1")
	advance(time.Second)
	widgettest.Click(m, 50, 75)
	widgettest.Expect(t, said, "pick nothing", "start -1,-0.5 false", "start -1,-0.5 true")
	advance(time.Second)
	widgettest.Click(m, 50, 75) // on the handle
	widgettest.Expect(t, said)
}

// Who presses on a mark and drags has meant the start.
func TestMapDragFromAMark(t *testing.T) {
	m, said := markedMap(t)
	m.MouseDown(widgettest.Mouse(100, 50, primary))
	widgettest.Expect(t, said)
	widgettest.DragTo(m, 125, 50, 25, 0)
	m.MouseUp(widgettest.Mouse(125, 50, primary))
	m.DragEnd()
	widgettest.Expect(t, said, "start 0.5,0 false", "start 0.5,0 true")
}

func TestMapClickSnapsOntoAMark(t *testing.T) {
	for _, held := range []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierSuper, fyne.KeyModifierAlt} {
		m, said := markedMap(t)
		press := widgettest.Mouse(115, 55, primary)
		press.Modifier = held
		m.MouseDown(press)
		m.MouseUp(widgettest.Mouse(115, 55, primary))
		widgettest.Expect(t, said, "start 0,0 true")
		press.Position = fyne.NewPos(20, 20) // too far from any
		m.MouseDown(press)
		m.MouseUp(widgettest.Mouse(20, 20, primary))
		widgettest.Expect(t, said, "pick nothing", "start -1.6,0.6 false", "start -1.6,0.6 true")
	}
}

func TestMapWithoutPicksSetsStartsOnMarks(t *testing.T) {
	m, said := markedMap(t)
	starter(m).OnPick = nil
	widgettest.Click(m, 100, 50)
	widgettest.Expect(t, said, "start 0,0 false", "start 0,0 true")
}

func TestMapCursorOverMarks(t *testing.T) {
	m, _ := markedMap(t)
	m.MouseMoved(widgettest.Mouse(103, 52, 0))
	if m.Cursor() != desktop.PointerCursor {
		t.Error("no hand over a mark that can be picked")
	}
	if starter(m).OnPick = nil; m.Cursor() != desktop.CrosshairCursor {
		t.Error("a hand over a mark that cannot be picked")
	}
	m.MouseMoved(widgettest.Mouse(20, 20, 0))
	m.MouseDown(widgettest.Mouse(20, 20, primary))
	if m.Cursor() != desktop.PointerCursor {
		t.Error("no hand while the start is dragged")
	}
}
