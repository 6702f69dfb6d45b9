package plot

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"

	"descentlab/internal/lengthy"
)

// inside tells whether a place is within rings, by the even-odd rule.
func inside(rings [][]Vec, at Vec) bool {
	in := false
	for _, ring := range rings {
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			if (a.Y > at.Y) != (b.Y > at.Y) && at.X < a.X+(at.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
				in = !in
			}
		}
	}
	return in
}

// shapesOf are those of a scene's ground in a picture.
func shapesOf(t *testing.T, s Scene, st Style, w, h int) (Shapes, bool) {
	t.Helper()
	n := &shaped{notes: notes{w: float64(w), h: float64(h)}}
	s.DrawLayer(GroundLayer, n, st)
	return n.shapes, n.told
}

// shaped is a canvas that asks images for their shapes.
type shaped struct {
	notes
	shapes Shapes
	told   bool
}

// Image keeps the shapes.
func (s *shaped) Image(img image.Image, _ Box) { s.shapes, s.told = img.(Shaped).Shapes() }

// TestShapesAreTheGround: at every pixel the uppermost area has the colour of the picture, but where bands meet, and up to the
// very edges; under another view than the field's, too, and beside it there is the plain ground.
func TestShapesAreTheGround(t *testing.T) {
	lengthy.Test(t)
	const w, h = 80, 70
	st := Style{Palette: LightPalette(), Scale: 1, TextSize: 12}
	whole := PeaksScene(st.Palette, w, h)
	part, beyond := whole, whole
	part.View = Rect{X0: -2, X1: 1, Y0: -1, Y1: 2}
	beyond.View = Rect{X0: -5, X1: 4, Y0: -4, Y1: 5}
	for name, s := range map[string]Scene{"whole": whole, "part": part, "beyond": beyond} {
		picture := groundOf(s, st, w, h)
		shapes, ok := shapesOf(t, s, st, w, h)
		if !ok || len(shapes.Areas) < 10 {
			t.Fatalf("%s: %d areas, %t", name, len(shapes.Areas), ok)
		}
		wrong := 0
		for y := range h {
			for x := range w {
				at, c := Vec{float64(x) + 0.5, float64(y) + 0.5}, shapes.Ground
				for _, area := range shapes.Areas {
					if inside(area.Rings, at) {
						c = area.Color
					}
				}
				got := picture.RGBAAt(x, y)
				if d := far(c, got); d > 0 && flat(picture.RGBAAt, x, y, w, h) {
					t.Fatalf("%s: at (%d, %d) there is %v, and %v in the picture", name, x, y, c, got)
				} else if d > 40 {
					wrong++
				}
			}
		}
		if wrong > w*h/80 {
			t.Errorf("%s: %d pixels are of another colour", name, wrong)
		}
	}
}

func far(a, b color.RGBA) int {
	d := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return d(a.R, b.R) + d(a.G, b.G) + d(a.B, b.B)
}

// flat tells whether a pixel has the colour of all around it.
func flat(at func(x, y int) color.RGBA, x, y, w, h int) bool {
	for j := max(y-1, 0); j <= min(y+1, h-1); j++ {
		for i := max(x-1, 0); i <= min(x+1, w-1); i++ {
			if at(i, j) != at(x, y) {
				return false
			}
		}
	}
	return true
}

// TestHatchedGroundHasNoShapes: it is told in pixels.
func TestHatchedGroundHasNoShapes(t *testing.T) {
	st := Style{Palette: LightPalette(), Scale: 1, TextSize: 12}
	s := PeaksScene(st.Palette, 40, 40)
	grid := *s.Field.Grid
	grid.V = append([]float64{}, grid.V...)
	grid.V[77] = math.NaN()
	s.Field = NewField(&grid, 8, LogSpacing)
	if _, ok := shapesOf(t, s, st, 40, 40); ok {
		t.Error("a field with a hole is told in areas")
	}
}

// TestCellsAreAnImage with a pixel for each, in few colours and in many.
func TestCellsAreAnImage(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, colours := range []int{3, 5000} {
		cs := &Cells{W: 30, H: 20}
		for range cs.W * cs.H {
			n := rng.IntN(colours)
			cs.Colors = append(cs.Colors, color.RGBA{uint8(n), uint8(n >> 8), 7, 255})
		}
		img := cs.Image()
		for i, want := range cs.Colors {
			if got := color.RGBAModel.Convert(img.At(i%cs.W, i/cs.W)); got != want {
				t.Fatalf("cell %d of %d colours is %v, want %v", i, colours, got, want)
			}
		}
	}
}

// TestSimplifiedLinesStayNear: no point of the line is farther from the simpler one than it may be, the ends stay, and a straight
// one is its ends.
func TestSimplifiedLinesStayNear(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		var line []Vec
		at := Vec{}
		for range 2 + rng.IntN(80) {
			at = at.Add(Vec{rng.NormFloat64(), 0.3 * rng.NormFloat64()})
			line = append(line, at)
		}
		simple := Simplified(append([]Vec{}, line...), 0.5)
		if simple[0] != line[0] || simple[len(simple)-1] != line[len(line)-1] || len(simple) > len(line) {
			t.Fatalf("from %v to %v became %v", line[0], line[len(line)-1], simple)
		}
		for _, p := range line {
			nearest := math.Inf(1)
			for i := 1; i < len(simple); i++ {
				nearest = min(nearest, offLine(p, simple[i-1], simple[i]))
			}
			if nearest > 0.25+1e-9 {
				t.Fatalf("%v is %v from the simpler line", p, math.Sqrt(nearest))
			}
		}
	}
	if got := Simplified([]Vec{{}, {1, 1}, {2, 2}, {3, 3}}, 1e-6); len(got) != 2 {
		t.Errorf("a straight line has %d points", len(got))
	}
}
