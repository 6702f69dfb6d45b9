package proof

import (
	"math"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/interval"
)

// A box is an interval of x and one of y.
type box [2]interval.Interval

func boxOf(r geom.Rect) box { return box{{Lo: r.X0, Hi: r.X1}, {Lo: r.Y0, Hi: r.Y1}} }

func (b box) rect() geom.Rect { return geom.Rect{X0: b[0].Lo, X1: b[0].Hi, Y0: b[1].Lo, Y1: b[1].Hi} }

func (b box) covers(c box) bool { return b[0].Covers(c[0]) && b[1].Covers(c[1]) }

// meet is what two boxes have in common, if anything.
func (b box) meet(c box) (box, bool) {
	x, okX := b[0].Meet(c[0])
	y, okY := b[1].Meet(c[1])
	return box{x, y}, okX && okY
}

// around is the box that reaches so far to all sides of p.
func around(p geom.Point, rx, ry float64) box {
	return box{{Lo: p.X - rx, Hi: p.X + rx}, {Lo: p.Y - ry, Hi: p.Y + ry}}
}

// A part is a box with what is known of it.
type part struct {
	box
	doubt interval.Doubt
	level bool
	bend  [2]float64 // how much the gradient may change along x and along y; 0 if that is not known
}

// halves divides a box where the gradient changes more, unless that makes it too long, as measured by the window.
func (p part) halves(view geom.Rect) (part, part) {
	w, h := p.box[0].Width()/(view.X1-view.X0), p.box[1].Width()/(view.Y1-view.Y0)
	k := 0
	switch {
	case h > 8*w:
		k = 1
	case w > 8*h:
	case p.bend[0] != p.bend[1]:
		if p.bend[1] > p.bend[0] {
			k = 1
		}
	case h > w:
		k = 1
	}
	a, b := part{box: p.box}, part{box: p.box}
	// Not in the middle, where formulas have their symmetries.
	at := p.box[k].Lo + 0.4937*p.box[k].Width()
	a.box[k].Hi, b.box[k].Lo = at, at
	return a, b
}

// smear is how much the gradient may change along both sides of a box, each component of it measured by its own change.
func smear(b box, j *[2][2]interval.Interval) (s [2]float64) {
	for _, row := range j {
		x, y := row[0].Size()*b[0].Width(), row[1].Size()*b[1].Width()
		if top := math.Max(x, y); top > 0 && !math.IsInf(top, 1) {
			s[0] += x / top
			s[1] += y / top
		}
	}
	return s
}

// bounded reports whether the Jacobian is.
func bounded(j *[2][2]interval.Interval) bool {
	return j[0][0].Bounded() && j[0][1].Bounded() && j[1][0].Bounded() && j[1][1].Bounded()
}

// vanishing are gradients so small that they have lost their digits.
const vanishing = 1e-285

// examine looks at a box. It is dropped if it has no zero, or only one that is known; else what is still open of it is
// returned.
func (s *search) examine(b box) (part, bool) {
	if s.known.covers(b) {
		return part{}, false
	}
	e := s.over(b)
	if e.Doubt&(interval.Void|interval.Rough) != 0 {
		return part{}, false
	}
	s.report.Jumps = s.report.Jumps || e.Doubt&interval.Jump != 0
	if !e.SlopeX.Has(0) || !e.SlopeY.Has(0) {
		return part{}, false
	}
	p := part{box: b, doubt: e.Doubt}
	if e.Faint || e.X.Size() < vanishing && e.Y.Size() < vanishing {
		p.level = true
		return p, true
	}
	switch {
	case e.Doubt&(interval.Kink|interval.Jump) != 0:
		return p, e.Doubt&interval.Edge != 0 || !s.apart(b)
	case e.Doubt != 0 || !bounded(&e.Bend):
		return p, true
	}
	return s.narrow(p, &e)
}

// narrow applies Krawczyk's operator to a box over which the gradient is smooth, as often as that helps.
func (s *search) narrow(p part, e *expr.Enclosure) (part, bool) {
	for range 12 {
		p.bend = smear(p.box, &e.Bend)
		k, found := s.krawczyk(p.box, e)
		if found == none {
			return p, false
		}
		next, some := p.box.meet(k)
		switch {
		case found == one:
			s.take(p.box, k)
			return p, false
		case !some:
			return p, false
		case found == atMostOne && s.known.within(next):
			return p, false
		}
		before, now := p.box[0].Width()*p.box[1].Width(), next[0].Width()*next[1].Width()
		p.box = next
		if found == atMostOne && (s.small(next, fine) || now > 0.5*before && s.small(next, coarse)) {
			return p, !s.settle(next)
		}
		if now > 0.5*before {
			break
		}
		if *e = s.over(p.box); !e.SlopeX.Has(0) || !e.SlopeY.Has(0) {
			return p, false
		}
	}
	return p, true
}

// settle looks around a small box for the zero that may be in it or beside it, and tells whether that is certain now.
func (s *search) settle(b box) bool {
	c := geom.Point{X: b[0].Mid(), Y: b[1].Mid()}
	r := 8 * math.Max(b[0].Width()/(s.view.X1-s.view.X0), b[1].Width()/(s.view.Y1-s.view.Y0))
	for range 4 {
		wide := around(c, r*(s.view.X1-s.view.X0)+64*grain*math.Abs(c.X), r*(s.view.Y1-s.view.Y0)+64*grain*math.Abs(c.Y))
		switch found, _ := s.test(wide); found {
		case none, one:
			return true
		}
		r *= 8
	}
	return false
}

// test applies Krawczyk's operator once, and takes the zero if there is exactly one.
func (s *search) test(b box) (count, box) {
	e := s.over(b)
	switch {
	case e.Doubt&interval.Void != 0 || !e.SlopeX.Has(0) || !e.SlopeY.Has(0):
		return none, b
	case e.Doubt != 0 || e.Faint || !bounded(&e.Bend):
		return unclear, b
	}
	k, found := s.krawczyk(b, &e)
	if found == one {
		s.take(b, k)
	}
	return found, k
}
