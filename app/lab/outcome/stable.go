package outcome

import (
	"context"

	"descentlab/app/lab"
	"descentlab/app/lab/pace"
)

// StableRate is the largest learning rate, below its own, at which the i-th racer of the race that a state shows does not
// diverge, if there is one: see pace.Ground.Stable. It may be called on any goroutine.
func StableRate(ctx context.Context, s lab.State, i int) (rate float64, ok bool) {
	doc := s.TapeDoc
	g := pace.Ground{
		Loss: lab.Loss(s.Field.Probe, s.Field.Least, doc, doc.Seed), Start: doc.Start, Window: doc.Home,
		Box: doc.Kept(), Seed: doc.Seed, Steps: doc.Steps,
	}
	return g.Stable(ctx, doc.Racers[i].Spec)
}
