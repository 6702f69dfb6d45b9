package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Grid lays the maps out in as square a grid as their number allows.
type Grid struct{}

func (*Grid) shape(n int) (cols, rows int) {
	cols = 1
	for cols*cols < n {
		cols++
	}
	return cols, max((n+cols-1)/cols, 1)
}

// Layout gives every map the same size.
func (g *Grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	cols, rows := g.shape(len(objects))
	pad := theme.Padding() * 2
	w := (size.Width - pad*float32(cols-1)) / float32(cols)
	h := (size.Height - pad*float32(rows-1)) / float32(rows)
	for i, o := range objects {
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(float32(i%cols)*(w+pad), float32(i/cols)*(h+pad)))
	}
}

// MinSize leaves the maps free to shrink.
func (g *Grid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 240) }
