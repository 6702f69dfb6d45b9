package expr

import (
	"descentlab/internal/geom"
	"descentlab/surfaces/interval"
)

// A MeanEncloser encloses the mean of a formula over examples. It holds scratch space, so each goroutine needs its own.
type MeanEncloser struct {
	m   *Mean
	one *Encloser
}

// Encloser returns a MeanEncloser of the mean, which must be no batch.
func (m *Mean) Encloser() *MeanEncloser {
	f := m.Fork()
	return &MeanEncloser{f, f.o.each.Encloser(f.args...)}
}

// Over encloses the mean over a box: by the mean of the enclosures.
func (e *MeanEncloser) Over(box geom.Rect) Enclosure {
	var sum interval.Span
	n := float64(e.m.n)
	for i := range e.m.n {
		columns := e.m.args[len(e.m.params):]
		for k := range columns {
			columns[k] = e.m.kept[e.m.column(k)][i]
		}
		e.one.Set(e.m.args...)
		c := e.one.Over(box)
		sum.Add(&sum, &interval.Span{F: c.F, X: c.X, Y: c.Y, XX: c.XX, XY: c.XY, YY: c.YY, Doubt: c.Doubt})
	}
	per := func(v interval.Interval) interval.Interval { q, _ := v.Div(interval.Point(n)); return q }
	c := Enclosure{F: per(sum.F), X: per(sum.X), Y: per(sum.Y), XX: per(sum.XX), XY: per(sum.XY), YY: per(sum.YY), Doubt: sum.Doubt}
	c.SlopeX, c.SlopeY, c.Bend = c.X, c.Y, [2][2]interval.Interval{{c.XX, c.XY}, {c.XY, c.YY}}
	return c
}

// Pieces looks at none: with many examples there are too many choices.
func (e *MeanEncloser) Pieces(geom.Rect, func(Enclosure) bool) bool { return false }
