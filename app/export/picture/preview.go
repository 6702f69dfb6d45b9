package picture

import (
	"context"
	"image"
	"math"

	"descentlab/widgets/plot/raster"
)

// Preview draws a picture with a look that is filled in, so much larger or smaller that it fits into a room of w by h pixels.
func (p Picture) Preview(ctx context.Context, look Look, w, h int) (*image.RGBA, error) {
	look.Scale = min(float64(w)/float64(look.W), float64(h)/float64(look.H))
	width, height := int(math.Round(look.Scale*float64(look.W))), int(math.Round(look.Scale*float64(look.H)))
	dst := image.NewRGBA(image.Rect(0, 0, max(width, 1), max(height, 1)))
	return dst, p.draw(ctx, raster.New(dst), look)
}
