package plot

import "slices"

// A label is the name of a mark in its place.
type label struct {
	Box
	size float64
	text string
}

// labels writes the names of the marks.
func (c *composition) labels() {
	if !c.drawable() {
		return
	}
	labels, _ := c.placeLabels()
	for _, l := range labels {
		c.write(l.Box, l.size, l.text, 1)
	}
}

// placeLabels finds places for the names of the marks as far as there is room,
// those that matter most first. A name that would seem to be another mark's is
// left out. In a crowd only minima and what is under the
// pointer have names: the others would bury the map. It also gives all that the
// labels keep off, and themselves. Both are good until it is called again.
func (c *composition) placeLabels() ([]label, obstacles) {
	marks, crowded := c.seenMarks()
	slices.SortStableFunc(marks, func(a, b seenMark) int { return a.rank() - b.rank() })
	o, ways := c.markObstacles(marks), c.covered()
	labels := c.labelled[:0]
	for _, m := range marks {
		if crowded && !m.Strong && m.Kind != BestMark && m.Kind != MinimumMark {
			continue
		}
		size, away, more := c.smallText(), m.r+c.style.px(4), 1
		switch {
		case m.Strong:
			size *= 1.15
		case crowded:
			size, more = 0.92*size, 0
		}
		b, ok := c.besideWays(m.at, away, size, m.Label, o, ways)
		if !ok {
			b, ok = c.beside(m.at, away, size, more, m.Label, &o)
		}
		if !ok && m.Strong {
			// It is asked for, even over others.
			b, ok = c.beside(m.at, away, size, 0, m.Label, &obstacles{})
		}
		if ok {
			labels = append(labels, label{b, size, m.Label})
			o.add(b)
		}
	}
	c.labelled, c.keepOff = labels, o
	return labels, o
}

// besideWays finds a place that keeps off the racers' ways and the curves as well, if there is one not too far away.
func (c *composition) besideWays(at Vec, away, size float64, text string, o obstacles, ways *coverage) (Box, bool) {
	if ways == nil {
		return Box{}, false
	}
	o.ways = ways
	return c.beside(at, away, size, 2, text, &o)
}

// rank says whose label comes first: of marks that leave no room for all labels
// the one with the lesser rank has one.
func (m seenMark) rank() int {
	if m.Strong {
		return -1
	}
	switch m.Kind {
	case BestMark:
		return 0
	case MinimumMark:
		return 1
	case SaddleMark:
		return 2
	case DegenerateMark:
		return 3
	}
	return 4
}

// markObstacles are the marks, the arms of saddles and the start's handle.
func (c *composition) markObstacles(marks []seenMark) obstacles {
	o := obstacles{boxes: c.markBoxes(marks, 0), lines: c.keepOff.lines[:0], marks: c.keepOff.marks[:0]}
	for _, m := range marks {
		o.marks = append(o.marks, m.at)
		if m.Kind == SaddleMark {
			lines := c.arms(m)
			o.lines = append(o.lines, lines[:]...)
		}
	}
	if s := c.scene.Start; s != nil {
		if at := c.device(*s); c.sees(at) {
			r := c.style.px(startRadius + 2)
			o.add(boxAbout(at, r, r))
		}
	}
	return o
}
