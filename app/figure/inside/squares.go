package inside

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/lab/xray"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// Of the squares of the usual slope.
const (
	widestSquare  = 92.0 // units
	leastSquare   = 8.0
	squareWidth   = 1.6 // of its outline
	squareOpacity = 0.28
)

// squares adds a square for each axis, as wide as what the method divides by there, on the scale of the slope whose arrow, or the
// longer one of its memory, is so long; or, where they could not be seen on it, on one of their own that the label tells. That of
// x stands on its axis to the right and downwards, that of y to the left and upwards.
func (o *Overlay) squares(longest float64, l Look) {
	u := o.step.Usual
	sides := [2]float64{math.Abs(u.X) / o.units.X, math.Abs(u.Y) / o.units.Y}
	most, label := math.Max(sides[0], sides[1]), plain(o.step.Usually)
	if !geom.Finite(most) || most == 0 {
		return
	}
	scale := widestSquare / most
	if longest > 0 {
		scale = longArrow / longest
	}
	if wide := scale * most; wide > widestSquare || wide < leastSquare {
		times := nice(0.6 * widestSquare / wide)
		scale, label = times*scale, label+" × "+factorText(times)
	}
	ink, from := l.Ink(xray.Second, o.step.Slot), o.step.From
	for i, turn := range [2]geom.Point{{X: 1, Y: -1}, {X: -1, Y: 1}} {
		x, y := turn.X*scale*sides[i]*o.units.X, turn.Y*scale*sides[i]*o.units.Y
		if !(math.Abs(x) > 0) || !(math.Abs(y) > 0) {
			continue
		}
		o.curve(plot.Curve{
			Pts: []plot.Point{
				from, {X: from.X + x, Y: from.Y}, {X: from.X + x, Y: from.Y + y}, {X: from.X, Y: from.Y + y}, from,
			},
			Color: ink, Width: squareWidth, Fill: plot.Faded(ink, squareOpacity),
		}, lab.InsideUsual)
	}
	o.label(plot.Arrow{
		Along: geom.Point{X: o.units.X, Y: -o.units.Y}, Off: math.Sqrt2 * scale * sides[0], Label: label, Color: ink,
	}, lab.InsideUsual)
}
