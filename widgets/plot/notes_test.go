package plot

import (
	"image"
	"image/color"
	"slices"
)

var white = color.RGBA{255, 255, 255, 255}

// notes is a canvas of a size that keeps what this package's own tests ask for.
type notes struct {
	w, h   float64
	lines  [][]Piece
	fills  [][]Vec
	texts  []Text
	places []Vec // of the texts
	rings  int
	images []image.Image
}

func (n *notes) Size() (w, h float64)                          { return n.w, n.h }
func (n *notes) Stroke(line []Piece, p Pen)                    { n.lines = append(n.lines, slices.Clone(line)) }
func (n *notes) Fill(corners []Vec, c color.RGBA)              { n.fills = append(n.fills, slices.Clone(corners)) }
func (n *notes) Circle(at Vec, r, width float64, c color.RGBA) { n.rings++ }
func (n *notes) Box(at Vec, w, h, round float64, c color.RGBA) {}
func (n *notes) Text(t Text, at Vec)                           { n.texts, n.places = append(n.texts, t), append(n.places, at) }
func (n *notes) Part(at Box) Canvas                            { return n }
func (n *notes) Image(img image.Image, at Box) {
	if rows, ok := img.(RowImage); ok {
		own := image.NewRGBA(rows.Bounds())
		rows.DrawRows(own.Pix, own.Stride, 0, own.Rect.Dy())
		img = own
	}
	n.images = append(n.images, img)
}

// on begins to draw a scene on a picture of w by h.
func on(w, h int, s Scene, st Style) *composition {
	return compose(&notes{w: float64(w), h: float64(h)}, s, st)
}

// groundOf is the picture of a scene's ground.
func groundOf(s Scene, st Style, w, h int) *image.RGBA {
	n := &notes{w: float64(w), h: float64(h)}
	s.DrawLayer(GroundLayer, n, st)
	return n.images[0].(*image.RGBA)
}
