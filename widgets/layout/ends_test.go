package layout

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TestEndsOverlapNothing: two controls stand in one row, or below one another where it is too short; both are within what is
// asked.
func TestEndsOverlapNothing(t *testing.T) {
	for width, below := range map[float32]bool{160: true, 230: true, 240: false, 400: false} {
		first, second := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
		first.SetMinSize(fyne.NewSize(120, 20))
		second.SetMinSize(fyne.NewSize(110, 26))
		objects, e := []fyne.CanvasObject{first, second}, new(Ends)
		e.Layout(objects, fyne.NewSize(width, 10))
		if is := second.Position().Y >= first.Position().Y+first.Size().Height; is != below {
			t.Errorf("%v wide: below is %v", width, is)
		}
		if !below && second.Position().X < first.Position().X+first.Size().Width {
			t.Errorf("%v wide: they overlap", width)
		}
		if second.Position().X+second.Size().Width != width {
			t.Errorf("%v wide: the second one ends at %v", width, second.Position().X+second.Size().Width)
		}
		if high := e.MinSize(objects).Height; high < second.Position().Y+second.Size().Height {
			t.Errorf("%v wide: %v is asked for", width, high)
		}
	}
}
