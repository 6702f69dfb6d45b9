package game

import (
	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

var _ = register(Level{
	Key: "by_hand", Number: 1,
	Title: say.Later("By hand"),
	Goal:  say.Later("In fog. You know only the height under the ball: push it to the lowest point."),
	Ground: ground.New(ground.Ground{
		Formula: "3.9 - 0.2*x - 2.7*exp(-((x - 6.53)/2.45)^2) + 0.02*x^2", Flat: true,
		View:  surfaces.Rect{X0: -0.2, X1: 10.4, Y0: 0, Y1: 5},
		Start: surfaces.Point{X: 1.2},
	}),
	Fog: true, Tells: true,
	Rate:  1.6,
	Limit: 15, Three: 8, Two: 11, One: 15,
	Par: Par{Fewest: 4, Fogged: true},
	Way: Walk{Deed: Push, Sizes: []float64{0.25, 0.5, 1, 2}, Near: 0.02},
})
