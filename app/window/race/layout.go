package race

import (
	"descentlab/widgets/layout"

	"fyne.io/fyne/v2"
)

// columnsLayout puts the racers at the left, the maps in the middle and the readouts at the right. The middle takes
// what the sides leave: the left is as wide as its controls need, the right gives way in small windows.
type columnsLayout struct{}

const (
	leftWidth     = 268
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

// aboveLayout gives what is said the room above the strip of the first steps, while that is shown.
type aboveLayout struct{ strip fyne.CanvasObject }

// Layout places what is said.
func (l aboveLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.strip.Visible() {
		size.Height -= l.strip.MinSize().Height
	}
	objects[0].Resize(size)
}

// MinSize asks for nothing.
func (aboveLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// readoutsLayout stacks the panels of the right column: the first one, the charts, takes what the others leave, but
// never less than it can be read at.
type readoutsLayout struct{}

const (
	chartsLeast = 300
	chartsMost  = 520
)

// Layout places the panels; with too little height they run on below, where the column scrolls.
func (readoutsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := float32(0)
	for _, o := range objects[1:] {
		rest += o.MinSize().Height + layout.PanelGap
	}
	y := float32(0)
	for i, o := range objects {
		h := o.MinSize().Height
		if i == 0 {
			h = max(min(size.Height-rest, chartsMost), chartsLeast, h)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + layout.PanelGap
	}
}

// MinSize is the height at which the column starts to scroll.
func (readoutsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(rightSlimmest-26, max(chartsLeast, objects[0].MinSize().Height))
	for _, o := range objects[1:] {
		size.Height += o.MinSize().Height + layout.PanelGap
	}
	return size
}
