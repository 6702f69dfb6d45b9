package plot

import (
	"math"
)

// A tickMark is a number at an edge of the picture, and the line that says where.
type tickMark struct {
	from, to Vec
	at       Vec // where the text stands
	align    Align
	text     string
	box      Box
}

// numbered tells whether there are numbers at the edges.
func (c *composition) numbered() bool { return c.scene.Ticks && c.style.Font != nil && !c.small() }

// ticks writes numbers along the left and the lower edge, inside the picture.
func (c *composition) ticks() {
	size, line := c.smallText(), math.Max(1, c.style.px(1))
	for _, t := range c.placeTicks() {
		if t.from != t.to {
			c.haloLine(t.from, t.to, line)
		}
		c.text(t.at.X, t.at.Y, size, t.text, 0.9, t.align)
	}
}

// Numbers at an edge: their line and how far off it they are, in units, and so many there should be of them at least. At the
// left edge they stand on their line, which before them would be read as their sign.
const (
	tickLength = 4
	tickPad    = 3
	sideIndent = 8 // the pointer's triangle stands before them
	sideLift   = 2.5
	fewTicks   = 3
)

// placeTicks are the numbers that there is room for, beside the axes' names. They are good until it is called again.
func (c *composition) placeTicks() []tickMark {
	c.ticked = c.ticked[:0]
	if !c.numbered() {
		return nil
	}
	v := c.scene.View
	c.nameAxes()
	names := len(c.ticked)
	most := int(c.h / c.style.px(tickRoom(c.scene.LogY, 95, 32)))
	for n := most; n <= most+2*fewTicks; n++ {
		c.ticked = c.ticked[:names]
		c.ticksUp(axisTicks(v.Y0, v.Y1, n, c.scene.LogY))
		if len(c.ticked) >= names+fewTicks {
			break
		}
	}
	side, up := 0.0, len(c.ticked)
	for _, t := range c.ticked[names:] {
		side = math.Max(side, t.box.X1-2)
	}
	most = int(c.w / c.style.px(tickRoom(c.scene.LogX, 105, 46)))
	for n := most; n <= most+2*fewTicks; n++ {
		c.ticked = c.ticked[:up]
		c.ticksAcross(axisTicks(v.X0, v.X1, n, c.scene.LogX), side)
		if len(c.ticked) >= up+fewTicks {
			break
		}
	}
	return c.ticked
}

// nameAxes puts the axes' names at their far ends.
func (c *composition) nameAxes() {
	size, pad, length := c.smallText(), c.style.px(tickPad), c.style.px(tickLength)
	cap := c.style.Font.CapHeight(size)
	if name := c.scene.Up; name != "" {
		at := Vec{c.style.px(sideIndent), 2*pad + cap}
		c.ticked = append(c.ticked, tickMark{at: at, text: name,
			box: Box{0, 0, at.X + c.style.Font.Width(name, size) + 2*pad, at.Y + 2*pad}})
	}
	if name := c.scene.Across; name != "" {
		at := Vec{c.w - 2*pad, c.h - length - pad}
		c.ticked = append(c.ticked, tickMark{at: at, align: AlignRight, text: name,
			box: Box{at.X - c.style.Font.Width(name, size) - 3*pad, at.Y - cap - 2*pad, c.w, c.h}})
	}
}

// fits tells whether a number has room beside the key, the axes' names and the ring at the start.
func (c *composition) fits(box Box) bool {
	if key, keyed := c.keyPlace(); keyed && box.meets(key.panel) {
		return false
	}
	if s, shown := c.scene.startSquare(); shown && box.meets(c.around(s, startRadius+1)) {
		return false
	}
	for _, t := range c.ticked {
		if t.from == t.to && box.meets(t.box) {
			return false
		}
	}
	return true
}

// ticksUp adds the numbers along the left edge, each on its line.
func (c *composition) ticksUp(list []tick) {
	size, indent, lift := c.smallText(), c.style.px(sideIndent), c.style.px(sideLift)
	cap := c.style.Font.CapHeight(size)
	foot := c.h - cap - c.style.px(2*tickPad+tickLength) // the corner is left to neither
	next := math.Inf(1)                                  // the lower end of the number above
	for _, t := range list {
		y := c.device(Point{X: c.scene.View.X0, Y: t.at}).Y
		top := y - lift - cap
		if top < c.style.px(tickRoom(c.scene.LogY, 6, 0)) || y > foot || y+cap/2 > next {
			continue
		}
		length := indent + c.style.Font.Width(t.text, size)
		box := Box{0, top - 2, length + 2, y + 2}
		if !c.fits(box) {
			continue
		}
		c.ticked = append(c.ticked, tickMark{Vec{0, y}, Vec{length, y}, Vec{indent, y - lift}, AlignLeft, t.text, box})
		next = top
	}
}

// ticksAcross adds those along the lower edge, from where those along the left one end.
func (c *composition) ticksAcross(list []tick, side float64) {
	size, pad, length := c.smallText(), c.style.px(tickPad), c.style.px(tickLength)
	cap, from := c.style.Font.CapHeight(size), side+2*pad
	for _, t := range list {
		x := c.device(Point{X: t.at, Y: c.scene.View.Y0}).X
		half := c.style.Font.Width(t.text, size) / 2
		box := Box{x - half - 2, c.h - length - pad - cap - 2, x + half + 2, c.h}
		if x-half < from || x+half > c.w-pad || !c.fits(box) {
			continue
		}
		c.ticked = append(c.ticked,
			tickMark{Vec{x, c.h - length}, Vec{x, c.h}, Vec{x, c.h - length - pad}, AlignCenter, t.text, box})
		from = x + half + 3*pad
	}
}

// tickRoom is a length of axis, in units: on a logarithmic one numbers stand closer together and to the edge, for they are
// short, and there are not many to choose from.
func tickRoom(log bool, linear, decades float64) float64 {
	if log {
		return decades
	}
	return linear
}

// haloLine draws a line with a halo.
func (c *composition) haloLine(a, b Vec, width float64) {
	i := c.haloedInks(Box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X), max(a.Y, b.Y)})
	c.line(width+c.style.px(2), faded(i.halo, 0.5), a, b)
	c.line(width, faded(i.ink, 0.8), a, b)
}

// A tick is a round number on an axis.
type tick struct {
	at   float64
	text string
}

func axisTicks(lo, hi float64, n int, log bool) []tick {
	if log {
		return logTicks(lo, hi, n)
	}
	return newTicks(lo, hi, n)
}

// newTicks gives the multiples of a round step in [lo, hi], about n: none if the
// numbers there are too close together to be told apart.
func newTicks(lo, hi float64, n int) []tick {
	if n < 1 || !(lo < hi) || !isFinite(hi-lo) {
		return nil
	}
	step := roundStep((hi - lo) / float64(n))
	if !(step > 1e-12*math.Max(math.Abs(lo), math.Abs(hi))) {
		return nil
	}
	var ticks []tick
	for k := math.Ceil(lo / step); k*step <= hi; k++ {
		ticks = append(ticks, tick{roundTo(k*step, step), tickNumber(k*step, step)})
	}
	return ticks
}
