package plot

import (
	"cmp"
	"slices"
)

// Sizes of the names of marks, in units.
const (
	labelSize  = 11
	leaderFrom = 34 // how far off the name of the lowest minimum stands, at the end of a leader
	leaderGap  = 5
)

// A label is the name of a mark in its place.
type label struct {
	Box
	size float64
	text string
	of   Vec     // the place that it names
	away float64 // from there on a leader is drawn; 0: there is none
}

// labels writes the names of the marks.
func (c *composition) labels() {
	if !c.drawable() || c.small() {
		return
	}
	labels, _ := c.placeLabels()
	for _, l := range labels {
		c.labelLeader(l)
		pad := c.style.px(1.5)
		c.bold(l.X0+pad, l.Y1-pad, l.size, l.text)
	}
}

// labelLeader leads from a place to its name, if that is not next to it.
func (c *composition) labelLeader(l label) {
	if l.away == 0 {
		return
	}
	to := Vec{clamp(l.of.X, l.X0, l.X1), clamp(l.of.Y, l.Y0, l.Y1)}
	d := to.Sub(l.of)
	from, gap := l.of.Add(d.Mul(l.away/d.Len())), c.style.px(leaderGap)
	if d.Len() < l.away+2*gap {
		return
	}
	i := c.inksAt(Box{min(from.X, to.X), min(from.Y, to.Y), max(from.X, to.X), max(from.Y, to.Y)})
	c.pieces = appendLine(c.pieces[:0], []Vec{from, to}, c.style.px(1), false)
	c.on.Stroke(c.pieces, Pen{faded(i.ink, 0.75), faded(i.halo, 0.5), c.style.px(haloWidth)})
}

// placeLabels finds places for the names of the marks as far as there is room, those that matter most first. A name that would
// seem to be another mark's is left out. It also gives all that the labels keep off, and themselves. Both are good until it is
// called again; as long as nothing changes that they depend on, they are not looked for anew.
func (c *composition) placeLabels() ([]label, obstacles) {
	if c.placed.holds(c, LabelLayer) {
		return c.labelled, c.keepOff
	}
	written := append(c.keepOff.texts[:0], c.furnished()...)
	marks, crowded := c.seenMarks()
	slices.SortStableFunc(marks, func(a, b seenMark) int { return a.rank() - b.rank() })
	o, ways := c.markObstacles(marks), c.covered()
	o.texts = written
	labels := c.labelled[:0]
	best := c.bests(marks)
	for _, m := range marks {
		if !c.named(m, crowded, best) {
			continue
		}
		l, ok := c.placeLabel(m, o, ways, best == 1)
		if ok {
			labels = append(labels, l)
			o.texts = append(o.texts, l.Box)
		}
	}
	c.labelled, c.keepOff = labels, o
	c.placed.note(c)
	return labels, o
}

// A placement is what something was placed for.
type placement struct {
	made  bool
	scene Scene
	style Style
	w, h  float64
}

// holds reports whether what was placed for a layer may stay where it is.
func (p *placement) holds(c *composition, l Layer) bool {
	return p.made && p.w == c.w && p.h == c.h && p.style == c.style && l.Same(p.scene, c.scene)
}

func (p *placement) note(c *composition) { *p = placement{true, c.scene.Kept(), c.style, c.w, c.h} }

// bests counts the lowest minima.
func (c *composition) bests(marks []seenMark) (n int) {
	for _, m := range marks {
		if m.Kind == BestMark {
			n++
		}
	}
	return n
}

// named tells whether a mark has a name on the map: what is under the pointer, the lowest, and minima where racers end. In a
// still picture all have.
func (c *composition) named(m seenMark, crowded bool, best int) bool {
	minimum := m.Kind.minimum()
	switch {
	case m.Strong:
		return !c.small()
	case c.small() || m.tiny:
		return false
	case minimum && m.End:
		return true
	case m.Kind == BestMark:
		return best <= mostStarred
	}
	return c.scene.Still && (minimum || !crowded)
}

// placeLabel finds a place for a name. That of the lowest of all stands farther off.
func (c *composition) placeLabel(m seenMark, o obstacles, ways *coverage, alone bool) (label, bool) {
	l := label{size: c.style.px(labelSize), text: cmp.Or(m.Says, m.Label), of: m.at}
	away := m.r + c.style.px(4)
	if m.Strong {
		away = c.style.px(strongRing + 4)
	}
	var ok bool
	if m.Kind == BestMark && alone && !m.Strong {
		l.away = m.r + c.style.px(leaderGap)
		far := c.style.px(leaderFrom)
		if l.Box, ok = c.besideWays(m.at, far, l.size, l.text, o, ways); ok {
			return l, true
		}
	}
	if l.Box, ok = c.besideWays(m.at, away, l.size, l.text, o, ways); !ok {
		l.Box, ok = c.beside(m.at, away, l.size, 1, l.text, &o)
	}
	if !ok && m.Strong {
		// It is asked for, even over marks and ways.
		l.Box, ok = c.beside(m.at, away, l.size, 6, l.text, &obstacles{texts: o.texts})
	}
	return l, ok
}

// furnished are the places of what is written on the map before the labels, and that of the key. They are good until something
// changes that labels depend on, for the numbers of isolines keep off the same ways, and looked for only then.
func (c *composition) furnished() []Box {
	if p := &c.wrote; !p.holds(c, LabelLayer) {
		c.written = c.appendWritten(c.written[:0])
		p.note(c)
	}
	return c.written
}

func (c *composition) appendWritten(boxes []Box) []Box {
	for _, t := range c.placeTicks() {
		boxes = append(boxes, t.box)
	}
	if f := c.scene.Field; f != nil {
		for _, v := range c.placeValues(f, c.seenLines(f, true)) {
			boxes = append(boxes, v.box())
		}
	}
	if k, shown := c.keyPlace(); shown {
		boxes = append(boxes, k.panel)
	}
	if c.scene.Title != "" && c.style.Font != nil {
		boxes = append(boxes, c.titleBox())
	}
	return boxes
}

// besideWays finds a place that keeps off the racers' ways and the curves as well, if there is one not too far away.
func (c *composition) besideWays(at Vec, away, size float64, text string, o obstacles, ways *coverage) (Box, bool) {
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
		if m.Kind == SaddleMark && c.scene.Still {
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
