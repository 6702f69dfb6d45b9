package surfaces

var chance = []Surface{randomWaves}

// randomWaves is one of the landscapes that Random makes, with its roughness as a parameter.
var randomWaves = Surface{
	Name:  "random_waves",
	Title: "Random landscape",
	Cite: "after D. Saupe, Algorithms for random fractals, in H.-O. Peitgen and D. Saupe (eds.), The Science of Fractal " +
		"Images, Springer, 1988, chapter 2: spectral synthesis",
	Formula: waves(2, "roughness", 16),
	Params:  []Param{{"roughness", 0.4, 0, 1}},
	View:    Rect{X0: -3, X1: 3, Y0: -3, Y1: 3},
	Start:   Point{X: -2.3, Y: 2.1},
	Note: "Nobody designed these wells: raise the roughness and the few wide basins break up into many small ones, in " +
		"which the careful methods are the first to get stuck.",
}
