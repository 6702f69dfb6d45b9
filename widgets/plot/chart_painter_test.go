package plot

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
)

// Whatever has been drawn before, the painter's picture is that of a new one.
func TestChartPainterEqualsFresh(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	font := testFont(t)
	dark, light := Style{DarkPalette(), font, 1, 13}, Style{LightPalette(), font, 1.5, 12}
	c := raceChart(t, dark.Palette, 1, 3)
	c.Style = dark
	sizes := []image.Rectangle{image.Rect(0, 0, 300, 140), image.Rect(0, 0, 301, 140), image.Rect(0, 0, 50, 20)}
	var p ChartPainter
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
		new(ChartPainter).Draw(want, c, cursor, hover)
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Fatalf("picture %d: the painter's differs from a new painter's", i)
		}
	}
}

// Only a changed chart is drawn anew: a stain on the kept picture stays until
// then.
func TestChartPainterKeepsCurves(t *testing.T) {
	c := raceChart(t, DarkPalette(), 1, 2)
	dst := image.NewRGBA(image.Rect(0, 0, 300, 140))
	stain := color.RGBA{255, 0, 255, 255}
	var p ChartPainter
	p.Draw(dst, c, -1, -1)
	p.static.SetRGBA(1, 1, stain)
	p.Draw(dst, c, 20, -1)
	p.Draw(dst, c, 20.5, 70)
	if dst.RGBAAt(1, 1) != stain {
		t.Error("moving the cursor drew the curves anew")
	}
	c.Series[1].Y[3] *= 2
	p.Draw(dst, c, 20.5, 70)
	if dst.RGBAAt(1, 1) == stain {
		t.Error("a changed value was not drawn")
	}
}

// The painter draws row by row into pictures whose rows are longer than it
// needs, too.
func TestChartPainterHonoursStride(t *testing.T) {
	c := raceChart(t, DarkPalette(), 1, 2)
	want := drawChart(c, 200, 100, 30, -1)
	wide := image.NewRGBA(image.Rect(0, 0, 230, 100))
	part := wide.SubImage(image.Rect(0, 0, 200, 100)).(*image.RGBA)
	new(ChartPainter).Draw(part, c, 30, -1)
	for y := range 100 {
		if !bytes.Equal(part.Pix[y*part.Stride:][:800], want.Pix[y*want.Stride:][:800]) {
			t.Fatalf("row %d differs", y)
		}
	}
	if wide.RGBAAt(210, 50) != (color.RGBA{}) {
		t.Error("a pixel beside the picture was touched")
	}
}

func TestStepAt(t *testing.T) {
	var p ChartPainter
	if got := p.StepAt(100); got != 0 || !p.PlotArea().Empty() {
		t.Errorf("nothing drawn: step %v, area %v", got, p.PlotArea())
	}
	for _, scale := range []float64{1, 1.25, 2} {
		c := raceChart(t, DarkPalette(), scale, 2)
		w, h := int(400*scale), int(190*scale)
		p.Draw(image.NewRGBA(image.Rect(0, 0, w, h)), c, -1, -1)
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
	p.Draw(image.NewRGBA(image.Rect(0, 0, 300, 100)), Chart{Steps: 9, Style: chartStyle(t, DarkPalette(), 1)}, 3, 3)
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
			c := Chart{Title: "loss", Steps: 140, Log: log, Floor: 1e-12, Series: []Series{{Y: ys}}, Style: chartStyle(t, DarkPalette(), 1)}
			var p ChartPainter
			p.Draw(image.NewRGBA(image.Rect(0, 0, 400, 190)), c, -1, -1)
			areas = append(areas, p.PlotArea())
		}
	}
	for _, area := range areas {
		if area != areas[0] {
			t.Errorf("the plot is at %v for some values and at %v for others", areas[0], area)
		}
	}
}

func FuzzChart(f *testing.F) {
	f.Add(int16(400), int16(190), int16(140), true, 1e-12, 8.0, 1e-3, 40.0, 20.0)
	f.Add(int16(30), int16(9), int16(0), false, 0.0, math.Inf(1), -1.0, -1.0, math.NaN())
	f.Add(int16(300), int16(100), int16(-4), true, math.NaN(), math.NaN(), math.Inf(-1), math.Inf(1), 1e300)
	f.Add(int16(300), int16(100), int16(3), false, -1.0, math.MaxFloat64, -math.MaxFloat64, 1.5, 2.0)
	f.Add(int16(300), int16(100), int16(32000), true, math.Inf(1), 5e-324, math.MaxFloat64, 1.5, 2.0)
	f.Add(int16(300), int16(100), int16(5), false, 0.0, 1e16, 1e16+2, 1.5, 2.0)
	font := testFont(f)
	f.Fuzz(func(t *testing.T, w, h, steps int16, log bool, floor, a, b, cursor, hover float64) {
		c := Chart{Title: "loss", Steps: int(steps), Log: log, Floor: floor, Style: Style{DarkPalette(), font, 1, 13}}
		c.Series = []Series{
			{Y: []float64{a, b, a, math.NaN(), b, 1, a}, Name: "one"},
			{Y: []float64{1, b, 2, math.Inf(1)}, Name: "two"},
			{},
		}
		size := image.Rect(0, 0, int(w)&511, int(h)&255)
		var p ChartPainter
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
