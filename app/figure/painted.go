package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// A Painted is the painted region as the maps show it, made once for each region and theme. The zero value is ready.
type Painted struct {
	region  *plot.Region
	of      sweep.Region
	palette *plot.Palette
}

// Region is that of a state; nil if the maps do not show it.
func (r *Painted) Region(s lab.State, p *plot.Palette) *plot.Region {
	if !s.Doc.Paints() || s.Stale() || len(s.Doc.Painted) == 0 {
		return nil
	}
	if r.region != nil && p == r.palette && sameRegion(r.of, s.Doc.Painted) {
		return r.region
	}
	r.region, r.of, r.palette = &plot.Region{Color: p.Accent}, s.Doc.Painted, p
	for _, stroke := range s.Doc.Painted {
		drawn := plot.Stroke{Pts: stroke.Pts, Radius: stroke.Radius, Height: stroke.Height(), Erase: stroke.Erase}
		r.region.Strokes = append(r.region.Strokes, drawn)
	}
	return r.region
}

// sameRegion tells whether two regions are of the same strokes, at a glance: strokes do not change once made.
func sameRegion(a, b sweep.Region) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if &a[i].Pts[0] != &b[i].Pts[0] || len(a[i].Pts) != len(b[i].Pts) {
			return false
		}
	}
	return true
}

// BrushTip is the brush on the ground: round on the map, whatever the window.
func BrushTip(s lab.State) sweep.Stroke {
	x, y := s.Shown.UnitX, s.Shown.UnitY
	tip := sweep.Stroke{Radius: s.View.Brush * x}
	if ratio := y / x; math.Abs(ratio-1) > 0.01 {
		tip.Ratio = ratio
	}
	return tip
}

// BrushRim is the rim of the brush at the pointer, dashed while it rubs out.
func BrushRim(s lab.State, p *plot.Palette) []plot.Curve {
	at := s.View.Cross
	if s.View.Tool != lab.ToolPaint || at == nil {
		return nil
	}
	tip := BrushTip(s)
	const corners = 72
	rim := make([]plot.Point, corners+1)
	for i := range rim {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		rim[i] = plot.Point{X: at.X + tip.Radius*cos, Y: at.Y + tip.Height()*sin}
	}
	return []plot.Curve{{Pts: rim, Color: p.Text, Width: 1.4, Dashed: s.View.Erase}}
}
