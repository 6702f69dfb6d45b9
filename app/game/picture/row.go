package picture

import (
	"image"
	"strconv"

	"descentlab/app/game"
	"descentlab/widgets/plot"
)

// A Tab is a level in the row of levels.
type Tab struct {
	Level   *game.Level
	Stars   int
	Present bool
	Locked  bool
}

// A Row is the picture of the levels side by side, each with its picture, its number, its stars or its lock, and its title.
type Row struct {
	Tabs  []Tab
	Hover int // the tile under the pointer; -1: none
	// Small are the pictures of the tabs, as Tile draws them at this scale: they are kept from one picture of the row to the next.
	Small []*image.RGBA
}

// Sizes of the row, in units. A low one is without pictures, for small windows; so is one whose tiles are too narrow for them.
const (
	RowHeight = 84
	RowLow    = 56
	tabGap    = 8
	boldest   = 1.06 // how much wider a bold text is
	pictured  = 132  // the width of a tile from which on it has a picture
)

// box is where a tile is.
func (r Row) box(i int, w, scale float64) plot.Box {
	n := float64(len(r.Tabs))
	gap := tabGap * scale
	width := (w - (n-1)*gap) / n
	x := float64(i) * (width + gap)
	return plot.Box{X0: x, X1: x + width, Y1: RowHeight * scale}
}

// At is the tile at a place of the picture, or -1.
func (r Row) At(x, w, scale float64) int {
	for i := range r.Tabs {
		if b := r.box(i, w, scale); x >= b.X0 && x <= b.X1 {
			return i
		}
	}
	return -1
}

// Draw draws the row over the whole of a canvas.
func (r Row) Draw(on plot.Canvas, st plot.Style) {
	w, h := on.Size()
	on.Box(plot.Vec{}, w, h, 0, st.Palette.Ground)
	for i, t := range r.Tabs {
		b := r.box(i, w, st.Scale)
		b.Y1 = min(b.Y1, h)
		r.tab(pencil{on, st}, i, t, b)
	}
}

// tab draws one tile.
func (r Row) tab(p pencil, i int, t Tab, b plot.Box) {
	pal := p.st.Palette
	rim, fill, line := pal.Border, pal.Panel, 1.0
	switch {
	case t.Present:
		rim, line = pal.Accent, 2
		fill = plot.Mix(pal.Panel, pal.Accent, map[bool]float64{true: 0.13, false: 0.10}[pal.Dark])
	case i == r.Hover:
		rim = pal.Muted
	}
	p.on.Box(plot.Vec{X: b.X0, Y: b.Y0}, b.X1-b.X0, b.Y1-b.Y0, p.px(8), rim)
	inner := plot.Vec{X: b.X0 + p.px(line), Y: b.Y0 + p.px(line)}
	p.on.Box(inner, b.X1-b.X0-p.px(2*line), b.Y1-b.Y0-p.px(2*line), p.px(8-line), fill)
	x, y := b.X0+p.px(11), b.Y0+p.px(11)
	small := b.Y1-b.Y0 < p.px(RowHeight) || b.X1-b.X0 < p.px(pictured)
	number := plot.Vec{X: x + p.px(TileWidth+10), Y: y + p.px(14)}
	won := plot.Vec{X: number.X, Y: y + p.px(34)}
	if small {
		number = plot.Vec{X: x, Y: b.Y1/2 - p.px(6)}
		won = plot.Vec{X: b.X1 - p.px(50), Y: number.Y - p.px(4)}
	} else if i < len(r.Small) && r.Small[i] != nil {
		p.on.Image(r.Small[i], plot.Box{X0: x, Y0: y, X1: x + p.px(TileWidth), Y1: y + p.px(TileHeight)})
	}
	ink, strong := pal.Text, pal.Text
	switch {
	case t.Present:
		strong = pal.Accent
	case t.Locked:
		ink, strong = pal.Muted, pal.Muted
	}
	p.text(strconv.Itoa(t.Level.Number), number, map[bool]float64{true: 12.5, false: 14}[small], strong, plot.AlignLeft, true, false)
	switch {
	case t.Locked && small:
		p.lock(plot.Vec{X: b.X1 - p.px(18), Y: won.Y})
	case t.Locked:
		p.lock(won.Add(plot.Vec{X: p.px(6), Y: p.px(1)}))
	case small:
		p.stars(won.Add(plot.Vec{X: p.px(9)}), t.Stars, 5.6, 14)
	default:
		p.stars(won.Add(plot.Vec{X: p.px(7)}), t.Stars, 7.5, min(20, ((b.X1-won.X)/p.st.Scale-19)/2))
	}
	size, title, bold := 12.5, t.Level.Title.String(), 1.0
	if t.Present {
		bold = boldest
	}
	if p.width(title, size)*bold > b.X1-x-p.px(7) {
		x -= p.px(4)
	}
	for size > 10 && p.width(title, size)*bold > b.X1-x-p.px(6) {
		size -= 0.5
	}
	title = p.st.Font.Shorten(title, p.px(size), b.X1-x-p.px(6))
	p.text(title, plot.Vec{X: x, Y: b.Y1 - p.px(10)}, size, ink, plot.AlignLeft, t.Present, false)
}

// stars draws three stars, so far apart, those that were not earned hollow.
func (p pencil) stars(at plot.Vec, earned int, r, apart float64) {
	for i := range 3 {
		middle := at.Add(plot.Vec{X: p.px(apart * float64(i))})
		if i < earned {
			p.star(middle, r, gold(p.st.Palette))
		} else {
			p.hollow(middle, r-0.5, p.st.Palette.Muted)
		}
	}
}

// lock draws a small lock about a place.
func (p pencil) lock(at plot.Vec) {
	ink := p.st.Palette.Muted
	left, right, top := at.X-p.px(3), at.X+p.px(3), at.Y-p.px(3.5)
	p.line([]plot.Vec{
		{X: left, Y: at.Y}, {X: left, Y: top}, {X: left + p.px(1), Y: top - p.px(1.8)}, {X: at.X, Y: top - p.px(2.5)},
		{X: right - p.px(1), Y: top - p.px(1.8)}, {X: right, Y: top}, {X: right, Y: at.Y},
	}, 1.4, ink)
	frame := []plot.Vec{
		{X: at.X - p.px(4.5), Y: at.Y}, {X: at.X + p.px(4.5), Y: at.Y}, {X: at.X + p.px(4.5), Y: at.Y + p.px(6.5)},
		{X: at.X - p.px(4.5), Y: at.Y + p.px(6.5)}, {X: at.X - p.px(4.5), Y: at.Y},
	}
	p.line(frame, 1.4, ink)
}
