package measure

import (
	"math"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/race"
)

// ownFields are the settings that an experiment has itself.
var ownFields = []struct {
	knob optim.Knob
	get  func(e *setup.Experiment) float64
	set  func(e *setup.Experiment, v float64)
}{
	{whole("steps", 1, 1000, 1, race.MaxSteps),
		func(e *setup.Experiment) float64 { return float64(e.Steps) },
		func(e *setup.Experiment, v float64) { e.Steps = int(v) }},
	{whole("batch", 0, 100, 0, 1e6),
		func(e *setup.Experiment) float64 { return float64(e.Batch) },
		func(e *setup.Experiment, v float64) { e.Batch = int(v) }},
	{whole("seed", 0, 100, 0, 1<<53),
		func(e *setup.Experiment) float64 { return float64(e.Seed) },
		func(e *setup.Experiment, v float64) { e.Seed = uint64(v) }},
	{real("noise", 0, 2, 0, math.Inf(1)),
		func(e *setup.Experiment) float64 { return e.Noise },
		func(e *setup.Experiment, v float64) { e.Noise = v }},
	{real("start.x", -10, 10, math.Inf(-1), math.Inf(1)),
		func(e *setup.Experiment) float64 { return e.Start.X },
		func(e *setup.Experiment, v float64) { e.Start.X = v }},
	{real("start.y", -10, 10, math.Inf(-1), math.Inf(1)),
		func(e *setup.Experiment) float64 { return e.Start.Y },
		func(e *setup.Experiment, v float64) { e.Start.Y = v }},
	{real("turn", -180, 180, -360, 360),
		func(e *setup.Experiment) float64 { return e.Turn },
		func(e *setup.Experiment, v float64) { e.SetTransform(v, e.Stretch) }},
	{real("stretch", -4, 4, -10, 10),
		func(e *setup.Experiment) float64 { return e.Stretch },
		func(e *setup.Experiment, v float64) { e.SetTransform(e.Turn, v) }},
}

func real(name string, from, to, low, high float64) optim.Knob {
	return optim.Knob{Name: name, Kind: optim.Real, Min: from, Max: to, Low: low, High: high}
}

func whole(name string, from, to, low, high float64) optim.Knob {
	return optim.Knob{Name: name, Kind: optim.Integer, Min: from, Max: to, Low: low, High: high}
}
