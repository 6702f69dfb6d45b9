package lab

import (
	"context"

	"descentlab/app/lab/pace"
	"descentlab/optim/race"
)

// Diverged is how the i-th run of the race has ended, and whether that was by its steps being too long: it has diverged, or left
// the domain, and not at once.
func (s State) Diverged(i int) (race.Verdict, bool) {
	if s.Tape == nil || i < 0 || i >= len(s.Tape.Runs) {
		return race.Verdict{}, false
	}
	v := s.Tape.Runs[i].Verdict
	return v, v.Step > 0 && (v.Kind == race.Diverged || v.Kind == race.Undefined)
}

// StableRate is the largest learning rate, below its own, at which the i-th racer of the race that the state shows does not
// diverge, if there is one: see pace.Ground.Stable. It may be called on any goroutine.
func (s State) StableRate(ctx context.Context, i int) (rate float64, ok bool) {
	doc := s.TapeDoc
	g := pace.Ground{
		Loss: Loss(s.Field.Probe, s.Field.Least, doc, doc.Seed), Start: doc.Start, Window: doc.Home,
		Box: doc.Kept(), Seed: doc.Seed, Steps: doc.Steps,
	}
	return g.Stable(ctx, doc.Racers[i].Spec)
}
