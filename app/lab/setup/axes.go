package setup

import (
	"errors"
	"math"

	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

// The experiment's own settings that an axis of a plane may range over, beside the racer's knobs.
const (
	BatchAxis = "batch"
	NoiseAxis = "noise"
)

// widestNoise is the sigma up to which a plane shows the gradient noise at first.
const widestNoise = 5

// LossKnobs are the settings of the loss, as knobs: the gradient noise and, if there are examples, the size of the
// mini-batches.
func LossKnobs(examples int) []optim.Knob {
	knobs := []optim.Knob{{
		Name: NoiseAxis, Help: words.T("Sigma of the noise in each component of the gradient"), Kind: optim.Real,
		Max: widestNoise, High: math.Inf(1),
	}}
	if examples > 1 {
		knobs = append(knobs, optim.Knob{
			Name: BatchAxis, Help: words.T("Examples that a step sees"), Kind: optim.Integer,
			Min: 1, Max: float64(examples), Low: 1, High: float64(examples), Scale: optim.Log,
		})
	}
	return knobs
}

// AxisKnobs are the knobs that can be an axis of a racer's plane: the racer's main ones, its others, and those of the loss,
// which is a mean over so many examples. Their help is in the reader's language.
func (e *Experiment) AxisKnobs(racer, examples int) []optim.Knob {
	var main, rest []optim.Knob
	for _, k := range e.Racers[racer].Spec.Knobs() {
		k.Help = words.T(k.Help)
		switch {
		case k.Kind != optim.Real && k.Kind != optim.Integer:
		case k.Main:
			main = append(main, k)
		default:
			rest = append(rest, k)
		}
	}
	return append(append(main, rest...), LossKnobs(examples)...)
}

// AxisKnob finds one of them by name.
func (e *Experiment) AxisKnob(racer int, name string, examples int) (optim.Knob, error) {
	for _, k := range LossKnobs(examples) {
		if k.Name == name {
			return k, nil
		}
	}
	k, err := e.Racers[racer].Spec.Knob(name)
	k.Help = words.T(k.Help)
	unknown := (*optim.UnknownKnobError)(nil)
	switch {
	case err == nil:
	case name == BatchAxis:
		err = words.Fault("batch: this surface has no examples to draw batches from")
	case !errors.As(err, &unknown) || unknown.Nearest == "":
		err = words.Errorf("%w; or noise, or batch where there are examples", err)
	}
	return k, err
}

// CheckAxes says what is wrong with the axes of a racer's plane.
func (e *Experiment) CheckAxes(racer, examples int, x, y sweep.Axis) error {
	for _, a := range []sweep.Axis{x, y} {
		k, err := e.AxisKnob(racer, a.Knob, examples)
		if err == nil {
			err = a.CheckFor(k)
		}
		if err != nil {
			return err
		}
	}
	if x.Knob == y.Knob {
		return words.Errorf("the two axes must be different knobs; got %s twice", x.Knob)
	}
	return nil
}

// AxisValue is where the experiment stands on an axis.
func (e *Experiment) AxisValue(racer int, name string, examples int) float64 {
	switch name {
	case NoiseAxis:
		return e.Noise
	case BatchAxis:
		if e.Batch == 0 {
			return float64(examples)
		}
		return float64(e.Batch)
	}
	return e.Racers[racer].Spec.GetFor(name, e.Steps).Num
}

// SetAxis puts the experiment at a place of an axis; it stays where it is if that cannot be.
func (e *Experiment) SetAxis(racer int, name string, examples int, v float64) {
	k, err := e.AxisKnob(racer, name, examples)
	if err != nil {
		return
	}
	if v = sweep.Round(k, v); k.Check(optim.Num(v)) != nil {
		return
	}
	if !e.SetLoss(name, v) {
		r := &e.Racers[racer]
		r.Spec = r.Spec.With(name, optim.Num(v))
	}
}

// SetLoss changes a setting of the loss, and tells whether name is one.
func (e *Experiment) SetLoss(name string, v float64) bool {
	switch name {
	case NoiseAxis:
		e.Noise = v
	case BatchAxis:
		e.Batch = int(v)
	default:
		return false
	}
	return true
}

// Examples is how many examples the loss is a mean over: 0 if it is none.
func (e *Experiment) Examples() (int, error) {
	s, err := e.Landscape()
	if err != nil {
		return 0, err
	}
	probe, err := s.Probe(e.Params)
	if err != nil {
		return 0, err
	}
	return probe.Examples(), nil
}
