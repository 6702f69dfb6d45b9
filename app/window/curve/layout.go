package curve

import (
	"fyne.io/fyne/v2"

	"descentlab/app/figure/curves"
	"descentlab/widgets/layout"
)

// columns puts what is chosen at the left, the curve in the middle and what is worked out at the right. The middle takes what
// the sides leave, which give way in small windows.
type columns struct{}

const (
	leftWidth     = 268 + layout.ScrollBar
	leftSlimmest  = 216 + layout.ScrollBar
	rightWidth    = 410 + layout.ScrollBar
	rightSlimmest = 300 + layout.ScrollBar
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
	middle := max(size.Width-left-right-x-margin-margin-margin+2*layout.ScrollBar, 1)
	for i, w := range []float32{left, middle, right} {
		objects[i].Move(fyne.NewPos(x, 12))
		objects[i].Resize(fyne.NewSize(w, height))
		x += w + margin
		if i == 0 {
			x -= layout.ScrollBar // the bars of the columns stand in the gaps
		}
	}
}

// MinSize leaves room for a small picture.
func (columns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leftSlimmest+rightSlimmest+3*margin+240-2*layout.ScrollBar, 360)
}

// pinned puts the steps into the column at their place if there is room for all of it, and else below it: they are always seen.
type pinned struct{ c *controls }

// Layout places both.
func (p pinned) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c, high := p.c, p.c.steps.MinSize().Height
	wide := max(size.Width-layout.ScrollBar, 1)
	c.space.Hide()
	if c.column.MinSize().Height+gap+high <= size.Height {
		c.space.SetMinSize(fyne.NewSize(1, high))
		c.space.Show()
		c.scroll.Resize(size)
		c.scroll.Refresh()
		c.column.Layout.Layout(c.column.Objects, c.column.Size())
		c.steps.Move(fyne.NewPos(0, c.space.Position().Y))
	} else {
		c.scroll.Resize(fyne.NewSize(size.Width, max(size.Height-high-gap, 1)))
		c.scroll.Refresh()
		c.column.Layout.Layout(c.column.Objects, c.column.Size())
		c.steps.Move(fyne.NewPos(0, size.Height-high))
	}
	c.steps.Resize(fyne.NewSize(wide, high))
}

// MinSize asks for little.
func (p pinned) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leftSlimmest, 320) }

// grid puts curves side by side, in as many rows as columns or one less.
type grid struct{}

// Layout places them.
func (grid) Layout(o []fyne.CanvasObject, size fyne.Size) {
	columns, rows := curves.Grid(len(o))
	w, h := (size.Width+gap)/float32(columns), (size.Height+gap)/float32(rows)
	for i, tile := range o {
		tile.Move(fyne.NewPos(w*float32(i%columns), h*float32(i/columns)))
		tile.Resize(fyne.NewSize(max(w-gap, 1), max(h-gap, 1)))
	}
}

// MinSize asks for little.
func (grid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 110) }

// middle puts the curves above a line of words, and the small pictures side by side below that. Where they would be too narrow
// to be read the loss has all of the width.
type middle struct{}

const (
	legendHeight = 26
	narrow       = 330
)

// Layout places them.
func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	small := min(max(size.Height*0.36, 150), 304)
	top := size.Height - small - legendHeight
	half := (size.Width - margin) / 2
	if size.Width < narrow {
		half = size.Width
		o[3].Hide()
	} else {
		o[3].Show()
	}
	for i, r := range [][4]float32{{0, 0, size.Width, top}, {0, top, size.Width, legendHeight}, {0, top + legendHeight, half, small},
		{half + margin, top + legendHeight, half, small}} {
		o[i].Move(fyne.NewPos(r[0], r[1]))
		o[i].Resize(fyne.NewSize(max(r[2], 1), max(r[3], 1)))
	}
}

// MinSize asks for little.
func (middle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 320) }

// stacked puts the rule, the table and the insight below one another: the table takes what is left. In low windows all are lower,
// and in the lowest the column scrolls.
type stacked struct{}

const (
	tall       = 760 // from which height on all have their whole size
	leastTable = 137 // three rows
)

// Layout places them.
func (stacked) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top, low := float32(curves.StepHeight), float32(curves.InsightHeight)
	if size.Height < tall {
		top, low = curves.StepLeast, curves.InsightLeast
	}
	y := float32(0)
	for i, h := range []float32{top, size.Height - top - low - 2*gap, low} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(max(size.Width-layout.ScrollBar, 1), max(h, 1)))
		y += h + gap
	}
}

// MinSize has room for three rows of the table.
func (stacked) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, curves.StepLeast+curves.InsightLeast+leastTable+2*gap)
}
