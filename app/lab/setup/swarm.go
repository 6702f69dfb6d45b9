package setup

import (
	"cmp"
	"slices"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// Where the runs of a swarm begin.
const (
	FromDisc    = ""        // in a disc around the start
	FromRing    = "ring"    // on a circle around a point
	FromGrid    = "grid"    // all over the home window
	FromPainted = "painted" // in the painted region
)

// Froms are the ways for a swarm to begin.
var Froms = []string{FromDisc, FromRing, FromGrid, FromPainted}

// Swarming is what swarm is let loose; zeros are defaults.
type Swarming struct {
	Runs   int            // 0: 300
	From   string         // one of Froms
	Radius float64        // of the disc or the ring; 0: 0.1, unless Point
	Point  bool           // all runs begin at the middle of the disc itself
	Around surfaces.Point // the middle of the ring
}

// Filled is s with its defaults filled in.
func (s Swarming) Filled() Swarming {
	s.Runs = cmp.Or(s.Runs, 300)
	if !s.Point {
		s.Radius = cmp.Or(s.Radius, 0.1)
	}
	return s
}

// Round tells whether the runs begin around a point: the radius matters then.
func (s Swarming) Round() bool { return s.From == FromDisc || s.From == FromRing }

func (s Swarming) check() error {
	if s.Runs < 0 || s.Runs > sweep.MaxSwarm {
		return At("runs", words.Errorf("swarm: must have 1 to %d runs; got %d", sweep.MaxSwarm, s.Runs))
	}
	if !slices.Contains(Froms, s.From) {
		return At("from", words.Errorf("swarm: must begin from ring, grid, painted or, if empty, from a disc; got %q", s.From))
	}
	if !geom.Finite(s.Around.X) || !geom.Finite(s.Around.Y) {
		return At("ring_around", words.Errorf("swarm: the middle of its ring must be finite; got (%v, %v)", s.Around.X, s.Around.Y))
	}
	if !geom.Finite(s.Radius) || s.Radius < 0 {
		return At("radius", words.Errorf("swarm: the radius must be 0 or more and finite; got %v", s.Radius))
	}
	return nil
}

// SwarmMiddle is the point around which the runs of the swarm begin, if they begin around one.
func (e *Experiment) SwarmMiddle() surfaces.Point {
	if e.Swarm.From == FromRing {
		return e.Swarm.Around
	}
	return e.Start
}

// SwarmStarts are where the runs of the swarm begin. There are none if they are to begin in a painted region and nothing is
// painted.
func (e *Experiment) SwarmStarts() []sweep.Start {
	at, sw := e.SwarmMiddle(), e.Swarm.Filled()
	switch sw.From {
	case FromRing:
		return sweep.Ring(at.X, at.Y, sw.Radius, sw.Runs, e.Seed)
	case FromGrid:
		return sweep.Grid(e.Home, sw.Runs, e.Seed)
	case FromPainted:
		return e.PaintedStarts(sw.Runs, e.Seed)
	}
	return sweep.Disc(at.X, at.Y, sw.Radius, sw.Runs, e.Seed)
}
