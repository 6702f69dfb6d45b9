package plot_test

import (
	"image"
	"image/draw"
	"math"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

func TestGoldenScenes(t *testing.T) {
	lengthy.Test(t)
	for name, st := range plot.Styles(t) {
		size := int(300 * st.Scale)
		golden(t, "peaks-"+name, raster.Scene(plot.PeaksScene(st.Palette, size, size), st, size, size))
		golden(t, "valley-"+name, raster.Scene(plot.ValleyScene(st.Palette, size, size), st, size, size))
		golden(t, "zoomed-"+name, raster.Scene(plot.ZoomedScene(st.Palette, 200, 200), st, size, size))
		if st.Scale == 1 {
			golden(t, "holes-"+name, raster.Scene(plot.LogScene(st.Palette, size, size), st, size, size))
		}
	}
}

func TestGoldenSwarms(t *testing.T) {
	for name, st := range plot.Styles(t) {
		size := int(300 * st.Scale)
		golden(t, "swarm-"+name, raster.Scene(plot.SwarmScene(st.Palette, size, size, 2000), st, size, size))
	}
}

func TestGoldenGlyphs(t *testing.T) {
	p := plot.DarkPalette()
	pic := blank(30*int(plot.Glyphs), 110, p.Ramp[2])
	for g := range plot.Glyphs {
		x := 15 + 30*float64(g)
		g.Draw(raster.New(pic), x, 14, 4, p.Racer(int(g)), p.Ground)
		g.Draw(raster.New(pic), x, 42, 6, p.Racer(int(g)), p.Ground)
		g.Draw(raster.New(pic), x, 82, 10, p.Racer(int(g)), p.Ground)
	}
	golden(t, "glyphs", pic)
}

func TestSparkPictures(t *testing.T) {
	cosine := make([]float64, 5000)
	for i := range cosine {
		cosine[i] = 0.05 * (1 + math.Cos(math.Pi*float64(i)/5000))
	}
	steps := []float64{1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, math.NaN(), 0.1, 0.1, 0.1}
	signed := []float64{1, -1, 0.5, -0.5, 0.25, -0.25}
	sheet := blank(4*64+20, 40, plot.DarkPalette().Panel)
	for i, ys := range [][]float64{cosine, steps, signed, {0.3}} {
		pic := blank(60, 32, plot.DarkPalette().Panel)
		plot.Spark(raster.New(pic), ys, plot.DarkPalette().Accent, 1.25)
		draw.Draw(sheet, image.Rect(8+66*i, 4, 68+66*i, 36), pic, image.Point{}, draw.Src)
	}
	golden(t, "chart-spark", sheet)
}
