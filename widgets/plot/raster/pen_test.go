package raster

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"

	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// The distance to the line stands for the covered part of a pixel. That is a few
// per cent too little for hairlines in a diagonal, and exact for wide lines.
func TestStrokeCoversItsArea(t *testing.T) {
	for _, turn := range []float64{0, 0.3, 1, math.Pi / 4, 2} {
		for _, width := range []float64{0.4, 1, 2, 3.7, 12} {
			pic := blank(200, 200, black)
			sin, cos := math.Sincos(turn)
			a, b := plot.Vec{X: 100.3 - 60*cos, Y: 99.8 - 60*sin}, plot.Vec{X: 100.3 + 60*cos, Y: 99.8 + 60*sin}
			strokeLine(pic, []plot.Vec{a, b}, width, white)
			want := 120*width + math.Pi*width*width/4
			if got := inkOf(pic); math.Abs(got-want) > want*math.Max(0.02, 0.12-0.04*width)+1 {
				t.Errorf("a line 120 long and %v wide, turned by %v, covers %.1f pixels, not %.1f", width, turn, got, want)
			}
		}
	}
}

// capsules is the coverage of a polyline by its definition, without boxes,
// spans or clipping.
func capsules(pts []plot.Vec, width float64, x, y int) float64 {
	p, best := plot.Vec{X: float64(x) + 0.5, Y: float64(y) + 0.5}, 0.0
	for i := 1; i < len(pts); i++ {
		a, d := pts[i-1], pts[i].Sub(pts[i-1])
		t := 0.0
		if l := d.X*d.X + d.Y*d.Y; l > 0 {
			t = geom.Clamp(((p.X-a.X)*d.X+(p.Y-a.Y)*d.Y)/l, 0, 1)
		}
		best = math.Max(best, geom.Clamp(width/2+0.5-p.Sub(a.Add(d.Mul(t))).Len(), 0, 1))
	}
	return best
}

func TestStrokeIsTheUnionOfItsCapsules(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		pts := make([]plot.Vec, 1+rng.IntN(8))
		for i := range pts {
			pts[i] = plot.Vec{X: rng.Float64()*160 - 40, Y: rng.Float64()*140 - 40}
		}
		pts = append(pts, pts[len(pts)-1]) // no length: a dot
		width := 1 + 9*rng.Float64()
		pic := blank(80, 60, black)
		strokeLine(pic, pts, width, white)
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
	strokeLine(pic, []plot.Vec{{X: 10, Y: 10}, {X: 50, Y: 50}, {X: 50, Y: 10}, {X: 10, Y: 50}, {X: 10, Y: 10}}, 6, half)
	if on, crossing := pic.RGBAAt(20, 20), pic.RGBAAt(30, 30); on != crossing || on.R != 128 {
		t.Errorf("a translucent line is %v and where it crosses itself %v; both should be 128", on, crossing)
	}
}

func TestPenLeavesNothingBehind(t *testing.T) {
	used := new(pen)
	used.begin(50, 40, 0)
	used.segment(plot.Vec{X: -5, Y: -5}, plot.Vec{X: 60, Y: 50}, 9, 1)
	used.end(blank(50, 40, black), white, black)
	for _, box := range []image.Rectangle{image.Rect(0, 0, 50, 40), image.Rect(0, 0, 40, 50), image.Rect(3, 4, 20, 90)} {
		want, got := image.NewRGBA(box), image.NewRGBA(box)
		for pic, p := range map[*image.RGBA]*pen{want: new(pen), got: used} {
			p.begin(box.Dx(), box.Dy(), 0)
			p.segment(plot.Vec{X: 5, Y: 30}, plot.Vec{X: 40, Y: 10}, 2, 1)
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
			for _, b := range []plot.Vec{{X: 50, Y: 50}, {X: ay, Y: ax}, {X: -ax, Y: ay}} {
				pts := []plot.Vec{{X: ax, Y: ay}, b}
				strokeLine(plain, pts, 3, white)
				New(plain).Stroke(pieces(append(pts, plot.Vec{X: 20, Y: 30}), 3, true), plot.Pen{Color: white})
				New(plain).Fill(append(pts, plot.Vec{X: 20, Y: 30}), white)
				New(plain).Circle(pts[0], 5, 0, white)
				New(plain).Circle(pts[0], 5, 2, white)
			}
		}
	}
}

