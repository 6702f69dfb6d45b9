package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// columnsLayout puts the racers at the left, the maps in the middle and the readouts at the right. The middle takes
// what the sides leave: the left is as wide as its controls need, the right gives way in small windows.
type columnsLayout struct{}

const (
	leftWidth     = 268
	scrollBar     = 6 // room for it beside the panels of a column
	rightWidest   = 484
	rightSlimmest = 322
	columnGap     = 16
)

// Layout places the three columns.
func (columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := min(max(size.Width*0.33, rightSlimmest), rightWidest)
	x := float32(columnGap) * 0.75
	top, height := float32(12), size.Height-24
	widths := []float32{leftWidth, size.Width - leftWidth - right - 2*x - 2*columnGap, right}
	for i, o := range objects {
		o.Move(fyne.NewPos(x, top))
		o.Resize(fyne.NewSize(max(widths[i], 1), max(height, 1)))
		x += widths[i] + columnGap
	}
}

// MinSize leaves room for a small map.
func (columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leftWidth+rightSlimmest+3*columnGap+240, 360)
}

// readoutsLayout stacks the panels of the right column: the first one, the charts, takes what the others leave, but
// never less than it can be read at.
type readoutsLayout struct{}

const (
	chartsLeast = 300
	chartsMost  = 520
	panelGap    = 10
)

// Layout places the panels; with too little height they run on below, where the column scrolls.
func (readoutsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := float32(0)
	for _, o := range objects[1:] {
		rest += o.MinSize().Height + panelGap
	}
	y := float32(0)
	for i, o := range objects {
		h := o.MinSize().Height
		if i == 0 {
			h = max(min(size.Height-rest, chartsMost), chartsLeast, h)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + panelGap
	}
}

// MinSize is the height at which the column starts to scroll.
func (readoutsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(rightSlimmest-26, max(chartsLeast, objects[0].MinSize().Height))
	for _, o := range objects[1:] {
		size.Height += o.MinSize().Height + panelGap
	}
	return size
}

// mapGrid lays the maps out in as square a grid as their number allows.
type mapGrid struct{}

func (*mapGrid) shape(n int) (cols, rows int) {
	cols = 1
	for cols*cols < n {
		cols++
	}
	return cols, max((n+cols-1)/cols, 1)
}

// Layout gives every map the same size.
func (g *mapGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
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
func (g *mapGrid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 240) }

// summaryLayout lays texts over one another, each in the middle of a line, whatever room that leaves them.
type summaryLayout struct{}

// Layout places the texts.
func (summaryLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, (size.Height-height)/2))
		o.Resize(fyne.NewSize(size.Width, height))
	}
}

// MinSize asks for no width.
func (summaryLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(0, height)
}

// spareLayout shows a text in the middle of a line's spare room, if that is wide enough for it.
type spareLayout struct{}

// Layout places the text.
func (spareLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	summaryLayout{}.Layout(objects, size)
	setShown(objects[0], objects[0].MinSize().Width <= size.Width)
}

// MinSize asks for no width.
func (spareLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return summaryLayout{}.MinSize(objects)
}

// captionLayout puts the first text at the left and the second at the right, and drops the second when both do not fit.
type captionLayout struct{}

const captionHeight = 26

// Layout places the two texts.
func (captionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	objects[0].Move(fyne.NewPos(0, (size.Height-left.Height)/2))
	objects[0].Resize(left)
	setShown(objects[1], left.Width+right.Width+16 <= size.Width)
	objects[1].Move(fyne.NewPos(size.Width-right.Width, (size.Height-right.Height)/2))
	objects[1].Resize(right)
}

// MinSize is the same whatever the texts are.
func (captionLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, captionHeight) }
