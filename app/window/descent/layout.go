package descent

import (
	"fyne.io/fyne/v2"

	"descentlab/app/game/picture"
)

// Sizes of the room, in units.
const (
	rightWidth    = 410
	rightSlimmest = 300
	slim          = 976 // the width at which the right side is as slim as may be
	roomy         = 1376
	margin        = 16
	gap           = 12
	high          = 760 // from which height on the tiles have their pictures
	headHeight    = 112
	keysHeight    = 164 // of the controls below a curve
	keysLow       = 120
	barHeight     = 46     // of those below a map, at least
	shape         = 0.7333 // of a map: its height as a part of its width
)

// leastRoom is the size that it needs.
var leastRoom = fyne.NewSize(852, 520)

// columns puts the row of levels at the top, the scene with the controls below it, and what there is to read at the right.
type columns struct{ room *Room }

// Layout places them.
func (c columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	part := min(max((size.Width-slim)/(roomy-slim), 0), 1)
	right := rightSlimmest + part*(rightWidth-rightSlimmest)
	left := max(size.Width-right-12-2*margin, 1)
	row := float32(picture.RowHeight)
	if size.Height < high {
		row = picture.RowLow
	}
	place(o[0], 12, 12, size.Width-12-margin, row)
	top := 12 + row + gap
	flat := c.room.course.Level.Ground.Flat
	c.middle(o[1], o[2], fyne.NewPos(12, top), fyne.NewSize(left, max(size.Height-top-12, 1)), flat)
	x, y := 12+left+margin, top
	if flat {
		o[3].Hide()
	} else {
		o[3].Show()
		place(o[3], x, y, right, headHeight)
		y += headHeight + gap
	}
	place(o[4], x, y, right, size.Height-y-12)
}

// middle places the scene and the controls: a map keeps its shape.
func (c columns) middle(scene, controls fyne.CanvasObject, at fyne.Position, size fyne.Size, flat bool) {
	low := float32(keysHeight)
	if size.Height < 640 {
		low = keysLow
	}
	width, up := size.Width, size.Height-low-gap
	if !flat {
		up = min(size.Width*shape, size.Height-c.room.controls.least(size.Width)-gap)
		width = min(up/shape, size.Width)
		low = min(size.Height-up-gap, keysHeight)
	}
	place(scene, at.X+(size.Width-width)/2, at.Y, width, up)
	place(controls, at.X, at.Y+up+gap, size.Width, low)
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 1), max(h, 1)))
}

// MinSize leaves room for a small picture, and for controls that can be read.
func (columns) MinSize([]fyne.CanvasObject) fyne.Size { return leastRoom }

// corner lays buttons out from the upper left corner.
type corner struct{}

// Layout places them.
func (corner) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	x := float32(margin)
	for _, b := range o {
		if b.Visible() {
			least := b.MinSize()
			place(b, x, margin, least.Width, least.Height)
			x += least.Width + 8
		}
	}
}

// MinSize asks for nothing.
func (corner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// stacked puts the text above the chart, and the buttons below.
type stacked struct{ page *page }

// Heights of the parts of the page.
const (
	chartHeight = 180
	chartLow    = 128
	roomyPage   = 650
	footHeight  = 34
	scoreHeight = 22
	textLeast   = 340
	rim         = 3 // between the edge of the panel and its pictures
)

// Layout places them. Where there is little room, the chart is left out.
func (s stacked) Layout(o []fyne.CanvasObject, size fyne.Size) {
	rest := size.Height
	if s.page.over {
		rest -= footHeight + margin + 4
		wide := (size.Width - 2*margin - gap) * 0.42
		place(o[2], margin, size.Height-footHeight-margin, wide, footHeight)
		place(o[3], margin+wide+gap, size.Height-footHeight-margin, size.Width-wide-gap-2*margin, footHeight)
	}
	if s.page.score.Text() != "" && rest > textLeast {
		rest -= scoreHeight
		place(o[4], margin, rest+2, size.Width-2*margin, scoreHeight)
		o[4].Show()
	} else {
		o[4].Hide()
	}
	up := s.chartHeight(size.Height)
	if s.page.charted() && rest-up > textLeast && !s.costs(size.Width, rest, up) {
		rest -= up
		place(o[1], rim, rest-rim, size.Width-2*rim, up)
		o[1].Show()
		rest -= 6
	} else {
		o[1].Hide()
	}
	place(o[0], rim, rim, size.Width-2*rim, rest-2*rim)
}

// chartHeight is that of what stands below the tables: bars have so many rows, and curves give way to a table of steps.
func (s stacked) chartHeight(height float32) float32 {
	if height < roomyPage && len(s.page.page.Bars) == 0 && len(s.page.page.Steps.Rows) > 0 {
		return chartLow
	}
	return chartHeight
}

// costs tells whether a chart would take the place of a table.
func (s stacked) costs(width, rest, up float32) bool {
	tables := func(height float32) int {
		on := sized{nil, float64(width - 2*rim), float64(height - 2*rim)}
		return s.page.sheet().Tables(on, s.page.room.style(1))
	}
	return tables(rest-up-6) < tables(rest)
}

// MinSize asks for little.
func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }
