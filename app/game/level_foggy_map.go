package game

import (
	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

var _ = register(Level{
	Key: "foggy_map", Number: 5,
	Title: say.Later("Foggy map"),
	Goal:  say.Later("Find a minimum in fog: each probe shows a disc of ground and its slope."),
	Ground: ground.New(ground.Ground{
		Formula: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
		View:    surfaces.Rect{X0: -6, X1: 6, Y0: -4.4, Y1: 4.4},
		Start:   surfaces.Point{X: 0.1, Y: -0.6},
	}),
	Rate: 0.01,
	Fog:  true, Tells: true, Slopes: true, Limit: 40, Three: 8, Two: 12, One: 20,
	Par: Par{Fewest: 1, Fogged: true},
	Way: Probing{Radius: 1.02, Goal: 0.1, Faint: 0.6},
})
