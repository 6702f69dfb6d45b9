package figure

import (
	"math"
	"testing"

	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// TestQuantities: the lowest loss is the darkest colour and the highest the lightest; what has none keeps the colour of its end.
func TestQuantities(t *testing.T) {
	palette := plot.DarkPalette()
	paint := NewPainter(palette, nil, 100)
	sheet := sweep.NewSheet(4, 1, []sweep.Outcome{
		{Kind: sweep.Slow, Loss: 1e-3, Best: 1e-5}, {Kind: sweep.Oscillating, Loss: 10, Best: 1e-4},
		{Kind: sweep.Diverged, Loss: math.Inf(1)}, {},
	})
	cells, legend := paint.Quantities(sheet, plot.Rect{X1: 1, Y1: 1}, "loss", 0)
	if cells.Colors[0] != palette.Height(0) || cells.Colors[1] != palette.Height(1) || cells.Colors[2] != palette.Lost ||
		cells.Colors[3].A != 0 {
		t.Errorf("colours %v", cells.Colors)
	}
	if len(legend) != 3 || legend[1].From != "0.001" || legend[1].Text != "10" || legend[1].Colors[0] != palette.Height(0) ||
		legend[2].Text != "diverged 25 %" {
		t.Errorf("legend %v", legend)
	}
	if _, legend = paint.Quantities(sheet, plot.Rect{X1: 1, Y1: 1}, "steps", 0); len(legend) != 2 ||
		legend[1].Text != "not arrived 50 %" {
		t.Errorf("no run arrives: %v", legend)
	}
}
