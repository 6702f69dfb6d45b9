// Package record is a canvas that writes down what is drawn on it, mark by mark, for tests that ask what a picture shows rather
// than how it looks: which text stands where, how many racers there are, what lies over what. Printed, a recording has one line
// a mark.
package record

import (
	"image"
	"image/color"
	"math"
	"slices"

	"descentlab/widgets/plot"
)

// A Kind says which of the canvas' methods drew a mark.
type Kind string

// There is a kind for each method of plot.Canvas that draws.
const (
	Stroke Kind = "stroke"
	Fill   Kind = "fill"
	Circle Kind = "circle" // filled
	Ring   Kind = "ring"
	Box    Kind = "box"
	Image  Kind = "image"
	Text   Kind = "text"
)

// A Mark is one thing that was drawn. What its kind does not have is zero.
type Mark struct {
	Kind  Kind
	Color color.RGBA // premultiplied; of an image none
	// At is where a text begins, ends or has its middle, the middle of a circle or a ring, and the upper left corner of a box or
	// an image. Of strokes and fills it is the first point.
	At plot.Vec
	// Bounds are those of all places that are finite, without the width of lines; of a text they are those of its line, from the
	// baseline to the height of capitals.
	Bounds plot.Box
	Width  float64      // of a ring, and the greatest one of a stroke
	Radius float64      // of a circle, a ring, or a box' round corners
	Pieces []plot.Piece // of a stroke
	Pen    plot.Pen     // of a stroke
	Points []plot.Vec   // the corners of a fill
	Text   plot.Text    // of a text
	Image  image.Image  // of an image; a copy, so that it may be looked at later
}

// Marks are what was drawn, the first at the bottom.
type Marks []Mark

// A Canvas records what is drawn on it.
type Canvas struct {
	W, H  float64 // the size that it says it has, in device units
	Marks Marks
}

var _ plot.Canvas = (*Canvas)(nil)

// New gives an empty canvas of a size.
func New(w, h float64) *Canvas { return &Canvas{W: w, H: h} }

// Scene records a whole scene as it is drawn on w by h device units.
func Scene(s plot.Scene, st plot.Style, w, h int) Marks {
	c := New(float64(w), float64(h))
	s.Draw(c, st)
	return c.Marks
}

// Layer records one layer of a scene.
func Layer(l plot.Layer, s plot.Scene, st plot.Style, w, h int) Marks {
	c := New(float64(w), float64(h))
	s.DrawLayer(l, c, st)
	return c.Marks
}

// Chart records a chart with its cursor and the values under the pointer, as plot.DrawnChart.DrawOver takes them: negative ones
// are left out.
func Chart(chart plot.Chart, w, h int, cursor, hover float64) Marks {
	c := New(float64(w), float64(h))
	var drawn plot.DrawnChart
	drawn.Draw(c, chart)
	drawn.DrawOver(c, cursor, hover)
	return c.Marks
}

// Size is W and H.
func (c *Canvas) Size() (w, h float64) { return c.W, c.H }

// Stroke records a line.
func (c *Canvas) Stroke(line []plot.Piece, p plot.Pen) {
	m := Mark{Kind: Stroke, Color: p.Color, Pieces: slices.Clone(line), Pen: p}
	var ends []plot.Vec
	for _, l := range line {
		ends = append(ends, l.A, l.B)
		m.Width = max(m.Width, 2*l.Radius)
	}
	c.add(m, ends)
}

// Fill records a polygon.
func (c *Canvas) Fill(corners []plot.Vec, ink color.RGBA) {
	c.add(Mark{Kind: Fill, Color: ink, Points: slices.Clone(corners)}, corners)
}

// Circle records a disc or a ring.
func (c *Canvas) Circle(at plot.Vec, r, width float64, ink color.RGBA) {
	m := Mark{Kind: Circle, Color: ink, Radius: r, Width: width}
	if width != 0 {
		m.Kind = Ring
	}
	c.add(m, []plot.Vec{at.Sub(plot.Vec{X: r, Y: r}), at.Add(plot.Vec{X: r, Y: r})})
	c.Marks[len(c.Marks)-1].At = at
}

// Box records a rectangle.
func (c *Canvas) Box(at plot.Vec, w, h, round float64, ink color.RGBA) {
	c.add(Mark{Kind: Box, Color: ink, Radius: round}, []plot.Vec{at, at.Add(plot.Vec{X: w, Y: h})})
}

// Image records an image.
func (c *Canvas) Image(img image.Image, at plot.Box) {
	c.add(Mark{Kind: Image, Image: copied(img)}, []plot.Vec{{X: at.X0, Y: at.Y0}, {X: at.X1, Y: at.Y1}})
}

// Text records a line of text.
func (c *Canvas) Text(t plot.Text, at plot.Vec) {
	along := t.Along
	if along == (plot.Vec{}) {
		along.X = 1
	}
	width, up := measure(t)
	left := at
	switch t.Align {
	case plot.AlignCenter:
		left = at.Sub(along.Mul(width / 2))
	case plot.AlignRight:
		left = at.Sub(along.Mul(width))
	}
	right, rise := left.Add(along.Mul(width)), plot.Vec{X: along.Y, Y: -along.X}.Mul(up)
	c.add(Mark{Kind: Text, Color: t.Ink, Text: t}, []plot.Vec{left, right, left.Add(rise), right.Add(rise)})
	c.Marks[len(c.Marks)-1].At = at
}

func measure(t plot.Text) (width, up float64) {
	switch {
	case t.Font == nil:
		return 0, 0
	case t.Tabular:
		return t.Font.TabularWidth(t.Text, t.Size), t.Font.CapHeight(t.Size)
	}
	return t.Font.Width(t.Text, t.Size), t.Font.CapHeight(t.Size)
}

// add notes a mark that reaches over some places and begins at the first of them.
func (c *Canvas) add(m Mark, places []plot.Vec) {
	m.Bounds = plot.Box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
	for i, p := range places {
		if i == 0 {
			m.At = p
		}
		if p.Finite() {
			m.Bounds = plot.Box{X0: min(m.Bounds.X0, p.X), Y0: min(m.Bounds.Y0, p.Y), X1: max(m.Bounds.X1, p.X), Y1: max(m.Bounds.Y1, p.Y)}
		}
	}
	c.Marks = append(c.Marks, m)
}

// copied is an image of the same pixels that nobody else has.
func copied(img image.Image) image.Image {
	switch img := img.(type) {
	case *image.RGBA:
		own := *img
		own.Pix = slices.Clone(img.Pix)
		return &own
	case plot.RowImage:
		own := image.NewRGBA(img.Bounds())
		img.DrawRows(own.Pix, own.Stride, 0, own.Rect.Dy())
		return own
	case *plot.Veil:
		own := *img
		own.Cover, own.Ink, own.Inks = slices.Clone(img.Cover), slices.Clone(img.Ink), slices.Clone(img.Inks)
		return &own
	}
	return img
}
