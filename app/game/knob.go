package game

import (
	"math"
	"slices"

	"descentlab/internal/geom"
	"descentlab/internal/say"
)

// A Knob is what the player can set before a try: one of some values.
type Knob struct {
	Name    string // of the method's knob; or Angle or Length, of the push before the run
	Label   say.Text
	Values  []float64 // ascending
	Default float64
}

// The knobs of the push before a run.
const (
	Angle  = "angle"  // degrees, counterclockwise from the direction of x
	Length = "length" // in units of the ground
)

// Push is whether the knob is one of the push before the run.
func (k Knob) Push() bool { return k.Name == Angle || k.Name == Length }

// Has tells whether a value is one of the knob's.
func (k Knob) Has(v float64) bool { return slices.Contains(k.Values, v) }

// Moved is the value so many places farther on, or the last one.
func (k Knob) Moved(v float64, by int) float64 {
	i, _ := slices.BinarySearch(k.Values, v)
	return k.Values[min(max(i+by, 0), len(k.Values)-1)]
}

// Nearest is the value nearest to v.
func (k Knob) Nearest(v float64) float64 {
	best := k.Values[0]
	for _, value := range k.Values {
		if math.Abs(value-v) < math.Abs(best-v) {
			best = value
		}
	}
	return best
}

// spaced are the values from lo to hi, a step apart.
func spaced(lo, hi, step float64) (list []float64) {
	for i := 0; ; i++ {
		v := geom.Digits(lo+float64(i)*step, 9)
		if v > hi+step/2 {
			return list
		}
		list = append(list, v)
	}
}

func rateKnob(values []float64, start float64) Knob {
	return Knob{Name: "lr", Label: say.Later("learning rate"), Values: values, Default: start}
}

func momentumKnob(values []float64, start float64) Knob {
	return Knob{Name: "momentum", Label: say.Later("momentum"), Values: values, Default: start}
}
