package layout

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TestGridShapes: some maps fill the room within bounds, many are squares, and all lie within it.
func TestGridShapes(t *testing.T) {
	for _, c := range []struct {
		n, cols       int
		width, height float32 // of a map without its title
	}{{1, 1, 620, 730}, {4, 2, 305, 336}, {5, 2, 297, 212}, {6, 2, 297, 212}, {12, 3, 151, 151}} {
		size := fyne.NewSize(620, 730)
		cols, cell := new(Grid).shape(c.n, size)
		width, height := cell.Width, cell.Height
		if c.n > fewMaps {
			height -= titleHigh
		}
		if cols != c.cols || int(width) != int(c.width) || int(height) != int(c.height) {
			t.Errorf("%d maps in %d columns of %v by %v, want %d of %v by %v", c.n, cols, width, height, c.cols, c.width, c.height)
		}
		if w := new(Grid).Width(c.n, size); w > size.Width {
			t.Errorf("%d maps are %v wide", c.n, w)
		}
	}
}

// TestLastRowIsInTheMiddle: maps that do not fill their last row have as much room at its left as at its right.
func TestLastRowIsInTheMiddle(t *testing.T) {
	size := fyne.NewSize(620, 730)
	for n := 2; n <= 20; n++ {
		objects := make([]fyne.CanvasObject, n)
		for i := range objects {
			objects[i] = canvas.NewRectangle(color.Transparent)
		}
		g := new(Grid)
		g.Layout(objects, size)
		cols, _ := g.shape(n, size)
		left, right := objects[(n-1)/cols*cols], objects[n-1]
		first, last := objects[0], objects[min(cols, n)-1]
		before := left.Position().X - first.Position().X
		after := last.Position().X + last.Size().Width - right.Position().X - right.Size().Width
		if d := before - after; d < -0.01 || d > 0.01 {
			t.Errorf("%d maps in %d columns: in the last row %v are free at the left and %v at the right", n, cols, before, after)
		}
	}
}
