package lab

import (
	"context"

	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// A SwarmRun is a swarm with all that its pictures and tables tell.
type SwarmRun struct {
	*sweep.Swarm
	Starts []sweep.Start
	Shares []Share
	Escape *Escape // nil if the runs do not begin near a saddle
	places []Place
}

// Said is the part of the runs that arrive at a place, in words.
func (r *SwarmRun) Said(p *Place) string {
	for _, s := range r.Shares {
		if s.Place != nil && s.Place.Name == p.Name {
			return s.Said
		}
	}
	return words.Percent(0)
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
