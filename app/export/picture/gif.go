package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"math"
)

var _ = addFilm(".gif", writeGIF)

// writeGIF writes frames that have only what has changed since the one before. All share one palette, made of colours of the
// film itself: what stays has the same pixels in every frame.
func writeGIF(to *Sink, f Film, look Look) error {
	colours, err := f.palette(to, look)
	if err != nil {
		return err
	}
	w, h := look.size()
	file := &gif.GIF{Config: image.Config{Width: w, Height: h, ColorModel: colours.table}}
	before := make([]uint8, w*h)
	seen := image.NewRGBA(image.Rect(0, 0, w, h)) // the frame before
	ended := 0                                    // when it ends, in hundredths of a second
	err = f.frames(to, look, func(i int, frame *image.RGBA) error {
		until := int(math.Round(100 * look.until(i)))
		part := colours.changed(frame, seen, before, i == 0 || look.Transparent)
		switch {
		case part != nil:
			file.Image, file.Delay = append(file.Image, part), append(file.Delay, until-ended)
			disposal := byte(gif.DisposalNone)
			if look.Transparent {
				disposal = gif.DisposalBackground
			}
			file.Disposal = append(file.Disposal, disposal)
		default: // nothing has: the frame before stays
			file.Delay[len(file.Delay)-1] += until - ended
		}
		ended = until
		copy(seen.Pix, frame.Pix)
		return nil
	})
	if err != nil {
		return err
	}
	out := &inserter{Writer: to, after: 13 + 3*len(colours.table), more: comment(f.Title + "\n" + f.description())}
	return gif.EncodeAll(out, file)
}

// changed is the part of a frame that differs from the one before, of which the indices are kept in before; nil if none does.
// What does not differ within it is transparent. All of it is wanted if that one is not to be seen any more.
func (c *colours) changed(frame, seen *image.RGBA, before []uint8, all bool) *image.Paletted {
	w := frame.Rect.Dx()
	box := image.Rectangle{Min: frame.Rect.Max}
	if all {
		box = frame.Rect
	}
	next := make([]uint8, len(before))
	for y := range frame.Rect.Dy() {
		row, old := next[y*w:(y+1)*w], before[y*w:(y+1)*w]
		pix := frame.Pix[y*frame.Stride : y*frame.Stride+4*w]
		if !all && bytes.Equal(pix, seen.Pix[y*seen.Stride:y*seen.Stride+4*w]) {
			copy(row, old)
			continue
		}
		c.row(row, pix, y)
		for x := range row {
			if row[x] != old[x] {
				box.Min.X, box.Min.Y = min(box.Min.X, x), min(box.Min.Y, y)
				box.Max.X, box.Max.Y = max(box.Max.X, x+1), max(box.Max.Y, y+1)
			}
		}
	}
	box.Max = image.Pt(max(box.Max.X, 0), max(box.Max.Y, 0))
	if box.Empty() {
		return nil
	}
	part := image.NewPaletted(box, c.table)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if at := y*w + x; all || next[at] != before[at] {
				part.Pix[(y-box.Min.Y)*part.Stride+x-box.Min.X] = next[at]
			}
		}
	}
	copy(before, next)
	return part
}

// nothing is the index of what is not drawn.
const nothing = 0

// row puts indices in the place of a row of pixels.
func (c *colours) row(dst, pix []uint8, y int) {
	for x := range dst {
		p := pix[4*x : 4*x+4 : 4*x+4]
		if p[3] < 128 {
			dst[x] = nothing
			continue
		}
		ink := color.RGBA{p[0], p[1], p[2], 255}
		if p[3] < 255 {
			n := color.NRGBAModel.Convert(color.RGBA{p[0], p[1], p[2], p[3]}).(color.NRGBA)
			ink = color.RGBA{n.R, n.G, n.B, 255}
		}
		dst[x] = c.index(ink, x, y)
	}
}
