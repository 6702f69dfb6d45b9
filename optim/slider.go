package optim

import "math"

// OnSlider is the value at a place of the knob's slider, 0 being its beginning and 1 its end.
func (k Knob) OnSlider(place float64) float64 {
	lo, hi := k.measure(k.Min), k.measure(k.Max)
	switch v := lo + place*(hi-lo); {
	case place <= 0:
		return k.Min
	case place >= 1:
		return k.Max
	case k.Scale == Log:
		return math.Exp(v)
	case k.Scale == Nines:
		return -math.Expm1(-v)
	default:
		return v
	}
}

// SliderPlace is where a value stands on the knob's slider: the inverse of OnSlider, and the nearer end for values beyond.
func (k Knob) SliderPlace(v float64) float64 {
	lo, hi := k.measure(k.Min), k.measure(k.Max)
	return min(max((k.measure(min(max(v, k.Min), k.Max))-lo)/(hi-lo), 0), 1)
}

// measure is the quantity that grows evenly along the slider.
func (k Knob) measure(v float64) float64 {
	switch k.Scale {
	case Log:
		return math.Log(v)
	case Nines:
		return -math.Log1p(-v)
	default:
		return v
	}
}
