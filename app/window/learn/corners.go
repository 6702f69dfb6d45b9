package learn

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"descentlab/app/gallery/thumb"
)

// rounded is the middle of the upper part of a picture, w by h pixels, with its upper corners rounded by a radius in units.
// Without a picture, or where it is too small, it is a plain ground.
func rounded(picture *image.RGBA, ground color.Color, w, h int, radius float64) *image.RGBA {
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(to, to.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	if picture != nil {
		off := (picture.Rect.Dx() - w) / 2
		draw.Draw(to, to.Rect, picture, picture.Rect.Min.Add(image.Pt(off, off)), draw.Src)
	}
	r := radius * float64(w) / thumb.Width
	for y := range min(int(math.Ceil(r)), h) {
		for x := range min(int(math.Ceil(r)), w) {
			cover := min(max(r+0.5-math.Hypot(r-float64(x)-0.5, r-float64(y)-0.5), 0), 1)
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
