package plot

import (
	"image"
	"image/color"
	"sync"
)

// A RowImage is an opaque image that is made a row at a time, wherever it is wanted. A canvas of pixels need not wait for all of
// it, nor make room for it twice.
type RowImage interface {
	image.Image
	// DrawRows stores rows lo to hi-1 as red, green, blue and opacity, which is 255: four bytes a pixel, stride bytes from row to
	// row, the first of them row lo. Several goroutines may call it at once.
	DrawRows(pix []uint8, stride, lo, hi int)
}

// A groundImage shows a field: each band between two levels in its colour, with
// the border between bands as soft as the pixels' size asks; hatched where the
// surface has no finite value; plain where it is not known. Cells cover all of that.
type groundImage struct {
	w, h   int
	scene  Scene
	plain  color.RGBA
	window *window // nil: no field is known
	levels []float64
	bands  []color.RGBA
	hatch  *hatch

	once  sync.Once // for whoever wants single pixels
	whole *image.RGBA
}

var _ RowImage = (*groundImage)(nil)

func (g *groundImage) ColorModel() color.Model { return color.RGBAModel }

func (g *groundImage) Bounds() image.Rectangle { return image.Rect(0, 0, g.w, g.h) }

func (g *groundImage) At(x, y int) color.Color {
	g.once.Do(func() {
		g.whole = image.NewRGBA(g.Bounds())
		g.DrawRows(g.whole.Pix, g.whole.Stride, 0, g.h)
	})
	return g.whole.At(x, y)
}

// groundRows are rows of values, of which every chunk needs three.
var groundRows = sync.Pool{New: func() any { return new(groundRow) }}

func (g *groundImage) DrawRows(pix []uint8, stride, lo, hi int) {
	r := groundRows.Get().(*groundRow)
	defer groundRows.Put(r)
	if g.window != nil {
		r.begin(g, lo)
	}
	for y := lo; y < hi; y++ {
		row := pix[(y-lo)*stride:]
		if g.window == nil {
			fillRow(row, g.w, g.plain)
		} else {
			r.v[0], r.v[1], r.v[2] = r.v[1], r.v[2], r.v[0]
			g.window.row(r.v[2], y+1)
			r.draw(row, y, g.plain)
		}
		g.cells(row, y)
	}
}

// begin makes ready for the rows from lo on.
func (r *groundRow) begin(g *groundImage, lo int) {
	r.levels, r.bands, r.hatch = g.levels, g.bands, g.hatch
	for k := range r.v {
		r.v[k] = sized(&r.v[k], g.w)
	}
	g.window.row(r.v[1], lo-1)
	g.window.row(r.v[2], lo)
}
