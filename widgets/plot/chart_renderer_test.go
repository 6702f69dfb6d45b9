package plot

import (
	"image/color"
	"io"
	"math"
	"testing"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// area is that of all polygons filled and of all lines, whose pieces do not overlap here.
func (n *notes) area() (sum float64) {
	for _, corners := range n.fills {
		twice := 0.0
		for i, p := range corners {
			q := corners[(i+1)%len(corners)]
			twice += p.X*q.Y - p.Y*q.X
		}
		sum += math.Abs(twice) / 2
	}
	for _, line := range n.lines {
		for _, piece := range line {
			sum += 2 * piece.Radius * piece.B.Sub(piece.A).Len()
		}
	}
	return sum
}

func newTestRenderer(t *testing.T) (*renderer, *notes) {
	n := &notes{w: 100, h: 100}
	r := &renderer{sketch: sketch{on: n}, font: testFont(t), room: math.Inf(1)}
	r.SetFillColor(drawing.ColorWhite)
	r.SetStrokeColor(drawing.ColorWhite)
	r.SetFontColor(drawing.ColorWhite)
	r.SetStrokeWidth(1)
	r.SetFontSize(20)
	return r, n
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
		}, 3 * 80, 0.01},
		{"filled and framed", func(r *renderer) {
			r.SetStrokeWidth(2)
			r.Circle(20*subpixels, at(50), at(50))
			r.FillStroke()
		}, math.Pi*20*20 + 2*2*math.Pi*20, 12},
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
		r, n := newTestRenderer(t)
		test.draw(r)
		if got := n.area(); math.Abs(got-test.area) > test.slack {
			t.Errorf("%s: covers %.1f, want %.1f", test.name, got, test.area)
		}
	}
}

// The edges of grid lines fall between pixels, wherever go-chart puts them.
func TestRendererSnapsLevelLines(t *testing.T) {
	for _, width := range []float64{1, 2} {
		for y := 40.0; y < 42; y += 0.125 {
			r, n := newTestRenderer(t)
			r.SetStrokeWidth(width)
			r.MoveTo(10*subpixels, int(y*subpixels))
			r.LineTo(90*subpixels, int(y*subpixels))
			r.Stroke()
			line := n.lines[0][0]
			edge, level := line.A.Y-line.Radius, line.A.Y == line.B.Y
			if edge != math.Round(edge) || !level || 2*line.Radius != width || math.Abs(line.A.Y-y) > 1 {
				t.Fatalf("a line %v wide at %v is drawn as %+v", width, y, line)
			}
		}
	}
}

// Text is drawn inside its line box, centred upright.
func TestRendererText(t *testing.T) {
	r, n := newTestRenderer(t)
	box := r.MeasureText("E0")
	r.Text("E0", 20*subpixels, 70*subpixels)
	text, at := n.texts[0], n.places[0]
	if !text.Tabular || text.Size != 20 || text.Align != AlignLeft || text.Text != "E0" {
		t.Errorf("the text is set as %+v", text)
	}
	left, right := at.X, at.X+r.font.TabularWidth("E0", 20)
	if w := float64(box.Width()) / subpixels; left < 20 || right > 20+w {
		t.Errorf("text from %v to %v, its box from 20 to %v", left, right, 20+w)
	}
	middle := at.Y - r.font.CapHeight(20)/2
	if h := float64(box.Height()) / subpixels; h != 30 || math.Abs(middle-(70-h/2)) > 0.01 {
		t.Errorf("text about %v, its box %v high and standing on 70", middle, h)
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
