package lab

import (
	"context"
	"math"

	"descentlab/app/lab/setup"
	"descentlab/surfaces"
)

// A Least is the least loss known of a surface: the literature's, or that of the deepest minimum in its home window.
type Least struct {
	Value float64
	Known bool
}

// FindLeast looks for the least loss, if some racer of the experiment asks for it; else, or if the window has no minimum or
// too many to tell, it is unknown. It depends on the surface, its home window and the box alone, so that zooming changes no race.
func FindLeast(ctx context.Context, probe *surfaces.Probe, doc setup.Experiment) (Least, error) {
	if !doc.NeedsLeast() {
		return Least{}, nil
	}
	if s, err := doc.Landscape(); err == nil && probe.Box() == nil {
		if least, _, known := s.Known(doc.Params); known {
			return Least{least, true}, nil
		}
	}
	v, err := probe.Survey(ctx, doc.Home)
	if err == nil {
		v, err = probe.Prove(ctx, v) // which finds the minima at kinks, and tells of flat points what they are
	}
	least := Least{Value: math.Inf(1)}
	for _, p := range v.Whole().Points {
		if p.Kind == surfaces.Minimum || p.Kind == surfaces.Degenerate && !p.Proven {
			least = Least{min(least.Value, p.Value), true}
		}
	}
	return least, err
}

// objective is a surface with the least loss known of it.
type objective struct {
	*surfaces.Probe
	least Least
}

// Minimum is the least loss known.
func (o objective) Minimum() (float64, bool) { return o.least.Value, o.least.Known }
