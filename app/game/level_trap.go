package game

import (
	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

var _ = register(Level{
	Key: "escape_the_trap", Number: 4,
	Title: say.Later("Escape the trap"),
	Goal:  say.Later("Descent sticks in the first valley: get to the deeper one by momentum or noise."),
	Ground: ground.New(ground.Ground{
		Formula: "0.02*((x - 5)^2 - 9)^2 - 0.5*(x - 5) + 3", Flat: true,
		View:  surfaces.Rect{X0: -0.2, X1: 10, Y0: 0, Y1: 9.5},
		Start: surfaces.Point{X: 1},
	}),
	Rate:  0.1,
	Tells: true, Slopes: true, Three: 15, Two: 30, One: 160,
	Par: Par{Fewest: 15},
	Way: Launch{
		Methods: []string{"momentum"},
		Knobs: []Knob{
			rateKnob([]float64{0.05, 0.1, 0.2}, 0.1),
			momentumKnob(spaced(0, 0.9, 0.1), 0),
			{Name: "grad_noise", Label: say.Later("noise"), Values: []float64{0, 1, 2, 3, 4, 6, 8}},
		},
		Fixed: map[string]float64{"grad_noise_gamma": 0.5}, Steps: 160, Near: 2, Seeds: 3,
	},
})
