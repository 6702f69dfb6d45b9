package curves

import (
	"image/color"
	"math"
	"strconv"

	"descentlab/app/curve"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Sizes of the moving parts, in units.
const (
	BallRadius = 9
	BallReach  = 16   // from its middle: what counts as on it
	bulge      = 0.27 // of a hop, in parts of its length
	mostHops   = 40   // that are drawn
	numbered   = 12   // of them, the last, have numbers
)

// DrawLive draws what moves, over the ground.
func (p Plot) DrawLive(on plot.Canvas) {
	s := newSketch(on, p.Look)
	b := p.box(s.w, s.h)
	l := p.labels(s, b)
	p.batch(s, b, l)
	if p.Hops {
		p.hops(s, b, l)
	}
	p.leader(s, b, l)
	if p.Hops {
		p.numberHops(b, l)
	}
	p.title(s)
	if p.Chosen {
		s.on.Box(plot.Vec{}, s.w, s.px(3), 0, p.ink())
	}
}

// labels are the texts of the picture, out of the way of those of the ground and of the title.
func (p Plot) labels(s *sketch, b box) *labels {
	l := &labels{s: s, within: plot.Box{X0: b.X0 + s.px(3), Y0: b.Y0 + s.px(3), X1: b.X1 - s.px(3), Y1: b.Y1 - s.px(2)}}
	l.take(p.heading(s)...)
	for _, v := range b.heights(s) {
		l.take(s.textBox(number(v), 11, false, b.at(b.x0, v).Add(plot.Vec{X: s.px(10), Y: s.px(4)}), plot.AlignLeft))
	}
	if !p.small(s) {
		l.take(s.textBox(words.T("loss L"), 11, false, plot.Vec{X: b.X0 + s.px(10), Y: s.px(16)}, plot.AlignLeft))
	}
	for _, m := range p.State.Curve.Minima {
		if at := b.at(m.At, m.Loss); at.Finite() && b.holds(at) {
			l.spare(around(at, s.px(6)))
			l.take(around(at.Add(plot.Vec{Y: s.px(12)}), s.px(5)))
		}
	}
	return l
}

// small tells a picture that has room for numbers, but not for what they are.
func (p Plot) small(s *sketch) bool { return s.w < s.px(240) }

// ink is the colour of the ball: that of w, or among several the racer's.
func (p Plot) ink() color.RGBA {
	if p.Name == "" {
		return p.Look.Ink(curve.Weight)
	}
	return p.Look.Palette.Racer(p.State.Runs[0].Racer.Slot)
}

// A heading is a line of the title.
type heading struct {
	text      string
	y, size   float64 // in units
	ink       color.RGBA
	important bool
}

// headings say how far it is, and of one among several whose steps they are.
func (p Plot) headings(s *sketch) []heading {
	row := p.State.Row(0)
	muted := p.Look.Palette.Muted
	loss := words.T("loss %s", curve.Number(row.Loss))
	least, is := p.State.Curve.Least()
	is = is && row.Loss-least < 1e300
	if p.Name != "" {
		if is {
			loss = words.T("%s above the minimum", curve.Number(row.Loss-least))
		}
		return []heading{{p.Name, 22, 13, p.ink(), true}, {loss, 39, 11, muted, false}}
	}
	head := words.N(row.Step, "after %d step", "after %d steps", row.Step)
	switch {
	case p.Past != nil:
		head = words.T("a new start")
	case row.Step == 0:
		head = words.T("at the start")
	}
	switch {
	case is && s.w < s.px(340):
		loss = words.T("%s above the minimum", curve.Number(row.Loss-least))
	case is:
		loss = words.T("loss %s · %s above the minimum", curve.Number(row.Loss), curve.Number(row.Loss-least))
	}
	return []heading{{head, 28, 15, p.Look.Palette.Text, true}, {loss, 48, 12, muted, false}}
}

// fitted is the size of a heading that a picture has room for.
func (h heading) fitted(s *sketch) float64 {
	return math.Max(smallest, h.size*math.Min(1, (s.w-s.px(12))/s.wide(h.text, h.size, h.important)))
}

// heading is where they stand.
func (p Plot) heading(s *sketch) []plot.Box {
	var list []plot.Box
	for _, h := range p.headings(s) {
		list = append(list, s.textBox(h.text, h.fitted(s), h.important, plot.Vec{X: s.w / 2, Y: s.px(h.y)}, plot.AlignCenter))
	}
	return list
}

// title writes them.
func (p Plot) title(s *sketch) {
	for _, h := range p.headings(s) {
		s.signed(h.text, plot.Vec{X: s.w / 2, Y: s.px(h.y)}, h.fitted(s), h.ink, plot.AlignCenter, h.important)
	}
}

// batch draws the curve of a noisy one that the present batch sees: as high at the ball, and with the slope that it is told.
func (p Plot) batch(s *sketch, b box, l *labels) {
	row := p.State.Row(0)
	if row.Noise == 0 || math.IsNaN(row.Noise) || p.Grown < 1 {
		return
	}
	line, pts := p.line(b), make([]plot.Vec, 0, 100)
	for i := 0; i < len(line); i += max(1, len(line)/100) {
		w := b.x0 + (b.x1-b.x0)*float64(i)/float64(len(line)-1)
		pts = append(pts, line[i].Sub(plot.Vec{Y: row.Noise * (w - row.W) / (b.y1 - b.y0) * (b.Y1 - b.Y0)}))
	}
	seen := named{words.T("what this batch sees"), s.Ink(curve.Slope), b.cut(pts)}
	s.dashed(1.2, 5, 4, faded(s.Ink(curve.Slope), 0.6), seen.pts...)
	if !p.small(s) {
		l.put(label{text: seen.name, size: 10.5, ink: seen.ink}, seen.sides(b)...)
	}
}

// way is the run whose hops are shown, up to the last step.
func (p Plot) way() (run *curve.Run, last int) {
	s := p.State
	if p.Past != nil {
		s = *p.Past
	}
	return s.Runs[0], s.Runs[0].Reach(s.Step)
}

// hops draws the way so far, older hops fainter.
func (p Plot) hops(s *sketch, b box, l *labels) {
	run, last := p.way()
	ink := p.ink()
	for t := max(0, last-mostHops); t < last; t++ {
		from, to := run.At(t), run.At(t+1)
		part := math.Max(0.22, 0.95*math.Pow(0.86, float64(last-1-t)))
		grown := 1.0
		if t == last-1 {
			grown = p.Grown
		}
		arc := hop(b.at(from.W, from.Loss), b.at(to.W, to.Loss), grown)
		s.line(1.8, faded(ink, part), b.cut(arc)...)
	}
	for t := max(0, last-mostHops); t < last; t++ {
		row := run.At(t)
		at := b.at(row.W, row.Loss)
		if !at.Finite() || !b.holds(at) {
			continue
		}
		s.on.Circle(at, s.px(4), 0, s.Palette.Panel)
		s.on.Circle(at, s.px(3), 0, faded(ink, 0.9))
		if last-t <= numbered {
			l.spare(around(at, s.px(4)))
		}
	}
}

// numberHops writes the numbers of the last steps beside their places, where there is room: outside of the curve if there is
// some, on the side to which it rises.
func (p Plot) numberHops(b box, l *labels) {
	run, last := p.way()
	for t := last - 1; t >= max(0, last-numbered); t-- {
		row := run.At(t)
		at := b.at(row.W, row.Loss)
		if !at.Finite() || !b.holds(at) {
			continue
		}
		out := -8.0
		if row.Slope > 0 {
			out = 8
		}
		l.put(label{text: strconv.Itoa(t), size: 10.5, ink: p.Look.Palette.Text},
			beside(at, out, 4), beside(at, -out, 4), above(at, 8), above(at, -16))
	}
}

// hop is an arc over the way from a place to another, or a part of it from its beginning.
func hop(a, b plot.Vec, part float64) []plot.Vec {
	if !a.Finite() || !b.Finite() {
		return nil
	}
	way := b.Sub(a)
	top := a.Add(way.Mul(0.5)).Sub(plot.Vec{Y: bulge * way.Len()})
	n := max(6, min(48, int(way.Len()/6)))
	pts := make([]plot.Vec, n+1)
	for i := range pts {
		t := part * float64(i) / float64(n)
		pts[i] = a.Mul((1 - t) * (1 - t)).Add(top.Mul(2 * t * (1 - t))).Add(b.Mul(t * t))
	}
	return pts
}

// ball draws the ball of the first racer.
func (p Plot) ball(s *sketch, b box, at plot.Vec) {
	if !at.Finite() || !b.holds(at) {
		return
	}
	ink := p.ink()
	s.on.Circle(at, s.px(BallRadius+6), 0, faded(ink, 0.22))
	s.on.Circle(at, s.px(BallRadius), 0, s.Palette.Panel)
	s.on.Circle(at, s.px(BallRadius-1.5), 0, ink)
	s.on.Circle(at.Sub(plot.Vec{X: s.px(2.4), Y: s.px(2.6)}), s.px(1.8), 0, faded(s.Palette.Text, 0.8))
}
