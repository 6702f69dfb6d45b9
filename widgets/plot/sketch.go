package plot

import "image/color"

// A sketch draws common shapes on a canvas. What it hands over lies in memory of its own, so that drawing again and again
// allocates nothing.
type sketch struct {
	on      Canvas
	pieces  []Piece
	corners []Vec
}

// line draws the open line through pts. A point that is not finite breaks it.
func (s *sketch) line(width float64, c color.RGBA, pts ...Vec) {
	s.pieces = appendLine(s.pieces[:0], pts, width, false)
	s.on.Stroke(s.pieces, Pen{Color: c})
}

// outline draws the closed line through pts.
func (s *sketch) outline(width float64, c color.RGBA, pts ...Vec) {
	s.pieces = appendLine(s.pieces[:0], pts, width, true)
	s.on.Stroke(s.pieces, Pen{Color: c})
}

// polygon fills the polygon with the corners pts.
func (s *sketch) polygon(c color.RGBA, pts ...Vec) {
	s.corners = append(s.corners[:0], pts...)
	s.on.Fill(s.corners, c)
}

// glyph draws a glyph as Glyph.Draw does.
func (s *sketch) glyph(g Glyph, at Vec, r float64, fill, edge color.RGBA) {
	rim := max(1, 0.24*r)
	if edge.A > 0 {
		s.edge(g, at, r, rim, edge)
	}
	switch g {
	case Disc:
		s.on.Circle(at, r, 0, fill)
	case Ring:
		s.on.Circle(at, 0.8*r, 0.4*r, fill)
	default:
		s.corners = g.outline(s.corners[:0], at, r)
		s.on.Fill(s.corners, fill)
	}
}

// edge draws what is seen around a glyph, and more below it.
func (s *sketch) edge(g Glyph, at Vec, r, rim float64, c color.RGBA) {
	switch g {
	case Disc:
		s.on.Circle(at, r+rim, 0, c)
	case Ring:
		s.on.Circle(at, 0.8*r, 0.4*r+2*rim, c)
	default:
		s.corners = g.outline(s.corners[:0], at, r)
		s.outline(2*rim, c, s.corners...)
	}
}
