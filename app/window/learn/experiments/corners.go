package experiments

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// rounded is what of a picture lies below and to the right of a place as far from its left as from its upper edge, w by h pixels,
// with the upper corners rounded. Without a picture, or where that is too small, it is a plain ground.
func rounded(picture *image.RGBA, ground color.Color, w, h, off int, radius float64) *image.RGBA {
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(to, to.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	if picture != nil {
		draw.Draw(to, to.Rect, picture, picture.Rect.Min.Add(image.Pt(off, off)), draw.Src)
	}
	for y := range min(int(math.Ceil(radius)), h) {
		for x := range min(int(math.Ceil(radius)), w) {
			cover := min(max(radius+0.5-math.Hypot(radius-float64(x)-0.5, radius-float64(y)-0.5), 0), 1)
			fade(to, x, y, cover)
			fade(to, w-1-x, y, cover)
		}
	}
	return to
}

// fade leaves so much of a pixel, 0 to 1.
func fade(picture *image.RGBA, x, y int, cover float64) {
	pix := picture.Pix[picture.PixOffset(x, y):][:4]
	for i := range pix {
		pix[i] = uint8(float64(pix[i])*cover + 0.5)
	}
}
