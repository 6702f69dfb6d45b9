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
			chart := Chart{Title: "loss", Log: c.log, Floor: c.floor, Steps: 2, Series: []Series{{Y: c.ys}},
				Style: chartStyle(t, DarkPalette(), scale)}
			var p DrawnChart
			p.Draw(&notes{w: math.Trunc(400 * scale), h: math.Trunc(190 * scale)}, chart)
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
