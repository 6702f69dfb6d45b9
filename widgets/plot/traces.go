package plot

import (
	"image/color"
	"math"
)

// Sizes of traces, in units.
const (
	traceWidth = 2.0
	haloWidth  = 1.0 // on either side
	dotRadius  = 1.9
	traceHead  = 5.6
	dotSpacing = 3 // closer steps are not dotted: the line alone says "slow"
)

// traces draws the racers' ways, and over all of them their heads.
func (c *composition) traces() {
	if len(c.scene.Traces) == 0 {
		return
	}
	for len(c.ways) < len(c.scene.Traces) {
		c.ways = append(c.ways, way{})
	}
	ways := c.ways[:len(c.scene.Traces)]
	for i, t := range c.scene.Traces {
		c.shadow(t)
		c.follow(&ways[i], t)
	}
	for i, t := range c.scene.Traces {
		c.trace(t, &ways[i])
	}
	c.taken = c.taken[:0]
	for i, t := range c.scene.Traces {
		c.taken = c.head(c.taken, t, &ways[i])
	}
	c.verdicts(ways, c.taken)
}

// A way is a trace in the picture, up to its head. Of its points it keeps what is drawn of them.
type way struct {
	pts   []Vec   // by step; the last is the head; while it is followed, then the next way takes the room
	count int     // of the points
	steps float64 // the fractional index of the head
	ended bool    // the head is at the last point
	final [2]Vec  // the last two points
	along Vec     // the direction of the last step that went anywhere
	// Where the head is drawn: its own place, or, when that is out of view, the
	// edge. leaves tells the direction.
	shown  Vec
	leaves bool
	edge   exit

	stretches []Piece // a straight piece of the way, or, if its ends are the same, a dot

	said   string // of the way when it was drawn last
	saidOf int    // the step that it names
}

// follow cuts a trace at its head. Its points may be anywhere and anything. They stay in c.points until the next way.
func (c *composition) follow(w *way, t Trace) {
	*w = way{pts: c.points[:0], stretches: w.stretches[:0], said: w.said, saidOf: w.saidOf}
	c.points = c.points[:0]
	last := len(t.Pts) - 1
	// A run that ended in something else than numbers ends at its last place.
	for last >= 0 && !c.device(t.Pts[last]).Finite() {
		last--
	}
	if last < 0 {
		return
	}
	head := t.Head
	if !(head > 0) {
		head = 0
	}
	w.ended, w.steps = head >= float64(last), math.Min(head, float64(last))
	whole := int(w.steps)
	for _, p := range t.Pts[:whole+1] {
		w.pts = append(w.pts, c.device(p))
	}
	if part := w.steps - float64(whole); part > 0 {
		a, b := w.pts[whole], c.device(t.Pts[whole+1])
		if between := a.Mul(1 - part).Add(b.Mul(part)); between.Finite() {
			w.pts = append(w.pts, between)
		}
	}
	c.place(w)
	c.stretch(w)
	w.along = w.lastMove()
	if w.count = len(w.pts); w.count > 1 {
		w.final = [2]Vec(w.pts[w.count-2:])
	}
	c.points, w.pts = w.pts, nil
}

// place finds where the head is shown.
func (c *composition) place(w *way) {
	last := len(w.pts) - 1
	w.shown = w.pts[last]
	if c.sees(w.shown) {
		return
	}
	for i := last; i > 0 && !w.leaves; i-- {
		if c.sees(w.pts[i-1]) {
			w.edge, w.leaves = c.exitOf(w.pts[i-1], w.pts[i])
		}
	}
	if !w.leaves {
		w.edge, w.leaves = c.towards(w.shown)
	}
}

// trace draws the way: a halo, and over it line and dots in one
// stroke, the dots stronger.
func (c *composition) trace(t Trace, w *way) {
	strength := 1.0
	if t.Faint {
		strength = 0.3
	}
	c.on.Stroke(w.stretches, Pen{faded(t.Color, strength), faded(c.halo(), 0.8*strength), c.style.px(haloWidth)})
}

