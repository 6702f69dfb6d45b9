package picture

import (
	"image/color"
	"math"

	"descentlab/app/game/written"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A grid is a table on a sheet, with the rows of it that are shown.
type grid struct {
	written.Table
	top      float64
	from, to int
	lit      int // the spot whose row is pointed at; -1: none
	size     float64
	right    []float64 // edges of the columns
	widths   []float64 // of their widest cells
}

const (
	gridsApart = 12 // units between two tables
	stepsLeast = 2  // rows, without which the table of the steps is left out
)

// grids are the tables for which there is room: that of what was done has a third of it, and what the steps below do not need.
func (s Sheet) grids(p pencil) []grid {
	_, h := p.on.Size()
	_, top := s.places(p)
	rows := func(tables float64) int {
		return int((h - top - p.px(2*rowUp*tables+gridsApart*(tables-1)+6)) / p.px(rowUp))
	}
	first, both := max(rows(1), 1), rows(2)
	with := len(s.Page.Steps.Columns) > 0 && both > stepsLeast
	if with {
		first = min(len(s.Page.Rows), max(both-len(s.Page.Steps.Rows), both/3, 1))
	}
	list := []grid{newGrid(p, s.Page.Table, top, s.From, first)}
	list[0].lit = s.Lit
	if with {
		list = append(list, newGrid(p, s.Page.Steps, list[0].foot(p)+p.px(gridsApart), s.Below, both-first))
		list[1].lit = -1
	}
	return list
}

// Tables is how many tables there is room for.
func (s Sheet) Tables(on plot.Canvas, st plot.Style) int { return len(s.grids(pencil{on, st})) }

// newGrid is a table of which so many rows are shown: of a longer one the last ones, if from is not less.
func newGrid(p pencil, t written.Table, top float64, from, room int) grid {
	g := grid{Table: t, top: top}
	g.from = min(max(from, 0), max(len(t.Rows)-room, 0))
	g.to = min(g.from+room, len(t.Rows))
	w, _ := p.on.Size()
	sum := 0.0
	for _, g.size = range []float64{cellSize, cellLeast} { // such that the columns keep apart, if that can be
		if g.widths, sum = widths(p, t, g.size); sum+p.px(2*sheetEdge+columnsApart*float64(len(t.Columns)-1)) <= w {
			break
		}
	}
	gap := (w - 2*p.px(sheetEdge) - sum) / max(float64(len(g.widths)-1), 1)
	x := p.px(sheetEdge)
	for _, width := range g.widths {
		g.right = append(g.right, x+width)
		x += width + gap
	}
	return g
}

// foot is where a table ends.
func (g grid) foot(p pencil) float64 { return g.top + p.px(rowUp*float64(g.to-g.from+2)) }

// RowAt is the spot of the row at a height of the picture, or -1.
func (s Sheet) RowAt(y float64, on plot.Canvas, st plot.Style) int {
	p := pencil{on, st}
	g := s.grids(p)[0]
	row := (y - g.top - p.px(2*rowUp)) / p.px(rowUp)
	if i := g.from + int(row); row >= 0 && i < g.to {
		return s.Page.Rows[i].Spot
	}
	return -1
}

// Turned are the first rows after the table at a height of the picture has been turned by so many rows, as far as it goes.
func (s Sheet) Turned(y float64, by int, on plot.Canvas, st plot.Style) (from, below int) {
	list := s.grids(pencil{on, st})
	turned := func(g grid) int { return min(max(g.from+by, 0), len(g.Rows)-(g.to-g.from)) }
	switch {
	case len(list) > 1 && y >= list[1].top:
		return s.From, turned(list[1])
	}
	return turned(list[0]), s.Below
}

// The sizes of cells: cellLeast where there is little room; columnsApart is how far apart columns are at least.
const (
	cellSize     = 12.5
	cellLeast    = 11
	columnsApart = 9
	columnsLeast = 3  // where even small cells hardly have room
	arrowCell    = 18 // how long an arrow in a cell is
)

// widths are what the widest cells of the columns need, and their sum. What stands over the rival's columns is not wider than
// they.
func widths(p pencil, t written.Table, size float64) (list []float64, sum float64) {
	for i, c := range t.Columns {
		width := p.width(c.Title, size)
		for _, r := range t.Rows {
			width = max(width, p.width(r.Cells[i], size)*1.06) // bold ones are wider
		}
		list = append(list, width)
	}
	if first := rival(t); first > 0 {
		apart := map[bool]float64{true: columnsLeast, false: columnsApart}[size == cellLeast]
		over := p.width(t.Rival, size) - p.px(apart*float64(len(list)-first-1))
		for _, width := range list[first:] {
			over -= width
		}
		list[first] += max(over, 0)
	}
	for _, width := range list {
		sum += width
	}
	return list, sum
}

// rival is the first column of the rival, or -1.
func rival(t written.Table) int {
	for i, c := range t.Columns {
		if c.Rival {
			return i
		}
	}
	return -1
}

// draw writes the table; the columns of the rival are tinted.
func (g grid) draw(p pencil) {
	pal := p.st.Palette
	w, _ := p.on.Size()
	if first := rival(g.Table); first > 0 {
		x := (g.right[first-1] + g.right[first] - g.widths[first]) / 2
		p.on.Box(plot.Vec{X: x, Y: g.top}, w-p.px(sheetEdge/2)-x, g.foot(p)-g.top, 0, faded(pal.Control, 0.8))
		p.text(g.Rival, plot.Vec{X: g.right[len(g.right)-1], Y: g.top + p.px(17)}, g.size, pal.Muted, plot.AlignRight, false, false)
	}
	p.text(g.You, plot.Vec{X: p.px(sheetEdge), Y: g.top + p.px(17)}, g.size, pal.Text, plot.AlignLeft, true, false)
	for i, c := range g.Columns {
		p.text(c.Title, plot.Vec{X: g.right[i], Y: g.top + p.px(rowUp+17)}, g.size, pal.Muted, plot.AlignRight, false, false)
	}
	g.turned(p)
	for i := g.from; i < g.to; i++ {
		g.row(p, g.Rows[i], g.top+p.px(rowUp*float64(i-g.from+2)))
	}
}

// turned draws at the right edge which of the rows are shown, if these are not all.
func (g grid) turned(p pencil) {
	n := float64(len(g.Rows))
	if float64(g.to-g.from) >= n {
		return
	}
	w, _ := p.on.Size()
	top := g.top + p.px(2*rowUp)
	up := g.foot(p) - top
	at := plot.Vec{X: w - p.px(5), Y: top + up*float64(g.from)/n}
	p.on.Box(at, p.px(3), up*float64(g.to-g.from)/n, p.px(1.5), faded(p.st.Palette.Muted, 0.7))
}

// row writes one row, y being its upper edge.
func (g grid) row(p pencil, r written.Row, y float64) {
	pal := p.st.Palette
	w, _ := p.on.Size()
	if r.Last || r.Spot == g.lit {
		p.on.Box(plot.Vec{X: p.px(sheetEdge / 2), Y: y}, w-p.px(sheetEdge), p.px(rowUp), 0, faded(pal.Accent, highlight(pal)))
	}
	p.on.Box(plot.Vec{X: p.px(sheetEdge / 2), Y: y}, w-p.px(sheetEdge), p.px(1), 0, pal.Border)
	for k, cell := range r.Cells {
		if cell != "" {
			bold := r.Last && !g.Columns[k].Rival
			p.text(cell, plot.Vec{X: g.right[k], Y: y + p.px(17)}, g.size, g.ink(pal, k, r.Tint[k]), plot.AlignRight, bold, false)
		}
	}
	last := len(g.right) - 1
	p.against(r.Slope, plot.Vec{X: g.right[last] - g.widths[last]/2, Y: y + p.px(rowUp/2)})
}

// against draws a short arrow about a place, against a slope: downhill.
func (p pencil) against(slope surfaces.Point, at plot.Vec) {
	steep := math.Hypot(slope.X, slope.Y)
	if !(steep > 0) || math.IsInf(steep, 1) {
		return
	}
	half := plot.Vec{X: -slope.X / steep, Y: slope.Y / steep}.Mul(p.px(arrowCell / 2))
	p.arrow(at.Sub(half), at.Add(half), 2, red(p.st.Palette))
}

func highlight(pal *plot.Palette) float64 {
	if pal.Dark {
		return 0.13
	}
	return 0.10
}

// ink is the colour of a cell.
func (g grid) ink(pal *plot.Palette, column int, t written.Tint) color.RGBA {
	switch {
	case t == written.Good:
		return good(pal)
	case t == written.Bad:
		return pal.Error
	case g.Columns[column].Rival:
		return pal.Muted
	}
	return pal.Text
}
