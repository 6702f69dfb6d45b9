package relief

import (
	"math"

	"descentlab/internal/say"
	"descentlab/widgets/plot"
)

// Sizes of balls, in units.
const (
	ballRadius   = 9.0
	ballRim      = 2.0
	hiddenBall   = 0.4
	ballLift     = 0.7 // by how much of its radius a ball's middle is above its place
	ballGlyph    = 0.42
	leaderLeast  = 3.0
	manyBalls    = 16  // more than so many are smaller, so that a fan of them does not cover the block
	leastBall    = 0.6 // down to a part of their size
	verdictSize  = 11.0
	verdictRows  = 6
	arrowLength  = 11.0
	arrowHalf    = 4.5
	contactWide  = 0.95
	contactDepth = 0.4
)

// A head is where a racer is.
type head struct {
	trace  int
	of     plot.Point
	place  plot.Vec // on the ground, in the picture
	at     plot.Vec // the middle of the ball
	hidden bool
	left   bool     // it is outside of the window: this is where it left
	along  plot.Vec // in which direction, in the picture
	ended  bool
}

// radius is that of a ball, in device units.
func (p *Painter) radius() float64 {
	crowd := math.Sqrt(manyBalls / float64(max(len(p.scene.Map.Traces), manyBalls)))
	return p.fit(ballRadius) * max(crowd, leastBall)
}

// findHeads finds where the racers' balls are.
func (p *Painter) findHeads() {
	list := p.scene.Map.Traces
	p.heads, p.balled = p.heads[:0], p.balled[:0]
	for i := range list {
		if h, ok := p.head(&list[i]); ok {
			h.trace = i
			p.heads = append(p.heads, h)
		}
	}
	p.spread()
	for i := range p.heads {
		p.balled = append(p.balled, boxAbout(p.heads[i].at, p.radius()))
	}
	p.findEnds()
}

// findEnds finds where the balls are at the end of the race, but for those in a crowd.
func (p *Painter) findEnds() {
	p.ended = p.ended[:0]
	if len(p.scene.Map.Traces) > manyBalls {
		return
	}
	for i := range p.scene.Map.Traces {
		end := p.scene.Map.Traces[i]
		end.Head = math.Inf(1)
		if h, ok := p.head(&end); ok {
			p.ended = append(p.ended, boxAbout(h.at, p.radius()))
		}
	}
}

// balls draws the racers' heads, those that are hidden first.
func (p *Painter) balls() {
	list := p.scene.Map.Traces
	for _, hidden := range [2]bool{true, false} {
		for i := range p.heads {
			if p.heads[i].hidden == hidden {
				p.ball(&p.heads[i], &list[p.heads[i].trace])
			}
		}
	}
	p.verdicts()
}

// head finds where a racer is. A run that ended in something else than numbers is at its last place.
func (p *Painter) head(t *plot.Trace) (h head, ok bool) {
	last := len(t.Pts) - 1
	for last >= 0 && !finite(t.Pts[last]) {
		last--
	}
	if last < 0 {
		return h, false
	}
	steps := min(max(t.Head, 0), float64(last))
	if math.IsNaN(steps) {
		steps = 0
	}
	h.ended = t.Head >= float64(last)
	whole := int(steps)
	at := t.Pts[whole]
	if part := steps - float64(whole); part > 0 {
		b := t.Pts[whole+1]
		at = plot.Point{X: at.X*(1-part) + b.X*part, Y: at.Y*(1-part) + b.Y*part}
	}
	h.of = at
	x, y := place(p.scene.Map.View, at)
	b := plot.Vec{X: x, Y: y}
	if !inSquare(b) {
		// It has left by the last edge that its way crosses, or straight from the middle if it has none in the window.
		from := plot.Vec{}
		for i := whole; i >= 0; i-- {
			u, v := place(p.scene.Map.View, t.Pts[i])
			if q := (plot.Vec{X: u, Y: v}); inSquare(q) {
				from = q
				break
			} else if q.Finite() {
				b = q
			}
		}
		_, edge, in := square.Clip(from, b)
		if !in {
			return h, false
		}
		inner := edge.Add(from.Sub(edge).Mul(1e-3))
		before, _ := p.ground.spotAt(inner.X, inner.Y)
		h.left, b = true, edge
		after, _ := p.ground.spotAt(edge.X, edge.Y)
		if d := after.Sub(before); d.Len() > 0 {
			h.along = d.Mul(1 / d.Len())
		}
	}
	part, _ := p.ground.mesh.at(b.X, b.Y)
	z := part * p.ground.lens.rise
	h.place, _ = p.ground.lens.project(b.X, b.Y, z)
	middle := ballLift * p.radius() / p.ground.lens.k
	_, near := p.ground.lens.project(b.X, b.Y, z+middle)
	h.at = h.place.Sub(plot.Vec{Y: ballLift * p.radius()})
	h.hidden = p.ground.hides(h.at, near)
	r := p.radius()
	// While the picture is zoomed it may be beside it.
	return h, h.at.X >= -r && h.at.X <= float64(p.w)+r && h.at.Y >= -r && h.at.Y <= float64(p.h)+r
}

func finite(p plot.Point) bool { return (plot.Vec{X: p.X, Y: p.Y}).Finite() }

