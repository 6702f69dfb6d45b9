package plot

import (
	"image"
	"image/color"
	"io"
	"math"
	"testing"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// area sums up how much of each pixel is covered by white on black.
func area(pic *image.RGBA) float64 {
	sum := 0.0
	for i := 0; i < len(pic.Pix); i += 4 {
		sum += float64(pic.Pix[i]) / 255
	}
	return sum
}

func newTestRenderer(t *testing.T) *renderer {
	r := &renderer{dst: blank(100, 100, color.RGBA{A: 255}), font: testFont(t), room: math.Inf(1)}
	r.SetFillColor(drawing.ColorWhite)
	r.SetStrokeColor(drawing.ColorWhite)
	r.SetFontColor(drawing.ColorWhite)
	r.SetStrokeWidth(1)
	r.SetFontSize(20)
	return r
}

func TestRendererShapes(t *testing.T) {
	at := func(px float64) int { return int(px * subpixels) }
	tests := []struct {
		name  string
		draw  func(r *renderer)
		area  float64
		slack float64
	}{
		{"rectangle", func(r *renderer) {
			r.MoveTo(at(10), at(10))
			r.LineTo(at(30.5), at(10))
			r.LineTo(at(30.5), at(20))
			r.LineTo(at(10), at(20))
			r.Close()
			r.Fill()
		}, 205, 0.5},
		{"circle", func(r *renderer) { r.Circle(20*subpixels, at(50), at(50)); r.Fill() }, math.Pi * 400, 10},
		{"half an ellipse", func(r *renderer) {
			r.MoveTo(at(70), at(50))
			r.ArcTo(at(50), at(50), 20*subpixels, 10*subpixels, 0, math.Pi)
			r.Close()
			r.Fill()
		}, math.Pi * 100, 3},
		{"parabola", func(r *renderer) {
			r.MoveTo(at(20), at(50))
			r.QuadCurveTo(at(50), at(20), at(80), at(50))
			r.Close()
			r.Fill()
		}, 2.0 / 3 * 60 * 15, 2},
		{"line", func(r *renderer) {
			r.SetStrokeWidth(3)
			r.MoveTo(at(10), at(10.2))
			r.LineTo(at(90), at(10.2))
			r.Stroke()
		}, 3*80 + math.Pi*1.5*1.5, 3},
		{"filled and framed", func(r *renderer) {
			r.SetStrokeWidth(2)
			r.Circle(20*subpixels, at(50), at(50))
			r.FillStroke()
		}, math.Pi * 21 * 21, 12},
		{"no colours", func(r *renderer) { r.ResetStyle(); r.Circle(20*subpixels, at(50), at(50)); r.FillStroke() }, 0, 0},
		{"a path is drawn once", func(r *renderer) {
			r.Circle(20*subpixels, at(50), at(50))
			r.ResetStyle()
			r.Fill()
			r.SetFillColor(drawing.ColorWhite)
			r.Fill()
		}, 0, 0},
	}
	for _, test := range tests {
		r := newTestRenderer(t)
		test.draw(r)
		if got := area(r.dst); math.Abs(got-test.area) > test.slack {
			t.Errorf("%s: covers %.1f pixels, want %.1f", test.name, got, test.area)
		}
	}
}

// Grid lines fall on whole pixels, wherever go-chart puts them.
func TestRendererSnapsLevelLines(t *testing.T) {
	for _, width := range []float64{1, 2} {
		for y := 40.0; y < 42; y += 0.125 {
			r := newTestRenderer(t)
			r.SetStrokeWidth(width)
			r.MoveTo(10*subpixels, int(y*subpixels))
			r.LineTo(90*subpixels, int(y*subpixels))
			r.Stroke()
			lit := 0
			for j := range 100 {
				switch r.dst.RGBAAt(50, j).R {
				case 0:
				case 255:
					lit++
				default:
					t.Fatalf("width %v at %v: row %d is neither on nor off", width, y, j)
				}
			}
			if lit != int(width) {
				t.Fatalf("width %v at %v: %d rows lit", width, y, lit)
			}
		}
	}
}

// Text is drawn inside its line box, centred upright.
func TestRendererText(t *testing.T) {
	r := newTestRenderer(t)
	box := r.MeasureText("E0")
	r.Text("E0", 20*subpixels, 70*subpixels)
	left, top, right, bottom := 100, 100, 0, 0
	for y := range 100 {
		for x := range 100 {
			if r.dst.RGBAAt(x, y).R > 100 {
				left, right, top, bottom = min(left, x), max(right, x+1), min(top, y), max(bottom, y+1)
			}
		}
	}
	if w := box.Width() / subpixels; left < 20 || right > 20+w {
		t.Errorf("text from %d to %d, its box from 20 to %d", left, right, 20+w)
	}
	if h := float64(box.Height()) / subpixels; h != 30 || math.Abs(float64(top+bottom)/2-(70-h/2)) > 1 {
		t.Errorf("text between %d and %d, its box %v high and standing on 70", top, bottom, h)
	}
	if err := r.Save(io.Discard); err != nil {
		t.Error(err)
	}
}

func TestPremultiplied(t *testing.T) {
	if got, want := premultiplied(drawing.Color{R: 255, G: 128, B: 0, A: 128}), (color.RGBA{128, 64, 0, 128}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
