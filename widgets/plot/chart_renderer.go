package plot

import (
	"image/color"
	"io"
	"math"
	"strings"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// subpixels is how many of go-chart's whole-numbered units make one device unit:
// curves would stagger if it was 1. go-chart's own margins and tick marks, a
// fixed number of units, all but vanish; labels keep their distance by their
// line box.
const subpixels = 64

// A renderer draws for go-chart on a canvas of this package, so
// that charts look as maps do. Stroke widths and text sizes are device units,
// coordinates are go-chart's units. Text occupies a line box somewhat wider and
// higher than its letters, positioned by its lower left corner. A blank text is a
// strut, as many pixels wide as it has spaces.
type renderer struct {
	sketch
	font *Font
	room float64 // device units; text that is wider is set smaller, to fit

	stroke, fill, text drawing.Color
	width, size        float64
	dash               float64

	path []Vec
}

var _ chart.Renderer = (*renderer)(nil)

// The line box of text, in text sizes.
const (
	lineHeight = 1.5
	bearing    = 0.4 // left and right
)

// ResetStyle forgets colours, width and size.
func (r *renderer) ResetStyle() {
	r.stroke, r.fill, r.text = drawing.Color{}, drawing.Color{}, drawing.Color{}
	r.width, r.size = 0, 0
}

// GetDPI returns a nominal value: sizes here are pixels.
func (r *renderer) GetDPI() float64 { return chart.DefaultDPI }

// SetDPI does nothing: sizes here are pixels.
func (r *renderer) SetDPI(float64) {}

// SetClassName does nothing: pixels have no class.
func (r *renderer) SetClassName(string) {}

// SetStrokeColor sets the colour of Stroke.
func (r *renderer) SetStrokeColor(c drawing.Color) { r.stroke = c }

// SetFillColor sets the colour of Fill.
func (r *renderer) SetFillColor(c drawing.Color) { r.fill = c }

// SetStrokeWidth sets the width of Stroke, in pixels.
func (r *renderer) SetStrokeWidth(w float64) { r.width = w }

// SetStrokeDashArray sets the length of dashes and of the gaps between them, in pixels; none: no dashes.
func (r *renderer) SetStrokeDashArray(lengths []float64) {
	r.dash = 0
	if len(lengths) > 0 {
		r.dash = lengths[0]
	}
}

// MoveTo begins a path. A path is one figure here, as go-chart needs no more.
func (r *renderer) MoveTo(x, y int) {
	r.path = r.path[:0]
	r.LineTo(x, y)
}

// LineTo goes on with the path.
func (r *renderer) LineTo(x, y int) {
	r.path = append(r.path, Vec{float64(x) / subpixels, float64(y) / subpixels})
}

// flatness is how many chords stand for a curve.
const flatness = 32

// QuadCurveTo goes on with a parabola to (x, y) whose tangents meet at (cx,
// cy).
func (r *renderer) QuadCurveTo(cx, cy, x, y int) {
	if len(r.path) == 0 {
		r.MoveTo(cx, cy)
	}
	a := r.path[len(r.path)-1]
	b := Vec{float64(cx) / subpixels, float64(cy) / subpixels}
	c := Vec{float64(x) / subpixels, float64(y) / subpixels}
	for i := 1; i <= flatness; i++ {
		t := float64(i) / flatness
		u := 1 - t
		r.path = append(r.path, Vec{u*u*a.X + 2*u*t*b.X + t*t*c.X, u*u*a.Y + 2*u*t*b.Y + t*t*c.Y})
	}
}

// ArcTo goes on with an arc about (cx, cy). Angles are radians, clockwise from
// the right.
func (r *renderer) ArcTo(cx, cy int, rx, ry, startAngle, delta float64) {
	for i := 0; i <= flatness; i++ {
		sin, cos := math.Sincos(startAngle + delta*float64(i)/flatness)
		r.path = append(r.path, Vec{(float64(cx) + rx*cos) / subpixels, (float64(cy) + ry*sin) / subpixels})
	}
}

// Circle makes a circle the path.
func (r *renderer) Circle(radius float64, x, y int) {
	r.path = r.path[:0]
	r.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
}

// Close joins the end of the path to its beginning.
func (r *renderer) Close() {
	if len(r.path) > 0 {
		r.path = append(r.path, r.path[0])
	}
}

// Stroke strokes the path.
func (r *renderer) Stroke() {
	r.strokePath()
	r.path = r.path[:0]
}

// Fill fills the path.
func (r *renderer) Fill() {
	r.fillPath()
	r.path = r.path[:0]
}

// FillStroke fills the path, then strokes it.
func (r *renderer) FillStroke() {
	r.fillPath()
	r.Stroke()
}

func (r *renderer) strokePath() {
	if r.stroke.A == 0 || r.width <= 0 || len(r.path) == 0 {
		return
	}
	if len(r.path) == 2 {
		snap(&r.path[0], &r.path[1], r.width)
	}
	line := straighten(r.path, 1.0/16)
	if r.dash > 0 {
		r.dashes(line)
		return
	}
	r.line(r.width, premultiplied(r.stroke), line...)
}

// dashes strokes the open line through pts, dashed.
func (r *renderer) dashes(pts []Vec) {
	r.pieces = r.pieces[:0]
	gone := 0.0 // the length drawn so far
	for i := 1; i < len(pts); i++ {
		a, d := pts[i-1], pts[i].Sub(pts[i-1])
		length := d.Len()
		for at := 0.0; at < length; {
			_, in := split(gone+at, 2*r.dash)
			next := min(at+dashRest(in, r.dash), length)
			if in < r.dash {
				r.pieces = appendLine(r.pieces, []Vec{a.Add(d.Mul(at / length)), a.Add(d.Mul(next / length))}, r.width, false)
			}
			at = next
		}
		gone += length
	}
	r.on.Stroke(r.pieces, Pen{Color: premultiplied(r.stroke)})
}

func (r *renderer) fillPath() {
	if r.fill.A != 0 && len(r.path) > 2 {
		r.on.Fill(r.path, premultiplied(r.fill))
	}
}

// snap moves a level or an upright line to where its edges fall between pixels,
// so that grids are crisp.
func snap(a, b *Vec, width float64) {
	half := math.Max(math.Round(width), 1) / 2
	switch {
	case a.Y == b.Y && a.X != b.X:
		a.Y = math.Round(a.Y-half) + half
		b.Y = a.Y
	case a.X == b.X && a.Y != b.Y:
		a.X = math.Round(a.X-half) + half
		b.X = a.X
	}
}

// premultiplied converts go-chart's straight alpha.
func premultiplied(c drawing.Color) color.RGBA {
	return color.RGBAModel.Convert(color.NRGBA(c)).(color.RGBA)
}

// SetFont does nothing: text is set in the chart's own font.
func (r *renderer) SetFont(*truetype.Font) {}

// SetFontColor sets the colour of Text.
func (r *renderer) SetFontColor(c drawing.Color) { r.text = c }

// SetFontSize sets the size of Text, in pixels.
func (r *renderer) SetFontSize(size float64) { r.size = size }

// Text draws body in the line box whose lower left corner is (x, y).
func (r *renderer) Text(body string, x, y int) {
	if strings.TrimSpace(body) == "" {
		return
	}
	size := r.size
	if width := r.font.TabularWidth(body, size); width > r.room {
		size *= r.room / width
	}
	baseline := float64(y)/subpixels - lineHeight/2*r.size + r.font.CapHeight(size)/2
	r.on.Text(Text{Text: body, Font: r.font, Size: size, Ink: premultiplied(r.text), Tabular: true},
		Vec{float64(x)/subpixels + bearing*r.size, baseline})
}

// MeasureText returns the line box of body.
func (r *renderer) MeasureText(body string) chart.Box {
	width := float64(len(body))
	if strings.TrimSpace(body) != "" {
		width = math.Min(r.font.TabularWidth(body, r.size), r.room)
	}
	return chart.NewBox(0, 0, int(subpixels*(width+2*bearing*r.size)), int(subpixels*lineHeight*r.size))
}

// SetTextRotation does nothing: go-chart turns only the names of axes, which
// these charts do not have.
func (r *renderer) SetTextRotation(float64) {}

// ClearTextRotation does nothing, see SetTextRotation.
func (r *renderer) ClearTextRotation() {}

// Save writes nothing: the picture has been drawn where it belongs.
func (r *renderer) Save(io.Writer) error { return nil }
