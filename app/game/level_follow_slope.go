package game

import (
	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

// On the flat only the largest rate gets on, and in the narrow valley it leaps over: no rate is right all the way.
var _ = register(Level{
	Key: "follow_slope", Number: 2,
	Title: say.Later("Follow the slope"),
	Goal:  say.Later("Follow the slope under the ball to the lowest point: you choose how far."),
	Ground: ground.New(ground.Ground{
		Formula: "3.9 - 0.25*x - 2.6*exp(-((x - 7.5)/1.4)^2) + 0.013*x^2", Flat: true,
		View:  surfaces.Rect{X0: -0.2, X1: 10.4, Y0: 0, Y1: 4.6},
		Start: surfaces.Point{X: 0.8},
	}),
	Fog: true, Tells: true, Slopes: true,
	Rate:  0.5,
	Limit: 14, Three: 6, Two: 9, One: 14,
	Par: Par{Fewest: 5},
	Way: Walk{Deed: Step, Sizes: []float64{0.5, 2, 8}, Near: 0.02},
})
