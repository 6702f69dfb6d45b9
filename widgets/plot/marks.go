package plot

import (
	"cmp"
	"image/color"
	"math"

	"descentlab/internal/say"
)

// markRadius is the size of a mark, in units; one under the pointer is larger.
const markRadius = 4.6

// crowd is how many marks a map holds before they are drawn smaller.
const crowd = 24

// A seenMark is a mark in the picture, as large as it is drawn.
type seenMark struct {
	Mark
	at       Vec
	r, width float64 // of the sign and of its lines, in device units
}

// seenMarks gives the marks in the picture, and whether they are a crowd.
func (c *composition) seenMarks() (seen []seenMark, crowded bool) {
	seen = c.seen[:0]
	for _, m := range c.scene.Marks {
		if at := c.device(m.At); c.sees(at) {
			seen = append(seen, seenMark{Mark: m, at: at})
		}
	}
	c.seen = seen
	crowded = len(seen) > crowd
	for i := range seen {
		m := &seen[i]
		m.r, m.width = c.style.px(markRadius), c.style.px(1.7)
		switch {
		case m.Strong:
			m.r, m.width = 1.4*m.r, 1.2*m.width
		case crowded:
			m.r, m.width = 0.8*m.r, 0.8*m.width
		}
	}
	return seen, crowded
}

// marks draws the critical points, those under the pointer last, so that they
// lie on top.
func (c *composition) marks() {
	marks, _ := c.seenMarks()
	for _, strong := range [2]bool{false, true} {
		for _, m := range marks {
			if m.Strong == strong {
				c.mark(m)
			}
		}
	}
}

// markBoxes gives the places of marks, with room around them.
func (c *composition) markBoxes(marks []seenMark, room float64) []Box {
	boxes := c.keepOff.boxes[:0]
	for _, m := range marks {
		r := m.r + c.style.px(1) + room
		boxes = append(boxes, boxAbout(m.at, r, r))
	}
	return boxes
}

func (c *composition) mark(m seenMark) {
	i := c.inksAt(boxAbout(m.at, m.r, m.r))
	if m.Kind == SaddleMark {
		for _, line := range c.arms(m) {
			c.line(math.Max(1, c.style.px(1.1)), faded(i.ink, 0.45), line[:]...)
		}
	}
	c.drawMark(m.Kind, m.at, m.r, m.width+c.style.px(2.2), faded(i.halo, 0.6))
	c.drawMark(m.Kind, m.at, m.r, m.width, i.ink)
}

// drawMark strokes the sign of a critical point.
func (c *composition) drawMark(kind MarkKind, at Vec, r, width float64, ink color.RGBA) {
	switch kind {
	case MinimumMark:
		c.on.Circle(at, r, width, ink)
		c.on.Circle(at, 0.62*width, 0, ink)
	case BestMark:
		c.corners = Star.outline(c.corners[:0], at, 1.05*r)
		// The halo's stroke is the wider one; without it the star stays sharp.
		if extra := width - c.style.px(2); extra > 0 {
			c.outline(extra, ink, c.corners...)
		}
		c.on.Fill(c.corners, ink)
	case SaddleMark:
		d := 0.95 * r
		c.pieces = appendLine(c.pieces[:0], []Vec{at.Add(Vec{-d, -d}), at.Add(Vec{d, d})}, width, false)
		c.pieces = appendLine(c.pieces, []Vec{at.Add(Vec{-d, d}), at.Add(Vec{d, -d})}, width, false)
		c.on.Stroke(c.pieces, Pen{Color: ink})
	case MaximumMark:
		c.corners = Triangle.outline(c.corners[:0], at, 0.92*r)
		c.outline(width, ink, c.corners...)
	case DegenerateMark:
		c.corners = Diamond.outline(c.corners[:0], at, 0.9*r)
		c.outline(width, ink, c.corners...)
	}
}

