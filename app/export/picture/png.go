package picture

import (
	"image"
	"image/png"
	"math"

	"descentlab/widgets/plot/raster"
)

var _ = add(".png", writePNG)

// writePNG draws the pixels.
func writePNG(to *Sink, p Picture, look Look) error {
	w, h := look.size()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	if err := p.draw(to.Context, raster.New(dst), look); err != nil {
		return err
	}
	return png.Encode(&inserter{to, headPNG, append(density(look.Scale), textChunks(p)...)}, dst)
}

// UnitsPerInch is how many units an inch has where a picture is printed, or laid into a text.
const UnitsPerInch = 96

// density says how large the pixels are: a picture of more of them for each unit is finer, and not larger.
func density(scale float64) []byte {
	const inch = 0.0254 // metres
	perMetre := uint32(math.Round(scale * UnitsPerInch / inch))
	return chunk("pHYs", append(numbers(perMetre, perMetre), 1))
}
