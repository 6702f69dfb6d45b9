package race

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/widgets/splitter"
)

// TestColumnsAreDragged: the splitter makes the right column wider and slimmer, as far as there is room, follows its edge, and a
// double click brings the usual widths back.
func TestColumnsAreDragged(t *testing.T) {
	u := open(t, setup.Default())
	columns := u.desk.columns.Objects
	middle, right, split := columns[1], columns[2], columns[3].(*splitter.Splitter)
	usual := right.Size().Width
	drag := func(dx float32) {
		split.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
		split.DragEnd()
	}
	clear := func(when string) {
		t.Helper()
		at, end := split.Position().X, split.Position().X+split.Size().Width
		if at < middle.Position().X+middle.Size().Width || end > right.Position().X {
			t.Errorf("%s: the splitter stands from %g to %g, the columns end at %g and begin at %g", when, at, end,
				middle.Position().X+middle.Size().Width, right.Position().X)
		}
	}
	clear("usual")
	drag(-60)
	if got := right.Size().Width; got != usual+60 {
		t.Errorf("dragged by 60 to the left the right column has %g, not %g", got, usual+60)
	}
	clear("wider")
	for range 50 {
		drag(-100)
	}
	if w := middle.Size().Width; w != middleLeast {
		t.Errorf("the middle has %g, and needs %d", w, middleLeast)
	}
	widest := right.Size().Width
	if drag(30); right.Size().Width >= widest {
		t.Error("dragged too far, the hand has to come all the way back")
	}
	clear("widest")
	split.DoubleTapped(nil)
	if got := right.Size().Width; got != usual {
		t.Errorf("as usual it has %g, not %g", got, usual)
	}
	for _, c := range splitCommands(u.desk, "") {
		before := right.Size().Width
		if c.Do(); right.Size().Width == before && u.Lab().State().View.Wider != 0 {
			t.Errorf("%s does nothing", c.Name)
		}
	}
}
