package plot

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
)

var white, black = color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}

// inkOf is how many pixels' worth of white there is in a picture on black.
func inkOf(pic *image.RGBA) float64 {
	sum := 0.0
	for i := 0; i < len(pic.Pix); i += 4 {
		sum += float64(pic.Pix[i])
	}
	return sum / 255
}

// The distance to the line stands for the covered part of a pixel. That is a few
// per cent too little for hairlines in a diagonal, and exact for wide lines.
func TestStrokeCoversItsArea(t *testing.T) {
	for _, turn := range []float64{0, 0.3, 1, math.Pi / 4, 2} {
		for _, width := range []float64{0.4, 1, 2, 3.7, 12} {
			pic := blank(200, 200, black)
			sin, cos := math.Sincos(turn)
			a, b := Vec{100.3 - 60*cos, 99.8 - 60*sin}, Vec{100.3 + 60*cos, 99.8 + 60*sin}
			strokePolyline(pic, []Vec{a, b}, width, white)
			want := 120*width + math.Pi*width*width/4
			if got := inkOf(pic); math.Abs(got-want) > want*math.Max(0.02, 0.12-0.04*width)+1 {
				t.Errorf("a line 120 long and %v wide, turned by %v, covers %.1f pixels, not %.1f", width, turn, got, want)
			}
		}
	}
}

// capsules is the coverage of a polyline by its definition, without boxes,
// spans or clipping.
func capsules(pts []Vec, width float64, x, y int) float64 {
	p, best := Vec{float64(x) + 0.5, float64(y) + 0.5}, 0.0
	for i := 1; i < len(pts); i++ {
		a, d := pts[i-1], pts[i].Sub(pts[i-1])
		t := 0.0
		if l := d.X*d.X + d.Y*d.Y; l > 0 {
			t = clamp(((p.X-a.X)*d.X+(p.Y-a.Y)*d.Y)/l, 0, 1)
		}
		best = math.Max(best, clamp(width/2+0.5-p.Sub(a.Add(d.Mul(t))).Len(), 0, 1))
	}
	return best
}

func TestStrokeIsTheUnionOfItsCapsules(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		pts := make([]Vec, 1+rng.IntN(8))
		for i := range pts {
			pts[i] = Vec{rng.Float64()*160 - 40, rng.Float64()*140 - 40}
		}
		pts = append(pts, pts[len(pts)-1]) // no length: a dot
		width := 1 + 9*rng.Float64()
		pic := blank(80, 60, black)
		strokePolyline(pic, pts, width, white)
		for y := range 60 {
			for x := range 80 {
				got, want := float64(pic.RGBAAt(x, y).R), 255*capsules(pts, width, x, y)
				if math.Abs(got-want) > 1 {
					t.Fatalf("%v, width %v: pixel (%d, %d) is %v, not %.1f", pts, width, x, y, got, want)
				}
			}
		}
	}
}

func TestStrokeBlendsOnce(t *testing.T) {
	pic := blank(60, 60, black)
	half := color.RGBA{128, 128, 128, 128}
	strokePolyline(pic, []Vec{{10, 10}, {50, 50}, {50, 10}, {10, 50}, {10, 10}}, 6, half)
	if on, crossing := pic.RGBAAt(20, 20), pic.RGBAAt(30, 30); on != crossing || on.R != 128 {
		t.Errorf("a translucent line is %v and where it crosses itself %v; both should be 128", on, crossing)
	}
}

func TestPenLeavesNothingBehind(t *testing.T) {
	used := new(pen)
	used.begin(image.Rect(0, 0, 50, 40), 0)
	used.segment(Vec{-5, -5}, Vec{60, 50}, 9, 1)
	used.end(blank(50, 40, black), white, black)
	for _, box := range []image.Rectangle{image.Rect(0, 0, 50, 40), image.Rect(0, 0, 40, 50), image.Rect(3, 4, 20, 90)} {
		want, got := image.NewRGBA(box), image.NewRGBA(box)
		for pic, p := range map[*image.RGBA]*pen{want: new(pen), got: used} {
			p.begin(box, 0)
			p.segment(Vec{5, 30}, Vec{40, 10}, 2, 1)
			p.end(pic, white, black)
		}
		if !bytes.Equal(want.Pix, got.Pix) {
			t.Errorf("box %v: a used pen draws differently from a new one", box)
		}
	}
}

