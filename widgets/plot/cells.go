package plot

import (
	"image"
	"image/color"
)

// Cells are a picture of W by H equal cells over a window, each of one opaque colour: Colors[j*W+i] is column i of row j.
// Row 0 is the top one, near View.Y1. A colour of no opacity leaves the ground as it is. They are not changed once made,
// and shared by pointer.
type Cells struct {
	W, H   int
	View   Rect
	Colors []color.RGBA
}

// at is the colour of the cell that p lies in; it has no opacity where there is none.
func (cs *Cells) at(p Point) color.RGBA {
	i := (p.X - cs.View.X0) / (cs.View.X1 - cs.View.X0) * float64(cs.W)
	j := (cs.View.Y1 - p.Y) / (cs.View.Y1 - cs.View.Y0) * float64(cs.H)
	if !(i >= 0 && i < float64(cs.W) && j >= 0 && j < float64(cs.H)) {
		return color.RGBA{}
	}
	return cs.Colors[int(j)*cs.W+int(i)]
}

// cells covers a picture of the ground with the scene's cells.
func (c *composition) cells(pic *image.RGBA) {
	cs := c.scene.Cells
	if cs == nil || !c.drawable() {
		return
	}
	w, h := pic.Rect.Dx(), pic.Rect.Dy()
	inChunks(h, 32, func() func(lo, hi int) {
		return func(lo, hi int) {
			for y := lo; y < hi; y++ {
				row := pic.Pix[y*pic.Stride:]
				for x := range w {
					if at := cs.at(c.scene.FromPixel(float64(x)+0.5, float64(y)+0.5, w, h)); at.A > 0 {
						set(row[4*x:], at)
					}
				}
			}
		}
	})
}
