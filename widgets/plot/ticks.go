package plot

import (
	"math"
)

// ticks writes numbers along the left and the lower edge, inside the picture.
func (c *composition) ticks() {
	if c.style.Font == nil {
		return
	}
	v := c.scene.View
	w, h := c.size()
	size := c.smallText()
	cap := c.style.Font.CapHeight(size)
	length, pad := c.style.px(4), c.style.px(3)
	line := math.Max(1, c.style.px(1))

	// The corner is left to neither.
	foot := h - cap - 2*pad - length
	side := 0.0
	next := math.Inf(1) // the lower end of the number above
	for _, t := range axisTicks(v.Y0, v.Y1, int(h/c.style.px(tickRoom(c.scene.LogY, 95, 32))), c.scene.LogY) {
		y := c.device(Point{X: v.X0, Y: t.at}).Y
		if y-cap < c.style.px(tickRoom(c.scene.LogY, 6, 0)) || y+cap > foot || y+cap > next {
			continue
		}
		c.haloLine(Vec{0, y}, Vec{length, y}, line)
		c.text(length+pad, y+cap/2, size, t.text, 0.9, AlignLeft)
		side = math.Max(side, length+pad+c.style.Font.Width(t.text, size))
		next = y - cap
	}
	from := side + 2*pad
	for _, t := range axisTicks(v.X0, v.X1, int(w/c.style.px(tickRoom(c.scene.LogX, 105, 46))), c.scene.LogX) {
		x := c.device(Point{X: t.at, Y: v.Y0}).X
		half := c.style.Font.Width(t.text, size) / 2
		if x-half < from || x+half > w-pad {
			continue
		}
		c.haloLine(Vec{x, h - length}, Vec{x, h}, line)
		c.text(x, h-length-pad, size, t.text, 0.9, AlignCenter)
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
