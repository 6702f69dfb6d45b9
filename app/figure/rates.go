package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// CurveWidth is that of lines that are no racer's way, in units.
const CurveWidth = 1.6

// WhatRatesShow says what the lines and the stars are, in the fewest words.
func WhatRatesShow(steps, minimum bool) string {
	switch {
	case steps:
		return words.T("steps to arrive, over lr; ★ lowest loss")
	case minimum:
		return words.T("loss − best minimum, over lr; ★ best")
	}
	return words.T("loss − least loss seen, over lr; ★ least")
}

// RateHeight is where a run stands: the logarithm of the gap that is left, or of the steps it took; NaN if there are none.
func RateHeight(r lab.RateRun, least float64, steps bool) float64 {
	switch {
	case r.Failed(), steps && r.Kind != sweep.Arrived:
		return math.NaN()
	case steps:
		return math.Log10(max(float64(r.Steps), 1))
	}
	return math.Log10(max(r.Loss-least, 1e-16))
}

// HeightAt is the line's height at x, between its points.
func HeightAt(line []plot.Point, x float64) float64 {
	for k := 1; k < len(line); k++ {
		if a, b := line[k-1], line[k]; x >= a.X && x <= b.X {
			return a.Y + (x-a.X)/(b.X-a.X)*(b.Y-a.Y)
		}
	}
	return math.NaN()
}

// Extents are the ends of what is shown.
type Extents struct{ Lo, Hi plot.Point }

// Add takes a point in; one whose y is NaN has a place on the x axis alone.
func (e *Extents) Add(p plot.Point) {
	e.Lo.X, e.Hi.X = min(e.Lo.X, p.X), max(e.Hi.X, p.X)
	if !math.IsNaN(p.Y) {
		e.Lo.Y, e.Hi.Y = min(e.Lo.Y, p.Y), max(e.Hi.Y, p.Y)
	}
}

// View is a window with a little room around, where glyphs and stars at its ends are seen whole.
func (e *Extents) View() plot.Rect {
	if !(e.Lo.X < e.Hi.X) {
		return plot.Rect{X0: -4, X1: 0, Y0: -4, Y1: 0}
	}
	if !(e.Lo.Y <= e.Hi.Y) {
		e.Lo.Y, e.Hi.Y = -1, 1
	}
	room, side := 0.06*(e.Hi.Y-e.Lo.Y)+0.1, 0.04*(e.Hi.X-e.Lo.X)
	return plot.Rect{X0: e.Lo.X - side, X1: e.Hi.X + side, Y0: e.Lo.Y - 1.8*room, Y1: e.Hi.Y + room}
}
