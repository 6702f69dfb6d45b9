package layout

import (
	"testing"

	"fyne.io/fyne/v2"
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
