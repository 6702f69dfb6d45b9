package plot

import (
	"cmp"
	"image/color"
	"math"

	"descentlab/internal/say"
)

// Sizes of marks, in units.
const (
	markRadius  = 3.3
	markWidth   = 1.4
	bestRadius  = 4.6
	strongRing  = 11  // around the one under the pointer
	smallDot    = 2.5 // a minimum on a small map
	smallBest   = 3.9 // the best one
	tinyDot     = 1.4 // one of a crowd
	roomOfMark  = 60  // the side of the square that each has on a map before they are a crowd
	crowd       = 24  // or how many there are
	deepest     = 5   // of a crowd, so many minima are signed like others
	mostStarred = 6   // more stars than that are not named
)

// A seenMark is a mark in the picture, as large as it is drawn.
type seenMark struct {
	Mark
	at       Vec
	r, width float64 // of the sign and of its lines, in device units
	tiny     bool    // a dot among many
}

// seenMarks gives the marks that the picture shows, and whether they are a crowd. Of a crowd only the lowest are signed, those
// where racers end and what is under the pointer; the other minima are dots, and other points are left out. A small map has
// minima alone.
func (c *composition) seenMarks() (seen []seenMark, crowded bool) {
	seen = c.seen[:0]
	for _, m := range c.scene.Marks {
		if at := c.device(m.At); c.sees(at) {
			seen = append(seen, seenMark{Mark: m, at: at})
		}
	}
	room := c.w * c.h / (c.style.px(roomOfMark) * c.style.px(roomOfMark))
	crowded = float64(len(seen)) > clamp(room, deepest, crowd)
	kept, minima, small := seen[:0], 0, c.small()
	for _, m := range seen {
		minimum := m.Kind.minimum()
		if minimum {
			minima++
		}
		m.tiny = crowded && !m.Strong && !m.End && m.Kind != BestMark && minima > deepest
		if !m.Strong && (!minimum && (crowded || small) || m.tiny && small) {
			continue
		}
		m.r, m.width = c.markSize(m)
		kept = append(kept, m)
	}
	c.seen = seen
	return kept, crowded
}

// markSize is the radius of a mark's sign, and the width of its lines.
func (c *composition) markSize(m seenMark) (r, width float64) {
	r, width = markRadius, markWidth
	switch {
	case m.tiny:
		r = tinyDot
	case c.small() && m.Kind == BestMark:
		r = smallBest
	case c.small() && m.Kind == MinimumMark:
		r = smallDot
	case m.Kind == BestMark:
		r = bestRadius
	}
	if m.Strong {
		r, width = 1.3*r, 1.2*width
	}
	return c.style.px(r), c.style.px(width)
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
		if m.Strong && !c.small() {
			r = max(r, c.style.px(strongRing+2))
		}
		boxes = append(boxes, boxAbout(m.at, r, r))
	}
	return boxes
}

func (c *composition) mark(m seenMark) {
	i := c.inksAt(boxAbout(m.at, m.r, m.r))
	switch {
	case m.tiny:
		c.on.Circle(m.at, m.r+c.style.px(0.9), 0, faded(i.halo, 0.5))
		c.on.Circle(m.at, m.r, 0, faded(i.ink, 0.8))
		return
	case m.Kind == MinimumMark && c.small():
		c.on.Circle(m.at, m.r+c.style.px(1.1), 0, c.darkInk())
		c.on.Circle(m.at, m.r, 0, rgb(0xffffff))
		return
	case m.Kind == SaddleMark && c.scene.Still:
		for _, line := range c.arms(m) {
			c.line(math.Max(1, c.style.px(1.1)), faded(i.ink, 0.45), line[:]...)
		}
	}
	if m.Strong && !c.small() {
		ring, width := c.style.px(strongRing), c.style.px(1.5)
		c.on.Circle(m.at, ring, width+c.style.px(2), faded(i.halo, 0.5))
		c.on.Circle(m.at, ring, width, i.ink)
	}
	c.drawMark(m.Kind, m.at, m.r, m.width+c.style.px(2.2), faded(i.halo, 0.6))
	c.drawMark(m.Kind, m.at, m.r, m.width, i.ink)
}

// darkInk is the dark one of a theme's two inks.
func (c *composition) darkInk() color.RGBA {
	if c.style.Palette.Dark {
		return c.style.Palette.Ground
	}
	return c.style.Palette.Text
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

// Sizes of the start's handle, in units.
const (
	startRadius = 8.5
	smallStart  = 4.2 // on a small map
)

// startBelow tells whether the start lies below the racers: on a small map these matter more.
func (c *composition) startBelow() bool {
	return c.small() && c.scene.Start != nil && c.sees(c.device(*c.scene.Start))
}

// start draws the handle that the start is dragged by, or, if it is out of view,
// an arrow at the edge towards it.
func (c *composition) start() {
	if c.scene.Start == nil {
		return
	}
	at := c.device(*c.scene.Start)
	if c.sees(at) && c.small() {
		r, width := c.style.px(smallStart), c.style.px(1.8)
		c.on.Circle(at, r, 0, rgb(0xffffff))
		c.on.Circle(at, r, width, c.darkInk())
		return
	}
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
		if b, ok := c.beside(middle, c.style.px(11), c.smallText(), 3, label, c.standing()); ok {
			c.fill(b, c.smallText(), label, 1)
		}
	}
}

// standing is what a text keeps off that moves, or is written last: all other texts, and the racers' heads.
func (c *composition) standing() *obstacles {
	o := &c.last
	o.texts, o.boxes, o.lines = append(o.texts[:0], c.verdict...), append(o.boxes[:0], c.taken...), o.lines[:0]
	if c.small() {
		if s := c.scene.Start; s != nil {
			r := c.style.px(smallStart + 1)
			o.add(boxAbout(c.device(*s), r, r))
		}
		if c.scene.Note != "" && min(c.w, c.h) >= c.style.px(TinyMap) && c.style.Font != nil {
			size := c.style.px(noteSize)
			o.texts = append(o.texts, Box{0, c.h - 2*size, c.style.px(2*noteInset) + c.style.Font.Width(c.scene.Note, size), c.h})
		}
		return o
	}
	_, labels := c.placeLabels()
	o.texts = append(o.texts, labels.texts...)
	return o
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
	middle := c.arrowPlace(e)
	c.arrowHead(middle, e.along, c.style.px(arrowHalf), c.style.px(5), ink, halo)
	return middle
}

const arrowHalf = 5.5 // half the length of an arrow's head, in units

// arrowPlace is the middle of the arrow at an exit.
func (c *composition) arrowPlace(e exit) Vec {
	margin := c.style.px(arrowHalf + 2.5)
	middle := e.at.Sub(e.along.Mul(margin))
	return Vec{clamp(middle.X, margin, c.w-margin), clamp(middle.Y, margin, c.h-margin)}
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
