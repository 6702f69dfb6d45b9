package game

import (
	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

// The ridge is the line y = 0, on which the slope along y is nothing to the last bit. South of it lies the deeper well.
var _ = register(Level{
	Key: "off_the_saddle", Number: 6,
	Title: say.Later("Off the saddle"),
	Goal:  say.Later("Push the ball off the ridge, to the deeper well, no farther than pays."),
	Ground: ground.New(ground.Ground{
		Formula: "0.5*x^2 - 0.4*y^2 + 0.06*y^3 + 0.05*y^4",
		View:    surfaces.Rect{X0: -4.4, X1: 4.4, Y0: -3.4, Y1: 3.06},
		Start:   surfaces.Point{X: 2.5},
	}),
	Rate:  0.1,
	Tells: true, Slopes: true, Three: 38, Two: 45, One: 90,
	Par: Par{Fewest: 36},
	Way: Launch{
		Methods: []string{"sgd"},
		Knobs: []Knob{
			{Name: Angle, Label: say.Later("direction"), Values: spaced(0, 345, 15)},
			{Name: Length, Label: say.Later("push"), Values: []float64{0, 0.0001, 0.001, 0.01, 0.1, 0.2, 0.5, 1, 2}, Default: 0.1},
		},
		Fixed: map[string]float64{"lr": 0.1}, Steps: 200, Near: 0.05, Price: 20,
	},
})
