package plot

import (
	"image"
	"math"
	"testing"
)

// benchChart has eight series of 500 points, as eight optimizers on a hilly
// loss leave them.
func benchChart(b *testing.B) Chart {
	c := Chart{Title: "loss − best minimum (log)", Steps: 499, Log: true, Floor: 1e-12, Style: chartStyle(b, DarkPalette(), 1)}
	for i := range 8 {
		y := make([]float64, 500)
		for t := range y {
			x, k := float64(t), float64(i)
			y[t] = 8 * math.Exp(-0.008*k*x) * (0.02 + math.Abs(math.Cos(0.03*k*x)))
		}
		c.Series = append(c.Series, Series{Y: y, Color: c.Style.Palette.Racer(i), Glyph: RacerGlyph(i), Name: "optimizer"})
	}
	return c
}

func BenchmarkChartStatic(b *testing.B) {
	c := benchChart(b)
	dst := image.NewRGBA(image.Rect(0, 0, 500, 190))
	b.ReportAllocs()
	for b.Loop() {
		new(ChartPainter).Draw(dst, c, -1, -1)
	}
}

func BenchmarkChartCursor(b *testing.B) {
	c := benchChart(b)
	dst := image.NewRGBA(image.Rect(0, 0, 500, 190))
	var p ChartPainter
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Draw(dst, c, float64(i%4990)/10, -1)
	}
}

func BenchmarkChartHover(b *testing.B) {
	c := benchChart(b)
	dst := image.NewRGBA(image.Rect(0, 0, 500, 190))
	var p ChartPainter
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Draw(dst, c, 250, float64(i%500))
	}
}

// BenchmarkChartLong has a hundred thousand steps: thinning decides.
func BenchmarkChartLong(b *testing.B) {
	c := benchChart(b)
	c.Steps = 100_000
	for i := range c.Series {
		y := make([]float64, c.Steps+1)
		for t := range y {
			y[t] = 1 / (1 + float64(t)) * (1 + 0.5*math.Sin(float64(t*(i+1))))
		}
		c.Series[i].Y = y
	}
	dst := image.NewRGBA(image.Rect(0, 0, 500, 190))
	b.ReportAllocs()
	for b.Loop() {
		new(ChartPainter).Draw(dst, c, -1, -1)
	}
}
