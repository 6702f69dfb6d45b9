package game

import (
	"math"

	"descentlab/surfaces"
)

// Careful is how many probes somebody needs on a foggy map who sees no more than it shows, and who begins at a place: he
// always probes the lowest ground in sight, and where that is a valley that is not deep enough, as far from all probes as can be.
// It is -1 if he does not get there.
func Careful(l *Level, first surfaces.Point) int {
	return len(CarefulProbes(l, first))
}

// carefully many probes cover any map of the game.
const carefully = 300

// CarefulProbes are the probes that such a one makes; nil if he does not get there.
func CarefulProbes(l *Level, first surfaces.Point) []Action {
	w := l.Way.(Probing)
	p, list := l.Ground.Probe(), []Action{}
	s := &sight{view: l.Ground.View, radius: w.Radius}
	at := first
	for range carefully {
		list = append(list, Action{Do: Probe, X: at.X, Y: at.Y})
		if p.Value(at.X, at.Y) < w.Goal {
			return list
		}
		s.look(p, at)
		at = s.next()
	}
	return nil
}

// A sight is what has been seen through the holes in the fog.
type sight struct {
	view   surfaces.Rect
	radius float64
	probes []surfaces.Point
	low    surfaces.Point // the lowest ground in sight since the last leap to where nothing was seen
	height float64        // there
	onWay  bool           // something was seen since then
}

// look takes in what is clearly seen around a probe: a disc without its soft edge.
func (s *sight) look(p *surfaces.Probe, at surfaces.Point) {
	const rings, spokes = 32, 96
	s.probes = append(s.probes, at)
	for ring := range rings + 1 {
		r := s.radius * (1 - Soft) * float64(ring) / rings
		for spoke := range spokes {
			sin, cos := math.Sincos(2 * math.Pi * float64(spoke) / spokes)
			q := surfaces.Point{X: at.X + r*cos, Y: at.Y + r*sin}
			if h := p.Value(q.X, q.Y); s.view.Contains(q) && (!s.onWay || h < s.height) {
				s.low, s.height, s.onWay = q, h, true
			}
		}
	}
}

// next is the lowest ground in sight; if that has been probed, the place that is farthest from all probes.
func (s *sight) next() surfaces.Point {
	if s.away(s.low) > s.radius*0.02 {
		return s.low
	}
	s.onWay = false
	return s.farthest()
}

// away is how far a place is from the nearest probe.
func (s *sight) away(at surfaces.Point) float64 {
	least := math.Inf(1)
	for _, p := range s.probes {
		least = min(least, p.Distance(at))
	}
	return least
}

// farthest is the place of a grid that is farthest from all probes.
func (s *sight) farthest() (best surfaces.Point) {
	const n = 48
	far := -1.0
	for j := range n {
		for i := range n {
			x, y := s.view.Middle(i, j, n, n)
			if d := s.away(surfaces.Point{X: x, Y: y}); d > far {
				far, best = d, surfaces.Point{X: x, Y: y}
			}
		}
	}
	return best
}
