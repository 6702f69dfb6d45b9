package plot

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"
)

func chartStyle(t testing.TB, p *Palette, scale float64) Style {
	return Style{Palette: p, Font: testFont(t), Scale: scale, TextSize: 13}
}

var racerNames = []string{"SGD", "Momentum", "RMSprop", "Adam", "AdamW", "Nesterov", "Adagrad", "Rprop with backtracking"}

// raceChart has n losses as a race of 140 steps on a hilly surface leaves them:
// two stuck at once, others swinging ever nearer to the minimum.
func raceChart(t testing.TB, p *Palette, scale float64, n int) Chart {
	c := Chart{Title: "loss − best minimum (log)", Steps: 140, Log: true, Floor: 1e-12, Style: chartStyle(t, p, scale)}
	for i := range n {
		y := make([]float64, c.Steps+1)
		for step := range y {
			x, k := float64(step), float64(i)
			swing := math.Abs(math.Cos(0.1*k*x)) + 0.002
			if i%3 == 0 {
				swing = 1
			}
			y[step] = 4 + 4*math.Exp(-0.1*x)
			if i%3 != 0 {
				y[step] = 8 * math.Exp(-0.03*k*x) * swing
			}
		}
		c.Series = append(c.Series, Series{Y: y, Color: p.Racer(i), Glyph: RacerGlyph(i), Name: racerNames[i%len(racerNames)]})
	}
	return c
}

func drawChart(c Chart, w, h int, cursor, hover float64) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	new(ChartPainter).Draw(dst, c, cursor, hover)
	return dst
}

func TestChartPictures(t *testing.T) {
	dark, light := DarkPalette(), LightPalette()

	golden(t, "chart-dark", drawChart(raceChart(t, dark, 1, 4), 400, 190, 87.4, -1))
	golden(t, "chart-light", drawChart(raceChart(t, light, 1, 4), 400, 190, 87.4, -1))
	golden(t, "chart-hover", drawChart(raceChart(t, dark, 1, 8), 500, 190, 30.5, 87))
	golden(t, "chart-hover-hidpi", drawChart(raceChart(t, light, 2, 8), 1000, 380, 30.5, 87))
	golden(t, "chart-hover-many", drawChart(raceChart(t, dark, 1, 24), 400, 150, -1, 3))
	golden(t, "chart-small", drawChart(raceChart(t, dark, 1, 3), 200, 80, 20, -1))

	troubled := raceChart(t, dark, 1, 4)
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

	rate := Chart{Title: "learning rate", Steps: 1000, Style: chartStyle(t, light, 1.3)}
	for i := range 2 {
		y := make([]float64, rate.Steps+1)
		for step := range y {
			y[step] = 0.03 * float64(i+1) * (1 + math.Cos(math.Pi*float64(step)/1000))
		}
		rate.Series = append(rate.Series, Series{Y: y, Color: light.Racer(i), Glyph: RacerGlyph(i)})
	}
	golden(t, "chart-linear", drawChart(rate, 520, 230, 333.3, -1))

	golden(t, "chart-empty", Chart{Title: "loss", Steps: 100, Log: true, Style: chartStyle(t, dark, 1)}.Image(300, 120))
}

// noisyChart is a race of so many steps under gradient noise.
func noisyChart(t testing.TB, p *Palette, steps int) Chart {
	c := Chart{Title: "loss − best minimum (log)", Steps: steps, Log: true, Floor: 1e-12, Style: chartStyle(t, p, 1)}
	r := rand.New(rand.NewPCG(7, 8))
	for i := range 4 {
		y := make([]float64, steps+1)
		for step := range y {
			at := float64(step) / float64(steps)
			y[step] = (4*math.Exp(-12*at) + 1e-3*float64(4*i+1)) * math.Exp(1.5*r.NormFloat64())
		}
		c.Series = append(c.Series, Series{Y: y, Color: p.Racer(i), Glyph: RacerGlyph(i), Name: racerNames[i]})
	}
	return c
}

func TestDenseChartPictures(t *testing.T) {
	golden(t, "chart-dense-dark", drawChart(noisyChart(t, DarkPalette(), 100_000), 400, 190, 30_000, -1))
	golden(t, "chart-dense-light", drawChart(noisyChart(t, LightPalette(), 3000), 400, 190, -1, -1))
}

// Charts above one another have their plots above one another, whatever their
// values.
func TestPlotsAlign(t *testing.T) {
	for _, scale := range []float64{1, 1.3, 2} {
		want := image.Rectangle{}
		for _, c := range []struct {
			log   bool
			floor float64
			ys    []float64
		}{
			{true, 8.881784197001252e-16, []float64{8, 1e-15, 0}},
			{true, 1e-12, []float64{8, 1e-3}},
			{true, 0, []float64{3, 5}},
			{true, 0, []float64{5e-324, 1e-300, 1e300}},
			{false, 0, []float64{0, 1}},
			{false, 0, []float64{0, -0.0000123}},
			{false, 0, []float64{-1e6, 1e6}},
			{false, 0, []float64{-6.551133, -6.551131}},
			{false, 0, []float64{-1e300, -1.00000001e300}},
		} {
			chart := Chart{Title: "loss", Log: c.log, Floor: c.floor, Steps: 2, Series: []Series{{Y: c.ys}}, Style: chartStyle(t, DarkPalette(), scale)}
			var p ChartPainter
			p.Draw(image.NewRGBA(image.Rect(0, 0, int(400*scale), int(190*scale))), chart, -1, -1)
			if want.Empty() {
				want = p.PlotArea()
			}
			if got := p.PlotArea(); got != want || got.Empty() {
				t.Errorf("scale %v, log %v, values %v: the plot is in %v, not %v", scale, c.log, c.ys, got, want)
			}
		}
	}
}

// A chart of racers without a single finite value says so instead of making axes up.
func TestChartWithoutValues(t *testing.T) {
	c := Chart{Steps: 10, Style: chartStyle(t, DarkPalette(), 1), Series: []Series{{Y: []float64{math.NaN(), math.Inf(1)}}}}
	none := c
	none.Series = nil
	if c.nothing() == "" || c.nothing() == none.nothing() {
		t.Errorf("said %q, and %q without racers", c.nothing(), none.nothing())
	}
	c.Series = append(c.Series, Series{Y: []float64{math.NaN(), 2}})
	if why := c.nothing(); why != "" {
		t.Errorf("with a value: %q", why)
	}
}
