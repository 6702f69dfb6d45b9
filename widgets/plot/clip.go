package plot

import (
	"image"
	"math"
)

// pixelBox is the smallest box of whole pixels around the given box, kept
// within what an int32 holds.
func pixelBox(x0, y0, x1, y1 float64) image.Rectangle {
	const far = 1 << 30
	if !(x0 <= x1 && y0 <= y1) {
		return image.Rectangle{}
	}
	return image.Rect(
		int(math.Floor(clamp(x0, -far, far))), int(math.Floor(clamp(y0, -far, far))),
		int(math.Ceil(clamp(x1, -far, far))), int(math.Ceil(clamp(y1, -far, far))))
}

// clipSegment cuts the segment from a to b down to the box (Liang and Barsky,
// 1984). It reports false when nothing is left or an end is not finite.
func clipSegment(a, b vec, x0, y0, x1, y1 float64) (vec, vec, bool) {
	if !a.finite() || !b.finite() {
		return a, b, false
	}
	inside := func(v vec) bool { return v.x >= x0 && v.x <= x1 && v.y >= y0 && v.y <= y1 }
	if inside(a) && inside(b) {
		return a, b, true
	}
	// Measured from the nearer end, so that an end at 1e300 costs no digits.
	swapped := math.Max(math.Abs(a.x), math.Abs(a.y)) > math.Max(math.Abs(b.x), math.Abs(b.y))
	if swapped {
		a, b = b, a
	}
	// Halved, so that the difference of two huge numbers does not overflow.
	dx, dy := b.x/2-a.x/2, b.y/2-a.y/2
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
	if !cut(dx, x0-a.x, x1-a.x) || !cut(dy, y0-a.y, y1-a.y) {
		return a, b, false
	}
	at := func(t float64) vec { return vec{clamp(a.x+t*dx, x0, x1), clamp(a.y+t*dy, y0, y1)} }
	p, q := at(t0), b
	if t1 < 2 {
		q = at(t1)
	}
	if swapped {
		p, q = q, p
	}
	return p, q, true
}
