package surfaces

import (
	"math"
	"slices"

	"descentlab/internal/geom"
)

const (
	ringSamples = 64
	ringWide    = 2e-2 // radii, in cells
	ringNarrow  = 2e-3
	touching    = 1e-9 // of the greatest difference on a ring: what counts as none
)

// ring tells what a surface does at a point where its gradient jumps, by the values on two small rings around it: higher all
// around at a minimum, lower at a maximum, by turns at a saddle. It is Degenerate where a line leads away on which the value
// stays the same. There is none of these where the values are higher on one side and lower on the other, or not finite.
func (s *search) ring(p Point) (Kind, bool) {
	wide, ok := s.onRing(p, ringWide)
	if !ok {
		return 0, false
	}
	narrow, ok := s.onRing(p, ringNarrow)
	if narrow == Degenerate && wide == Saddle { // too small to see how it falls to the fourth power
		narrow = Saddle
	}
	return narrow, ok && narrow == wide
}

// onRing looks at one ring.
func (s *search) onRing(p Point, r float64) (Kind, bool) {
	f := s.eval.Value(p.X, p.Y)
	rise := func(angle float64) float64 {
		sin, cos := math.Sincos(angle)
		q := s.shift(p, r*cos, r*sin)
		return s.eval.Value(q.X, q.Y) - f
	}
	var d [ringSamples]float64
	const step = 2 * math.Pi / ringSamples
	for k := range d {
		if d[k] = rise(float64(k) * step); !geom.Finite(d[k]) {
			return 0, false
		}
	}
	var round []float64
	for k := range d { // along creases the extremes are sharp: find them between the samples
		before, after := d[(k+ringSamples-1)%ringSamples], d[(k+1)%ringSamples]
		from, to := (float64(k)-1)*step, (float64(k)+1)*step
		round = append(round, d[k])
		if d[k] <= before && d[k] <= after {
			round = append(round, least(rise, from, to))
		}
		if d[k] >= before && d[k] >= after {
			round = append(round, -least(func(a float64) float64 { return -rise(a) }, from, to))
		}
	}
	lo, hi := slices.Min(round), slices.Max(round)
	nothing := math.Max(touching*math.Max(math.Abs(lo), math.Abs(hi)), 0x1p-50*math.Abs(f))
	switch {
	case lo > nothing:
		return Minimum, true
	case hi < -nothing:
		return Maximum, true
	case hi <= nothing || lo >= -nothing:
		return Degenerate, hi > nothing || lo < -nothing
	}
	if crossings(round, nothing) < 4 {
		return Slope, true
	}
	return Saddle, true
}

// crossings counts how often the values change their sign on the way round.
func crossings(d []float64, nothing float64) (n int) {
	last := 0.0
	for k := range 2 * len(d) {
		v := d[k%len(d)]
		if math.Abs(v) <= nothing {
			continue
		}
		if k >= len(d) && v*last < 0 {
			n++
		}
		last = v
	}
	return n
}

// least is the least value that f takes from a to b, where it falls and then rises.
func least(f func(float64) float64, a, b float64) float64 { return f(lowestAt(f, a, b)) }

// lowestAt is where that is (golden section).
func lowestAt(f func(float64) float64, a, b float64) float64 {
	const golden = 0.6180339887498949
	p, q := b-golden*(b-a), a+golden*(b-a)
	fp, fq := f(p), f(q)
	for range 44 {
		if fp < fq {
			b, q, fq = q, p, fp
			p = b - golden*(b-a)
			fp = f(p)
		} else {
			a, p, fp = p, q, fq
			q = a + golden*(b-a)
			fq = f(q)
		}
	}
	if fp < fq {
		return p
	}
	return q
}

// finite reports whether there is a finite value at p.
func (s *search) finite(p Point) bool { return geom.Finite(s.eval.Value(p.X, p.Y)) }

// simplest is the point of r with the shortest coordinates: none is known to be nearer to what r surrounds.
func simplest(r Rect) Point { return Point{X: shortest(r.X0, r.X1), Y: shortest(r.Y0, r.Y1)} }

func shortest(lo, hi float64) float64 {
	if lo <= 0 && 0 <= hi {
		return 0
	}
	mid := lo + (hi-lo)/2
	for n := 1; n < 17; n++ {
		if v := geom.Digits(mid, n); lo <= v && v <= hi {
			return v
		}
	}
	return mid
}