func TestFarEndsKeepTheDirection(t *testing.T) {
	for _, far := range []float64{1e6, 1e12, 1e100, 1e300} {
		for _, d := range []plot.Vec{{X: 1, Y: 0.5}, {X: -0.3, Y: 1}, {X: 0.7, Y: -0.7}} {
			want, got := blank(100, 100, black), blank(100, 100, black)
			a := plot.Vec{X: 40, Y: 55}
			strokeLine(want, []plot.Vec{a, a.Add(d.Mul(1000))}, 3, white)
			strokeLine(got, []plot.Vec{d.Mul(far), a}, 3, white)
			if _, worst := differ(got, want); worst > 3+int(3e8/far) {
				t.Errorf("a line from %v in direction %v to %g is drawn wrongly, by up to %d", a, d, far, worst)
			}
		}
	}
}

func TestNotFiniteBreaksTheLine(t *testing.T) {
	got, want := blank(60, 20, black), blank(60, 20, black)
	strokeLine(got, []plot.Vec{{X: 5, Y: 10}, {X: 15, Y: 10}, {X: math.NaN(), Y: 10}, {X: 40, Y: 10}, {X: 50, Y: 10}}, 2, white)
	strokeLine(want, []plot.Vec{{X: 5, Y: 10}, {X: 15, Y: 10}}, 2, white)
	strokeLine(want, []plot.Vec{{X: 40, Y: 10}, {X: 50, Y: 10}}, 2, white)
	if wrong, _ := differ(got, want); wrong > 0 {
		t.Errorf("%d pixels are not those of the two pieces", wrong)
	}
}

func TestDrawingStaysInASubImage(t *testing.T) {
	pic := blank(60, 60, black)
	part := pic.SubImage(image.Rect(20, 20, 40, 40)).(*image.RGBA)
	strokeLine(part, []plot.Vec{{X: -20, Y: -20}, {X: 40, Y: 40}}, 9, white)
	New(part).Circle(plot.Vec{X: 0, Y: 20}, 8, 0, white)
	New(part).Fill([]plot.Vec{{X: 15, Y: -20}, {X: 40, Y: -20}, {X: 40, Y: 40}, {X: 15, Y: 40}}, white)
	New(part).Circle(plot.Vec{X: 0, Y: 0}, 10, 3, white)
	New(part).Box(plot.Vec{X: -9, Y: 15}, 19, 30, 0, white)
	New(part).Box(plot.Vec{X: -9, Y: -9}, 19, 30, 4, white)
	New(part).Image(blank(30, 9, white), plot.Box{X0: -5, Y0: -5, X1: 25, Y1: 4})
	New(part).Text(plot.Text{Text: "MMMM", Font: testFont(t), Size: 20, Ink: white, Halo: white, Reach: 3}, plot.Vec{X: -5, Y: 22})
	New(part).Text(plot.Text{Text: "MMMM", Font: testFont(t), Size: 20, Ink: white, Along: plot.Vec{X: 0.6, Y: 0.8}}, plot.Vec{})
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
		{"disc", math.Pi * 144, func(pic *image.RGBA) { New(pic).Circle(plot.Vec{X: 50.2, Y: 49.7}, 12, 0, white) }},
		{"ring", math.Pi * (144 - 81), func(pic *image.RGBA) { New(pic).Circle(plot.Vec{X: 50.2, Y: 49.7}, 10.5, 3, white) }},
		{"triangle", 0.5 * 41 * 60, func(pic *image.RGBA) {
			New(pic).Fill([]plot.Vec{{X: 10.5, Y: 20}, {X: 51.5, Y: 20}, {X: 30, Y: 80}}, white)
		}},
		{"half outside", 20 * 40, func(pic *image.RGBA) {
			New(pic).Fill([]plot.Vec{{X: -20, Y: 10}, {X: 20, Y: 10}, {X: 20, Y: 50}, {X: -20, Y: 50}}, white)
		}},
		{"reaching far out", 5000, func(pic *image.RGBA) {
			New(pic).Fill([]plot.Vec{{X: -1e9, Y: 50}, {X: 1e9, Y: 50}, {X: 1e9, Y: 1e9}, {X: -1e9, Y: 1e9}}, white)
		}},
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

func BenchmarkStroke500(b *testing.B) {
	pic := blank(900, 900, black)
	pts := make([]plot.Vec, 500)
	for i := range pts {
		sin, cos := math.Sincos(0.17 * float64(i))
		r := 420 * float64(500-i) / 500
		pts[i] = plot.Vec{X: 450 + r*cos, Y: 450 + r*sin}
	}
	line, on := pieces(pts, 2, false), New(pic)
	b.ReportAllocs()
	for b.Loop() {
		on.Stroke(line, plot.Pen{Color: white})
	}
}
