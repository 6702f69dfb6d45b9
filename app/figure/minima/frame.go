// Package minima draws how rare minima are among random critical points, how many directions of these go downhill, and how deep
// many trainings of one network end.
package minima

import (
	"image/color"

	"descentlab/widgets/plot"
)

// Lengths in units; Style.Scale turns them into device pixels.
const (
	pad    = 10 // around a picture
	left   = 46 // the room for the numbers along the axes
	foot   = 34
	head   = 34 // and for the title
	tickUp = 34 // between two numbers of the upright axis, at least
	tickAt = 70 // and of the level one
	line   = 1
)

// An axis is what one direction of a picture means.
type axis struct {
	lo, hi float64 // with log, decimal logarithms
	log    bool
	name   string
	ticks  []plot.Tick // round ones if there are none
}

// A frame is a picture with two axes while it is drawn: title, grid, numbers, and where values are.
type frame struct {
	on     plot.Canvas
	st     plot.Style
	x, y   axis
	inside plot.Box // what the axes enclose
	pieces []plot.Piece
}

// newFrame draws the ground, the title and the axes of a picture over the whole of a canvas.
func newFrame(on plot.Canvas, st plot.Style, title string, x, y axis) *frame {
	w, h := on.Size()
	f := &frame{on: on, st: st, x: x, y: y}
	f.inside = plot.Box{X0: f.px(pad + left), Y0: f.px(pad + head), X1: w - f.px(2*pad), Y1: h - f.px(pad+foot)}
	p := st.Palette
	on.Box(plot.Vec{}, w, h, 0, p.Panel)
	f.text(title, plot.Vec{X: f.px(pad), Y: f.px(pad) + f.size()}, p.Text, plot.AlignLeft)
	f.axes()
	return f
}

func (f *frame) px(units float64) float64 { return units * f.st.Scale }

// size is that of all texts, in device units.
func (f *frame) size() float64 { return f.px(f.st.TextSize) }

func (f *frame) text(text string, at plot.Vec, ink color.RGBA, align plot.Align) {
	f.on.Text(plot.Text{Text: text, Font: f.st.Font, Size: f.size(), Ink: ink, Align: align}, at)
}

// at is where a value is. One beyond an axis is beyond the picture's inside.
func (f *frame) at(x, y float64) plot.Vec {
	b := f.inside
	return plot.Vec{
		X: b.X0 + (x-f.x.lo)/(f.x.hi-f.x.lo)*(b.X1-b.X0),
		Y: b.Y1 - (y-f.y.lo)/(f.y.hi-f.y.lo)*(b.Y1-b.Y0),
	}
}

// stroke draws a line.
func (f *frame) stroke(ink color.RGBA, units float64, pts ...plot.Vec) {
	f.pieces = f.pieces[:0]
	for i := range pts[1:] {
		f.pieces = append(f.pieces, plot.Piece{A: pts[i], B: pts[i+1], Radius: f.px(units) / 2, Strength: 1})
	}
	f.on.Stroke(f.pieces, plot.Pen{Color: ink})
}

// axes draws the grid and the numbers beside it.
func (f *frame) axes() {
	p, b, gap := f.st.Palette, f.inside, f.px(6)
	cap := f.st.Font.CapHeight(f.size())
	faint := plot.Mix(p.Panel, p.Border, 0.7)
	for _, t := range f.x.marks((b.X1 - b.X0) / f.px(tickAt)) {
		at := f.at(t.At, f.y.lo)
		f.stroke(faint, line, at, plot.Vec{X: at.X, Y: b.Y0})
		f.text(t.Text, plot.Vec{X: at.X, Y: b.Y1 + gap + cap}, p.Muted, plot.AlignCenter)
	}
	for _, t := range f.y.marks((b.Y1 - b.Y0) / f.px(tickUp)) {
		at := f.at(f.x.lo, t.At)
		f.stroke(faint, line, at, plot.Vec{X: b.X1, Y: at.Y})
		f.text(t.Text, plot.Vec{X: b.X0 - gap, Y: at.Y + cap/2}, p.Muted, plot.AlignRight)
	}
	f.text(f.x.name, plot.Vec{X: b.X1, Y: b.Y1 + 2*gap + 2.4*cap}, p.Muted, plot.AlignRight)
	f.text(f.y.name, plot.Vec{X: f.px(pad), Y: b.Y0 - gap}, p.Muted, plot.AlignLeft)
}

// marks are the numbers on an axis with room for so many.
func (a axis) marks(room float64) []plot.Tick {
	if a.ticks != nil {
		return a.ticks
	}
	return plot.Ticks(a.lo, a.hi, max(int(room), 2), a.log)
}
