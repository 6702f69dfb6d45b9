package raster

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/draw"

	"descentlab/internal/bands"
	"descentlab/widgets/plot"
)

// Image draws an image into a box. One that has as many pixels as the box is drawn pixel for pixel, others are scaled.
func (c Canvas) Image(img image.Image, at plot.Box) {
	whole := image.Rect(int(math.Round(at.X0)), int(math.Round(at.Y0)), int(math.Round(at.X1)), int(math.Round(at.Y1)))
	bounds := img.Bounds()
	if whole.Size() != bounds.Size() {
		draw.BiLinear.Scale(c.dst, whole.Add(c.dst.Rect.Min), img, bounds, draw.Over, nil)
		return
	}
	switch img := img.(type) {
	case plot.RowImage:
		c.rows(img, bounds, whole.Min)
	case *image.RGBA:
		c.paste(img, nil, whole.Min)
	case *plot.Veil:
		c.paste(nil, img, whole.Min)
	default:
		draw.Draw(c.dst, whole.Add(c.dst.Rect.Min), img, bounds.Min, draw.Over)
	}
}

// A paster lays an image over a picture, pixel for pixel.
type paster struct {
	bands.Bands
	picture *image.RGBA // one of the two
	veil    *plot.Veil

	on   Canvas
	seen image.Rectangle // the part of the canvas that is covered
	from image.Point     // the image's pixel at its upper left corner
}

var pasters = sync.Pool{New: func() any {
	p := new(paster)
	p.Init(4, p.band)
	return p
}}

// paste draws a picture, or else a veil, with its upper left corner at a place.
func (c Canvas) paste(picture *image.RGBA, veil *plot.Veil, at image.Point) {
	var bounds image.Rectangle
	if picture != nil {
		bounds = picture.Rect
	} else {
		bounds = veil.Rect
	}
	seen := bounds.Sub(bounds.Min).Add(at).Intersect(image.Rect(0, 0, c.dst.Rect.Dx(), c.dst.Rect.Dy()))
	if seen.Empty() {
		return
	}
	p := pasters.Get().(*paster)
	defer pasters.Put(p)
	p.picture, p.veil = picture, veil
	p.on, p.seen, p.from = c, seen, bounds.Min.Add(seen.Min).Sub(at)
	p.Rows(seen.Min.Y, seen.Max.Y)
	p.picture, p.veil, p.on = nil, nil, Canvas{}
}

func (p *paster) band(first, last int) {
	n := p.seen.Dx()
	for y := first; y < last; y++ {
		pix, row := p.on.pix(p.seen.Min.X, y)[:4*n], p.from.Y+y-p.seen.Min.Y
		if p.veil != nil {
			v := p.veil
			at := (row-v.Rect.Min.Y)*v.Rect.Dx() + p.from.X - v.Rect.Min.X
			layVeil(pix, v, at, n)
		} else {
			layPixels(pix, p.picture.Pix[p.picture.PixOffset(p.from.X, row):][:4*n])
		}
	}
}

// A rower draws a RowImage over a whole picture.
type rower struct {
	bands.Bands
	on  Canvas
	img plot.RowImage
}

var rowers = sync.Pool{New: func() any {
	r := new(rower)
	r.Init(12, func(first, last int) { r.img.DrawRows(r.on.pix(0, first), r.on.dst.Stride, first, last) })
	return r
}}

// rows draws an image with its upper left corner at a place: row by row into the picture, if it covers just that.
func (c Canvas) rows(img plot.RowImage, bounds image.Rectangle, at image.Point) {
	if at != (image.Point{}) || bounds.Min != at || bounds.Size() != c.dst.Rect.Size() {
		draw.Draw(c.dst, bounds.Sub(bounds.Min).Add(at).Add(c.dst.Rect.Min), img, bounds.Min, draw.Over)
		return
	}
	r := rowers.Get().(*rower)
	defer rowers.Put(r)
	r.on, r.img = c, img
	r.Rows(0, bounds.Dy())
	r.on, r.img = Canvas{}, nil
}

// layVeil lays n pixels of a veil, from index at on, over others.
func layVeil(pix []uint8, v *plot.Veil, at, n int) {
	cover := v.Cover[at : at+n]
	for i := 0; i < n; i++ {
		if cover[i] == 0 {
			// A veil leaves most of its rows bare.
			for i+8 <= n && binary.NativeEndian.Uint64(cover[i:]) == 0 {
				i += 8
			}
			if i == n || cover[i] == 0 {
				continue
			}
		}
		ink := 0
		if v.Ink != nil {
			ink = int(v.Ink[at+i])
		}
		if c := v.Inks[ink]; cover[i] == 255 && c.A == 255 {
			set(pix[4*i:4*i+4:4*i+4], c) // all of a dense fog, but for its holes
		} else {
			blend(pix[4*i:4*i+4:4*i+4], c, uint32(cover[i]))
		}
	}
}

// layPixels lays a row of pixels over others: at once, if all are opaque.
func layPixels(pix, over []uint8) {
	if opaque(over) {
		copy(pix, over)
		return
	}
	for i := 0; i < len(over); i += 4 {
		blend(pix[i:], color.RGBA{over[i], over[i+1], over[i+2], over[i+3]}, 255)
	}
}

// opaque tells whether all pixels are, two of them at a time.
func opaque(pix []uint8) bool {
	all := ^uint64(0)
	for len(pix) >= 8 {
		all &= binary.NativeEndian.Uint64(pix)
		pix = pix[8:]
	}
	var two [8]uint8
	binary.NativeEndian.PutUint64(two[:], all)
	return two[3]&two[7] == 255 && (len(pix) < 4 || pix[3] == 255)
}
