package export

import (
	"image"
	"image/draw"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// Sizes of pictures side by side, in units.
const (
	sideWide = 560
	sideHigh = 420
	sideFoot = 22 // the room for a sentence
)

// A drawing is a picture that draws itself over the whole of a canvas.
type drawing interface{ Draw(plot.Canvas) }

// sideBySide lays pictures beside each other, with a sentence below them.
func sideBySide(st plot.Style, sentence string, list ...drawing) image.Image {
	n := len(list)
	dst := image.NewRGBA(image.Rect(0, 0, px(float64(n*sideWide+(n+1)*posterMargin)), px(sideHigh+2*posterMargin+sideFoot)))
	draw.Draw(dst, dst.Rect, image.NewUniform(st.Palette.Ground), image.Point{}, draw.Src)
	for i, d := range list {
		at := image.Pt(px(float64(posterMargin+i*(sideWide+posterMargin))), px(posterMargin))
		part := image.NewRGBA(image.Rect(0, 0, px(sideWide), px(sideHigh)))
		d.Draw(raster.New(part))
		draw.Draw(dst, part.Rect.Add(at), part, image.Point{}, draw.Src)
	}
	line := plot.Text{Text: sentence, Font: st.Font, Size: 12 * posterScale, Ink: st.Palette.Text}
	raster.New(dst).Text(line, plot.Vec{X: posterMargin * posterScale, Y: (sideHigh + posterMargin + sideFoot) * posterScale})
	return dst
}
