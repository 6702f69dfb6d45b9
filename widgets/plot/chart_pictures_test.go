package plot_test

import (
	"image"
	"math"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

func drawChart(c plot.Chart, w, h int, cursor, hover float64) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	new(raster.ChartPainter).Draw(dst, c, cursor, hover)
	return dst
}

func TestChartPictures(t *testing.T) {
	dark, light := plot.DarkPalette(), plot.LightPalette()

	golden(t, "chart-dark", drawChart(plot.RaceChart(t, dark, 1, 4), 400, 190, 87.4, -1))
	golden(t, "chart-light", drawChart(plot.RaceChart(t, light, 1, 4), 400, 190, 87.4, -1))
	golden(t, "chart-hover", drawChart(plot.RaceChart(t, dark, 1, 8), 500, 190, 30.5, 87))
	golden(t, "chart-hover-hidpi", drawChart(plot.RaceChart(t, light, 2, 8), 1000, 380, 30.5, 87))
	golden(t, "chart-hover-many", drawChart(plot.RaceChart(t, dark, 1, 24), 400, 150, -1, 3))
	golden(t, "chart-small", drawChart(plot.RaceChart(t, dark, 1, 3), 200, 80, 20, -1))

	troubled := plot.RaceChart(t, dark, 1, 4)
	troubled.Series[0].Y = []float64{8, 40, 200, 2e3, 1e5, 1e9, math.Inf(1)}
	for i := 60; i < 100; i++ {
		troubled.Series[1].Y[i] = math.NaN()
	}
	troubled.Series[1].Y[80] = 0.3 // alone between gaps
	for i := 90; i <= 140; i++ {
		troubled.Series[2].Y[i] = 0 // the minimum itself
	}
	troubled.Series[3].Y = troubled.Series[3].Y[:50]
	golden(t, "chart-troubled", drawChart(troubled, 400, 190, 110, -1))

	rate := plot.Chart{Title: "learning rate", Steps: 1000, Style: plot.ChartStyle(t, light, 1.3)}
	for i := range 2 {
		y := make([]float64, rate.Steps+1)
		for step := range y {
			y[step] = 0.03 * float64(i+1) * (1 + math.Cos(math.Pi*float64(step)/1000))
		}
		rate.Series = append(rate.Series, plot.Series{Y: y, Color: light.Racer(i), Glyph: plot.RacerGlyph(i)})
	}
	golden(t, "chart-linear", drawChart(rate, 520, 230, 333.3, -1))

	bounded := ended(t)
	for i := range bounded.Ends {
		bounded.Ends[i].Of = []int{i}
	}
	bounded.Series[1].Dashed, bounded.Series[2].Hidden = true, true
	golden(t, "chart-dashed-hidden", drawChart(bounded, 420, 190, 87.4, -1))
	golden(t, "chart-costs", drawChart(costs(t), 420, 190, 10, 40))

	empty := plot.Chart{Title: "loss", Steps: 100, Log: true, Style: plot.ChartStyle(t, dark, 1)}
	golden(t, "chart-empty", raster.Chart(empty, 300, 120))
}

func TestDenseChartPictures(t *testing.T) {
	golden(t, "chart-dense-dark", drawChart(plot.NoisyChart(t, plot.DarkPalette(), 100_000), 400, 190, 30_000, -1))
	golden(t, "chart-dense-light", drawChart(plot.NoisyChart(t, plot.LightPalette(), 3000), 400, 190, -1, -1))
}

func TestBarPictures(t *testing.T) {
	dark, light := plot.DarkPalette(), plot.LightPalette()
	golden(t, "bars-dark", drawChart(plot.Arrivals(t, dark, 1), 400, 190, 87.4, -1))
	golden(t, "bars-light", drawChart(plot.Arrivals(t, light, 1), 400, 190, -1, 47))
	golden(t, "bars-hidpi", drawChart(plot.Arrivals(t, dark, 2), 800, 380, 30.5, 139))
	few := plot.Chart{Title: "escapes", Steps: 7, Style: plot.ChartStyle(t, light, 1)}
	few.Bars = plot.Bars{Width: 1, Groups: []plot.BarGroup{{Color: light.Basin(0, 0), Counts: []int{0, 0, 1, 1, 0, 0, 1}}}}
	golden(t, "bars-few", drawChart(few, 260, 120, 3, -1))
	none := few
	none.Bars.Groups, none.Empty = nil, "no run has arrived"
	golden(t, "bars-none", raster.Chart(none, 260, 120))
}
