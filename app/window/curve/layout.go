package curve

import (
	"fyne.io/fyne/v2"

	"descentlab/widgets/layout"
)

// columns puts what is chosen at the left, the curve in the middle and what is worked out at the right. The middle takes what
// the sides leave, which give way in small windows.
type columns struct{}

const (
	leftWidth     = 268 + layout.ScrollBar
	leftSlimmest  = 216 + layout.ScrollBar
	rightWidth    = 410
	rightSlimmest = 300
	slim          = 976 // the width at which the sides are as slim as may be
	roomy         = 1376
	margin        = 16
	gap           = 10
)

// Layout places the columns.
func (columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	part := min(max((size.Width-slim)/(roomy-slim), 0), 1)
	left, right := leftSlimmest+part*(leftWidth-leftSlimmest), rightSlimmest+part*(rightWidth-rightSlimmest)
	height := max(size.Height-24, 1)
	x := float32(12)
	middle := max(size.Width-left-right-x-margin-margin-margin+layout.ScrollBar, 1)
	for i, w := range []float32{left, middle, right} {
		objects[i].Move(fyne.NewPos(x, 12))
		objects[i].Resize(fyne.NewSize(w, height))
		x += w + margin
		if i == 0 {
			x -= layout.ScrollBar // the bar of the left column stands in the gap
		}
	}
}

// MinSize leaves room for a small picture.
func (columns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leftSlimmest+rightSlimmest+3*margin+240, 360)
}

// middle puts the curve above a line of words, and the small pictures side by side below that.
type middle struct{}

// Layout places them.
func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const line = 26
	small := min(max(size.Height*0.36, 150), 304)
	top := size.Height - small - line
	half := (size.Width - margin) / 2
	for i, r := range [][4]float32{{0, 0, size.Width, top}, {0, top, size.Width, line}, {0, top + line, half, small},
		{half + margin, top + line, half, small}} {
		o[i].Move(fyne.NewPos(r[0], r[1]))
		o[i].Resize(fyne.NewSize(max(r[2], 1), max(r[3], 1)))
	}
}

// MinSize asks for little.
func (middle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 320) }

// stacked puts the rule, the table and the insight below one another: the table takes what is left.
type stacked struct{}

// Layout places them.
func (stacked) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, low := o[0].MinSize().Height, o[2].MinSize().Height
	if size.Height < 760 { // without the strip
		low = 132
	}
	y := float32(0)
	for i, h := range []float32{top, size.Height - top - low - 2*gap, low} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, max(h, 1)))
		y += h + gap
	}
}

// MinSize asks for little.
func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 320) }
