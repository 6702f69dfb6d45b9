package proof

import (
	"math"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/interval"
)

// A count says how many zeros a box has.
type count int

const (
	unclear   count = iota // cannot be told
	none                   // no zero
	atMostOne              // the gradient is one to one on the box
	one                    // exactly one zero
)

// krawczyk applies Krawczyk's operator to a box over which e encloses the gradient and its bounded Jacobian. All zeros of
// the box lie in the box that it returns.
func (s *search) krawczyk(b box, e *expr.Enclosure) (box, count) {
	c := geom.Point{X: b[0].Mid(), Y: b[1].Mid()}
	at := s.over(around(c, 0, 0))
	if at.Doubt != 0 {
		return b, unclear
	}
	j, g := &e.Bend, [2]interval.Interval{at.SlopeX, at.SlopeY}
	d := [2]interval.Interval{b[0].Sub(interval.Point(c.X)), b[1].Sub(interval.Point(c.Y))}
	for i := range 2 { // the mean value theorem
		if !g[i].Add(j[i][0].Mul(d[0])).Add(j[i][1].Mul(d[1])).Has(0) {
			return b, none
		}
	}
	y, ok := inverse(j)
	if !ok {
		return b, unclear
	}
	var k box
	inside, spread := true, 0.0
	for i := range 2 {
		var a [2]interval.Interval // a row of the unit matrix less y times the Jacobian
		for m := range 2 {
			a[m] = j[0][m].Scale(y[i][0]).Add(j[1][m].Scale(y[i][1])).Neg()
		}
		a[i] = a[i].Add(interval.Point(1))
		step := g[0].Scale(y[i][0]).Add(g[1].Scale(y[i][1]))
		k[i] = interval.Point(d0(c, i)).Sub(step).Add(a[0].Mul(d[0])).Add(a[1].Mul(d[1]))
		inside = inside && b[i].Lo < k[i].Lo && k[i].Hi < b[i].Hi
		spread = math.Max(spread, (a[0].Size()*b[0].Width()+a[1].Size()*b[1].Width())/b[i].Width())
	}
	_, meets := b.meet(k)
	switch {
	case !meets:
		return k, none
	case inside:
		return k, one
	case spread < 0.999:
		return k, atMostOne
	}
	return k, unclear
}

// d0 is a coordinate of a point.
func d0(p geom.Point, i int) float64 {
	if i == 0 {
		return p.X
	}
	return p.Y
}

// inverse is about that of the middle of a Jacobian.
func inverse(j *[2][2]interval.Interval) (y [2][2]float64, ok bool) {
	a, b, c, d := j[0][0].Mid(), j[0][1].Mid(), j[1][0].Mid(), j[1][1].Mid()
	size := max(math.Abs(a), math.Abs(b), math.Abs(c), math.Abs(d)) // its square may be too large for a number, or nothing
	a, b, c, d = a/size, b/size, c/size, d/size
	det := a*d - b*c
	y = [2][2]float64{{d / det / size, -b / det / size}, {-c / det / size, a / det / size}}
	sum := y[0][0] + y[0][1] + y[1][0] + y[1][1]
	return y, det != 0 && geom.Finite(sum)
}

// take adds the zero that a box is known to have, and no other; it lies in k as well.
func (s *search) take(b, k box) {
	near, _ := b.meet(k)
	for range 60 {
		e := s.over(near)
		if e.Doubt != 0 || !bounded(&e.Bend) {
			break
		}
		next, _ := s.krawczyk(near, &e)
		next, ok := near.meet(next)
		if !ok || next[0].Width() > 0.95*near[0].Width() && next[1].Width() > 0.95*near[1].Width() {
			break
		}
		near = next
	}
	if s.known.same(b, near) {
		return
	}
	e := s.over(near)
	z := Zero{At: geom.Point{X: near[0].Mid(), Y: near[1].Mid()}, Within: near.rect(), Form: form(&e)}
	s.report.Zeros = append(s.report.Zeros, z)
	s.known.add(b, near)
}

// form reads the sort of a zero off the Hessian.
func form(e *expr.Enclosure) Form {
	xx, xy, yy := e.XX, e.XY, e.YY
	size := max(xx.Size(), xy.Size(), yy.Size())
	if (size < 1e-100 || size > 1e100) && size > 0 && geom.Finite(size) { // its square would be no number
		xx, xy, yy = xx.Scale(1/size), xy.Scale(1/size), yy.Scale(1/size)
	}
	det := xx.Mul(yy).Sub(xy.Square())
	switch {
	case det.Hi < 0:
		return Pass
	case det.Lo > 0 && xx.Lo > 0:
		return Bowl
	case det.Lo > 0 && xx.Hi < 0:
		return Dome
	}
	return Unsure
}

// verify tries to show that there is exactly one zero around p, in as wide a box as it can.
func (s *search) verify(p geom.Point) {
	if s.known.covers(around(p, 0, 0)) {
		return
	}
	r := 1. / 48
	for range 14 {
		found, _ := s.test(around(p, r*(s.view.X1-s.view.X0), r*(s.view.Y1-s.view.Y0)))
		if found == one || s.spent() {
			return
		}
		r /= 4
	}
}
