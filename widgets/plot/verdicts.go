package plot

import "descentlab/internal/say"

// verdicts writes of the racers that diverged at which step they did, and of those that went out of the picture for good when
// they left.
func (c *composition) verdicts(ways []way) {
	c.verdict = c.verdict[:0]
	var o *obstacles
	for i, t := range c.scene.Traces {
		if !ways[i].told(t) {
			continue
		}
		if o == nil {
			o = c.verdictObstacles(ways)
		}
		if b, ok := c.say(t, &ways[i], o); ok {
			c.verdict = append(c.verdict, b)
			o.texts = append(o.texts, b)
		}
	}
}

// told tells whether a word is said of how a way ends.
func (w *way) told(t Trace) bool {
	return t.Diverged && w.ended || w.leaves && t.Left > 0 && w.steps >= float64(t.Left)
}

// verdictObstacles are marks and their labels, the start, heads and arrows, and
// the last steps.
func (c *composition) verdictObstacles(ways []way) *obstacles {
	o := c.standing()
	if !c.small() {
		o.boxes = append(o.boxes, c.keepOff.boxes...)
	}
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

// say writes beside the head at which step the run ended, farther off where the next places are taken; of a crowd, in which
// nobody finds whose text is far off, only near by.
func (c *composition) say(t Trace, w *way, o *obstacles) (Box, bool) {
	const (
		many           = 16    // racers
		farthest, near = 12, 1 // text sizes
	)
	text, strength := w.verdict(t), 1.0
	if t.Faint {
		strength = 0.5
	}
	size, away := c.smallText(), c.style.px(traceHead+5)
	far, crowd := farthest, len(c.scene.Traces) > many
	if crowd {
		far = near
	}
	b, ok := c.beside(w.head, away, size, far, text, o)
	if !ok && !crowd {
		// Rather over marks and ways than not at all, but not over other texts.
		b, ok = c.beside(w.head, away, size, 3, text, &obstacles{texts: o.texts})
	}
	if ok {
		c.fill(b, size, text, strength)
	}
	return b, ok
}

// verdict is what is said of a racer that ended at a step, or left at one and goes on.
func (w *way) verdict(t Trace) string {
	ended := t.Diverged && w.ended
	if ended && t.Fate != "" {
		return t.Fate
	}
	step := t.Step
	if !ended {
		step = -t.Left
	}
	if w.said == "" || w.saidOf != step {
		w.saidOf = step
		if w.said = say.T("step %d", t.Step); !ended {
			w.said = say.T("left at step %d", t.Left)
		}
	}
	return w.said
}
