package plot_test

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// What a raster.Painter keeps never shows: each picture of a sequence is the one drawn
// from nothing.
func TestPainterDrawsTheScene(t *testing.T) {
	lengthy.Test(t)
	for seed := range uint64(6) {
		c := plot.NewSceneChanger(t, seed)
		var p raster.Painter
		var dst *image.RGBA
		for step := range 70 {
			s, st, w, h := c.Next()
			if dst == nil || dst.Rect.Dx() != w || dst.Rect.Dy() != h {
				dst = image.NewRGBA(image.Rect(0, 0, w, h))
			}
			p.Draw(dst, s, st)
			want := raster.Scene(s, st, w, h)
			if _, wrong, worst := comparePictures(dst, want); wrong > 0 {
				t.Fatalf("seed %d, step %d: %d pixels differ, by up to %d", seed, step, wrong, worst)
			}
			for i := 3; i < len(dst.Pix); i += 4 {
				if dst.Pix[i] != 255 {
					t.Fatalf("seed %d, step %d: pixel %d is not opaque", seed, step, i/4)
				}
			}
		}
	}
}

func TestPictureWithoutPixels(t *testing.T) {
	st := plot.Styles(t)["dark"]
	s := plot.PeaksScene(st.Palette, 20, 20)
	for _, size := range [][2]int{{0, 0}, {0, 5}, {5, 0}, {1, 1}} {
		pic := raster.Scene(s, st, size[0], size[1])
		if pic.Rect.Dx() != size[0] || pic.Rect.Dy() != size[1] {
			t.Errorf("asked for %v, got %v", size, pic.Rect)
		}
	}
}

// The cores share a picture out; how many there are does not show.
func TestPictureDoesNotDependOnTheCores(t *testing.T) {
	st := plot.Styles(t)["dark"]
	s := plot.RaceScene(st.Palette, 150, 5000)
	want := raster.Scene(s, st, 150, 150)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 3, 8} {
		runtime.GOMAXPROCS(cores)
		if _, wrong, _ := comparePictures(raster.Scene(s, st, 150, 150), want); wrong > 0 {
			t.Errorf("%d cores draw %d pixels differently", cores, wrong)
		}
	}
}

// TestCrowdGridComesBackClean: a grid used for one picture leaves nothing in the next.
func TestCrowdGridComesBackClean(t *testing.T) {
	st := plot.Style{Palette: plot.DarkPalette(), Scale: 1, TextSize: 13}
	s := plot.SwarmScene(st.Palette, 100, 100, 300)
	first := raster.Scene(s, st, 100, 100)
	raster.Scene(s, st, 60, 90)
	if _, wrong, _ := comparePictures(raster.Scene(s, st, 100, 100), first); wrong > 0 {
		t.Errorf("%d pixels differ the second time", wrong)
	}
}

// Whatever has been drawn before, the painter's picture is that of a new one.
func TestChartPainterEqualsFresh(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	font := plot.TestFont(t)
	dark, light := plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: 13},
		plot.Style{Palette: plot.LightPalette(), Font: font, Scale: 1.5, TextSize: 12}
	c := plot.RaceChart(t, dark.Palette, 1, 3)
	c.Style = dark
	sizes := []image.Rectangle{image.Rect(0, 0, 300, 140), image.Rect(0, 0, 301, 140), image.Rect(0, 0, 50, 20)}
	var p raster.ChartPainter
	for i := range 150 {
		switch r.IntN(12) {
		case 0:
			c.Series[r.IntN(3)].Y[r.IntN(100)] = math.Exp(r.NormFloat64()) // in place
		case 1:
			c.Series[r.IntN(3)].Y[r.IntN(100)] = math.NaN()
		case 2:
			c.Style = dark
		case 3:
			c.Style = light
		case 4:
			c.Log = !c.Log
		case 5:
			c.Steps = 100 + r.IntN(80)
		case 6:
			c.Series[0], c.Series[2] = c.Series[2], c.Series[0]
		case 7:
			c.Series[1].Color = dark.Palette.Racer(r.IntN(8))
		case 8:
			c.Title += "."
		case 9:
			c.Floor = math.Pow(10, -float64(r.IntN(12)))
		}
		cursor, hover := 160*r.Float64()-10, 160*r.Float64()-10
		got, want := image.NewRGBA(sizes[r.IntN(3)]), (*image.RGBA)(nil)
		p.Draw(got, c, cursor, hover)
		want = image.NewRGBA(got.Rect)
		new(raster.ChartPainter).Draw(want, c, cursor, hover)
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Fatalf("picture %d: the painter's differs from a new painter's", i)
		}
	}
}

