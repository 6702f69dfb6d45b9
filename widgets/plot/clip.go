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
func clipSegment(a, b Vec, x0, y0, x1, y1 float64) (Vec, Vec, bool) {
	if !a.Finite() || !b.Finite() {
		return a, b, false
	}
	inside := func(v Vec) bool { return v.X >= x0 && v.X <= x1 && v.Y >= y0 && v.Y <= y1 }
	if inside(a) && inside(b) {
		return a, b, true
	}
	// Measured from the nearer end, so that an end at 1e300 costs no digits.
	swapped := math.Max(math.Abs(a.X), math.Abs(a.Y)) > math.Max(math.Abs(b.X), math.Abs(b.Y))
	if swapped {
		a, b = b, a
	}
	// Halved, so that the difference of two huge numbers does not overflow.
	dx, dy := b.X/2-a.X/2, b.Y/2-a.Y/2
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
	if !cut(dx, x0-a.X, x1-a.X) || !cut(dy, y0-a.Y, y1-a.Y) {
		return a, b, false
	}
	at := func(t float64) Vec { return Vec{clamp(a.X+t*dx, x0, x1), clamp(a.Y+t*dy, y0, y1)} }
	p, q := at(t0), b
	if t1 < 2 {
		q = at(t1)
	}
	if swapped {
		p, q = q, p
	}
	return p, q, true
}
