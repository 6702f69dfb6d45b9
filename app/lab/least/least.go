// Package least knows the least loss of a surface, for the methods that ask for it.
package least

import (
	"context"
	"math"

	"descentlab/app/lab/setup"
	"descentlab/surfaces"
)

// A Loss is the least one known of a surface: the literature's, or that of the deepest minimum in its home window.
type Loss struct {
	Value float64
	Known bool
}

// Find looks for the least loss, if some racer of the experiment asks for it; else, or if the window has no minimum or
// too many to tell, it is unknown. It depends on the surface, its home window and the box alone, so that zooming changes no race.
func Find(ctx context.Context, probe *surfaces.Probe, doc setup.Experiment) (Loss, error) {
	if !doc.NeedsLeast() {
		return Loss{}, nil
	}
	if s, err := doc.Landscape(); err == nil && probe.Box() == nil {
		if least, _, known := s.Known(doc.Params); known {
			return Loss{Value: least, Known: true}, nil
		}
	}
	v, err := probe.Survey(ctx, doc.Home)
	if err == nil {
		v, err = probe.Prove(ctx, v) // which finds the minima at kinks, and tells of flat points what they are
	}
	found := Loss{Value: math.Inf(1)}
	for _, p := range v.Whole().Points {
		if p.Kind == surfaces.Minimum || p.Kind == surfaces.Degenerate && !p.Proven {
			found = Loss{Value: min(found.Value, p.Value), Known: true}
		}
	}
	return found, err
}

// An Objective is a surface with the least loss known of it.
type Objective struct {
	*surfaces.Probe
	Least Loss
}

// Minimum is the least loss known.
func (o Objective) Minimum() (float64, bool) { return o.Least.Value, o.Least.Known }
