package plot

// Simplified is a line of fewer points that is nowhere farther from the line through all of them than a tolerance (Douglas and
// Peucker 1973). The ends stay. The result lies in the memory of pts.
func Simplified(pts []Vec, tolerance float64) []Vec {
	if len(pts) < 3 {
		return pts
	}
	keep := make([]bool, len(pts))
	keep[0], keep[len(pts)-1] = true, true
	type span struct{ from, to int }
	for open := []span{{0, len(pts) - 1}}; len(open) > 0; {
		s := open[len(open)-1]
		open = open[:len(open)-1]
		farthest, far := -1, tolerance*tolerance
		for i := s.from + 1; i < s.to; i++ {
			if d := offLine(pts[i], pts[s.from], pts[s.to]); d > far {
				farthest, far = i, d
			}
		}
		if farthest >= 0 {
			keep[farthest] = true
			open = append(open, span{s.from, farthest}, span{farthest, s.to})
		}
	}
	kept := pts[:0]
	for i, p := range pts {
		if keep[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// offLine is the square of how far a place is from a piece of a line.
func offLine(p, a, b Vec) float64 {
	d, e := b.Sub(a), p.Sub(a)
	if length := d.X*d.X + d.Y*d.Y; length > 0 {
		e = e.Sub(d.Mul(clamp((e.X*d.X+e.Y*d.Y)/length, 0, 1)))
	}
	return e.X*e.X + e.Y*e.Y
}
