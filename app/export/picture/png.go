package picture

import (
	"image"
	"image/png"

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
	return png.Encode(&inserter{to, headPNG, textChunks(p)}, dst)
}
