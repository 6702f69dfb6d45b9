package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/internal/geom"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// Sizes of what is drawn of the selected place, in units.
const (
	eigenLength = 44    // of the eigenvector of the greater eigenvalue, to either side
	eigenPart   = 0.075 // of the map, at most
	arrowLength = 8     // of the heads: the way that a descent goes
	eigenWidth  = 2.8
	wayWidth    = 2
	ridgeWidth  = 1.7
)

// Selection are the curves of the selected place on the maps: through a saddle, once they are traced, its ridge, dashed, and its
// ways down; and the eigenvectors of the Hessian to scale of their eigenvalues. Of another surface than the one shown there
// are none.
func Selection(s lab.State, p *plot.Palette) []plot.Curve {
	place := s.View.Selected
	if place == nil || s.Field.Named(place.Name) == nil {
		return nil
	}
	var list []plot.Curve
	if t := s.View.Traced; t != nil {
		for _, b := range t.Ridge {
			list = append(list, plot.Curve{Clear: true, Pts: b.Path, Color: p.Text, Width: ridgeWidth, Dashed: true})
		}
		for _, b := range t.Ways {
			list = append(list, plot.Curve{Clear: true, Pts: b.Path, Color: p.Text, Width: wayWidth})
		}
	}
	return append(list, eigenvectors(place, s.Shown, p)...)
}

// eigenvectors are arrows from a place along the eigenvectors of its Hessian, to either side.
func eigenvectors(place *lab.Place, on lab.Shown, p *plot.Palette) (list []plot.Curve) {
	v, unit := on.Window, on.UnitX
	longest := min(eigenLength*unit, eigenPart*min(v.X1-v.X0, v.Y1-v.Y0))
	largest := max(math.Abs(place.L1), math.Abs(place.L2))
	if !(largest > 0) {
		return nil
	}
	for _, e := range []struct {
		value  float64
		vector geom.Point
	}{{place.L1, place.V1}, {place.L2, place.V2}} {
		for _, side := range []float64{-1, 1} {
			r := longest * math.Abs(e.value) / largest
			along := geom.Point{X: side * e.vector.X, Y: side * e.vector.Y}
			for _, line := range arrow(place.At, along, r, min(arrowLength*unit, longest/4), e.value > 0) {
				list = append(list, plot.Curve{Clear: true, Pts: line, Width: eigenWidth, Color: p.Text})
			}
		}
	}
	return list
}

// arrow is a line from a place along a unit vector, with a head at its far end: outwards, or inwards if a descent comes in
// along it. One too short for a head has none.
func arrow(at, along surfaces.Point, length, head float64, inwards bool) [][]plot.Point {
	if !(length > 0) {
		return nil
	}
	to := func(r, side float64) plot.Point {
		return plot.Point{X: at.X + r*along.X - side*along.Y, Y: at.Y + r*along.Y + side*along.X}
	}
	line := []plot.Point{to(0, 0), to(length, 0)}
	if length < 2*head {
		return [][]plot.Point{line}
	}
	tip, back := length, length-head
	if inwards {
		tip, back = length-head, length
	}
	return [][]plot.Point{line, {to(back, head*0.7), to(tip, 0), to(back, -head*0.7)}}
}
