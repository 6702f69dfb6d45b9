package plot_test

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"math/rand/v2"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// slopeScene is a plane that rises from the left edge to the right one, or from
// the right to the left.
func slopeScene(up float64) plot.Scene {
	view := plot.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}
	slope := plot.Sampled(func(x, y float64) float64 { return up * x }, view, 100, 100)
	field := plot.NewField(slope, 24, plot.LinearSpacing)
	field.Lines = nil // what is measured is the contrast to the ground itself
	return plot.Scene{View: view, Field: field}
}

// farthest is the greatest contrast in a part of a picture to a colour.
func farthest(pic *image.RGBA, part image.Rectangle, from color.RGBA) float64 {
	most := 1.0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			most = math.Max(most, plot.Contrast(plot.LuminanceOf(pic.RGBAAt(x, y)), plot.LuminanceOf(from)))
		}
	}
	return most
}

// Whatever the theme and however high the ground: marks, their labels, the
// start, ticks and what is said of a racer can be seen.
func TestMapFurnitureStandsOut(t *testing.T) {
	lengthy.Test(t)
	for name, st := range plot.Styles(t) {
		for x := -0.6; x <= 0.61; x += 0.2 {
			bare := slopeScene(1)
			size := int(200 * st.Scale)
			pic := raster.Scene(bare, st, size, size)
			px, py := bare.ToPixel(plot.Point{X: x}, size, size)
			ground := pic.RGBAAt(int(px), int(py))
			around := image.Rect(int(px)-3, int(py)-3, int(px)+4, int(py)+4)
			for _, kind := range []plot.MarkKind{plot.MinimumMark, plot.BestMark, plot.SaddleMark, plot.MaximumMark, plot.DegenerateMark} {
				s := bare
				s.Marks = []plot.Mark{{Kind: kind, At: plot.Point{X: x}, Label: "M1"}}
				if got := farthest(raster.Scene(s, st, size, size), around.Inset(-int(5*st.Scale)), ground); got < 2.8 {
					t.Errorf("%s: mark %d at %.1f has a contrast of %.1f", name, kind, x, got)
				}
			}
			s := bare
			s.Start = &plot.Point{X: x}
			if got := farthest(raster.Scene(s, st, size, size), around, ground); got < 2.8 {
				t.Errorf("%s: the start at %.1f has a contrast of %.1f", name, x, got)
			}
		}
		for _, up := range []float64{-1, 1} { // the left edge is high, or deep
			s := slopeScene(up)
			s.Ticks = true
			pic := raster.Scene(s, st, int(200*st.Scale), int(200*st.Scale))
			left := pic.RGBAAt(1, 1)
			if got := farthest(pic, image.Rect(int(7*st.Scale), int(20*st.Scale), int(20*st.Scale), int(170*st.Scale)), left); got < 2.8 {
				t.Errorf("%s, slope %v: the ticks' numbers have a plot.Contrast of %.1f", name, up, got)
			}
		}
	}
}

// Where cells end in the middle of a text no part of it is lost: it stands out from whatever is around it.
func TestTextAcrossTheEdgeOfCells(t *testing.T) {
	for name, st := range plot.Styles(t) {
		for _, ground := range []color.RGBA{st.Palette.Height(0), st.Palette.Height(1), st.Palette.Basin(0, 0)} {
			size, side := 10*st.Scale, 60*st.Scale
			at := plot.Vec{X: 20 * st.Scale, Y: 30 * st.Scale}
			edge := at.Y - math.Round(st.Font.CapHeight(size)/2) // below it is the margin
			s := plot.Scene{View: plot.Rect{X1: side, Y1: side}}
			s.Cells = &plot.Cells{W: 1, H: 1, View: plot.Rect{X1: side, Y0: side - edge, Y1: side}, Colors: []color.RGBA{ground}}
			pic := image.NewRGBA(image.Rect(0, 0, int(side), int(side)))
			s.DrawLayer(plot.GroundLayer, raster.New(pic), st)
			ink := plot.WriteOn(raster.New(pic), s, st, at, size, "0.01")
			mask := image.NewRGBA(pic.Rect)
			raster.New(mask).Text(plot.Text{Text: "0.01", Font: st.Font, Size: size, Ink: white}, at)
			if got := leastAround(pic, mask, ink); got < 2.8 {
				t.Errorf("%s: on %v a text has a contrast of %.1f to what is around it", name, ground, got)
			}
		}
	}
}

// leastAround is the least contrast of an ink to the pixels of a picture next but one to what a mask covers.
func leastAround(pic, mask *image.RGBA, ink color.RGBA) float64 {
	covered := func(x, y int) uint8 { return mask.RGBAAt(x, y).A }
	least := math.Inf(1)
	for y := range pic.Rect.Dy() {
		for x := range pic.Rect.Dx() {
			if max(covered(x, y), covered(x-1, y), covered(x+1, y), covered(x, y-1), covered(x, y+1)) > 0 {
				continue
			}
			if max(covered(x-2, y), covered(x+2, y), covered(x, y-2), covered(x, y+2)) > 128 {
				least = math.Min(least, plot.Contrast(plot.LuminanceOf(ink), plot.LuminanceOf(pic.RGBAAt(x, y))))
			}
		}
	}
	return least
}

