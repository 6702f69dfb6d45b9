package sweep

import (
	"math"
	"math/rand/v2"
)

// Scatter gives n starts all over a window, evenly by area, each with a seed of its own. They are a pure function of the
// seed.
func Scatter(view Rect, n int, seed uint64) []Start {
	random := rand.New(rand.NewPCG(seed, 0x5ca77e4))
	starts := make([]Start, n)
	for i := range starts {
		starts[i] = Start{
			X: view.X0 + random.Float64()*(view.X1-view.X0), Y: view.Y0 + random.Float64()*(view.Y1-view.Y0),
			Seed: seed + uint64(i),
		}
	}
	return starts
}

// Disc gives n starts in a disc around a point, evenly by area, each with a seed of its own. They are a pure function of
// the seed; a disc without radius gives n times its middle.
func Disc(x, y, radius float64, n int, seed uint64) []Start {
	random := rand.New(rand.NewPCG(seed, 0xd15c))
	starts := make([]Start, n)
	for i := range starts {
		r, turn := radius*math.Sqrt(random.Float64()), 2*math.Pi*random.Float64()
		starts[i] = Start{X: x + r*math.Cos(turn), Y: y + r*math.Sin(turn), Seed: seed + uint64(i)}
	}
	return starts
}

// Ring gives n starts on a circle around a point, evenly spaced, each with a seed of its own.
func Ring(x, y, radius float64, n int, seed uint64) []Start {
	starts := make([]Start, n)
	for i := range starts {
		turn := 2 * math.Pi * (float64(i) + 0.5) / float64(n) // never exactly on an axis of a saddle that is not turned
		starts[i] = Start{X: x + radius*math.Cos(turn), Y: y + radius*math.Sin(turn), Seed: seed + uint64(i)}
	}
	return starts
}

// Grid gives n starts on a grid over a window, as evenly as their number allows: in rows that are about as far apart as the
// starts in a row, which may differ by one in their number. Each has a seed of its own.
func Grid(view Rect, n int, seed uint64) []Start {
	w, h := view.X1-view.X0, view.Y1-view.Y0
	rows := int(max(1, min(math.Round(math.Sqrt(float64(n)*h/w)), float64(n))))
	starts := make([]Start, 0, n)
	for row := range rows {
		columns := n*(row+1)/rows - n*row/rows
		for column := range columns {
			starts = append(starts, Start{
				X: view.X0 + (float64(column)+0.5)/float64(columns)*w, Y: view.Y0 + (float64(row)+0.5)/float64(rows)*h,
				Seed: seed + uint64(len(starts)),
			})
		}
	}
	return starts
}
