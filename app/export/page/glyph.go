package page

import (
	"fmt"
	"image/color"
	"math"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/widgets/plot"
)

// glyphSize is the radius of a glyph in its path's units.
const glyphSize = 10

// glyphPath is a glyph as the path of an SVG, about 0, 0.
func glyphPath(g plot.Glyph) string {
	var p pathCanvas
	g.Draw(&p, 0, 0, glyphSize, color.RGBA{A: 255}, color.RGBA{})
	return p.String()
}

// A pathCanvas writes down the outlines of what is filled on it: a glyph has nothing else.
type pathCanvas struct {
	plot.Canvas
	strings.Builder
}

// Size is that of a glyph.
func (*pathCanvas) Size() (w, h float64) { return 2 * glyphSize, 2 * glyphSize }

// Fill writes a polygon.
func (p *pathCanvas) Fill(corners []plot.Vec, _ color.RGBA) {
	for i, at := range corners {
		fmt.Fprintf(p, "%c%g %g", "ML"[min(i, 1)], math.Round(100*at.X)/100, math.Round(100*at.Y)/100)
	}
	p.WriteByte('Z')
}

// Circle writes a disc, or the two circles of a ring, the inner one the other way round.
func (p *pathCanvas) Circle(_ plot.Vec, r, width float64, _ color.RGBA) {
	p.circle(r+width/2, 1)
	if width > 0 {
		p.circle(r-width/2, 0)
	}
}

func (p *pathCanvas) circle(r float64, turn int) {
	r = math.Round(100*r) / 100
	fmt.Fprintf(p, "M%g 0A%g %g 0 1 %d %g 0A%g %g 0 1 %d %g 0Z", -r, r, r, turn, r, r, r, turn, -r)
}

// settings are a racer as it is typed.
func settings(r setup.Racer) string { return optim.RacerText(r.Spec, r.Changes) }