// spread takes balls aside that would lie on one another.
func (p *Painter) spread() {
	p.aside, p.seats = p.aside[:0], p.seats[:0]
	for _, h := range p.heads {
		p.aside, p.seats = append(p.aside, h.at), append(p.seats, h.trace)
	}
	start := plot.Vec{X: math.Inf(1)}
	if s := p.scene.Map.Start; s != nil {
		if x, y := place(p.scene.Map.View, *s); inSquare(plot.Vec{X: x, Y: y}) {
			start, _ = p.ground.spotAt(x, y)
		}
	}
	margin := p.radius() + p.fit(ballRim)
	frame := plot.Box{X0: margin, Y0: margin, X1: float64(p.w) - margin, Y1: float64(p.h) - margin}
	if frame.X0 < frame.X1 && frame.Y0 < frame.Y1 {
		plot.Spread(p.aside, p.seats, len(p.scene.Map.Traces), start, frame, p.radius()/7)
	}
	for i := range p.heads {
		p.heads[i].at = p.aside[i]
	}
}

// ball draws a racer's ball with its glyph: faint, if it is hidden or another one is looked at.
func (p *Painter) ball(h *head, t *plot.Trace) {
	strength := 1.0
	if h.hidden {
		strength = hiddenBall
	}
	if t.Faint {
		strength *= hiddenBall
	}
	r := p.radius()
	if h.at.Sub(h.place).Len() > ballLift*r+p.px(leaderLeast) {
		p.pieces = append(p.pieces[:0], plot.Piece{A: h.place, B: h.at, Radius: p.px(1), Strength: 1},
			plot.Piece{A: h.place, B: h.place, Radius: p.px(2.2), Strength: 1})
		halo := plot.Faded(p.halo(), 0.8*strength)
		p.on.Stroke(p.pieces, plot.Pen{Color: plot.Faded(t.Color, strength), Halo: halo, Reach: p.px(haloWidth)})
	} else if !h.hidden {
		p.contact(h.place, r, strength)
	}
	p.on.Circle(h.at, r+p.fit(ballRim), 0, plot.Faded(p.halo(), strength))
	p.on.Circle(h.at, r, 0, plot.Faded(plot.Mix(t.Color, ink0, 0.28), strength))
	p.on.Circle(h.at.Sub(plot.Vec{X: 0.06 * r, Y: 0.08 * r}), 0.9*r, 0, plot.Faded(t.Color, strength))
	p.on.Circle(h.at.Sub(plot.Vec{X: 0.3 * r, Y: 0.38 * r}), 0.42*r, 0, plot.Faded(white, 0.3*strength))
	t.Glyph.Draw(p.on, h.at.X, h.at.Y, ballGlyph*r, plot.Faded(white, strength), none)
	if h.left || t.Diverged && h.ended {
		p.arrow(h, t, strength)
	}
}

// contact is the small shadow of a ball on the ground.
func (p *Painter) contact(at plot.Vec, r, strength float64) {
	p.corners = p.corners[:0]
	deep := r * (contactDepth + 0.5*p.ground.lens.sinT*contactDepth)
	for i := range 24 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / 24)
		p.corners = append(p.corners, plot.Vec{X: at.X + 0.35*r + contactWide*r*cos, Y: at.Y + 0.2*r + deep*sin})
	}
	p.on.Fill(p.corners, plot.Faded(ink0, 0.35*strength))
}

// arrow tells where a racer has gone that is seen no more.
func (p *Painter) arrow(h *head, t *plot.Trace, strength float64) {
	along := h.along
	if along == (plot.Vec{}) {
		w := &p.ways[h.trace]
		for i := len(w.spots) - 1; i > 0 && along == (plot.Vec{}); i-- {
			if d := w.spots[i].at.Sub(w.spots[i-1].at); d.Len() > 0 && !w.spots[i].gap {
				along = d.Mul(1 / d.Len())
			}
		}
	}
	if along == (plot.Vec{}) {
		return
	}
	across := plot.Vec{X: -along.Y, Y: along.X}
	base := h.at.Add(along.Mul(p.radius() + p.fit(ballRim+1)))
	tip := base.Add(along.Mul(p.px(arrowLength)))
	p.corners = append(p.corners[:0], tip, base.Add(across.Mul(p.px(arrowHalf))), base.Sub(across.Mul(p.px(arrowHalf))))
	p.on.Fill(p.corners, plot.Faded(t.Color, strength))
}

// verdicts says beside the balls of those who have left, or whose run has ended, at which step.
func (p *Painter) verdicts() {
	for i := range p.heads {
		h := &p.heads[i]
		t := &p.scene.Map.Traces[h.trace]
		switch {
		case t.Diverged && h.ended && t.Fate != "":
			p.tell(h, t.Fate)
		case t.Diverged && h.ended:
			w := &p.ways[h.trace]
			if w.said == "" || w.saidOf != t.Step {
				w.said, w.saidOf = say.T("step %d", t.Step), t.Step
			}
			p.tell(h, w.said)
		case h.left && t.Left > 0 && t.Head >= float64(t.Left):
			w := &p.ways[h.trace]
			if w.said == "" || w.saidOf != -t.Left {
				w.said, w.saidOf = say.T("left at step %d", t.Left), -t.Left
			}
			p.tell(h, w.said)
		}
	}
}

// tell writes something beside a ball: rather over others than not at all, but of a crowd only right beside it, where no ball is.
func (p *Painter) tell(h *head, text string) {
	away, t := p.radius()+p.fit(6), plot.Text{Text: text, Size: p.px(verdictSize), Ink: p.style.Palette.Text}
	if len(p.heads) > manyBalls {
		p.label(h.at, away, 1, t, p.balled)
		return
	}
	if !p.label(h.at, away, verdictRows, t, p.balled) {
		p.label(h.at, away, verdictRows, t, nil)
	}
}
