package pdf

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"descentlab/widgets/plot"
)

// Image draws the shapes of an image that can tell them, and puts the pixels of others into the file.
func (c *Canvas) Image(img image.Image, at plot.Box) {
	if !finite(at.X0, at.Y0, at.X1, at.Y1) {
		return
	}
	c.page.within(c.clip)
	if shaped, ok := img.(plot.Shaped); ok {
		if shapes, ok := shaped.Shapes(); ok {
			c.shapes(shapes, at, img.Bounds())
			return
		}
	}
	c.pixels(img, at)
}

// pixels puts pixels into the file.
func (c *Canvas) pixels(img image.Image, at plot.Box) {
	p := c.page
	if img.Bounds().Empty() {
		return
	}
	plain, ok := img.(*image.NRGBA)
	if box := p.apart(img.Bounds()); !ok || box != plain.Rect {
		plain = image.NewNRGBA(box)
		draw.Draw(plain, img.Bounds(), img, img.Bounds().Min, draw.Src)
		at.X1 = at.X0 + (at.X1-at.X0)*float64(box.Dx())/float64(img.Bounds().Dx())
	}
	var data bytes.Buffer
	fast := png.Encoder{CompressionLevel: png.BestSpeed} // the file is compressed as a whole
	if fast.Encode(&data, plain) != nil {
		return
	}
	p.opaque()
	name := "i" + strconv.Itoa(p.count)
	p.count++
	options := fpdf.ImageOptions{ImageType: "PNG"}
	p.doc.RegisterImageOptionsReader(name, options, &data)
	from := c.there(plot.Vec{X: at.X0, Y: at.Y0})
	p.doc.ImageOptions(name, from.X*p.unit, from.Y*p.unit, (at.X1-at.X0)*p.unit, (at.Y1-at.Y0)*p.unit, false, options, 0, "")
}

// apart is the box of an image, so much wider that no other image of the file has this width: the library puts images into the
// file by their widths, and equal ones as it happens, and equal pictures are to be equal files.
func (p *page) apart(box image.Rectangle) image.Rectangle {
	for p.widths[box.Dx()] {
		box.Max.X++
	}
	p.widths[box.Dx()] = true
	return box
}

// shapes draws the shapes of an image in a box.
func (c *Canvas) shapes(s plot.Shapes, at plot.Box, bounds image.Rectangle) {
	p := c.page
	sx, sy := (at.X1-at.X0)/float64(max(bounds.Dx(), 1)), (at.Y1-at.Y0)/float64(max(bounds.Dy(), 1))
	place := func(v plot.Vec) plot.Vec { return plot.Vec{X: at.X0 + v.X*sx, Y: at.Y0 + v.Y*sy} }
	c.Box(plot.Vec{X: at.X0, Y: at.Y0}, at.X1-at.X0, at.Y1-at.Y0, 0, s.Ground)
	for _, area := range s.Areas {
		p.ink(area.Color, 1, "rg")
		p.begin()
		for _, ring := range area.Rings {
			p.way = p.way[:0]
			for _, v := range ring {
				p.way = append(p.way, c.there(place(v)))
			}
			if way := plot.Simplified(append(p.way, p.way[0]), slack); len(way) > 3 {
				p.polyline(way[:len(way)-1])
				p.op("h")
			}
		}
		p.end("f*")
	}
	if s.Cells != nil {
		from, to := place(plot.Vec{X: s.At.X0, Y: s.At.Y0}), place(plot.Vec{X: s.At.X1, Y: s.At.Y1})
		c.pixels(s.Cells.Image(), plot.Box{X0: from.X, Y0: from.Y, X1: to.X, Y1: to.Y})
	}
}
