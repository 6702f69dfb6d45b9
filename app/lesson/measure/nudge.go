package measure

import (
	"math"
	"strconv"

	"descentlab/app/lab/setup"
	"descentlab/optim"
)

// nudgeDigits is to how many significant digits a nudged value is rounded; finely nudged ones have one more.
const nudgeDigits = 3

// Nudged is a value of the field after so many small steps from another one, and within its range. What lies along a logarithmic
// track changes by a part of itself, and what lies towards 1 by a part of its distance from 1; else a step is a hundredth of
// the value, or of the usual range if the value is 0, and a whole number changes by 1 at least.
func (f Field) Nudged(e *setup.Experiment, from, steps float64) (float64, error) {
	k, err := f.Knob(e)
	if err != nil {
		return 0, err
	}
	digits := nudgeDigits
	if steps != math.Trunc(steps) {
		digits++
	}
	v := from
	switch {
	case k.Kind == optim.Integer:
		v = math.Round(from + steps*max(unit(math.Abs(from))/10, 1))
	case k.Scale == optim.Log && from > 0:
		v = rounded(from*math.Exp(steps*logStep), digits)
	case k.Scale == optim.Nines && from > 0 && from < 1:
		v = 1 - rounded((1-from)*math.Exp(-steps*logStep), digits)
		v = rounded(v, digits+3) // without the dust of the subtraction
	default:
		step := unit(math.Abs(from)) / 100
		if from == 0 {
			step = unit(k.Max-k.Min) / 1000
		}
		v = math.Round((from+steps*step)/(step/10)) * (step / 10)
		v = rounded(v, digits+3)
	}
	return within(v, from, k), nil
}

// logStep is by which part a small step changes a value on a logarithmic track.
const logStep = 0.005

// unit is the power of ten in which a number is counted: 10 of 30, 0.01 of 0.019.
func unit(v float64) float64 {
	if !(v > 0) || math.IsInf(v, 0) {
		return 1
	}
	return math.Pow(10, math.Floor(math.Log10(v)))
}

// rounded is a number in so many significant digits.
func rounded(v float64, digits int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	if err != nil {
		return v
	}
	return r
}

// within keeps a value in the domain of a knob: at a bound that is not of it, it stays where it was.
func within(v, from float64, k optim.Knob) float64 {
	if k.Low != 0 || k.High != 0 {
		v = min(max(v, k.Low), k.High)
	}
	if k.Check(optim.Num(v)) != nil {
		return from
	}
	return v
}
