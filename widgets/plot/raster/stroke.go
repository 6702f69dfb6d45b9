package raster

import (
	"image"
	"math"
	"sync"

	"descentlab/widgets/plot"
)

// few is the number of pieces up to which a line is drawn by one core.
const few = 48

// Stroke draws a line. Coverage comes from the distance between a pixel's centre and the pieces. Long lines are shared out
// among the cores by rows.
func (c Canvas) Stroke(line []plot.Piece, with plot.Pen) {
	w, h := c.dst.Rect.Dx(), c.dst.Rect.Dy()
	if len(line) <= few {
		p := pens.Get().(*pen)
		defer pens.Put(p)
		p.begin(w, h, with.Reach)
		p.line(line)
		p.end(c.dst, with.Color, with.Halo)
		return
	}
	s := strokes.Get().(*stroke)
	defer strokes.Put(s)
	s.dst, s.line, s.with = c.dst, line, with
	s.rows(rowsOf(line, h, with.Reach))
	s.dst, s.line = nil, nil
}

// line covers all pieces of a line.
func (p *pen) line(line []plot.Piece) {
	for i := range line {
		l := &line[i]
		p.segment(l.A, l.B, l.Radius, l.Strength)
	}
}

// A stroke is a line that several cores draw.
type stroke struct {
	bands
	dst  *image.RGBA
	line []plot.Piece
	with plot.Pen
}

var strokes = sync.Pool{New: func() any {
	s := new(stroke)
	s.init(s.band)
	return s
}}

// band draws some rows of the line.
func (s *stroke) band(first, last int) {
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.begin(s.dst.Rect.Dx(), s.dst.Rect.Dy(), s.with.Reach)
	p.only(first, last)
	p.line(s.line)
	p.end(s.dst, s.with.Color, s.with.Halo)
}

// rowsOf are the rows, [first, last), of a picture h pixels high that a line with such a halo may touch.
func rowsOf(line []plot.Piece, h int, halo float64) (first, last int) {
	top, bottom := math.Inf(1), math.Inf(-1)
	for i := range line {
		l := &line[i]
		if l.A.Y-l.A.Y != 0 || l.B.Y-l.B.Y != 0 {
			continue
		}
		top = min(top, l.A.Y-l.Radius, l.B.Y-l.Radius)
		bottom = max(bottom, l.A.Y+l.Radius, l.B.Y+l.Radius)
	}
	return int(clamp(top-halo-1, 0, float64(h))), int(clamp(bottom+halo+2, 0, float64(h)))
}