func TestPenSurvivesAnyPoint(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, math.MaxFloat64, -math.MaxFloat64, 1e18, 0, 50}
	plain := blank(100, 100, black)
	for _, ax := range odd {
		for _, ay := range odd {
			for _, b := range []Vec{{50, 50}, {ay, ax}, {-ax, ay}} {
				pts := []Vec{{ax, ay}, b}
				strokePolyline(plain, pts, 3, white)
				strokePolygon(plain, append(pts, Vec{20, 30}), 3, white)
				fillPolygon(plain, append(pts, Vec{20, 30}), white)
				fillDisc(plain, pts[0], 5, white)
				strokeRing(plain, pts[0], 5, 2, white)
			}
		}
	}
}

func TestFarEndsKeepTheDirection(t *testing.T) {
	for _, far := range []float64{1e6, 1e12, 1e100, 1e300} {
		for _, d := range []Vec{{1, 0.5}, {-0.3, 1}, {0.7, -0.7}} {
			want, got := blank(100, 100, black), blank(100, 100, black)
			a := Vec{40, 55}
			strokePolyline(want, []Vec{a, a.Add(d.Mul(1000))}, 3, white)
			strokePolyline(got, []Vec{d.Mul(far), a}, 3, white)
			if _, _, worst := comparePictures(got, want); worst > 3+int(3e8/far) {
				t.Errorf("a line from %v in direction %v to %g is drawn wrongly, by up to %d", a, d, far, worst)
			}
		}
	}
}

func TestNotFiniteBreaksTheLine(t *testing.T) {
	got, want := blank(60, 20, black), blank(60, 20, black)
	strokePolyline(got, []Vec{{5, 10}, {15, 10}, {math.NaN(), 10}, {40, 10}, {50, 10}}, 2, white)
	strokePolyline(want, []Vec{{5, 10}, {15, 10}}, 2, white)
	strokePolyline(want, []Vec{{40, 10}, {50, 10}}, 2, white)
	if _, wrong, _ := comparePictures(got, want); wrong > 0 {
		t.Errorf("%d pixels are not those of the two pieces", wrong)
	}
}

func TestStrokeAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("under the race detector a sync.Pool drops what it is given at random")
	}
	pic := blank(200, 200, black)
	pts := []Vec{{10, 10}, {190, 40}, {20, 170}}
	for name, draw := range map[string]func(){
		"strokePolyline": func() { strokePolyline(pic, pts, 2, white) },
		"strokePolygon":  func() { strokePolygon(pic, pts, 2, white) },
		"fillDisc":       func() { fillDisc(pic, pts[0], 7, white) },
		"strokeRing":     func() { strokeRing(pic, pts[0], 7, 2, white) },
	} {
		if n := testing.AllocsPerRun(50, draw); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

func TestDrawingStaysInASubImage(t *testing.T) {
	pic := blank(60, 60, black)
	part := pic.SubImage(image.Rect(20, 20, 40, 40)).(*image.RGBA)
	strokePolyline(part, []Vec{{0, 0}, {60, 60}}, 9, white)
	fillDisc(part, Vec{20, 40}, 8, white)
	fillPolygon(part, []Vec{{35, 0}, {60, 0}, {60, 60}, {35, 60}}, white)
	strokeRing(part, Vec{20, 20}, 10, 3, white)
	for y := range 60 {
		for x := range 60 {
			if !(image.Point{x, y}).In(part.Rect) && pic.RGBAAt(x, y) != black {
				t.Fatalf("pixel (%d, %d) outside the part was drawn", x, y)
			}
		}
	}
	if pic.RGBAAt(30, 30) != white || pic.RGBAAt(38, 22) != white {
		t.Error("nothing was drawn inside the part")
	}
}

func TestFilledAreas(t *testing.T) {
	for _, c := range []struct {
		name string
		want float64
		draw func(pic *image.RGBA)
	}{
		{"disc", math.Pi * 144, func(pic *image.RGBA) { fillDisc(pic, Vec{50.2, 49.7}, 12, white) }},
		{"ring", math.Pi * (144 - 81), func(pic *image.RGBA) { strokeRing(pic, Vec{50.2, 49.7}, 10.5, 3, white) }},
		{"triangle", 0.5 * 41 * 60, func(pic *image.RGBA) { fillPolygon(pic, []Vec{{10.5, 20}, {51.5, 20}, {30, 80}}, white) }},
		{"half outside", 20 * 40, func(pic *image.RGBA) { fillPolygon(pic, []Vec{{-20, 10}, {20, 10}, {20, 50}, {-20, 50}}, white) }},
		{"reaching far out", 5000, func(pic *image.RGBA) { fillPolygon(pic, []Vec{{-1e9, 50}, {1e9, 50}, {1e9, 1e9}, {-1e9, 1e9}}, white) }},
	} {
		pic := blank(100, 100, black)
		c.draw(pic)
		if got := inkOf(pic); math.Abs(got-c.want) > 0.01*c.want {
			t.Errorf("%s covers %.1f pixels, not %.1f", c.name, got, c.want)
		}
	}
}

func TestBlendKeepsOpaque(t *testing.T) {
	for alpha := range 256 {
		c := color.RGBA{uint8(alpha), uint8(alpha / 2), 0, uint8(alpha)}
		for cover := range 256 {
			pix := []uint8{10, 200, 255, 255}
			blend(pix, c, uint32(cover))
			if pix[3] != 255 {
				t.Fatalf("opacity %d covering %d leaves %d", alpha, cover, pix[3])
			}
			if cover == 255 && alpha == 255 && [3]uint8(pix[:3]) != [3]uint8{255, 127, 0} {
				t.Fatalf("full cover gives %v", pix)
			}
		}
	}
	pix := []uint8{1, 2, 3, 4}
	blend(pix, white, 0)
	if [4]uint8(pix) != [4]uint8{1, 2, 3, 4} {
		t.Errorf("no cover changes the pixel to %v", pix)
	}
}

func FuzzClipSegment(f *testing.F) {
	f.Add(1.0, 2.0, 30.0, 40.0)
	f.Add(-5.0, 50.0, 200.0, 50.0)
	f.Add(-1e300, 1e300, 1e300, -1e300)
	f.Add(0.0, 0.0, 0.0, 0.0)
	f.Add(23.0, 31.0, -13.8, 30.0)
	f.Add(math.MaxFloat64, 5.0, -math.MaxFloat64, 6.0)
	f.Fuzz(func(t *testing.T, ax, ay, bx, by float64) {
		a, b := Vec{ax, ay}, Vec{bx, by}
		p, q, ok := clipSegment(a, b, 0, 0, 100, 80)
		inside := func(v Vec) bool { return v.X >= 0 && v.X <= 100 && v.Y >= 0 && v.Y <= 80 }
		if !ok {
			if inside(a) || inside(b) {
				t.Fatalf("%v to %v is partly inside but was cut away", a, b)
			}
			return
		}
		if !inside(p) || !inside(q) {
			t.Fatalf("%v to %v was cut to %v, %v, outside the box", a, b, p, q)
		}
		if inside(a) && p != a || inside(b) && q != b {
			t.Fatalf("%v to %v lost an end that is inside: %v, %v", a, b, p, q)
		}
		size := math.Max(math.Max(math.Abs(ax), math.Abs(ay)), math.Max(math.Abs(bx), math.Abs(by)))
		if d := b.Sub(a); size < 1e5 && d.Len() > 0 {
			for _, v := range []Vec{p, q} {
				if off := math.Abs((v.X-a.X)*d.Y-(v.Y-a.Y)*d.X) / d.Len(); off > 1e-6 {
					t.Fatalf("%v to %v: %v is %g off the line", a, b, v, off)
				}
			}
		}
	})
}

func BenchmarkStroke500(b *testing.B) {
	pic := blank(900, 900, black)
	pts := make([]Vec, 500)
	for i := range pts {
		sin, cos := math.Sincos(0.17 * float64(i))
		r := 420 * float64(500-i) / 500
		pts[i] = Vec{450 + r*cos, 450 + r*sin}
	}
	for b.Loop() {
		strokePolyline(pic, pts, 2, white)
	}
}
