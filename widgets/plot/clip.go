package plot

import (
	"image"
	"math"
)

// Pixels is the smallest box of whole device units around b, kept within what an int32 holds. It is empty if b is not a box.
func (b Box) Pixels() image.Rectangle {
	const far = 1 << 30
	if !(b.X0 <= b.X1 && b.Y0 <= b.Y1) {
		return image.Rectangle{}
	}
	return image.Rect(
		int(math.Floor(clamp(b.X0, -far, far))), int(math.Floor(clamp(b.Y0, -far, far))),
		int(math.Ceil(clamp(b.X1, -far, far))), int(math.Ceil(clamp(b.Y1, -far, far))))
}

// apart tells at a glance that a segment cannot meet the box: it lies wholly beyond one of its sides.
func (b Box) apart(p, q Vec) bool {
	return p.X < b.X0 && q.X < b.X0 || p.X > b.X1 && q.X > b.X1 || p.Y < b.Y0 && q.Y < b.Y0 || p.Y > b.Y1 && q.Y > b.Y1
}

// Clip cuts the segment from p to q down to the box (Liang and Barsky, 1984). It reports false when nothing is left or an end
// is not finite.
func (b Box) Clip(p, q Vec) (Vec, Vec, bool) {
	if !p.Finite() || !q.Finite() {
		return p, q, false
	}
	inside := func(v Vec) bool { return v.X >= b.X0 && v.X <= b.X1 && v.Y >= b.Y0 && v.Y <= b.Y1 }
	if inside(p) && inside(q) {
		return p, q, true
	}
	// Measured from the nearer end, so that an end at 1e300 costs no digits.
	swapped := math.Max(math.Abs(p.X), math.Abs(p.Y)) > math.Max(math.Abs(q.X), math.Abs(q.Y))
	if swapped {
		p, q = q, p
	}
	// Halved, so that the difference of two huge numbers does not overflow.
	dx, dy := q.X/2-p.X/2, q.Y/2-p.Y/2
	t0, t1 := 0.0, 2.0
	cut := func(d, near, far float64) bool {
		if d == 0 {
			return near <= 0 && far >= 0
		}
		in, out := near/d, far/d
		if in > out {
			in, out = out, in
		}
		t0, t1 = math.Max(t0, in), math.Min(t1, out)
		return t0 <= t1
	}
	if !cut(dx, b.X0-p.X, b.X1-p.X) || !cut(dy, b.Y0-p.Y, b.Y1-p.Y) {
		return p, q, false
	}
	at := func(t float64) Vec { return Vec{clamp(p.X+t*dx, b.X0, b.X1), clamp(p.Y+t*dy, b.Y0, b.Y1)} }
	from, to := at(t0), q
	if t1 < 2 {
		to = at(t1)
	}
	if swapped {
		from, to = to, from
	}
	return from, to, true
}
