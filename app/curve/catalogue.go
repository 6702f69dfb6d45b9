package curve

import (
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/internal/near"
)

// A Shape is a curve of the catalogue.
type Shape struct {
	Key, Title string
	Note       string // in a few words
	Formula    string
	Home       geom.Rect
	Start, Eta float64
	Rates      [3]float64 // that are worth a try; zero: what suits the bowl about the start
	Top        float64    // the highest rate of a slider; 0: what suits the bowl about the start
	Noise      float64    // standard deviation of what a batch adds to the slope
}

// Shapes are the curves of the catalogue, in the order in which they are shown.
func Shapes() []Shape {
	return []Shape{
		{Key: "bowl", Title: words.T("Bowl"), Note: words.Prose(words.T("one minimum, curvature 0.3")),
			Formula: "0.15*(w-4)^2 + 0.5", Home: geom.Rect{X0: -5.3, X1: 12.9, Y0: 0, Y1: 11.4}, Start: -3, Eta: 6},
		{Key: "two_wells", Title: words.T("Two wells"), Note: words.T("a shallow and a deep one"),
			Formula: "0.02*(w+1)^2*(w-5)^2 - 0.15*w + 1.5", Home: geom.Rect{X0: -3.6, X1: 8, Y0: 0, Y1: 7}, Start: -2.5, Eta: 0.3},
		{Key: "plateau", Title: words.T("Plateau"), Note: words.T("the slope all but vanishes"),
			Formula: "3 - 2.5*exp(-(w-4)^2/2) + 0.004*(w-4)^2", Home: geom.Rect{X0: -5, X1: 13, Y0: 0, Y1: 4.2}, Start: -2, Eta: 0.7},
		{Key: "cliff", Title: words.T("Cliff"), Note: words.T("flat, then a wall"),
			Formula: "0.02*(w-4)^2 + 0.5 + 5*sigmoid(-6*(w+1))", Home: geom.Rect{X0: -5, X1: 12, Y0: 0, Y1: 8.5}, Start: -1.6, Eta: 1},
		{Key: "noisy", Title: words.T("Noisy"), Note: words.T("the bowl, seen through batches"),
			Formula: "0.15*(w-4)^2 + 0.5", Home: geom.Rect{X0: -5.3, X1: 12.9, Y0: 0, Y1: 11.4}, Start: -3, Eta: 1,
			Rates: [3]float64{0.1, 1, 5}, Noise: 0.5},
	}
}

// Find is the curve of the catalogue with a key; an error names the nearest.
func Find(key string) (Shape, error) {
	var keys []string
	for _, s := range Shapes() {
		if s.Key == key {
			return s, nil
		}
		keys = append(keys, s.Key)
	}
	if meant := near.Prefix(key, keys); meant != "" {
		return Shape{}, words.Errorf("unknown curve %q; did you mean %q?", key, meant)
	}
	return Shape{}, words.Errorf("unknown curve %q; there are %s", key, words.And(keys))
}

// Curve is the curve of a shape.
func (s Shape) Curve() *Curve {
	c, err := newIn(s.Formula, s.Home)
	if err != nil {
		panic(err) // the catalogue is part of the program, and tested
	}
	c.shape, c.seed = s, firstSeed
	return c
}
