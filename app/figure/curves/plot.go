package curves

import (
	"math"

	"descentlab/app/curve"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// NumberLine is the height of the line of w below the curve, in units.
const NumberLine = 46

// A Shown says what is drawn of a step.
type Shown struct{ Tangent, Step, Hops bool }

// A Plot is the curve with its ball: the ground, the hops so far, the tangent, and where the step leads.
type Plot struct {
	State curve.State
	View  geom.Rect // the window, above the line of w
	Shown
	Grown float64    // the part of the last hop that the ball has made, 0 to 1; 1 where nothing moves
	Lit   curve.Role // what the pointer is on elsewhere; Plain: nothing
	Look  Look
	Name  string // of the racer, if it is one of several side by side

	Chosen bool         // of several: its steps are solved by hand
	Past   *curve.State // whose way is shown, if it is not that of State
}

// box is where the curve is seen, in a picture of a size.
func (p Plot) box(w, h float64) box {
	return box{plot.Box{X0: 0, Y0: 0, X1: w, Y1: h - p.Look.px(NumberLine)}, p.View.X0, p.View.X1, p.View.Y0, p.View.Y1}
}

// Draw draws all of it.
func (p Plot) Draw(on plot.Canvas) {
	p.DrawGround(on)
	p.DrawLive(on)
}

// At is the w at an abscissa of a picture, in device units.
func (p Plot) At(x, w float64) float64 { return p.View.X0 + x/w*(p.View.X1-p.View.X0) }

// Ball is where the ball is seen in a picture of a size.
func (p Plot) Ball(w, h float64) plot.Vec {
	row := p.State.Row(0)
	return p.box(w, h).at(row.W, row.Loss)
}

// Zoomed is the window about a place of a picture, so many times as wide.
func (p Plot) Zoomed(at plot.Vec, w, h, by float64) geom.Rect {
	b := p.box(w, h)
	x := p.At(at.X, w)
	y := b.y0 + (b.Y1-math.Min(at.Y, b.Y1))/(b.Y1-b.Y0)*(b.y1-b.y0)
	next := geom.Rect{
		X0: x + (b.x0-x)*by, X1: x + (b.x1-x)*by,
		Y0: y + (b.y0-y)*by, Y1: y + (b.y1-y)*by,
	}
	if wide := next.X1 - next.X0; wide > 1e9 || wide < 1e-6*(1+math.Abs(next.X0)) || !geom.Finite(next.Y1-next.Y0) {
		return p.View
	}
	return next
}

// Panned is the window moved by a part of its width and of its height.
func (p Plot) Panned(dx, dy float64) geom.Rect {
	v := p.View
	x, y := dx*(v.X1-v.X0), dy*(v.Y1-v.Y0)
	return geom.Rect{X0: v.X0 + x, X1: v.X1 + x, Y0: v.Y0 + y, Y1: v.Y1 + y}
}

// A GroundKey tells apart what the ground is drawn from.
type GroundKey struct {
	Formula string
	View    geom.Rect
	Palette *plot.Palette
	Scale   float64
}

// GroundKey is that of this picture: with an equal one the ground is the same.
func (p Plot) GroundKey() GroundKey {
	return GroundKey{p.State.Curve.Formula, p.View, p.Look.Palette, p.Look.Scale}
}
