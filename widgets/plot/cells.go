package plot

import "image/color"

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

// cells covers a row of the ground with the scene's cells.
func (g *groundImage) cells(row []uint8, y int) {
	cs := g.scene.Cells
	if cs == nil {
		return
	}
	for x := range g.w {
		if at := cs.at(g.scene.FromPixel(float64(x)+0.5, float64(y)+0.5, g.w, g.h)); at.A > 0 {
			set(row[4*x:], at)
		}
	}
}
