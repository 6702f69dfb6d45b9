package export

import (
	"image"

	"descentlab/app/figure"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"
)

// reliefPicture is the map of the poster as a relief, seen as the window sees it.
func (p *poster) reliefPicture(size int) *image.RGBA {
	s := p.State()
	start, view := p.Doc.Outset(), figure.ReliefView(p.Doc.View)
	ground := figure.ReliefGround(
		figure.Ground{Probe: p.Field.Probe, View: view, Spacing: figure.Spacings[p.Doc.Look.Levels]}, size, size, p.Camera)
	scene := figure.ReliefOf(plot.Scene{
		View: view, Field: ground.Field(figure.Isolines), Marks: figure.Marks(p.Field), Ticks: true, Start: &start,
		Still: true, Within: p.Doc.Bounds, Key: plot.KeyLowerRight,
		Traces: figure.WithHead(figure.Traces(s, p.style.Palette), float64(p.Doc.Steps)),
	}, p.Camera)
	scene.Bare = true
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	new(relief.Painter).Draw(picture, scene, p.style)
	return picture
}