// stretch cuts the way into stretches, joining steps too short to be seen or
// with hardly a bend between them. Older ones are fainter.
func (c *composition) stretch(w *way) {
	const lineAlpha = 0.92 // against the dots, which stand out a little
	line, dot, spacing := c.style.px(traceWidth)/2, c.style.px(dotRadius), c.style.px(dotSpacing)
	bend := straight{}
	from := 0
	for i, at := range w.pts {
		fade := w.fade(i)
		switch {
		case !at.Finite() || !w.pts[from].Finite():
			from, bend = i, straight{}
		case i == len(w.pts)-1 || !bend.goesOn(w.pts[from], at, w.pts[i+1]):
			w.stretches = append(w.stretches, Piece{w.pts[from], at, line, lineAlpha * fade})
			from, bend = i, straight{}
		}
		if alpha := fade * w.dotAlpha(i, spacing); alpha > 0 {
			w.stretches = append(w.stretches, Piece{at, at, dot, alpha})
		}
	}
}

// A straight is a run of steps that one line can stand for.
type straight struct{ along Vec } // direction of the first visible step

// goesOn reports whether the step from at to next can be joined to those from
// from to at.
func (s *straight) goesOn(from, at, next Vec) bool {
	const (
		least   = 0.5  // device units; what moves less is not a movement to the eye
		longest = 12   // device units
		bend    = 0.07 // radians: over the longest stretch it departs by 0.1 device units
	)
	way, step := at.Sub(from), next.Sub(at)
	if way.X*way.X+way.Y*way.Y < least*least {
		return next.Finite()
	}
	if s.along == (Vec{}) {
		s.along = way.Mul(1 / way.Len())
	}
	across := s.along.X*step.Y - s.along.Y*step.X
	ahead := s.along.X*step.X + s.along.Y*step.Y
	return ahead >= 0 && math.Abs(across) <= bend*ahead && way.X*way.X+way.Y*way.Y < longest*longest
}

// fade is the strength of step i: 1 at the head, never less than can be seen.
func (w *way) fade(i int) float64 {
	const oldest, memory = 0.7, 60
	age := max(0, w.steps-float64(i))
	return 1 - (1-oldest)*age/max(memory, w.steps)
}

// dotAlpha is the strength of the dot of step i: none where the steps are so
// close that dots would run together, and none for the head.
func (w *way) dotAlpha(i int, spacing float64) float64 {
	if i == 0 || i >= len(w.pts)-1 {
		return 0
	}
	before, after := w.pts[i].Sub(w.pts[i-1]), w.pts[i+1].Sub(w.pts[i])
	near2 := min(before.X*before.X+before.Y*before.Y, after.X*after.X+after.Y*after.Y)
	if !(near2 > spacing*spacing) {
		return 0
	}
	return min(2*(math.Sqrt(near2)/spacing-1), 1)
}

// head draws the racer's glyph where it is, or at the edge with an arrow towards
// where it is, and appends the places that they take to those taken.
func (c *composition) head(taken []Box, t Trace, w *way) []Box {
	if w.count == 0 {
		return taken
	}
	r, around := c.style.px(traceHead), c.style.px(8)
	fill, rim := c.headColors(t)
	at := w.shown
	switch {
	case w.leaves:
		middle := c.arrow(w.edge, fill, c.halo())
		taken = append(taken, boxAbout(middle, around, around))
		at = c.behindArrow(middle, w.edge.along)
		r *= 0.85
	case !c.sees(at):
		return taken
	case t.Diverged && w.ended:
		if w.along != (Vec{}) {
			middle := at.Add(w.along.Mul(c.style.px(15)))
			c.arrowHead(middle, w.along, c.style.px(5.5), c.style.px(5), fill, c.halo())
			taken = append(taken, boxAbout(middle, around, around))
		}
	}
	c.glyph(t.Glyph, at, r, fill, rim)
	return append(taken, boxAbout(at, 1.7*r, 1.7*r))
}

func (c *composition) headColors(t Trace) (fill, rim color.RGBA) {
	fill, rim = t.Color, c.halo()
	if t.Faint {
		fill, rim = faded(fill, 0.4), faded(rim, 0.4)
	}
	return fill, rim
}

// behindArrow is where the glyph goes with an arrow at the edge.
func (c *composition) behindArrow(middle, along Vec) Vec {
	margin := c.style.px(8)
	at := middle.Sub(along.Mul(c.style.px(15)))
	return Vec{clamp(at.X, margin, c.w-margin), clamp(at.Y, margin, c.h-margin)}
}

// lastMove is the direction of the last step that went anywhere.
func (w *way) lastMove() Vec {
	for i := len(w.pts) - 1; i > 0; i-- {
		d := w.pts[i].Sub(w.pts[i-1])
		if u := d.Mul(1 / d.Len()); u.Finite() {
			return u
		}
	}
	return Vec{}
}
