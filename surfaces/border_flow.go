package surfaces

import (
	"context"
	"math"
)

// turnings is how often a way downhill may change from the inside of a box to its border and back.
const turnings = 16

// keptDownhill is the way downhill of one who is kept within the box: where it comes to the border it goes on along that, and
// inside again from where it would go up beyond the border.
func (p *Probe) keptDownhill(ctx context.Context, from Point, view Rect, among []Critical, steps int) (Branch, error) {
	region := p.Region(view)
	sides := p.sides(region)
	way := Branch{Path: []Point{from}, To: -1, End: Unfinished}
	at := region.Clamp(from)
	for range turnings {
		s, t, held := p.heldBy(sides, at)
		if !held {
			b, err := p.freeDownhill(ctx, at, region, among, steps)
			if err != nil {
				return way, err
			}
			way.Path = append(way.Path, b.Path[1:]...)
			way.End, way.At, way.To = b.End, b.At, b.To
			end := region.Clamp(way.Path[len(way.Path)-1])
			if _, _, held = p.heldBy(sides, end); b.End != Left || !held {
				return way, nil
			}
			at = end
			continue
		}
		end, arrived := p.slideAlong(s, t, region)
		way.Path = append(way.Path, end)
		if arrived {
			p.arriveOnBorder(&way, end, region, among)
			return way, nil
		}
		if end == at {
			break
		}
		at = end
	}
	way.End = Unfinished
	return way, nil
}

// heldBy is the side of the box at which a point lies and beyond which it goes down.
func (p *Probe) heldBy(sides []side, at Point) (s side, t float64, held bool) {
	for _, s := range sides {
		t := s.along(at)
		if s.point(t) != at {
			continue
		}
		along, out := s.slopes(p.eval, t)
		// In a corner this is the side along which it goes down.
		if blocked := t == s.from && along > 0 || t == s.to && along < 0; out < 0 && !blocked {
			return s, t, true
		}
	}
	for _, s := range sides { // a corner that is lower than both of its sides
		t := s.along(at)
		if _, out := s.slopes(p.eval, t); s.point(t) == at && out < 0 {
			return s, t, true
		}
	}
	return side{}, 0, false
}

// slideAlong goes down along a side as far as it goes down there and farther outside, and tells whether that is a minimum.
func (p *Probe) slideAlong(s side, t float64, region Rect) (end Point, arrived bool) {
	along, _ := s.slopes(p.eval, t)
	if along == 0 {
		return s.point(t), true
	}
	slope := func(t float64) float64 { along, _ := s.slopes(p.eval, t); return along }
	to, step := s.to, (s.to-s.from)/sideSamples
	if along > 0 {
		to, step = s.from, -step
	}
	for t != to {
		next := t + step
		if (next-to)*step >= 0 {
			next = to
		}
		d, out := s.slopes(p.eval, next)
		switch {
		case !(d*along > 0): // past the lowest place
			if lo, hi := math.Min(t, next), math.Max(t, next); d != 0 {
				next, _ = turn(slope, lo, hi)
			}
			_, out = s.slopes(p.eval, next)
			return s.point(next), out < 0
		case !(out < 0):
			return s.point(next), false // inside it goes down from here
		}
		t = next
	}
	end = s.point(to)
	for _, r := range p.sides(region) {
		if at := r.along(end); r.upright != s.upright && r.point(at) == end {
			_, out := r.slopes(p.eval, at)
			return end, out < 0
		}
	}
	return end, false
}

// arriveOnBorder ends a way at a minimum on the border.
func (p *Probe) arriveOnBorder(way *Branch, end Point, region Rect, among []Critical) {
	near := region.Diagonal() * 1e-6
	for i, c := range among {
		if d := c.At.Distance(end); c.Border && d <= near {
			near, way.To, way.At, way.End = d, i, c, Arrived
		}
	}
	if way.To >= 0 {
		return
	}
	nothing := math.NaN()
	way.End = Arrived
	way.At = Critical{Kind: Minimum, At: end, Value: p.eval.Value(end.X, end.Y), L1: nothing, L2: nothing, Border: true}
}
