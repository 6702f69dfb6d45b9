package lab

import (
	"cmp"
	"context"
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
		return words.Errorf("swarm: must have 1 to %d runs; got %d", sweep.MaxSwarm, s.Runs)
	}
	if !slices.Contains(Froms, s.From) {
		return words.Errorf("swarm: must begin from ring, grid, painted or, if empty, from a disc; got %q", s.From)
	}
	if !geom.Finite(s.Around.X) || !geom.Finite(s.Around.Y) {
		return words.Errorf("swarm: the middle of its ring must be finite; got (%v, %v)", s.Around.X, s.Around.Y)
	}
	if !geom.Finite(s.Radius) || s.Radius < 0 {
		return words.Errorf("swarm: the radius must be 0 or more and finite; got %v", s.Radius)
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

// A SwarmRun is a swarm with all that its pictures and tables tell.
type SwarmRun struct {
	*sweep.Swarm
	Starts []sweep.Start
	Shares []Share
	Escape *Escape // nil if the runs do not begin near a saddle
	places []Place
}

// ErrNothingPainted says that a swarm has nowhere to begin.
const ErrNothingPainted = words.Fault("swarm: nothing is painted where its runs could begin")

// Swarm lets one of the racers run from all starts of the experiment's swarm, each with its own seed, and tells what becomes
// of the runs. The error is ErrNothingPainted if it has no starts.
func (s *Survey) Swarm(ctx context.Context, racer int, o sweep.Options) (*SwarmRun, error) {
	starts := s.Doc.SwarmStarts()
	if len(starts) == 0 {
		return nil, ErrNothingPainted
	}
	work, spec := s.work(), s.Doc.Racers[racer].Spec
	swarm, err := work.Swarm(ctx, spec, starts, o)
	if err != nil {
		return nil, err
	}
	run := &SwarmRun{Swarm: swarm, Starts: starts, places: s.Places}
	run.Shares, _ = Shares(sweep.NewSheet(swarm.Runs, 1, run.Ends), s.Places)
	run.Escape = s.escapes(ctx, swarm)
	return run, nil
}
