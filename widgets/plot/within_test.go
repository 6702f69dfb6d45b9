package plot_test

import (
	"math"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// TestBoxIsFramed: its sides are lines where they are in view, and what is outside is dimmed once, to the last pixel.
func TestBoxIsFramed(t *testing.T) {
	inf := math.Inf(1)
	view := plot.Rect{X0: 0, X1: 10, Y0: 0, Y1: 10} // on 100 by 100 pixels
	for _, c := range []struct {
		box    plot.Rect
		lines  int
		dimmed float64 // pixels
	}{
		{plot.Rect{X0: 2, X1: 7, Y0: 1, Y1: 9}, 4, 10000 - 50*80},
		{plot.Rect{X0: -inf, X1: 7, Y0: -inf, Y1: inf}, 1, 30 * 100},
		{plot.Rect{X0: 2, X1: inf, Y0: 3, Y1: inf}, 2, 10000 - 80*70},
		{plot.Rect{X0: -1, X1: 11, Y0: -5, Y1: 20}, 0, 0},
		{plot.Rect{X0: 20, X1: 30, Y0: 1, Y1: 9}, 0, 10000},
		{plot.Rect{X0: -inf, X1: inf, Y0: -inf, Y1: inf}, 0, 0},
		{plot.Rect{X0: 5, X1: 5 + 1e-12, Y0: -1e300, Y1: 1e300}, 2, 10000},
	} {
		marks := record.Layer(plot.FurnitureLayer, plot.Scene{View: view, Within: &c.box}, plot.Styles(t)["dark"], 100, 100)
		lines, dimmed := 0, 0.0
		for _, m := range marks.Of(record.Stroke) {
			lines += len(m.Pieces)
		}
		for _, m := range marks.Of(record.Box) {
			dimmed += (m.Bounds.X1 - m.Bounds.X0) * (m.Bounds.Y1 - m.Bounds.Y0)
		}
		if lines != c.lines || math.Abs(dimmed-c.dimmed) > 1e-6 {
			t.Errorf("%v: %d lines and %v pixels dimmed; want %d and %v", c.box, lines, dimmed, c.lines, c.dimmed)
		}
	}
	marks := record.Layer(plot.FurnitureLayer, plot.Scene{View: view}, plot.Styles(t)["dark"], 100, 100)
	if len(marks.Of(record.Box)) > 0 {
		t.Error("without a box something is dimmed")
	}
}