// The painter draws row by row into pictures whose rows are longer than it
// needs, too.
func TestChartPainterHonoursStride(t *testing.T) {
	c := plot.RaceChart(t, plot.DarkPalette(), 1, 2)
	want := drawChart(c, 200, 100, 30, -1)
	wide := image.NewRGBA(image.Rect(0, 0, 230, 100))
	part := wide.SubImage(image.Rect(0, 0, 200, 100)).(*image.RGBA)
	new(raster.ChartPainter).Draw(part, c, 30, -1)
	for y := range 100 {
		if !bytes.Equal(part.Pix[y*part.Stride:][:800], want.Pix[y*want.Stride:][:800]) {
			t.Fatalf("row %d differs", y)
		}
	}
	if wide.RGBAAt(210, 50) != (color.RGBA{}) {
		t.Error("a pixel beside the picture was touched")
	}
}

// TestPainterSeesOtherBars: a change of a count, in place too, is drawn.
func TestPainterSeesOtherBars(t *testing.T) {
	c := plot.Arrivals(t, plot.LightPalette(), 1)
	var p raster.ChartPainter
	dst := image.NewRGBA(image.Rect(0, 0, 300, 150))
	p.Draw(dst, c, -1, -1)
	c.Bars.Groups[0].Counts[20] = 30
	p.Draw(dst, c, -1, -1)
	if _, wrong, _ := comparePictures(dst, raster.Chart(c, 300, 150)); wrong > 0 {
		t.Errorf("%d pixels are of the bars before", wrong)
	}
}

func FuzzChart(f *testing.F) {
	f.Add(int16(400), int16(190), int16(140), true, 1e-12, 8.0, 1e-3, 40.0, 20.0)
	f.Add(int16(30), int16(9), int16(0), false, 0.0, math.Inf(1), -1.0, -1.0, math.NaN())
	f.Add(int16(300), int16(100), int16(-4), true, math.NaN(), math.NaN(), math.Inf(-1), math.Inf(1), 1e300)
	f.Add(int16(300), int16(100), int16(3), false, -1.0, math.MaxFloat64, -math.MaxFloat64, 1.5, 2.0)
	f.Add(int16(300), int16(100), int16(32000), true, math.Inf(1), 5e-324, math.MaxFloat64, 1.5, 2.0)
	f.Add(int16(300), int16(100), int16(5), false, 0.0, 1e16, 1e16+2, 1.5, 2.0)
	font := plot.TestFont(f)
	f.Fuzz(func(t *testing.T, w, h, steps int16, log bool, floor, a, b, cursor, hover float64) {
		c := plot.Chart{Title: "loss", Steps: int(steps), Log: log, Floor: floor,
			Style: plot.Style{Palette: plot.DarkPalette(), Font: font, Scale: 1, TextSize: 13}}
		c.Series = []plot.Series{
			{Y: []float64{a, b, a, math.NaN(), b, 1, a}, Name: "one"},
			{Y: []float64{1, b, 2, math.Inf(1)}, Name: "two"},
			{},
		}
		size := image.Rect(0, 0, int(w)&511, int(h)&255)
		var p raster.ChartPainter
		dst := image.NewRGBA(size)
		p.Draw(dst, c, cursor, hover)
		for i := 3; i < len(dst.Pix); i += 4 {
			if dst.Pix[i] != 255 {
				t.Fatalf("pixel %d is not opaque", i/4)
			}
		}
		if step := p.StepAt(float64(w)); !(step >= 0 && step <= max(1, float64(steps))) {
			t.Fatalf("step %v of %d", step, steps)
		}
	})
}
