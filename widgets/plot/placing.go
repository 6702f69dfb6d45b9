package plot

// frame is the picture without a margin.
func (c *composition) frame(margin float64) Box {
	w, h := c.size()
	return Box{margin, margin, w - margin, h - margin}
}

// Obstacles are what a text should keep off.
type obstacles struct {
	boxes []Box
	texts []Box // what is written: nothing is written over it at any price
	lines [][2]Vec
	ways  *coverage // may be nil
	marks []Vec     // which a text should not be nearer to than to what it names
}

func (o *obstacles) add(boxes ...Box) { o.boxes = append(o.boxes, boxes...) }

// block reports whether a text in b would lie on one of them.
func (o *obstacles) block(b Box) bool {
	if o.ways != nil && o.ways.block(b) || b.meetsAny(o.boxes) || b.meetsAny(o.texts) {
		return true
	}
	for _, l := range o.lines {
		if b.apart(l[0], l[1]) {
			continue
		}
		if _, _, crosses := b.Clip(l[0], l[1]); crosses {
			return true
		}
	}
	return false
}

// stray reports whether a text in b is nearer to another mark than to the place it names.
func (o *obstacles) stray(b Box, at Vec) bool {
	own := b.distance(at)
	for _, m := range o.marks {
		if b.distance(m) < own {
			return true
		}
	}
	return false
}

// sides are where a text may stand, from a place, the best first.
var sides = [8]Vec{{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}

// beside finds a place for text next to another place, at a distance of away
// device units or up to so many text sizes more: in the picture, off the obstacles
// and nearer to it than to another mark. It reports whether there is one.
func (c *composition) beside(at Vec, away, size float64, more int, text string, o *obstacles) (Box, bool) {
	b, seat := c.seatBeside(at, away, size, more, text, o)
	return b, seat > 0
}

// seatBeside is beside, and tells at which of the places that is: from 1 on; 0: at none.
func (c *composition) seatBeside(at Vec, away, size float64, more int, text string, o *obstacles) (Box, int) {
	if c.style.Font == nil || text == "" {
		return Box{}, 0
	}
	frame, width := c.frame(c.style.px(2)), c.style.Font.Width(text, size)
	for seat := 1; seat <= (more+1)*len(sides); seat++ {
		b := c.atSeat(at, away, size, width, seat)
		if b.within(frame) && !o.block(b) && !o.stray(b, at) {
			return b, seat
		}
	}
	return Box{}, 0
}

// atSeat is the box of a text of that width at one of the places next to another place.
func (c *composition) atSeat(at Vec, away, size, width float64, seat int) Box {
	side, cap, pad := sides[(seat-1)%len(sides)], c.style.Font.CapHeight(size), c.style.px(1.5)
	near := away + float64((seat-1)/len(sides))*size
	if side.X != 0 && side.Y != 0 {
		near *= 0.85
	}
	middle := Vec{at.X + side.X*(near+width/2), at.Y + side.Y*(near+cap/2)}
	return boxAbout(middle, width/2+pad, cap/2+pad)
}

// fill writes text into a box that beside found for it.
func (c *composition) fill(b Box, size float64, text string, strength float64) {
	pad := c.style.px(1.5)
	c.text(b.X0+pad, b.Y1-pad, size, text, strength, AlignLeft)
}
