package plot

import "descentlab/internal/say"

// verdicts writes of the racers that diverged at which step they did. It gives
// the places of what it wrote.
func (c *composition) verdicts(ways []way, taken []Box) []Box {
	var o obstacles
	written := c.verdict[:0]
	for i, t := range c.scene.Traces {
		if !t.Diverged || !ways[i].ended {
			continue
		}
		if len(o.lines) == 0 {
			o = c.verdictObstacles(ways, taken)
		}
		if b, ok := c.say(t, &ways[i], &o); ok {
			written = append(written, b)
			o.add(b)
		}
	}
	c.verdict = written
	if len(o.lines) > 0 {
		c.keepOff = o
	}
	return written
}

// verdictObstacles are marks and their labels, the start, heads and arrows, and
// the last steps.
func (c *composition) verdictObstacles(ways []way, taken []Box) obstacles {
	_, labelled := c.placeLabels()
	o := obstacles{boxes: labelled.boxes, lines: labelled.lines[:0], marks: labelled.marks[:0]}
	o.add(taken...)
	for i := range ways {
		o.lines = append(o.lines, ways[i].arrival())
	}
	return o
}

// arrival is the last step as far as it is in view: what is said of the racer
// should not be struck through.
func (w *way) arrival() [2]Vec {
	switch {
	case w.count < 2:
		return [2]Vec{}
	case w.leaves:
		return [2]Vec{w.edge.at, w.edge.from}
	}
	return w.final
}

// say writes beside the head at which step the run ended, farther off where
// the next places are taken.
func (c *composition) say(t Trace, w *way, o *obstacles) (Box, bool) {
	const farthest = 12 // text sizes
	at := w.shown
	if w.leaves {
		middle := w.edge.at.Sub(w.edge.along.Mul(c.style.px(8)))
		at = c.behindArrow(middle, w.edge.along)
	}
	text, strength := w.verdict(t.Step), 1.0
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

// verdict is what is said of a racer that ended at a step.
func (w *way) verdict(step int) string {
	if w.said == "" || w.saidOf != step {
		w.said, w.saidOf = say.T("step %d", step), step
	}
	return w.said
}
