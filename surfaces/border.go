package surfaces

import (
	"math"

	"descentlab/internal/geom"
)

// A Border is what there is on the border of a box, as far as it lies in a window: the minima of those who may not leave it, at
// which the loss would fall farther outside.
type Border struct {
	Box    Rect
	Minima []Critical
	Proven bool // that there are no others
}

// sideSamples is in how many pieces of a side a minimum is looked for.
const sideSamples = 2048

// border looks for the minima on the border of the box, beside the critical points inside of it; nil if none of its sides is in
// the region.
func (p *Probe) border(region Rect, inside []Critical) *Border {
	sides := p.sides(region)
	if len(sides) == 0 {
		return nil
	}
	b := &Border{Box: *p.box, Minima: p.BorderMinima(region)}
	b.Proven = p.proveBorder(sides, append(b.Minima[:len(b.Minima):len(b.Minima)], inside...))
	return b
}

// BorderMinima are the minima on the border of the box, as far as it lies in a window.
func (p *Probe) BorderMinima(view Rect) []Critical {
	region := p.Region(view)
	sides := p.sides(region)
	var b Border
	for _, s := range sides {
		for _, m := range p.sideMinima(s) {
			b.add(m, region)
		}
	}
	for i, s := range sides {
		for _, r := range sides[i+1:] {
			if s.upright == r.upright {
				continue
			}
			if c, ok := p.corner(s, r, region); ok {
				b.add(c, region)
			}
		}
	}
	SortCritical(b.Minima, region)
	return b.Minima
}

// add adds a minimum that is not there yet: a corner may be found from both of its sides.
func (b *Border) add(c Critical, region Rect) {
	for _, m := range b.Minima {
		if m.At.Distance(c.At) <= 1e-9*region.Diagonal() {
			return
		}
	}
	b.Minima = append(b.Minima, c)
}

// sideMinima are the minima between the ends of a side: along it the slope goes from negative to positive, and outward it is
// negative.
func (p *Probe) sideMinima(s side) (list []Critical) {
	slope := func(t float64) float64 { along, _ := s.slopes(p.eval, t); return along }
	down := math.NaN() // the last place at which it goes down
	level := 0         // places since then at which it is level
	for k := range sideSamples + 1 {
		t := s.from + (s.to-s.from)*float64(k)/sideSamples
		switch d := slope(t); {
		case d < 0:
			down, level = t, 0
		case d == 0 && k > 0 && k < sideSamples:
			level++
		case d > 0 && !math.IsNaN(down):
			at, kink := turn(slope, down, t)
			if c, ok := p.sideMinimum(s, at, kink); ok {
				c.Curve = level > 1
				list = append(list, c)
			}
			down, level = math.NaN(), 0
		default:
			down = math.NaN()
		}
	}
	if level >= sideSamples-1 { // all of it
		if c, ok := p.sideMinimum(s, s.from+(s.to-s.from)/2, false); ok {
			c.Curve = true
			list = append(list, c)
		}
	}
	return list
}

// turn is where a slope goes from negative to positive between two places, to the last digit, and whether it jumps there.
func turn(slope func(float64) float64, lo, hi float64) (at float64, jumps bool) {
	first, last := slope(lo), slope(hi)
	scale := math.Max(-first, last)
	for {
		mid := lo + (hi-lo)/2
		if !(lo < mid && mid < hi) {
			break
		}
		d := slope(mid)
		if d == 0 {
			return mid, false
		}
		if d < 0 {
			lo, first = mid, d
		} else {
			hi, last = mid, d
		}
	}
	if -first < last {
		at = lo
	} else {
		at = hi
	}
	return at, math.Min(-first, last) > 1e-6*scale
}

// sideMinimum is the minimum at a place of a side, if outward it goes down there.
func (p *Probe) sideMinimum(s side, t float64, kink bool) (Critical, bool) {
	at := s.point(t)
	f := p.eval.Value(at.X, at.Y)
	_, out := s.slopes(p.eval, t)
	if !(out < 0) || !geom.Finite(f) {
		return Critical{}, false
	}
	nothing := math.NaN()
	return Critical{Kind: Minimum, At: at, Value: f, L1: nothing, L2: nothing, Border: true, Kink: kink}, true
}

// corner is the minimum at the corner of two sides, if beyond both of them it goes down.
func (p *Probe) corner(s, r side, region Rect) (Critical, bool) {
	if !s.upright {
		s, r = r, s
	}
	at := Point{X: s.at, Y: r.at}
	f, x, y := p.eval.Grad(at.X, at.Y)
	x, y = s.outward*x, r.outward*y
	if !(x <= 0 && y <= 0) || x == 0 && y == 0 || !geom.Finite(f) {
		return Critical{}, false
	}
	if x == 0 || y == 0 { // level along one side: what is a little farther on decides
		const little = 1e-4
		dx, dy := little*(region.X1-region.X0)*s.outward, little*(region.Y1-region.Y0)*r.outward
		if x != 0 {
			dx = 0
		}
		if y != 0 {
			dy = 0
		}
		if !(p.eval.Value(at.X-dx, at.Y-dy) > f) {
			return Critical{}, false
		}
	}
	nothing := math.NaN()
	return Critical{Kind: Minimum, At: at, Value: f, L1: nothing, L2: nothing, Border: true}, true
}

// Whole is the survey with the minima on the border of the box among its points.
func (v Survey) Whole() Survey {
	if v.Border == nil || len(v.Border.Minima) == 0 {
		return v
	}
	v.Points = append(v.Points[:len(v.Points):len(v.Points)], v.Border.Minima...)
	v.Found += len(v.Border.Minima)
	SortCritical(v.Points, v.View)
	return v
}
