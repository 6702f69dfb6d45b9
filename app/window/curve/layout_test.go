package curve

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/figure/curves"
)

// placed is where an object stands in the window.
func placed(o fyne.CanvasObject) (top, bottom float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.Y, at.Y + o.Size().Height
}

// TestStepsAreAlwaysSeen: below the rates where there is room for all, and else at the foot of the column, over nothing.
func TestStepsAreAlwaysSeen(t *testing.T) {
	r, d := entered(t)
	for _, size := range []fyne.Size{{Width: 1376, Height: 857}, {Width: 976, Height: 657}, {Width: 852, Height: 519}} {
		for _, side := range []int{0, 1} {
			r.header.side.OnChanged(side)
			d.Window().Resize(size)
			top, bottom := placed(r.left.steps)
			if bottom > size.Height-11 || top < 12 {
				t.Errorf("%v, side by side %d: Step from %v to %v", size, side, top, bottom)
			}
			if _, end := placed(r.left.scroll); size.Height < 700 && end > top {
				t.Errorf("%v, side by side %d: the column ends at %v, Step begins at %v", size, side, end, top)
			}
			quiz, _ := placed(r.left.quiz.box)
			if rates, _ := placed(r.left.chips); size.Height > 800 && side == 0 && (quiz < bottom || rates > top) {
				t.Errorf("%v: rates at %v, Step from %v, quiz at %v", size, rates, top, quiz)
			}
		}
	}
	test.Tap(r.left.step)
	if r.lab.State().Step != 1 {
		t.Error("Step makes none")
	}
}

// TestLowWindowHasTheStrip and rows of the table, or the column scrolls.
func TestLowWindowHasTheStrip(t *testing.T) {
	r, d := entered(t)
	for _, size := range []fyne.Size{{Width: 976, Height: 657}, {Width: 852, Height: 519}} {
		d.Window().Resize(size)
		if h := r.right.insight.Size().Height; h < curves.InsightLeast || !r.right.seen(1).OnStrip(115) {
			t.Errorf("%v: the insight is %v high", size, h)
		}
		if n := r.right.rows(1).Rows(); n < 2 {
			t.Errorf("%v: %d rows", size, n)
		}
		_, end := placed(r.right.box)
		if _, bottom := placed(r.right.insight); bottom > end && r.right.box.Content.MinSize().Height <= r.right.box.Size().Height {
			t.Errorf("%v: the insight ends at %v of %v and nothing scrolls", size, bottom, end)
		}
	}
}
