package sweep

import (
	"context"
	"maps"
	"slices"

	"descentlab/optim"
)

// FromSettings runs a racer from one start for every place of out, each with its own values of some knobs, of the racer or
// of the loss: at stores those of place i in values, in the order of knobs, and must be safe to call from several
// goroutines. Errors are as of FromStarts; a knob that neither has is one, too, and a value that the racer refuses.
func (w *Work) FromSettings(
	ctx context.Context, start Start, spec optim.Spec, knobs []string, at func(i int, values []float64), out []Outcome, o Options,
) error {
	if err := w.ready(); err != nil {
		return err
	}
	if _, err := w.settings(spec, knobs); err != nil {
		return err
	}
	return inPieces(ctx, len(out), 16, o, func(int) func(lo, hi int) error {
		s, err := w.settings(spec, knobs)
		values := make([]float64, len(knobs))
		return func(lo, hi int) error {
			for i := lo; i < hi && err == nil; i++ {
				at(i, values)
				out[i], err = s.run(ctx, values, start)
			}
			return err
		}
	})
}

// Knob is the loss's knob of that name, if it has one.
func (w *Work) Knob(name string) (optim.Knob, bool) {
	i := slices.IndexFunc(w.Knobs, func(k optim.Knob) bool { return k.Name == name })
	if i < 0 {
		return optim.Knob{}, false
	}
	return w.Knobs[i], true
}

// settings makes runs with other values of some knobs for one worker.
type settings struct {
	runner
	knobs    []string
	template *optim.Template
	racers   []float64          // values of the knobs that are the racer's
	losses   map[string]float64 // of those that are the loss's
}

func (w *Work) settings(spec optim.Spec, knobs []string) (*settings, error) {
	s := &settings{runner: runner{work: w}, knobs: knobs, losses: map[string]float64{}}
	var own []string
	for _, name := range knobs {
		if _, loss := w.Knob(name); !loss {
			own = append(own, name)
		}
	}
	var err error
	s.template, err = spec.Template(w.Steps, own...)
	return s, err
}

// run makes the run with these values of the knobs. The loss is kept from run to run as long as its own stay the same.
func (s *settings) run(ctx context.Context, values []float64, start Start) (Outcome, error) {
	s.racers = s.racers[:0]
	other := s.obj == nil
	for i, name := range s.knobs {
		if _, loss := s.work.Knob(name); !loss {
			s.racers = append(s.racers, values[i])
		} else if v, set := s.losses[name]; !set || v != values[i] {
			s.losses[name], other = values[i], true
		}
	}
	switch {
	case other && len(s.losses) > 0:
		s.descend(s.work.Varied(maps.Clone(s.losses), start.Seed))
	case other:
		s.descend((&losses{work: s.work}).of(start.Seed))
	}
	plan, err := s.template.Plan(2, s.racers...)
	if err != nil {
		return Outcome{}, err
	}
	o := s.runner.run(ctx, plan, start)
	if o.Kind == Pending {
		return o, ctx.Err()
	}
	return o, nil
}
