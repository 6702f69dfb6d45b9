package optim_test

import (
	"math"
	"testing"

	"descentlab/optim"
)

// TestSlider: values and places on sliders are each other's inverse, in order, from end to end.
func TestSlider(t *testing.T) {
	for _, m := range optim.Methods() {
		for _, k := range m.Knobs {
			if k.Kind != optim.Real || k.Derived != "" {
				continue
			}
			last := math.Inf(-1)
			for i := range 11 {
				place := float64(i) / 10
				v := k.OnSlider(place)
				if !(v > last) || v < k.Min || v > k.Max {
					t.Errorf("%s: %s: %v at %v, after %v", m.Key, k.Name, v, place, last)
				}
				if back := k.SliderPlace(v); math.Abs(back-place) > 1e-9 {
					t.Errorf("%s: %s: %v stands at %v, not at %v", m.Key, k.Name, v, back, place)
				}
				last = v
			}
			if k.OnSlider(0) != k.Min || k.OnSlider(1) != k.Max || k.SliderPlace(k.Max+1e3) != 1 || k.SliderPlace(k.Min-1e3) != 0 {
				t.Errorf("%s: %s: the slider's ends", m.Key, k.Name)
			}
		}
	}
}
