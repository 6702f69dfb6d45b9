package figure

import (
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// PlaneKnobs are the knobs that can be axes of a plane of the racer that is looked at. If there is nothing to map, since they
// are too few, why says so.
func PlaneKnobs(s lab.State) (knobs []optim.Knob, why string) {
	racer := s.Doc.Subject()
	if racer < 0 {
		return nil, words.T("No racers. Add one to map its settings.")
	}
	knobs = s.Doc.AxisKnobs(racer, s.Examples())
	if len(knobs) < 2 {
		why = words.T("%s has fewer than two knobs with a range.", s.Doc.Names()[racer])
	}
	return knobs, why
}

// PlaneAxes are the two of these knobs that the document names, or else the first ones, over the ranges of their sliders.
// There must be two or more.
func PlaneAxes(look setup.Look, knobs []optim.Knob) [2]sweep.Axis {
	pick := func(name string, not string, otherwise int) optim.Knob {
		at := slices.IndexFunc(knobs, func(k optim.Knob) bool { return k.Name == name && name != not })
		if at < 0 {
			at = otherwise
			if knobs[at].Name == not {
				at = 1 - min(at, 1)
			}
		}
		return knobs[at]
	}
	x := pick(look.PlaneX, "", 0)
	y := pick(look.PlaneY, x.Name, 1)
	return [2]sweep.Axis{sliderAxis(x), sliderAxis(y)}
}

// sliderAxis is the range of a knob's slider.
func sliderAxis(k optim.Knob) sweep.Axis {
	return sweep.Axis{Knob: k.Name, From: k.Min, To: k.Max, Log: k.Scale == optim.Log && k.Min > 0}
}

// ZoomedAxes are the axes of a plane over another window of it, as far as the knobs' domains go; ok is false if that is
// beyond them, or too narrow.
func ZoomedAxes(s lab.State, axes [2]sweep.Axis, v plot.Rect) (zoomed [2]sweep.Axis, ok bool) {
	racer := s.Doc.Subject()
	if racer < 0 {
		return axes, false
	}
	for k, ends := range [2][2]float64{{v.X0, v.X1}, {v.Y0, v.Y1}} {
		axes[k].From, axes[k].To = offAxis(axes[k], ends[0]), offAxis(axes[k], ends[1])
		if knob, err := s.Doc.AxisKnob(racer, axes[k].Knob, s.Examples()); err == nil {
			axes[k] = within(axes[k], knob)
		}
	}
	return axes, s.Doc.CheckAxes(racer, s.Examples(), axes[0], axes[1]) == nil
}

// within cuts an axis to a knob's domain.
func within(a sweep.Axis, k optim.Knob) sweep.Axis {
	tiny := 1e-9 * (k.Max - k.Min)
	low, high := k.Low, k.High
	if k.OpenLow {
		low += tiny
	}
	if k.OpenHigh {
		high -= tiny
	}
	a.From, a.To = max(a.From, low), min(a.To, high)
	return a
}

// PlaneSetting are the values of both knobs at a place of a plane, or at its edge nearest to one beside it: of few digits,
// except for the batch, which is a whole number anyway.
func PlaneSetting(axes [2]sweep.Axis, at plot.Point) [2]float64 {
	values := [2]float64{at.X, at.Y}
	for k, a := range axes {
		v := min(max(offAxis(a, values[k]), a.From), a.To)
		if a.Knob != setup.BatchAxis {
			v = Digits(v, 4)
		}
		values[k] = v
	}
	return values
}

// Digits is v with so many significant digits.
func Digits(v float64, n int) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return v
	}
	unit := math.Pow(10, float64(n-1)-math.Floor(math.Log10(math.Abs(v))))
	return math.Round(v*unit) / unit
}
