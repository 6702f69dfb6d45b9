package raster

import (
	"context"
	"image"
	"image/color"
	"math"
	"testing"

	"descentlab/widgets/plot"
)

// hill is a scene that has something in every layer.
func hill(p *plot.Palette) plot.Scene {
	view := plot.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}
	grid := plot.Sample(context.Background(), view, 100, 100, func() func(dst, xs []float64, y float64) {
		return func(dst, xs []float64, y float64) {
			for i, x := range xs {
				dst[i] = x*x + 3*y*y + x*y
			}
		}
	})
	s := plot.Scene{View: view, Field: plot.NewField(grid, 12, plot.LogSpacing), Ticks: true, Start: &plot.Point{X: 1, Y: 1}}
	s.Marks = []plot.Mark{{Kind: plot.BestMark, Label: "A"}, {Kind: plot.SaddleMark, At: plot.Point{X: -1, Y: 1}, Label: "S"}}
	for i := range 4 {
		t := plot.Trace{Head: 60.5, Color: p.Racer(i), Glyph: plot.RacerGlyph(i)}
		for k := range 100 {
			sin, cos := math.Sincos(0.2*float64(k) + float64(i))
			r := 1.5 * float64(100-k) / 100
			t.Pts = append(t.Pts, plot.Point{X: r * cos, Y: r * sin})
		}
		s.Traces = append(s.Traces, t)
	}
	return s
}

// twoLosses is a chart of two series over a hundred steps.
func twoLosses(t *testing.T) plot.Chart {
	c := plot.Chart{Title: "loss", Steps: 100, Log: true, Floor: 1e-12}
	c.Style = plot.Style{Palette: plot.DarkPalette(), Font: testFont(t), Scale: 1, TextSize: 13}
	for i := range 2 {
		y := make([]float64, c.Steps+1)
		for step := range y {
			y[step] = math.Exp(-0.05 * float64(step*(i+1)))
		}
		c.Series = append(c.Series, plot.Series{Y: y, Color: c.Style.Palette.Racer(i), Glyph: plot.RacerGlyph(i), Name: "racer"})
	}
	return c
}

func TestPainterKeepsWhatStays(t *testing.T) {
	st := plot.Style{Palette: plot.DarkPalette(), Font: testFont(t), Scale: 1, TextSize: 13}
	s := hill(st.Palette)
	var p Painter
	dst := blank(100, 100, black)
	p.Draw(dst, s, st)
	// Marked, so that it shows whether it is drawn anew.
	p.furnished.pic.SetRGBA(5, 5, white)
	p.labelled.pic.SetRGBA(7, 7, white)
	s.Traces[0].Head = 5
	p.Draw(dst, s, st)
	if dst.RGBAAt(7, 7) != white {
		t.Error("the labels were drawn anew when only a head moved")
	}
	start := *s.Start
	start.X += 1e-3
	s.Traces[0].Head, s.Start, s.Cross, s.Busy = 3, &start, &plot.Point{}, true
	p.Draw(dst, s, st)
	if dst.RGBAAt(5, 5) != white {
		t.Error("the furniture was drawn anew when only a head moved, and the start a little")
	}
	s.Marks = append([]plot.Mark(nil), s.Marks...)
	s.Marks[0].Strong = true
	p.Draw(dst, s, st)
	if dst.RGBAAt(5, 5) == white {
		t.Error("a hovered mark should renew the furniture")
	}
}

// Only a changed chart is drawn anew: a stain on the kept picture stays until
// then.
func TestChartPainterKeepsCurves(t *testing.T) {
	c := twoLosses(t)
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

// A picture that is part of a larger one is drawn in its place.
func TestSparkInPart(t *testing.T) {
	whole := image.NewRGBA(image.Rect(0, 0, 80, 60))
	part := whole.SubImage(image.Rect(30, 20, 70, 40)).(*image.RGBA)
	plot.Spark(New(part), []float64{0, 1, 0}, color.RGBA{255, 255, 255, 255}, 1)
	if whole.RGBAAt(50, 23).A == 0 {
		t.Error("the peak is not at the top middle of the part")
	}
	for y := range 60 {
		for x := range 80 {
			if !(image.Point{X: x, Y: y}).In(part.Rect) && whole.RGBAAt(x, y).A != 0 {
				t.Fatalf("pixel %d,%d beside the part was touched", x, y)
			}
		}
	}
}
