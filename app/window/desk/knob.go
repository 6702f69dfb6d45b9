package desk

import (
	"image/color"

	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
)

// scales are how sliders lie along the scales of knobs.
var scales = map[optim.Scale]widgets.Scale{optim.Linear: widgets.Linear, optim.Log: widgets.Log, optim.Nines: widgets.Nines}

// KnobSpec is how a racer's knob that is a number is set by a slider.
func KnobSpec(k optim.Knob, col color.Color) widgets.KnobSpec {
	zero := ""
	if k.Off {
		zero = words.T("off")
	}
	return widgets.KnobSpec{
		ZeroText: zero,
		Label:    k.Name, Help: words.Prose(words.T(k.Help)), Domain: k.Domain().String(),
		Min: k.Min, Max: k.Max, Low: k.Low, High: k.High, OpenLow: k.OpenLow, OpenHigh: k.OpenHigh,
		Default: k.Default, Scale: scales[k.Scale], Integer: k.Kind == optim.Integer, Color: col,
	}
}
