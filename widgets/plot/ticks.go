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
		c.haloLine(t.from, t.to, line)
		c.text(t.at.X, t.at.Y, size, t.text, 0.9, t.align)
	}
}

// placeTicks are the numbers that there is room for. They are good until it is called again.
func (c *composition) placeTicks() []tickMark {
	c.ticked = c.ticked[:0]
	if !c.numbered() {
		return nil
	}
	v := c.scene.View
	w, h := c.size()
	size := c.smallText()
	cap := c.style.Font.CapHeight(size)
	length, pad := c.style.px(4), c.style.px(3)
	key, keyed := c.keyPlace()

	// The corner is left to neither.
	foot := h - cap - 2*pad - length
	side := 0.0
	next := math.Inf(1) // the lower end of the number above
	for _, t := range axisTicks(v.Y0, v.Y1, int(h/c.style.px(tickRoom(c.scene.LogY, 95, 32))), c.scene.LogY) {
		y := c.device(Point{X: v.X0, Y: t.at}).Y
		if y-cap < c.style.px(tickRoom(c.scene.LogY, 6, 0)) || y+cap > foot || y+cap > next {
			continue
		}
		box := Box{0, y - cap/2 - 2, length + pad + c.style.Font.Width(t.text, size) + 2, y + cap/2 + 2}
		if keyed && box.meets(key.panel) {
			continue
		}
		c.ticked = append(c.ticked, tickMark{Vec{0, y}, Vec{length, y}, Vec{length + pad, y + cap/2}, AlignLeft, t.text, box})
		side = math.Max(side, box.X1-2)
		next = y - cap
	}
	from := side + 2*pad
	for _, t := range axisTicks(v.X0, v.X1, int(w/c.style.px(tickRoom(c.scene.LogX, 105, 46))), c.scene.LogX) {
		x := c.device(Point{X: t.at, Y: v.Y0}).X
		half := c.style.Font.Width(t.text, size) / 2
		box := Box{x - half - 2, h - length - pad - cap - 2, x + half + 2, h}
		if x-half < from || x+half > w-pad || keyed && box.meets(key.panel) {
			continue
		}
		c.ticked = append(c.ticked, tickMark{Vec{x, h - length}, Vec{x, h}, Vec{x, h - length - pad}, AlignCenter, t.text, box})
		from = x + half + 3*pad
	}
	return c.ticked
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
	i := c.inksAt(Box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X), max(a.Y, b.Y)})
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
