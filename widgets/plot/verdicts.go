package plot

import "strconv"

// verdicts writes of the racers that diverged at which step they did. It gives
// the places of what it wrote.
func (c canvas) verdicts(ways []way, taken []Box) []Box {
	var o obstacles
	var written []Box
	for i, t := range c.scene.Traces {
		if !t.Diverged || !ways[i].ended {
			continue
		}
		if written == nil {
			o = c.verdictObstacles(ways, taken)
		}
		if b, ok := c.verdict(t, ways[i], &o); ok {
			written = append(written, b)
			o.add(b)
		}
	}
	return written
}

// verdictObstacles are marks and their labels, the start, heads and arrows, and
// the last steps.
func (c canvas) verdictObstacles(ways []way, taken []Box) obstacles {
	_, labelled := c.placeLabels()
	o := obstacles{boxes: labelled.boxes}
	o.add(taken...)
	for _, w := range ways {
		o.lines = append(o.lines, w.arrival())
	}
	return o
}

// arrival is the last step as far as it is in view: what is said of the racer
// should not be struck through.
func (w way) arrival() [2]Vec {
	last := len(w.pts) - 1
	switch {
	case last < 1:
		return [2]Vec{}
	case w.leaves:
		return [2]Vec{w.edge.at, w.edge.from}
	}
	return [2]Vec{w.pts[last-1], w.pts[last]}
}

// verdict writes beside the head at which step the run ended, farther off where
// the next places are taken.
func (c canvas) verdict(t Trace, w way, o *obstacles) (Box, bool) {
	const farthest = 12 // text sizes
	at := w.shown
	if w.leaves {
		middle := w.edge.at.Sub(w.edge.along.Mul(c.style.px(8)))
		at = c.behindArrow(middle, w.edge.along)
	}
	text, strength := "step "+strconv.Itoa(t.Step), 1.0
	if t.Faint {
		strength = 0.5
	}
	size, away := c.smallText(), c.style.px(traceHead+5)
	b, ok := c.beside(at, away, size, farthest, text, o)
	if !ok {
		// It must be said, even over others.
		b, ok = c.beside(at, away, size, 0, text, &obstacles{})
	}
	if ok {
		c.write(b, size, text, strength)
	}
	return b, ok
}
