package figure

import (
	"image/color"
	"math"
	"slices"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
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
	want := []color.RGBA{palette.Height(0), palette.Height(1), palette.Lost, {}}
	if !slices.Equal(cells.Colors, want) {
		t.Errorf("colours %v, want %v", cells.Colors, want)
	}
	if len(legend) != 3 || legend[1].From != "0.001" || legend[1].Text != "10" || legend[1].Colors[0] != want[0] {
		t.Fatalf("legend %v", legend)
	}
	if legend[2].Text != "diverged 25 %" {
		t.Errorf("the end without a loss is %v", legend[2])
	}
	_, legend = paint.Quantities(sheet, plot.Rect{X1: 1, Y1: 1}, "steps", 0)
	if len(legend) != 2 || legend[1].Text != "not arrived 50 %" || legend[1].Colors[0] != palette.Slow {
		t.Errorf("no run arrives: %v", legend)
	}
}

// TestEndsWithoutNumber: they come after the numbers, in an order of their own, each in the colour that its runs have.
func TestEndsWithoutNumber(t *testing.T) {
	paint := NewPainter(plot.DarkPalette(), []lab.Place{{Critical: surfaces.Critical{Kind: surfaces.Minimum}}}, 100)
	var runs []sweep.Outcome
	for _, k := range []sweep.Kind{sweep.Stopped, sweep.Left, sweep.Undefined, sweep.Arrived, sweep.Diverged} {
		runs = append(runs, sweep.Outcome{Kind: k, Steps: 10})
	}
	cells, legend := paint.Quantities(sweep.NewSheet(5, 1, runs), plot.Rect{X1: 1, Y1: 1}, setup.PlaneShowsSteps, 0)
	var texts []string
	for _, e := range legend {
		texts = append(texts, e.Text)
	}
	want := []string{"steps to arrive", "10", "diverged 20 %", "left the domain 20 %", "not arrived 20 %", "stopped 20 %"}
	if !slices.Equal(texts, want) {
		t.Fatalf("legend %q, want %q", texts, want)
	}
	for entry, cell := range map[int]int{2: 4, 3: 2, 4: 1, 5: 0} {
		if legend[entry].Colors[0] != cells.Colors[cell] {
			t.Errorf("%q is %v in the legend and %v on the plane", texts[entry], legend[entry].Colors[0], cells.Colors[cell])
		}
	}
}
