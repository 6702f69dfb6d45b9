package raster

import (
	"image"
	"image/color"
	"math"
	"sync"

	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// A halo is memory in which the surroundings of a text are found. Between uses it is all zero.
type halo struct {
	letters image.RGBA // the text alone
	wide    []uint8    // how much of each pixel a brush covers that is drawn over the letters
	brush   brush
	reach   float64 // of the brush
}

var halos = sync.Pool{New: func() any { return new(halo) }}

// halo draws the halo of a text, which begins at (x, y): it is laid once, under all letters, and has one strength throughout.
// It reports whether any of it is in the picture.
func (c Canvas) halo(t plot.Text, x, y, width float64) bool {
	around := plot.Box{
		X0: x - t.Reach - 2, Y0: y - t.Size - t.Reach - 2,
		X1: x + width + t.Reach + 2, Y1: y + t.Size/2 + t.Reach + 2,
	}
	if c.part(around).Empty() {
		return false
	}
	h := halos.Get().(*halo)
	defer halos.Put(h)
	if h.brush == nil || h.reach != t.Reach {
		h.brush, h.reach = newBrush(h.brush[:0], t.Reach), t.Reach
	}
	h.draw(c, t, x, y, around.Pixels())
	return true
}

// draw draws the halo of a text, all of which lies within bounds together with the brush.
func (h *halo) draw(c Canvas, t plot.Text, x, y float64, bounds image.Rectangle) {
	w, rows := bounds.Dx(), bounds.Dy()
	h.letters.Pix, h.wide = resized(h.letters.Pix, 4*w*rows), resized(h.wide, w*rows)
	h.letters.Stride, h.letters.Rect = 4*w, image.Rect(0, 0, w, rows)
	white := t
	white.Ink = color.RGBA{255, 255, 255, 255}
	New(&h.letters).letters(white, x, y, bounds.Min)
	h.widen()
	seen := bounds.Intersect(image.Rect(0, 0, c.dst.Rect.Dx(), c.dst.Rect.Dy()))
	for row := seen.Min.Y; row < seen.Max.Y; row++ {
		from := (row-bounds.Min.Y)*w - bounds.Min.X
		for i, cover := range h.wide[from+seen.Min.X : from+seen.Max.X] {
			if cover > 0 {
				blend(c.pix(seen.Min.X+i, row), t.Halo, uint32(cover))
			}
		}
	}
	clear(h.letters.Pix)
	clear(h.wide)
}

// A brush is a soft disc by which a mask is widened.
type brush []struct {
	dx, dy int
	weight uint32 // 0 to 255
}

// newBrush appends the places of a disc to b.
func newBrush(b brush, reach float64) brush {
	n := int(math.Ceil(reach))
	for dy := -n; dy <= n; dy++ {
		for dx := -n; dx <= n; dx++ {
			if w := geom.Clamp(reach+0.5-math.Hypot(float64(dx), float64(dy)), 0, 1); w > 0 {
				b = append(b, struct {
					dx, dy int
					weight uint32
				}{dx, dy, uint32(255*w + 0.5)})
			}
		}
	}
	return b
}

// widen finds how much of each pixel the brush covers when it is drawn over the opaque ones of the letters.
func (h *halo) widen() {
	w, rows := h.letters.Rect.Dx(), h.letters.Rect.Dy()
	for j := range rows {
		for i := range w {
			alpha := uint32(h.letters.Pix[j*h.letters.Stride+4*i+3])
			if alpha == 0 {
				continue
			}
			for _, o := range h.brush {
				if x, y := i+o.dx, j+o.dy; x >= 0 && x < w && y >= 0 && y < rows {
					h.wide[y*w+x] = max(h.wide[y*w+x], uint8(alpha*o.weight/255))
				}
			}
		}
	}
}
