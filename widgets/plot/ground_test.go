package plot

import (
	"image/color"
	"math"
	"testing"
)

// A ramp from left to right shows the bands in their order, flat inside and
// mixed only where a level passes.
func TestGroundIsBanded(t *testing.T) {
	st := styles(t)["dark"]
	slope := sampled(func(x, y float64) float64 { return x }, Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, 100, 10)
	f := &Field{Grid: slope, Levels: []float64{0.25, 0.503, 0.75}}
	s := Scene{View: f.Grid.View, Field: f}
	pic := groundOf(s, st, 100, 10)
	bands := bandColors(st.Palette, 3)
	if bands[0] != st.Palette.Ramp[0] || bands[3] != st.Palette.Ramp[len(st.Palette.Ramp)-1] {
		t.Errorf("the bands run from %v to %v, not over the whole ramp", bands[0], bands[3])
	}
	for x := range 100 {
		got, want := pic.RGBAAt(x, 5), bands[walkBand(f.Levels, (float64(x)+0.5)/100, 0)]
		if x == 50 { // the level passes at 0.3 of this pixel
			want = toMean(bands[1], bands[2], 0.3)
		}
		if distance := math.Abs(float64(got.R) - float64(want.R)); distance > 1 {
			t.Errorf("pixel %d is %v, not %v", x, got, want)
		}
	}
}

func toMean(a, b color.RGBA, part float64) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(part*float64(a) + (1-part)*float64(b))) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

func TestGroundOfWhatIsNotFinite(t *testing.T) {
	st := styles(t)["light"]
	f := NewField(sampled(func(x, y float64) float64 {
		switch {
		case x < 0.3:
			return math.NaN()
		case x > 0.7:
			return math.Inf(1)
		}
		return y
	}, Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, 60, 60), 5, LinearSpacing)
	pic := groundOf(Scene{View: f.Grid.View, Field: f}, st, 60, 60)
	h := newHatch(st)
	for y := range 60 {
		for x := range 60 {
			hatched := pic.RGBAAt(x, y) == h.at(x, y)
			if out := x < 17 || x >= 43; out != hatched && (x < 16 || x > 19) && (x < 40 || x > 43) {
				t.Fatalf("pixel (%d, %d): hatched %t, not finite %t", x, y, hatched, out)
			}
		}
	}
}

func TestGroundOutsideTheFieldIsPlain(t *testing.T) {
	st := styles(t)["dark"]
	f := NewField(sampled(peaks, peaksView, 50, 50), 24, LogSpacing)
	pic := groundOf(Scene{View: Rect{X0: -9, X1: 9, Y0: -9, Y1: 9}, Field: f}, st, 90, 90)
	for y := range 90 {
		for x := range 90 {
			inside := x >= 30 && x < 60 && y >= 30 && y < 60
			if plain := pic.RGBAAt(x, y) == st.Palette.Ground; plain == inside {
				t.Fatalf("pixel (%d, %d): plain ground %t, in the field %t", x, y, plain, inside)
			}
		}
	}
}

// The short cut for a picture whose pixels are the cells changes nothing.
func TestWindowOnTheGridsOwnView(t *testing.T) {
	g := sampled(func(x, y float64) float64 { return math.Log(x) * y }, peaksView, 40, 30)
	quick, slow := newWindow(g, g.View, 40, 30), newWindow(g, g.View, 40, 30)
	if !quick.same {
		t.Fatal("the short cut was not taken")
	}
	slow.same = false
	a, b := make([]float64, 40), make([]float64, 40)
	for y := -1; y <= 30; y++ {
		quick.row(a, y)
		slow.row(b, y)
		for x := range a {
			if a[x] != b[x] && math.Abs(a[x]-b[x]) > 1e-9 || (a[x] == a[x]) != (b[x] == b[x]) {
				t.Fatalf("pixel (%d, %d) is %v and %v", x, y, a[x], b[x])
			}
		}
	}
}

func TestWindowInterpolates(t *testing.T) {
	g := sampled(func(x, y float64) float64 { return 3*x - 2*y }, peaksView, 30, 30)
	view := Rect{X0: -1.3, X1: 2.1, Y0: -0.7, Y1: 1.9}
	n := newWindow(g, view, 64, 48)
	row := make([]float64, 64)
	for y := range 48 {
		n.row(row, y)
		for x, v := range row {
			p := Scene{View: view}.FromPixel(float64(x)+0.5, float64(y)+0.5, 64, 48)
			if want := 3*p.X - 2*p.Y; math.Abs(v-want) > 1e-9 {
				t.Fatalf("pixel (%d, %d) is %v, not %v", x, y, v, want)
			}
		}
	}
}

func TestPixelsAndPlacesAreInverse(t *testing.T) {
	s := Scene{View: Rect{X0: -1, X1: 3, Y0: 2, Y1: 10}}
	if x, y := s.ToPixel(Point{X: -1, Y: 10}, 200, 100); x != 0 || y != 0 {
		t.Errorf("the upper left corner is seen at (%v, %v)", x, y)
	}
	if x, y := s.ToPixel(Point{X: 3, Y: 2}, 200, 100); x != 200 || y != 100 {
		t.Errorf("the lower right corner is seen at (%v, %v)", x, y)
	}
	x, y := s.ToPixel(s.FromPixel(37, 81, 200, 100), 200, 100)
	if math.Abs(x-37) > 1e-9 || math.Abs(y-81) > 1e-9 {
		t.Errorf("(37, 81) comes back as (%v, %v)", x, y)
	}
}

func BenchmarkNewField(b *testing.B) {
	g := sampled(peaks, peaksView, 900, 900)
	for b.Loop() {
		NewField(g, 24, LogSpacing)
	}
}
