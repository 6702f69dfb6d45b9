package curves

import (
	"math"

	"descentlab/app/curve"
	"descentlab/internal/geom"
)

// Grid is how many columns and rows so many curves side by side stand in.
func Grid(n int) (columns, rows int) {
	columns = int(math.Ceil(math.Sqrt(float64(max(n, 1)))))
	return columns, (max(n, 1) + columns - 1) / columns
}

// Side are the curves of all racers that are shown, each with its name if there are several.
func Side(s curve.State, view geom.Rect, shown Shown, look Look) []Plot {
	list := make([]Plot, len(s.Runs))
	names := s.Doc.Called()
	for i := range list {
		list[i] = Plot{State: s.Of(i), View: view, Shown: shown, Grown: 1, Look: look}
		if len(list) > 1 {
			list[i].Name = names[i]
		}
	}
	return list
}
