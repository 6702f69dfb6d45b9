package sweep

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"descentlab/internal/say"

	"descentlab/optim"
)

// An Axis is a range of a knob: one of a racer's, or of the loss's.
type Axis struct {
	Knob     string  // its name
	From, To float64 // finite, From < To; above 0 if Log
	Log      bool    // equal lengths are equal ratios
}

// ParseAxis reads an axis from text as "lr:1e-4..1:log" or "momentum:0..0.99"; ":linear" may be written, too. Whether there
// is such a knob, and in this range, is for Check to say.
func ParseAxis(text string) (Axis, error) {
	const want = `an axis is KNOB:FROM..TO or KNOB:FROM..TO:log, as "lr:1e-4..1:log"`
	parts := strings.Split(text, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return Axis{}, fmt.Errorf("%s; got %q", want, text)
	}
	from, to, found := strings.Cut(parts[1], "..")
	lo, err1 := strconv.ParseFloat(from, 64)
	hi, err2 := strconv.ParseFloat(to, 64)
	if !found || err1 != nil || err2 != nil || len(parts) == 3 && parts[2] != "log" && parts[2] != "linear" {
		return Axis{}, fmt.Errorf("%s; got %q", want, text)
	}
	return Axis{Knob: parts[0], From: lo, To: hi, Log: len(parts) == 3 && parts[2] == "log"}, nil
}

// Check says what is wrong with the axis for this racer: the racer has no such knob, or not in this range.
func (a Axis) Check(spec optim.Spec) error {
	k, err := spec.Knob(a.Knob)
	if err != nil {
		return err
	}
	return a.CheckFor(k)
}

// CheckFor says what is wrong with the axis for a knob: it is neither real nor integer, the range does not go up, is not
// finite, begins at 0 or below though logarithmic, holds a single whole number, or leaves the knob's domain.
func (a Axis) CheckFor(k optim.Knob) error {
	if k.Kind != optim.Real && k.Kind != optim.Integer {
		return say.Errorf("%s has no range: it is a %v", a.Knob, k.Kind)
	}
	if !(a.From < a.To) || math.IsInf(a.From, 0) || math.IsInf(a.To, 0) {
		return say.Errorf("%s: the range must go up, from a number to a larger one; got %v..%v", a.Knob, a.From, a.To)
	}
	if a.Log && a.From <= 0 {
		return say.Errorf("%s: a logarithmic range must begin above 0; got %v", a.Knob, a.From)
	}
	if k.Kind == optim.Integer && math.Round(a.From) >= math.Round(a.To) {
		return say.Errorf("%s: the range must hold two whole numbers or more; got %v..%v", a.Knob, a.From, a.To)
	}
	for _, share := range []float64{0, 1} {
		if err := k.Check(optim.Num(Round(k, a.At(share)))); err != nil {
			return err
		}
	}
	return nil
}

// At is the value at a share of the way, from 0 to 1.
func (a Axis) At(share float64) float64 {
	if a.Log {
		return a.From * math.Pow(a.To/a.From, share)
	}
	return a.From + share*(a.To-a.From)
}

// Share is the share of the way at which a value lies: the inverse of At.
func (a Axis) Share(v float64) float64 {
	if a.Log {
		return math.Log(v/a.From) / math.Log(a.To/a.From)
	}
	return (v - a.From) / (a.To - a.From)
}

// Round is a value as a knob takes it: a whole number if it counts.
func Round(k optim.Knob, v float64) float64 {
	if k.Kind == optim.Integer {
		return math.Round(v)
	}
	return v
}
