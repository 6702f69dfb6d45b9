package geom

import (
	"math"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		p, q Point
		want float64
	}{
		{Point{1, 2}, Point{4, 6}, 5},
		{Point{-1, 0}, Point{-1, 0}, 0},
		{Point{3e200, 1}, Point{-1e200, 1}, 4e200}, // whose square overflows
		{Point{math.Inf(1), 0}, Point{0, 0}, math.Inf(1)},
	} {
		if got, back := c.p.Distance(c.q), c.q.Distance(c.p); got != c.want || back != c.want {
			t.Errorf("from %v to %v: %v, and %v back; want %v", c.p, c.q, got, back, c.want)
		}
	}
}
