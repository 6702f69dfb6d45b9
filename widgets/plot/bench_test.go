package plot_test

import (
	"image"
	"math"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

func benchmarkPainter(b *testing.B, scale, length float64) {
	st := plot.Style{Palette: plot.DarkPalette(), Font: plot.TestFont(b), Scale: scale, TextSize: 13}
	size := int(900 * scale)
	s := plot.RaceScene(st.Palette, size, length)
	var p raster.Painter
	dst := blank(size, size, black)
	p.Draw(dst, s, st)
	b.ReportAllocs()
	for b.Loop() {
		p.Draw(dst, s, st)
	}
}

func BenchmarkPainterDraw(b *testing.B)      { benchmarkPainter(b, 1, 1200) }
func BenchmarkPainterDrawWild(b *testing.B)  { benchmarkPainter(b, 1, 5000) }
func BenchmarkPainterDrawHiDPI(b *testing.B) { benchmarkPainter(b, 2, 1200) }

// benchmarkLayer draws one layer of a scene on size by size pixels.
func benchmarkLayer(b *testing.B, l plot.Layer, s plot.Scene, size int) {
	st := plot.Style{Palette: plot.DarkPalette(), Font: plot.TestFont(b), Scale: 1, TextSize: 13}
	pic := blank(size, size, black)
	b.ReportAllocs()
	for b.Loop() {
		s.DrawLayer(l, raster.New(pic), st)
	}
}

func BenchmarkGround(b *testing.B) {
	benchmarkLayer(b, plot.GroundLayer, plot.PeaksScene(plot.DarkPalette(), 900, 900), 900)
}

func BenchmarkGroundZoomed(b *testing.B) {
	s := plot.PeaksScene(plot.DarkPalette(), 900, 900)
	s.View = plot.Rect{X0: -2, X1: 1, Y0: -1, Y1: 2}
	benchmarkLayer(b, plot.GroundLayer, s, 900)
}

func BenchmarkFurniture(b *testing.B) {
	benchmarkLayer(b, plot.FurnitureLayer, plot.PeaksScene(plot.DarkPalette(), 900, 900), 900)
}

func BenchmarkRegion(b *testing.B) {
	stroke := plot.Stroke{Radius: 0.2, Height: 0.2}
	for i := range 1500 {
		t := float64(i) / 60
		stroke.Pts = append(stroke.Pts, plot.Point{X: 2.5 * math.Sin(3*t), Y: 2.5 * math.Cos(2.3*t)})
	}
	s := plot.Scene{View: plot.PeaksView, Region: &plot.Region{Strokes: []plot.Stroke{stroke}}}
	benchmarkLayer(b, plot.LabelLayer, s, 700)
}

func BenchmarkCrowd(b *testing.B) {
	benchmarkLayer(b, plot.LiveLayer, plot.SwarmScene(plot.DarkPalette(), 50, 50, 2000), 700)
}

func BenchmarkCrowdLabels(b *testing.B) {
	benchmarkLayer(b, plot.LabelLayer, plot.LatticeScene(5), 900)
}

// benchChart has eight series of 500 points, as eight optimizers on a hilly
// loss leave them.
func benchChart(b *testing.B) plot.Chart {
	c := plot.Chart{Title: "loss − best minimum (log)", Steps: 499, Log: true, Floor: 1e-12}
	c.Style = plot.ChartStyle(b, plot.DarkPalette(), 1)
	for i := range 8 {
		y := make([]float64, 500)
		for t := range y {
			x, k := float64(t), float64(i)
			y[t] = 8 * math.Exp(-0.008*k*x) * (0.02 + math.Abs(math.Cos(0.03*k*x)))
		}
		c.Series = append(c.Series, plot.Series{Y: y, Color: c.Style.Palette.Racer(i), Glyph: plot.RacerGlyph(i), Name: "optimizer"})
	}
	return c
}

func BenchmarkChartStatic(b *testing.B) {
	c := benchChart(b)
	dst := image.NewRGBA(image.Rect(0, 0, 500, 190))
	b.ReportAllocs()
	for b.Loop() {
		new(raster.ChartPainter).Draw(dst, c, -1, -1)
	}
}

func BenchmarkChartCursor(b *testing.B) {
	c := benchChart(b)
	dst := image.NewRGBA(image.Rect(0, 0, 500, 190))
	var p raster.ChartPainter
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Draw(dst, c, float64(i%4990)/10, -1)
	}
}

func BenchmarkChartHover(b *testing.B) {
	c := benchChart(b)
	dst := image.NewRGBA(image.Rect(0, 0, 500, 190))
	var p raster.ChartPainter
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
		new(raster.ChartPainter).Draw(dst, c, -1, -1)
	}
}
