package layout

import (
	"fyne.io/fyne/v2"
)

// Grid lays maps out in rows. A few of them fill it; of many, each is a square with its title above, as large as they can all be.
// Between these they fill what there is as long as they are not much wider than high, or higher than wide. A last row that is
// not full stands in the middle, so that no place beside it looks as if a map were missing.
type Grid struct{}

const (
	mapGap    = 10
	titleHigh = 24 // the line above each of many maps
	fewMaps   = 3  // so many fill the room that there is
	someMaps  = 6
	longest   = 1.4 // of the longer side of one of some maps to the shorter one
	nearly    = 0.9
)

// shape is the number of columns and rows for n maps, and the size of a cell.
func (*Grid) shape(n int, size fyne.Size) (cols int, cell fyne.Size) {
	if n <= fewMaps {
		cols = 1
		for cols*cols < n {
			cols++
		}
		rows := max((n+cols-1)/cols, 1)
		return cols, fyne.NewSize(share(size.Width, cols), share(size.Height, rows))
	}
	side := func(cols int) float32 {
		return min(share(size.Width, cols), share(size.Height, (n+cols-1)/cols)-titleHigh)
	}
	largest := float32(1)
	for c := 1; c <= n; c++ {
		largest = max(largest, side(c))
	}
	// Of those that are nearly as large, the narrowest one: the readouts have use for the width.
	for cols = 1; side(cols) < nearly*largest; cols++ {
	}
	square := max(side(cols), 1)
	cell = fyne.NewSize(square, square)
	if n <= someMaps {
		cell.Width = max(min(share(size.Width, cols), longest*square), 1)
		cell.Height = max(min(share(size.Height, (n+cols-1)/cols)-titleHigh, longest*square), 1)
	}
	return cols, cell.AddWidthHeight(0, titleHigh)
}

// share is what each of n side by side has of a length.
func share(length float32, n int) float32 { return (length - mapGap*float32(n-1)) / float32(n) }

// Layout gives every map the same size.
func (g *Grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	cols, cell := g.shape(len(objects), size)
	for i, o := range objects {
		row := i / cols
		missing := max((row+1)*cols-len(objects), 0)
		aside := float32(missing) / 2
		o.Resize(cell)
		o.Move(fyne.NewPos((float32(i%cols)+aside)*(cell.Width+mapGap), float32(row)*(cell.Height+mapGap)))
	}
}

// Width is how much of the width n maps need to be as large as they can be.
func (g *Grid) Width(n int, size fyne.Size) float32 {
	if n <= fewMaps {
		return size.Width
	}
	cols, cell := g.shape(n, size)
	return float32(cols)*(cell.Width+mapGap) - mapGap
}

// MinSize leaves the maps free to shrink.
func (g *Grid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 240) }
