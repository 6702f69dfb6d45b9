package game

import (
	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

var _ = register(Level{
	Key: "the_ravine", Number: 7,
	Title: say.Later("The ravine"),
	Goal:  say.Later("Steep across, flat along: set rate and momentum for the fewest steps down."),
	Ground: ground.New(ground.Ground{
		Formula: "0.5*(x^2 + 40*y^2)",
		View:    surfaces.Rect{X0: -3.3, X1: 3.3, Y0: -2.42, Y1: 2.42},
		Start:   surfaces.Point{X: -2.6, Y: 0.6},
	}),
	Rate:  0.045,
	Tells: true, Three: 21, Two: 28, One: 50,
	Par: Par{Fewest: 20},
	Way: Launch{
		Methods: []string{"momentum"},
		Knobs:   []Knob{rateKnob(spaced(0.005, 0.1, 0.005), 0.04), momentumKnob(spaced(0, 0.95, 0.05), 0)},
		Steps:   200, Near: 0.001,
	},
})
