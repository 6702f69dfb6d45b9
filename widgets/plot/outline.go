package plot

import (
	"image"
	"image/color"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// drawAlong writes text from start on in the direction of a unit vector, as
// filled outlines: the cached bitmaps of Draw stand upright only.
func (f *Font) drawAlong(dst *image.RGBA, start, along Vec, sizePx float64, text string, c color.RGBA) {
	f.mu.Lock()
	defer f.mu.Unlock()
	faces := f.at(sizePx)
	if faces == nil || !start.Finite() {
		return
	}
	var rings [][]Vec
	ppem := fixed.Int26_6(64*sizePx + 0.5)
	f.walk(faces, text, func(face int, r rune, at fixed.Int26_6) {
		glyph, err := f.chain[face].GlyphIndex(&f.buf, r)
		if err != nil {
			return
		}
		segments, err := f.chain[face].LoadGlyph(&f.buf, glyph, ppem, nil)
		if err != nil {
			return
		}
		rings = appendOutline(rings, segments, func(p fixed.Point26_6) Vec {
			x, y := float64(p.X+at)/64, float64(p.Y)/64
			return start.Add(along.Mul(x)).Add(Vec{-along.Y, along.X}.Mul(y))
		})
	})
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.fill(dst, rings, c)
}

// appendOutline flattens the outline of a glyph, each point put in its place.
func appendOutline(rings [][]Vec, segments sfnt.Segments, place func(fixed.Point26_6) Vec) [][]Vec {
	const pieces = 5 // of a curve: small type needs no more
	var last Vec
	for _, s := range segments {
		if s.Op == sfnt.SegmentOpMoveTo {
			rings = append(rings, nil)
		}
		ring := &rings[len(rings)-1]
		switch s.Op {
		case sfnt.SegmentOpMoveTo, sfnt.SegmentOpLineTo:
			last = place(s.Args[0])
			*ring = append(*ring, last)
		case sfnt.SegmentOpQuadTo:
			from, bend, to := last, place(s.Args[0]), place(s.Args[1])
			for i := 1; i <= pieces; i++ {
				t := float64(i) / pieces
				last = from.Mul((1 - t) * (1 - t)).Add(bend.Mul(2 * t * (1 - t))).Add(to.Mul(t * t))
				*ring = append(*ring, last)
			}
		case sfnt.SegmentOpCubeTo:
			from, b1, b2, to := last, place(s.Args[0]), place(s.Args[1]), place(s.Args[2])
			for i := 1; i <= pieces; i++ {
				t := float64(i) / pieces
				u := 1 - t
				last = from.Mul(u * u * u).Add(b1.Mul(3 * u * u * t)).Add(b2.Mul(3 * u * t * t)).Add(to.Mul(t * t * t))
				*ring = append(*ring, last)
			}
		}
	}
	return rings
}
