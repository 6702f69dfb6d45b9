package plot

import "math"

// thin appends to dst, in ascending order, the indices of those points of
// ys[from:to] that a picture can show: of each pixel column the first, the
// least, the greatest and the last. The polyline through them covers in every
// column the same extent as the one through all points, because a segment
// between columns joins a last point to a first. column(i) is the pixel column
// of point i; it does not decrease. There is no NaN in ys[from:to].
func thin(dst []int, ys []float64, from, to int, column func(i int) int) []int {
	for i := from; i < to; {
		end := columnEnd(i, to, column)
		low, high := i, i
		for j, y := range ys[i:end] {
			if y < ys[low] {
				low = i + j
			}
			if y > ys[high] {
				high = i + j
			}
		}
		for _, k := range [...]int{i, min(low, high), max(low, high), end - 1} {
			if n := len(dst); n == 0 || dst[n-1] < k {
				dst = append(dst, k)
			}
		}
		i = end
	}
	return dst
}

// columnEnd returns the first index after i, at most to, whose point is in
// another column than that of i. It gallops, so that columns of one point and
// of thousands both cost little.
func columnEnd(i, to int, column func(i int) int) int {
	col := column(i)
	step := 1
	for i+step < to && column(i+step) == col {
		step *= 2
	}
	inside, outside := i+step/2, min(i+step, to)
	for outside-inside > 1 {
		if mid := (inside + outside) / 2; column(mid) == col {
			inside = mid
		} else {
			outside = mid
		}
	}
	return outside
}

// straighten removes, in place, those points of a polyline that lie on the
// straight line between points that it keeps, give or take tolerance, measured
// vertically. It shortens only what runs from left to right: a smooth curve
// needs but a tenth of its points, and the pen takes its time by the segment.
// (The slopes of all lines from a kept point that pass the points since closely
// enough form an interval; the first point that leaves it empty is where to
// bend.)
func straighten(pts []Vec, tolerance float64) []Vec {
	if len(pts) < 3 {
		return pts
	}
	kept := pts[:1]
	anchor, least, most := pts[0], math.Inf(-1), math.Inf(1)
	for i := 1; i < len(pts)-1; i++ {
		p, next := pts[i], pts[i+1]
		if dx := p.X - anchor.X; dx > 0 && next.X > p.X {
			least = math.Max(least, (p.Y-tolerance-anchor.Y)/dx)
			most = math.Min(most, (p.Y+tolerance-anchor.Y)/dx)
			if slope := (next.Y - anchor.Y) / (next.X - anchor.X); slope >= least && slope <= most {
				continue
			}
		}
		kept = append(kept, p)
		anchor, least, most = p, math.Inf(-1), math.Inf(1)
	}
	return append(kept, pts[len(pts)-1])
}
