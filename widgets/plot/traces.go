package plot

import (
	"image/color"
	"math"
)

// Sizes of traces, in units.
const (
	traceWidth = 2.4  // where the racer was a while ago
	freshWidth = 3.0  // of its last steps
	smallWidth = 3.6  // all along, on a small map
	wholeWidth = 2.4  // all along, in a still picture
	haloWidth  = 1.0  // on either side
	dotPart    = 0.72 // the radius of a step's dot, of half the line's width
	dotLight   = 0.55 // how far its colour is from the racer's to white
	traceHead  = 7.0
	headRim    = 2.0
	dotSpacing = 6 // closer steps are not dotted: the line alone says "slow"
)

// How a way fades with the age of its steps, which long races count by a part of all of them.
const (
	freshSteps, freshPart   = 20, 0.05
	fadingSteps, fadingPart = 40, 0.1
	oldest                  = 0.6      // the strength of what is older
	endSteps, endOldest     = 10, 0.85 // and towards the end of the race, where all of the way is looked at
)

// traces draws the racers' ways, and over all of them their heads.
func (c *composition) traces() {
	c.taken, c.verdict = c.taken[:0], c.verdict[:0]
	if len(c.scene.Traces) == 0 {
		c.curves(true)
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
	c.curves(true)
	c.badges()
	c.heads(ways)
	c.events(ways)
	for i, t := range c.scene.Traces {
		c.taken = c.head(c.taken, t, &ways[i])
	}
	c.verdicts(ways)
	c.names(ways)
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
	head   Vec // the middle of the glyph: aside of its place where others are
	arrow  Vec // that of the arrow at the edge, if it leaves
	aged   ageing
	seat   int // the racer's number among those that have a way

	stretches []Piece // straight pieces of the way
	dots      []Piece // steps that are told apart

	said   string // of the way when it was drawn last
	saidOf int    // the step that it names
}

// follow cuts a trace at its head. Its points may be anywhere and anything. They stay in c.points until the next way.
func (c *composition) follow(w *way, t Trace) {
	*w = way{pts: c.points[:0], stretches: w.stretches[:0], dots: w.dots[:0], said: w.said, saidOf: w.saidOf}
	w.aged = c.ageing(t)
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

// trace draws the way: a halo, over it the line, and on that paler dots.
func (c *composition) trace(t Trace, w *way) {
	strength := 1.0
	if t.Faint {
		strength = 0.3
	}
	halo := haloWidth
	if t.Width > 0 {
		halo = min(halo, t.Width/2)
	}
	c.on.Stroke(w.stretches, Pen{faded(t.Color, strength), faded(c.halo(), 0.8*strength), c.style.px(halo)})
	if len(w.dots) > 0 {
		c.on.Stroke(w.dots, Pen{Color: faded(Mix(t.Color, rgb(0xffffff), dotLight), strength)})
	}
}

// An ageing says how wide and strong a way is where the racer was so many steps ago.
type ageing struct {
	fresh, fading float64 // steps
	width, recent float64 // of what is old, and of the last steps
	oldest        float64
	plain         bool // without dots
}

// ageing is that of a trace in this picture.
func (c *composition) ageing(t Trace) ageing {
	switch {
	case t.Width > 0:
		return ageing{width: c.style.px(t.Width), recent: c.style.px(t.Width), oldest: 1, plain: true}
	case c.small():
		return ageing{width: c.style.px(smallWidth), recent: c.style.px(smallWidth), oldest: 1, plain: true}
	case c.scene.Still:
		return ageing{width: c.style.px(wholeWidth), recent: c.style.px(wholeWidth), oldest: 1}
	}
	n := float64(len(t.Pts))
	ends := clamp(1-(n-1-t.Head)/endSteps, 0, 1)
	return ageing{
		fresh: max(freshSteps, freshPart*n), fading: max(fadingSteps, fadingPart*n),
		width: c.style.px(c.style.line(traceWidth)), recent: c.style.px(c.style.line(freshWidth)),
		oldest: oldest + ends*(endOldest-oldest),
	}
}

// at is the radius and the strength of a line so many steps old.
func (a ageing) at(age float64) (radius, strength float64) {
	if age <= a.fresh {
		return a.recent / 2, 1
	}
	return a.width / 2, 1 - (1-a.oldest)*min((age-a.fresh)/max(a.fading, 1), 1)
}

// stretch cuts the way into stretches, joining steps too short to be seen or with hardly a bend between them.
func (c *composition) stretch(w *way) {
	spacing := c.style.px(dotSpacing)
	bend := straight{}
	from := 0
	for i, at := range w.pts {
		radius, strength := w.aged.at(w.steps - float64(i))
		switch {
		case !at.Finite() || !w.pts[from].Finite():
			from, bend = i, straight{}
		case i == len(w.pts)-1 || !bend.goesOn(w.pts[from], at, w.pts[i+1]):
			w.stretches = append(w.stretches, Piece{w.pts[from], at, radius, strength})
			from, bend = i, straight{}
		}
		if alpha := strength * w.dotAlpha(i, spacing); alpha > 0 && !w.aged.plain {
			w.dots = append(w.dots, Piece{at, at, dotPart * radius, alpha})
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

// heads finds where the heads are drawn: aside of their places where these are too close together.
func (c *composition) heads(ways []way) {
	c.fanned, c.seats = c.fanned[:0], c.seats[:0]
	seat := 0
	for i := range ways {
		w := &ways[i]
		if len(c.scene.Traces[i].Pts) > 0 {
			w.seat = seat
			seat++
		}
		if w.count == 0 || !w.leaves && !c.sees(w.shown) {
			continue
		}
		w.head = w.shown
		if w.leaves {
			w.arrow = c.arrowPlace(w.edge)
			w.head = c.behindArrow(w.arrow, w.edge.along)
		}
		c.fanned, c.seats = append(c.fanned, w.head), append(c.seats, w.seat)
	}
	c.fan().spread(c.fanned, c.seats)
	next := 0
	for i := range ways {
		w := &ways[i]
		if next == len(c.seats) || w.count == 0 || w.seat != c.seats[next] {
			continue
		}
		w.head = c.fanned[next]
		next++
		if !w.leaves {
			c.leader(c.scene.Traces[i], w)
		}
	}
}

// leader leads from a head that was taken aside to a dot at its place.
func (c *composition) leader(t Trace, w *way) {
	away := w.head.Sub(w.shown).Len()
	strength := clamp(away/c.style.px(leaderLeast)-1, 0, 1)
	if strength == 0 {
		return
	}
	if t.Faint {
		strength *= 0.3
	}
	c.pieces = append(c.pieces[:0],
		Piece{w.shown, w.head, c.style.px(1), 1}, Piece{w.shown, w.shown, c.style.px(2.2), 1})
	c.on.Stroke(c.pieces, Pen{faded(t.Color, strength), faded(c.halo(), 0.8*strength), c.style.px(haloWidth)})
}

// head draws the racer's glyph, at the edge with an arrow towards where it is if that is out of view, and appends the places
// that they take to those taken.
func (c *composition) head(taken []Box, t Trace, w *way) []Box {
	if w.count == 0 {
		return taken
	}
	r, rim, around := c.style.px(traceHead), c.style.px(headRim), c.style.px(8)
	fill, edge := c.headColors(t)
	switch {
	case w.leaves:
		c.arrow(w.edge, fill, c.halo())
		taken = append(taken, boxAbout(w.arrow, around, around))
		r *= 0.85
	case !c.sees(w.shown):
		return taken
	case t.Diverged && w.ended:
		if w.along != (Vec{}) {
			middle := w.head.Add(w.along.Mul(c.style.px(traceHead + 10)))
			c.arrowHead(middle, w.along, c.style.px(5.5), c.style.px(5), fill, c.halo())
			taken = append(taken, boxAbout(middle, around, around))
		}
	}
	c.edge(t.Glyph, w.head, r, rim, edge)
	c.glyph(t.Glyph, w.head, r, fill, color.RGBA{})
	return append(taken, boxAbout(w.head, 1.45*r, 1.45*r))
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
