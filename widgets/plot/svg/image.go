package svg

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"descentlab/widgets/plot"
)

// Image draws the shapes of an image that can tell them, and puts the pixels of others into the file, as PNG.
func (c *Canvas) Image(img image.Image, at plot.Box) {
	if !finite(at.X0, at.Y0, at.X1, at.Y1) {
		return
	}
	if shaped, ok := img.(plot.Shaped); ok {
		if shapes, ok := shaped.Shapes(); ok {
			c.shapes(shapes, at, img.Bounds())
			return
		}
	}
	if veil, ok := img.(*plot.Veil); ok {
		part := image.NewNRGBA(veil.Rect)
		draw.Draw(part, part.Rect, veil, part.Rect.Min, draw.Src)
		img = part
	}
	c.pixels(img, at, "")
}

// pixels puts pixels into the file.
func (c *Canvas) pixels(img image.Image, at plot.Box, how string) {
	var data bytes.Buffer
	if png.Encode(&data, img) != nil {
		return // of no pixels
	}
	fmt.Fprintf(&c.body, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none"%s `+
		`href="data:image/png;base64,%s"/>`+"\n", number(at.X0), number(at.Y0), number(at.X1-at.X0), number(at.Y1-at.Y0), how,
		base64.StdEncoding.EncodeToString(data.Bytes()))
}

// shapes draws the shapes of an image in a box: an element for each colour. What the next colour covers is under it, too, so that
// no ground shows between two.
func (c *Canvas) shapes(s plot.Shapes, at plot.Box, bounds image.Rectangle) {
	sx, sy := (at.X1-at.X0)/float64(max(bounds.Dx(), 1)), (at.Y1-at.Y0)/float64(max(bounds.Dy(), 1))
	place := func(v plot.Vec) plot.Vec { return plot.Vec{X: at.X0 + v.X*sx, Y: at.Y0 + v.Y*sy} }
	c.Box(plot.Vec{X: at.X0, Y: at.Y0}, at.X1-at.X0, at.Y1-at.Y0, 0, s.Ground)
	for _, area := range s.Areas {
		c.path.Reset()
		for _, ring := range area.Rings {
			c.way = c.way[:0]
			for _, v := range ring {
				c.way = append(c.way, place(v))
			}
			if way := plot.Simplified(append(c.way, c.way[0]), slack); len(way) > 3 {
				c.path.move(way[0])
				c.path.lines(way[1 : len(way)-1])
				c.path.WriteByte('z')
			}
		}
		if c.path.Len() > 0 {
			fmt.Fprintf(&c.body, `<path fill-rule="evenodd" d="%s" %s/>`+"\n", c.path.Bytes(), ink("fill", area.Color, 1))
		}
	}
	if s.Cells != nil {
		from, to := place(plot.Vec{X: s.At.X0, Y: s.At.Y0}), place(plot.Vec{X: s.At.X1, Y: s.At.Y1})
		c.pixels(s.Cells.Image(), plot.Box{X0: from.X, Y0: from.Y, X1: to.X, Y1: to.Y}, ` image-rendering="pixelated"`)
	}
}