// A noisy series over many steps lets another one, below it, be seen, and keeps
// a line at full strength.
func TestDenseSeriesDoNotBuryOthers(t *testing.T) {
	p := plot.DarkPalette()
	r := rand.New(rand.NewPCG(11, 12))
	const steps = 50_000
	calm, noisy := make([]float64, steps+1), make([]float64, steps+1)
	for i := range noisy {
		calm[i], noisy[i] = 0.8, r.Float64()
	}
	c := plot.Chart{Steps: steps, Style: plot.ChartStyle(t, p, 1),
		Series: []plot.Series{{Y: calm, Color: p.Racer(0)}, {Y: noisy, Color: p.Racer(1)}}}
	var painter raster.ChartPainter
	pic := image.NewRGBA(image.Rect(0, 0, 400, 190))
	painter.Draw(pic, c, -1, -1)
	area := painter.PlotArea()
	near := func(x, y int) float64 {
		return plot.ColorDistance(pic.RGBAAt(x, y), p.Racer(0))
	}
	full, clear := 0, 0
	for x := area.Min.X + 5; x < area.Max.X-5; x++ {
		best, strong := math.Inf(1), false
		for y := area.Min.Y; y < area.Max.Y; y++ {
			best = min(best, near(x, y))
			strong = strong || pic.RGBAAt(x, y) == p.Racer(1)
		}
		if best < 0.15 {
			clear++
		}
		if strong {
			full++
		}
	}
	width := area.Dx() - 10
	if clear < width*9/10 {
		t.Errorf("the calm series is seen in %d of %d columns", clear, width)
	}
	if full < width/2 {
		t.Errorf("the noisy series has its full colour in %d of %d columns", full, width)
	}
}

// TestCrowdShowsHowDenseItIs: the more points lie upon one another, the farther a pixel is from the ground; also among the
// thousands.
func TestCrowdShowsHowDenseItIs(t *testing.T) {
	for _, palette := range []*plot.Palette{plot.DarkPalette(), plot.LightPalette()} {
		st := plot.Style{Palette: palette, Scale: 1, TextSize: 13}
		cloud := &plot.Cloud{Color: palette.Racer(0)}
		counts := []int{1, 4, 20, 100, 500, 1900}
		for i, n := range counts {
			for range n {
				cloud.Pts = append(cloud.Pts, plot.Point{X: float64(i) + 0.5, Y: 0.5})
			}
		}
		s := plot.Scene{View: plot.Rect{X1: 6, Y1: 1}, Clouds: []*plot.Cloud{cloud}}
		picture := raster.Scene(s, st, 240, 40)
		bare := raster.Scene(plot.Scene{View: s.View}, st, 240, 40).RGBAAt(20, 20)
		last := 0.0
		for i := range counts {
			c := plot.Contrast(plot.LuminanceOf(picture.RGBAAt(20+40*i, 20)), plot.LuminanceOf(bare))
			if c < last+0.15 || i == 0 && c < 1.8 {
				t.Errorf("dark %t: %d points have contrast %.2f, fewer had %.2f", palette.Dark, counts[i], c, last)
			}
			last = c
		}
	}
}

// TestRegionIsDrawnWhereItIs: pixels well inside of the strokes and outside of what is rubbed out are tinted, others are not.
func TestRegionIsDrawnWhereItIs(t *testing.T) {
	st := plot.Style{Palette: plot.DarkPalette(), Scale: 1, TextSize: 13}
	const size = 200
	s := plot.Scene{View: plot.Rect{X1: 10, Y1: 20}, Region: &plot.Region{Color: plot.RGB(0xffffff), Strokes: []plot.Stroke{
		{Pts: []plot.Point{{X: 3, Y: 10}, {X: 7, Y: 10}}, Radius: 2, Height: 4},
		{Pts: []plot.Point{{X: 5, Y: 10}}, Radius: 1, Height: 2, Erase: true},
	}}}
	with := raster.Scene(s, st, size, size)
	s.Region = nil
	without := raster.Scene(s, st, size, size)
	for j := range size {
		for i := range size {
			p := s.FromPixel(float64(i)+0.5, float64(j)+0.5, size, size)
			y := (p.Y - 10) / 2 // the brush is round in these units
			outer := math.Hypot(p.X-min(max(p.X, 3), 7), y) - 2
			inner := 1 - math.Hypot(p.X-5, y)
			off := max(outer, inner)
			if math.Abs(off) < 0.25 {
				continue // the outline
			}
			if tinted := with.RGBAAt(i, j) != without.RGBAAt(i, j); tinted != (off < 0) {
				t.Fatalf("at %v tinted %t", p, tinted)
			}
		}
	}
}

// On a transparent ground plot.Spark leaves what, laid over a colour, is the picture
// drawn on that colour.
func TestSparkOnTransparentGround(t *testing.T) {
	ground := color.RGBA{20, 30, 40, 255}
	ys := []float64{0.1, 3, 2, 4, 1}
	want := blank(50, 20, ground)
	plot.Spark(raster.New(want), ys, color.RGBA{200, 100, 50, 255}, 1)
	clear, got := image.NewRGBA(want.Rect), blank(50, 20, ground)
	plot.Spark(raster.New(clear), ys, color.RGBA{200, 100, 50, 255}, 1)
	draw.Draw(got, got.Rect, clear, image.Point{}, draw.Over)
	if _, _, worst := comparePictures(got, want); worst > 2 {
		t.Errorf("the pictures differ by %d of 255", worst)
	}
}
