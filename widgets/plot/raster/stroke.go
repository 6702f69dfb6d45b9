package raster

import (
	"image"
	"math"
	"sync"

	"descentlab/internal/bands"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// few is the number of pixels up to which a line is drawn by one core: what starting the others would cost.
const few = 20_000

// Stroke draws a line. Coverage comes from the distance between a pixel's centre and the pieces. Lines that cover much are
// shared out among the cores by rows.
func (c Canvas) Stroke(line []plot.Piece, with plot.Pen) {
	s := strokes.Get().(*stroke)
	defer strokes.Put(s)
	s.dst, s.line, s.with = c.dst, line, with
	if first, last, pixels := extent(line, c.dst.Rect.Dy(), with.Reach); pixels <= few {
		s.band(first, last)
	} else {
		s.Rows(first, last)
	}
	s.dst, s.line = nil, nil
}

// A stroke is a line that several cores draw.
type stroke struct {
	bands.Bands
	dst  *image.RGBA
	line []plot.Piece
	with plot.Pen
}

var strokes = sync.Pool{New: func() any {
	s := new(stroke)
	s.Init(4, s.band)
	return s
}}

// band draws some rows of the line.
func (s *stroke) band(first, last int) {
	p := pens.get()
	defer pens.put(p)
	p.begin(s.dst.Rect.Dx(), s.dst.Rect.Dy(), s.with.Reach)
	p.only(first, last)
	top, bottom := float64(first)-s.with.Reach-1, float64(last)+s.with.Reach+1
	for i := range s.line {
		l := &s.line[i]
		// Most pieces are in other rows.
		if max(l.A.Y, l.B.Y)+l.Radius < top || min(l.A.Y, l.B.Y)-l.Radius > bottom {
			continue
		}
		p.segment(l.A, l.B, l.Radius, l.Strength)
	}
	p.end(s.dst, s.with.Color, s.with.Halo)
}

// extent finds the rows, [first, last), of a picture h pixels high that a line with such a halo may touch, and about how many
// pixels it covers, were all of it in the picture.
func extent(line []plot.Piece, h int, halo float64) (first, last int, pixels float64) {
	top, bottom := math.Inf(1), math.Inf(-1)
	for i := range line {
		l := &line[i]
		if !geom.Finite(l.A.Y) || !geom.Finite(l.B.Y) {
			continue
		}
		top = min(top, l.A.Y-l.Radius, l.B.Y-l.Radius)
		bottom = max(bottom, l.A.Y+l.Radius, l.B.Y+l.Radius)
		wide := 2 * (l.Radius + halo + 1)
		pixels += wide * (wide + math.Abs(l.B.X-l.A.X) + math.Abs(l.B.Y-l.A.Y))
	}
	return int(geom.Clamp(top-halo-1, 0, float64(h))), int(geom.Clamp(bottom+halo+2, 0, float64(h))), pixels
}
