package plot

import (
	"image"
	"math"
	"testing"
)

func TestStepAt(t *testing.T) {
	var p DrawnChart
	if got := p.StepAt(100); got != 0 || !p.PlotArea().Empty() {
		t.Errorf("nothing drawn: step %v, area %v", got, p.PlotArea())
	}
	for _, scale := range []float64{1, 1.25, 2} {
		c := raceChart(t, DarkPalette(), scale, 2)
		w, h := int(400*scale), int(190*scale)
		p.Draw(&notes{w: float64(w), h: float64(h)}, c)
		area := p.PlotArea()
		if !area.In(image.Rect(0, 0, w, h)) || area.Dx() < w*3/4 || area.Dy() < h*2/3 {
			t.Errorf("scale %v: the plot takes %v of %d by %d", scale, area, w, h)
		}
		for step := 0.0; step <= 140; step += 3.5 {
			if got := p.StepAt(p.frame.place(step, 1).X); math.Abs(got-step) > 1e-9 {
				t.Errorf("scale %v: step %v found as %v", scale, step, got)
			}
		}
		if lo, hi := p.StepAt(-50), p.StepAt(1e9); lo != 0 || hi != 140 {
			t.Errorf("scale %v: left of the plot is step %v, right of it %v", scale, lo, hi)
		}
	}
	none := &notes{w: 300, h: 100}
	p.Draw(none, Chart{Steps: 9, Style: chartStyle(t, DarkPalette(), 1)})
	p.DrawOver(none, 3, 3)
	if got := p.StepAt(100); got != 0 || !p.PlotArea().Empty() {
		t.Errorf("no series: step %v, area %v", got, p.PlotArea())
	}
}

// Charts that stand above one another have their plots in line, and a plot does
// not move while its values change.
func TestPlotAreaStaysInPlace(t *testing.T) {
	var areas []image.Rectangle
	for _, ys := range [][]float64{{8, 1e-3}, {8, 0, 1e-6}, {1e6, 3}, {0.2, 0.2}} {
		for _, log := range []bool{true, false} {
			c := Chart{Title: "loss", Steps: 140, Log: log, Floor: 1e-12, Series: []Series{{Y: ys}},
				Style: chartStyle(t, DarkPalette(), 1)}
			var p DrawnChart
			p.Draw(&notes{w: 400, h: 190}, c)
			areas = append(areas, p.PlotArea())
		}
	}
	for _, area := range areas {
		if area != areas[0] {
			t.Errorf("the plot is at %v for some values and at %v for others", areas[0], area)
		}
	}
}
