package curves

import (
	"image/color"
	"math"

	"descentlab/app/curve"
	"descentlab/widgets/plot"
)

// labels keeps texts within a picture, and out of the way of one another and of what they would hide.
type labels struct {
	s      *sketch
	within plot.Box
	taken  []plot.Box // by what nothing may be written over
	spared []plot.Box // by what nothing is written over if it can stand elsewhere
}

// take keeps a part of the picture free.
func (l *labels) take(b ...plot.Box) { l.taken = append(l.taken, b...) }

// spare keeps a part of the picture free where that can be.
func (l *labels) spare(b ...plot.Box) { l.spared = append(l.spared, b...) }

// A label is a text that can stand here or there.
type label struct {
	text string
	size float64 // in units
	ink  color.RGBA
	bold bool
	must bool // it is written even where there is no room
}

// A spot is where a text can stand: from a place, so many units to the right, or centred if to neither side, and down.
type spot struct {
	at         plot.Vec
	right, low float64
}

// beside is a spot at the right of a place, or at the left if off is below 0.
func beside(at plot.Vec, off, low float64) spot { return spot{at, off, low} }

// above is a spot over the middle of a place.
func above(at plot.Vec, off float64) spot { return spot{at, 0, -off} }

// around is the box about a place.
func around(at plot.Vec, r float64) plot.Box {
	return plot.Box{X0: at.X - r, Y0: at.Y - r, X1: at.X + r, Y1: at.Y + r}
}

// stretch are boxes along a line.
func stretch(a, b plot.Vec) []plot.Box {
	n := max(1, min(12, int(b.Sub(a).Len()/8)))
	list := make([]plot.Box, 0, n+1)
	for i := range n + 1 {
		list = append(list, around(a.Add(b.Sub(a).Mul(float64(i)/float64(n))), 1))
	}
	return list
}

// put writes a text at the best of some spots, or nowhere if it would hide what must be seen at all of them and need not be.
func (l *labels) put(t label, spots ...spot) {
	best, least := -1, math.Inf(1)
	for i, at := range spots {
		if bad := l.bad(t, at); bad < least {
			best, least = i, bad
		}
	}
	if best < 0 || least >= hidden && !t.must {
		return
	}
	at, align := l.place(t, spots[best])
	l.take(l.box(t, spots[best]))
	l.s.signed(t.text, at, t.size, t.ink, align, t.bold)
}

// hidden is how bad it is to write over what must be seen.
const hidden = 100

// bad tells how much is in the way of a text at a spot.
func (l *labels) bad(t label, at spot) float64 {
	b, bad := l.box(t, at), 0.0
	b.X0, b.X1 = b.X0-l.s.px(2), b.X1+l.s.px(2)
	if b.X0 < l.within.X0 || b.X1 > l.within.X1 || b.Y0 < l.within.Y0 || b.Y1 > l.within.Y1 {
		bad += 3 * hidden
	}
	for _, o := range l.taken {
		if meet(b, o) {
			bad += hidden
		}
	}
	for _, o := range l.spared {
		if meet(b, o) {
			bad++
		}
	}
	return math.Min(bad, 1e9)
}

// meet tells whether two boxes have a place in common.
func meet(a, b plot.Box) bool { return a.X0 <= b.X1 && b.X0 <= a.X1 && a.Y0 <= b.Y1 && b.Y0 <= a.Y1 }

// place is where a text begins, or ends, or has its middle, at a spot.
func (l *labels) place(t label, at spot) (plot.Vec, plot.Align) {
	v := at.at.Add(plot.Vec{X: l.s.px(at.right), Y: l.s.px(at.low)})
	switch half := l.s.wide(t.text, t.size, t.bold) / 2; {
	case at.right < 0:
		return v, plot.AlignRight
	case at.right > 0:
		return v, plot.AlignLeft
	case half < (l.within.X1-l.within.X0)/2: // it gives way to the edges
		v.X = math.Max(l.within.X0+half, math.Min(l.within.X1-half, v.X))
	}
	return v, plot.AlignCenter
}

// box is what a text would take up at a spot.
func (l *labels) box(t label, at spot) plot.Box {
	v, align := l.place(t, at)
	return l.s.textBox(t.text, t.size, t.bold, v, align)
}

// wide is the width of a text in a size of units, in device units.
func (s *sketch) wide(text string, size float64, bold bool) float64 {
	return s.width(curve.Span{Text: text, Bold: bold}, size)
}

// textBox is what a text takes up.
func (s *sketch) textBox(text string, size float64, bold bool, at plot.Vec, align plot.Align) plot.Box {
	wide := s.wide(text, size, bold)
	b := plot.Box{X0: at.X, Y0: at.Y - 0.78*s.px(size), X1: at.X + wide, Y1: at.Y + 0.24*s.px(size)}
	switch align {
	case plot.AlignRight:
		b.X0, b.X1 = at.X-wide, at.X
	case plot.AlignCenter:
		b.X0, b.X1 = at.X-wide/2, at.X+wide/2
	}
	return b
}
