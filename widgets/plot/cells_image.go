package plot

import (
	"image"
	"image/color"
)

// Image is a picture with a pixel for each cell, in a palette if their colours are few.
func (cs *Cells) Image() image.Image {
	box := image.Rect(0, 0, cs.W, cs.H)
	index, palette := map[color.RGBA]uint8{}, color.Palette{}
	for _, c := range cs.Colors {
		if _, known := index[c]; !known {
			if len(palette) == 256 {
				palette = nil
				break
			}
			index[c] = uint8(len(palette))
			palette = append(palette, c)
		}
	}
	if palette == nil {
		full := image.NewRGBA(box)
		for i, c := range cs.Colors {
			full.SetRGBA(i%cs.W, i/cs.W, c)
		}
		return full
	}
	few := image.NewPaletted(box, palette)
	for i, c := range cs.Colors {
		few.Pix[i] = index[c]
	}
	return few
}
