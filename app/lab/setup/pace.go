package setup

import (
	"descentlab/app/lab/pace"
	"descentlab/optim"
)

// triesWork bounds the evaluations of single examples that one try of all racers' rates takes, so that an edit does not wait:
// some 20 ms.
const triesWork = 1e6

// TakeRates gives the racers settings that suit the surface from this start: what is stored for the surfaces of the catalogue, of
// four methods; else a rate by slope and curvature at the start. See pace.Ground.Suit. What a racer has of other settings, of
// stages and of a schedule it keeps; what it became on its way was for where it went, and is dropped. It tells whether a racer
// has become another one.
func (e *Experiment) TakeRates() (changed bool) {
	for i := range e.Racers {
		next := e.Suited(e.Racers[i].Spec)
		changed = changed || !next.Equal(e.Racers[i].Spec)
		changed = changed || len(e.Racers[i].Changes)+len(e.Racers[i].Futures) > 0
		e.Racers[i].Spec, e.Racers[i].Changes, e.Racers[i].Futures = next, nil, nil
	}
	return changed
}

// Suited is a racer with settings that suit the surface: see TakeRates.
func (e *Experiment) Suited(spec optim.Spec) optim.Spec {
	probe, err := e.probe()
	if err != nil {
		return spec
	}
	g := pace.Ground{Loss: probe, Start: e.Outset(), Window: e.Home, Box: e.Kept(), Seed: e.Seed, Steps: e.Steps}
	surface := e.Surface
	if e.Data != nil {
		surface = "" // what is stored is for the surface's own examples
	}
	updates := triesWork / max(1, probe.Examples()) / max(1, len(e.Racers))
	return g.Suit(surface, spec, min(updates, pace.Checked))
}

// Rated is a racer as it is, if it has been told its learning rate; else one with settings that suit the surface.
func (e *Experiment) Rated(spec optim.Spec) optim.Spec {
	if _, told := spec.Set["lr"]; told {
		return spec
	}
	return e.Suited(spec)
}

// Restore gives the racers that there still are the settings that they have in another document, and tells whether a racer has
// become another one.
func (e *Experiment) Restore(from *Experiment) (changed bool) {
	for i := range e.Racers {
		at := from.RacerAt(e.Racers[i].Slot)
		if at < 0 || from.Racers[at].Spec.Method != e.Racers[i].Spec.Method || from.Racers[at].Spec.Equal(e.Racers[i].Spec) {
			continue
		}
		e.Racers[i].Spec, changed = from.Racers[at].Spec.Clone(), true
	}
	return changed
}
