package race

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
)

// placed is where an object stands in the window, and where it ends.
func placed(o fyne.CanvasObject) (from, to fyne.Position) {
	from = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return from, from.Add(o.Size())
}

// TestWhatIsSaidKeepsOffTheKey: over the foot of the maps it stands beside the key of heights, and in the middle once that has
// gone.
func TestWhatIsSaidKeepsOffTheKey(t *testing.T) {
	lengthy.Test(t)
	said := canvas.NewRectangle(color.Transparent)
	d := desktest.New(t, setup.Default())
	room := New(d, container.New(layout.Foot{}, said))
	d.Show(1440, 844, room)
	u := &testRoom{room, d, d.Lab()}
	m := u.mapAt(0)
	m.OnResize(int(m.Size().Width), int(m.Size().Height), 1)
	u.Settle()
	from, to := placed(m)
	key, shown := m.Scene().KeyPanel(float64(m.Size().Width), float64(m.Size().Height), u.Style())
	if !shown {
		t.Fatal("no key")
	}
	left, right := placed(said)
	if l, r := from.X+float32(key.X0), from.X+float32(key.X1); left.X < r && l < right.X {
		t.Errorf("what is said stands from %v to %v, the key from %v to %v", left.X, right.X, l, r)
	}
	u.Look(func(v *lab.View) { v.KeyTurned = true })
	if left, right := placed(said); left.X-from.X != to.X-right.X {
		t.Errorf("without a key what is said stands from %v to %v, the map from %v to %v", left.X, right.X, from.X, to.X)
	}
}

// TestFramesStandClearOfTheColumnsEdge: a column that scrolls has room at its left for a frame's stroke and the focus's ring: the
// ring would be cut there, and the software painter shifts a frame whose stroke is.
func TestFramesStandClearOfTheColumnsEdge(t *testing.T) {
	const reach = 3 // of a stroke one unit wide, as the painter has it
	u := open(t, setup.Default())
	edge, _ := placed(u.desk.scroll)
	frames := 0
	desktest.Walk(u.desk.scroll, false, func(o fyne.CanvasObject) {
		if p, is := o.(*picker.Picker); is && !p.Plain {
			frames++
			if from, _ := placed(p); from.X < edge.X+reach {
				t.Errorf("a picker stands at %v, the column begins at %v", from.X, edge.X)
			}
		}
	})
	if frames == 0 {
		t.Error("no picker in the column")
	}
}