// arms gives the two directions of a saddle as lines through it, the one that
// leads down, along the eigenvector of the smaller eigenvalue, longer. One that
// is not known has no length.
func (c *composition) arms(m seenMark) [2][2]Vec {
	w, h := c.size()
	v := c.scene.View
	var lines [2][2]Vec
	for i, arm := range m.Arms {
		d := Vec{arm.X * w / (v.X1 - v.X0), -arm.Y * h / (v.Y1 - v.Y0)}
		d = d.Mul([2]float64{4.4, 3.2}[i] * m.r / d.Len())
		if !d.Finite() {
			d = Vec{}
		}
		lines[i] = [2]Vec{m.at.Sub(d), m.at.Add(d)}
	}
	return lines
}

// startRadius is the size of the start's handle, in units.
const startRadius = 8.5

// start draws the handle that the start is dragged by, or, if it is out of view,
// an arrow at the edge towards it.
func (c *composition) start() {
	if c.scene.Start == nil {
		return
	}
	at := c.device(*c.scene.Start)
	if c.sees(at) {
		r, width := c.style.px(startRadius), c.style.px(2.2)
		i := c.inksAt(boxAbout(at, r, r))
		halo := faded(i.halo, 0.6)
		c.on.Circle(at, r, width+c.style.px(2), halo)
		c.on.Circle(at, c.style.px(3.8), 0, halo)
		c.on.Circle(at, r, width, i.ink)
		c.on.Circle(at, c.style.px(2.7), 0, i.ink)
		return
	}
	if edge, ok := c.towards(at); ok {
		i := c.inksAt(boxAbout(edge.at, c.style.px(12), c.style.px(12)))
		middle := c.arrow(edge, i.ink, i.halo)
		label := cmp.Or(c.scene.StartAs, say.T("start"))
		if b, ok := c.beside(middle, c.style.px(11), c.smallText(), 0, label, &obstacles{}); ok {
			c.write(b, c.smallText(), label, 1)
		}
	}
}

// An exit is where something leaves the picture, in which direction, and from
// where it came.
type exit struct{ at, along, from Vec }

// towards is where the line from the middle of the picture to a place outside
// meets the edge.
func (c *composition) towards(at Vec) (exit, bool) {
	w, h := c.size()
	return c.exitOf(Vec{w / 2, h / 2}, at)
}

// exitOf is where the segment from a, in the picture, to b, outside, meets the
// edge.
func (c *composition) exitOf(a, b Vec) (exit, bool) {
	w, h := c.size()
	_, at, ok := Box{0, 0, w, h}.Clip(a, b)
	if !ok {
		return exit{}, false
	}
	along := at.Sub(a)
	if along.Len() < 1e-6 {
		along = b.Mul(0.5).Sub(a.Mul(0.5))
	}
	along = along.Mul(1 / along.Len())
	return exit{at, along, a}, along.Finite() && along != Vec{}
}

// arrow draws the head of an arrow that points out of the picture, wholly inside
// it, and gives its middle.
func (c *composition) arrow(e exit, ink, halo color.RGBA) Vec {
	half, wide := c.style.px(5.5), c.style.px(5)
	w, h := c.size()
	margin := half + c.style.px(2.5)
	middle := e.at.Sub(e.along.Mul(margin))
	middle = Vec{clamp(middle.X, margin, w-margin), clamp(middle.Y, margin, h-margin)}
	c.arrowHead(middle, e.along, half, wide, ink, halo)
	return middle
}

func (c *composition) arrowHead(middle, along Vec, half, wide float64, ink, halo color.RGBA) {
	across := Vec{-along.Y, along.X}
	back := middle.Sub(along.Mul(half))
	head := [4]Vec{
		middle.Add(along.Mul(half)), back.Add(across.Mul(wide)),
		middle.Sub(along.Mul(0.45 * half)), back.Sub(across.Mul(wide)),
	}
	c.outline(c.style.px(2.6), halo, head[:]...)
	c.polygon(ink, head[:]...)
}
