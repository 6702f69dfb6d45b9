package plot

import "math"

// A box is a rectangle in device pixels that something else should not cover.
type box struct{ x0, y0, x1, y1 float64 }

func boxAbout(at vec, dx, dy float64) box { return box{at.x - dx, at.y - dy, at.x + dx, at.y + dy} }

func (b box) meets(d box) bool {
	return b.x0 < d.x1 && d.x0 < b.x1 && b.y0 < d.y1 && d.y0 < b.y1
}

func (b box) meetsAny(ds []box) bool {
	for _, d := range ds {
		if b.meets(d) {
			return true
		}
	}
	return false
}

// distance is that of a place to the nearest part of b.
func (b box) distance(at vec) float64 {
	return math.Hypot(max(b.x0-at.x, at.x-b.x1, 0), max(b.y0-at.y, at.y-b.y1, 0))
}

// within reports whether b lies inside d.
func (b box) within(d box) bool {
	return b.x0 >= d.x0 && b.x1 <= d.x1 && b.y0 >= d.y0 && b.y1 <= d.y1
}

// frame is the picture without a margin.
func (c canvas) frame(margin float64) box {
	w, h := c.size()
	return box{margin, margin, w - margin, h - margin}
}

// Obstacles are what a text should keep off.
type obstacles struct {
	boxes []box
	lines [][2]vec
	ways  *coverage // may be nil
	marks []vec     // which a text should not be nearer to than to what it names
}

func (o *obstacles) add(boxes ...box) { o.boxes = append(o.boxes, boxes...) }

// block reports whether a text in b would lie on one of them.
func (o *obstacles) block(b box) bool {
	if o.ways != nil && o.ways.block(b) {
		return true
	}
	for _, l := range o.lines {
		if _, _, crosses := clipSegment(l[0], l[1], b.x0, b.y0, b.x1, b.y1); crosses {
			return true
		}
	}
	return b.meetsAny(o.boxes)
}

// stray reports whether a text in b is nearer to another mark than to the place it names.
func (o *obstacles) stray(b box, at vec) bool {
	own := b.distance(at)
	for _, m := range o.marks {
		if b.distance(m) < own {
			return true
		}
	}
	return false
}

// sides are where a text may stand, from a place, the best first.
var sides = [8]vec{{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}

// beside finds a place for text next to another place, at a distance of away
// pixels or up to so many text sizes more: in the picture, off the obstacles
// and nearer to it than to another mark. It reports whether there is one.
func (c canvas) beside(at vec, away, size float64, more int, text string, o *obstacles) (box, bool) {
	if c.style.Font == nil || text == "" {
		return box{}, false
	}
	width, cap := c.style.Font.Width(text, size), c.style.Font.CapHeight(size)
	frame := c.frame(c.style.px(2))
	pad := c.style.px(1.5)
	for farther := range more + 1 {
		for _, side := range sides {
			near := away + float64(farther)*size
			if side.x != 0 && side.y != 0 {
				near *= 0.85
			}
			middle := vec{at.x + side.x*(near+width/2), at.y + side.y*(near+cap/2)}
			b := boxAbout(middle, width/2+pad, cap/2+pad)
			if b.within(frame) && !o.block(b) && !o.stray(b, at) {
				return b, true
			}
		}
	}
	return box{}, false
}

// write writes text into a box that beside found for it.
func (c canvas) write(b box, size float64, text string, strength float64) {
	pad := c.style.px(1.5)
	c.text(b.x0+pad, b.y1-pad, size, text, strength, AlignLeft)
}
