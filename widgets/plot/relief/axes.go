package relief

import (
	"cmp"
	"math"

	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// Sizes of the numbers at the foot of the block, in units.
const (
	tickLength = 7
	numberAway = 19
	nameAway   = 19
	tickSize   = 10.5
	tickRoom   = 64 // along an edge, for each number
	mostTicks  = 12
)

// A ticking are the numbers of an axis, found once: how many there are changes while the block is turned.
type ticking struct {
	lo, hi float64
	found  [mostTicks + 1][]plot.Tick
}

// of are about n of them.
func (t *ticking) of(lo, hi float64, n int) []plot.Tick {
	if t.lo != lo || t.hi != hi {
		*t = ticking{lo: lo, hi: hi}
	}
	if t.found[n] == nil {
		t.found[n] = plot.Ticks(lo, hi, n, false)
	}
	return t.found[n]
}

// axes numbers the two edges of the foot that are nearest to the eye.
func (p *Painter) axes() {
	if !p.scene.Map.Ticks || !p.scene.solid() || p.style.Font == nil {
		return
	}
	v, l := p.scene.Map.View, &p.ground.lens
	eyeX, eyeY := l.eye()
	south, west := -0.5, -0.5
	if eyeY > 0 {
		south = 0.5
	}
	if eyeX > 0 {
		west = 0.5
	}
	p.off = p.off[:0]
	if key, shown := p.key(); shown {
		p.off = append(p.off, key)
	}
	across, up := cmp.Or(p.scene.Map.Across, "x"), cmp.Or(p.scene.Map.Up, "y")
	p.axis(0, v.X0, v.X1, across, climbed(eyeY), func(t, off float64) (x, y float64) { return t - 0.5, south * (1 + 2*off) })
	p.axis(1, v.Y0, v.Y1, up, climbed(eyeX), func(t, off float64) (x, y float64) { return west * (1 + 2*off), t - 0.5 })
}

// climbed is how far numbers have climbed from the foot of an edge to its ground, for the eye so far off the middle across it:
// the wall is seen from beyond half a side.
func climbed(eye float64) float64 { return geom.Clamp((0.49-math.Abs(eye))/0.15, 0, 1) }

// axis draws the ticks of one edge, climbed so far. at is the place at a part of it, so many sides off the block.
func (p *Painter) axis(which int, lo, hi float64, name string, climb float64, at func(t, off float64) (x, y float64)) {
	l, pal := &p.ground.lens, p.style.Palette
	seen := func(t, off float64) plot.Vec {
		x, y := at(t, off)
		v, _ := l.project(x, y, -plinth)
		return v
	}
	length := seen(1, 0).Sub(seen(0, 0)).Len()
	n := min(max(int(length/p.px(tickRoom)), 2), mostTicks)
	label := plot.Text{Size: p.px(tickSize), Ink: pal.Muted, Align: plot.AlignCenter}
	if length < p.px(3*tickRoom/2) {
		return // seen from its end
	}
	// A tick leads away from the block, in the picture by its own length. It climbs to the ground as the wall
	// turns out of sight.
	out := func(t float64) (from, along plot.Vec) {
		from, along = seen(t, 0), plot.Vec{Y: 1}
		if d := seen(t, 0.1).Sub(from); d.Len() > 0 {
			along = d.Mul(1 / d.Len())
		}
		if climb > 0 {
			x, y := at(t, 0)
			rim, _ := p.ground.spotAt(x, y)
			from = from.Add(rim.Sub(from).Mul(climb))
		}
		return from, along
	}
	p.pieces = p.pieces[:0]
	for _, tick := range p.ticks[which].of(lo, hi, n) {
		t := (tick.At - lo) / (hi - lo)
		if t < 0.03 || t > 0.97 {
			continue
		}
		from, along := out(t)
		end := from.Add(along.Mul(p.px(tickLength)))
		p.pieces = append(p.pieces, plot.Piece{A: from, B: end, Radius: max(p.px(1), 1) / 2, Strength: 1})
		if t < 0.9 {
			label.Text = tick.Text
			p.put(label, from.Add(along.Mul(p.px(numberAway))))
		}
	}
	p.on.Stroke(p.pieces, plot.Pen{Color: pal.Muted})
	label.Text = name
	for _, t := range nameSeats {
		from, along := out(t)
		if p.put(label, from.Add(along.Mul(p.px(nameAway)))) {
			return
		}
	}
}

// nameSeats are the parts of an edge at which the name of the axis may stand: the first one that is free.
var nameSeats = [...]float64{0.95, 0.05, 0.86, 0.14, 0.77, 0.23, 0.68, 0.32, 0.59, 0.41, 0.5}

// put writes a text about a place, unless that is not free, and reports whether it has.
func (p *Painter) put(t plot.Text, at plot.Vec) bool {
	dx, dy := p.style.Font.Width(t.Text, t.Size)/2, t.Size/2
	box := plot.Box{X0: at.X - dx, Y0: at.Y - dy, X1: at.X + dx, Y1: at.Y + dy}
	if meetsAny(box, p.off) {
		return false
	}
	p.off = append(p.off, box)
	p.write(t, at)
	return true
}

// write writes a text whose letters are half above a place and half below. It begins at a quarter of a unit, so that the letters
// that the font keeps serve all the while the block is turned.
func (p *Painter) write(t plot.Text, at plot.Vec) {
	t.Font = p.style.Font
	switch width := t.Font.Width(t.Text, t.Size); t.Align {
	case plot.AlignCenter:
		at.X -= width / 2
	case plot.AlignRight:
		at.X -= width
	}
	t.Align = plot.AlignLeft
	p.on.Text(t, plot.Vec{X: math.Round(4*at.X) / 4, Y: at.Y + t.Font.CapHeight(t.Size)/2})
}
