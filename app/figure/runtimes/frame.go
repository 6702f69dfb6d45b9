package runtimes

import (
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

// Lengths in units; Style.Scale turns them into device pixels.
const (
	pad      = 10
	left     = 40  // the room for the numbers of the upright axis
	foot     = 40  // for those of the level one, and its name
	head     = 54  // for the title and the name of the upright axis
	ends     = 118 // for the names at the ends of the curves
	apart    = 15  // between two of them, at least
	leading  = 16  // from line to line of the rules
	tickRoom = 40  // between two numbers, at least
	lowest   = 230 // the height below which the axes have no names
	lowHead  = 30  // and less room
	lowFoot  = 20
)

// A frame is the picture while it is drawn: where values are. The level axis is logarithmic.
type frame struct {
	st     plot.Style
	inside plot.Box
	low    bool    // there is hardly room for the curves: the axes have no names
	decade float64 // how many powers of ten the level axis has
}

func (f *frame) px(units float64) float64 { return units * f.st.Scale }

func (f *frame) size() float64 { return f.px(f.st.TextSize) }

// at is where a value above 0 and a part of 1 are.
func (f *frame) at(x, part float64) plot.Vec {
	return plot.Vec{X: f.inside.X0 + math.Log10(x)/f.decade*(f.inside.X1-f.inside.X0),
		Y: f.inside.Y1 - part*(f.inside.Y1-f.inside.Y0)}
}

// value is what is at a place on the level axis, and the part at a height.
func (f *frame) value(at plot.Vec) (x, part float64) {
	return math.Pow(10, (at.X-f.inside.X0)/(f.inside.X1-f.inside.X0)*f.decade), (f.inside.Y1 - at.Y) / (f.inside.Y1 - f.inside.Y0)
}

func (f *frame) text(on plot.Canvas, text string, at plot.Vec, ink color.RGBA, align plot.Align) {
	on.Text(plot.Text{Text: text, Font: f.st.Font, Size: f.size(), Ink: ink, Align: align}, at)
}

// stroke draws a line through points.
func (f *frame) stroke(on plot.Canvas, ink color.RGBA, units float64, pts ...plot.Vec) {
	pieces := make([]plot.Piece, 0, len(pts))
	for i := range len(pts) - 1 {
		pieces = append(pieces, plot.Piece{A: pts[i], B: pts[i+1], Radius: f.px(units) / 2, Strength: 1})
	}
	on.Stroke(pieces, plot.Pen{Color: ink})
}

// axes draws the grid and the numbers beside it.
func (f *frame) axes(on plot.Canvas, xName, yName string) {
	p, b, gap := f.st.Palette, f.inside, f.px(6)
	cap := f.st.Font.CapHeight(f.size())
	faint := plot.Mix(p.Panel, p.Border, 0.7)
	for _, t := range plot.Ticks(0, f.decade, max(int((b.X1-b.X0)/f.px(tickRoom)), 2), true) {
		at := f.at(math.Pow(10, t.At), 0)
		f.stroke(on, faint, 1, at, plot.Vec{X: at.X, Y: b.Y0})
		f.text(on, t.Text, plot.Vec{X: at.X, Y: b.Y1 + gap + cap}, p.Muted, plot.AlignCenter)
	}
	parts := []float64{0, 0.2, 0.4, 0.6, 0.8, 1}
	if f.low {
		parts = []float64{0, 0.5, 1}
	}
	for _, part := range parts {
		at := f.at(1, part)
		f.stroke(on, faint, 1, at, plot.Vec{X: b.X1, Y: at.Y})
		f.text(on, percent(part), plot.Vec{X: b.X0 - gap, Y: at.Y + cap/2}, p.Muted, plot.AlignRight)
	}
	if f.low {
		return
	}
	xName = f.st.Font.Shorten(xName, f.size(), b.X1-f.px(pad))
	f.text(on, xName, plot.Vec{X: b.X1, Y: b.Y1 + 2*gap + 2.4*cap}, p.Muted, plot.AlignRight)
	f.text(on, yName, plot.Vec{X: f.px(pad), Y: b.Y0 - 1.6*gap - cap/2}, p.Muted, plot.AlignLeft)
}
