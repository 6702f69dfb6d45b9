package plot

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// slopeScene is a plane that rises from the left edge to the right one, or from
// the right to the left.
func slopeScene(up float64) Scene {
	view := Rect{-1, 1, -1, 1}
	return Scene{View: view, Field: NewField(sampled(func(x, y float64) float64 { return up * x }, view, 100, 100), 24, LinearSpacing)}
}

// farthest is the greatest contrast in a part of a picture to a colour.
func farthest(pic *image.RGBA, part image.Rectangle, from color.RGBA) float64 {
	most := 1.0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			most = math.Max(most, contrast(luminanceOf(pic.RGBAAt(x, y)), luminanceOf(from)))
		}
	}
	return most
}

func TestInksStandOutEverywhere(t *testing.T) {
	for _, p := range []*Palette{DarkPalette(), LightPalette()} {
		for i := range 101 {
			ground := luminanceOf(p.ramp(float64(i) / 100))
			with := p.inksOn(ground)
			if got := contrast(luminanceOf(with.ink), ground); got < 4 {
				t.Errorf("dark %t: at %d %% of the ramp the ink has a contrast of %.1f", p.Dark, i, got)
			}
			if got := contrast(luminanceOf(with.ink), luminanceOf(with.halo)); got < 10 {
				t.Errorf("dark %t: at %d %% of the ramp ink and halo have a contrast of %.1f", p.Dark, i, got)
			}
		}
	}
}

// Whatever the theme and however high the ground: marks, their labels, the
// start, ticks and what is said of a racer can be seen.
func TestMapFurnitureStandsOut(t *testing.T) {
	for name, st := range styles(t) {
		for x := -0.6; x <= 0.61; x += 0.2 {
			bare := slopeScene(1)
			size := int(200 * st.Scale)
			pic := bare.Image(st, size, size)
			px, py := bare.ToPixel(Point{x, 0}, size, size)
			ground := pic.RGBAAt(int(px), int(py))
			around := image.Rect(int(px)-3, int(py)-3, int(px)+4, int(py)+4)
			for _, kind := range []MarkKind{MinimumMark, BestMark, SaddleMark, MaximumMark, DegenerateMark} {
				s := bare
				s.Marks = []Mark{{Kind: kind, At: Point{x, 0}, Label: "M1"}}
				if got := farthest(s.Image(st, size, size), around.Inset(-int(5*st.Scale)), ground); got < 2.8 {
					t.Errorf("%s: mark %d at %.1f has a contrast of %.1f", name, kind, x, got)
				}
			}
			s := bare
			s.Start = &Point{x, 0}
			if got := farthest(s.Image(st, size, size), around, ground); got < 2.8 {
				t.Errorf("%s: the start at %.1f has a contrast of %.1f", name, x, got)
			}
		}
		for _, up := range []float64{-1, 1} { // the left edge is high, or deep
			s := slopeScene(up)
			s.Ticks = true
			pic := s.Image(st, int(200*st.Scale), int(200*st.Scale))
			left := pic.RGBAAt(1, 1)
			if got := farthest(pic, image.Rect(int(7*st.Scale), int(20*st.Scale), int(20*st.Scale), int(170*st.Scale)), left); got < 2.8 {
				t.Errorf("%s, slope %v: the ticks' numbers have a contrast of %.1f", name, up, got)
			}
		}
	}
}

// Where cells end in the middle of a text no part of it is lost: it stands out from whatever is around it.
func TestTextAcrossTheEdgeOfCells(t *testing.T) {
	for name, st := range styles(t) {
		for _, ground := range []color.RGBA{st.Palette.Height(0), st.Palette.Height(1), st.Palette.Basin(0, 0)} {
			size := st.px(10)
			x, y := st.px(20), st.px(30)
			cap := st.Font.CapHeight(size)
			w, h := int(st.px(60)), int(st.px(60))
			edge := y - math.Round(cap/2) // below it is the margin
			c := canvas{blank(w, h, black), Scene{View: Rect{0, float64(w), 0, float64(h)}}, st}
			c.scene.Cells = &Cells{W: 1, H: 1, View: Rect{0, float64(w), float64(h) - edge, float64(h)}, Colors: []color.RGBA{ground}}
			c.ground()
			c.cells()
			c.text(x, y, size, "0.01", 1, AlignLeft)
			with, _ := c.textInks(Box{x, y - cap, x + st.Font.Width("0.01", size), y})
			mask := image.NewRGBA(c.dst.Rect)
			st.Font.Draw(mask, x, y, size, "0.01", white, AlignLeft)
			if got := leastAround(c.dst, mask, with.ink); got < 2.8 {
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
				least = math.Min(least, contrast(luminanceOf(ink), luminanceOf(pic.RGBAAt(x, y))))
			}
		}
	}
	return least
}

func TestGroundColorIsTheGround(t *testing.T) {
	st := styles(t)["dark"]
	s := logScene(st.Palette, 100, 100)
	pic := blank(100, 100, black)
	c := canvas{pic, s, st}
	c.ground()
	same := 0
	for x := range 100 {
		if c.groundColor(Vec{float64(x) + 0.5, 80.5}) == pic.RGBAAt(x, 80) {
			same++
		}
	}
	if same < 50 { // elsewhere are hatching and soft borders
		t.Errorf("only %d of 100 pixels have the colour that is reckoned with", same)
	}
	if got := c.groundColor(Vec{-5, 50}); got != st.Palette.Ground {
		t.Errorf("outside the field the ground is %v", got)
	}
}
