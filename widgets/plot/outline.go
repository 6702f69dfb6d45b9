package plot

import (
	"image"
	"image/color"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// drawAlong writes text from start on in the direction of a unit vector, as
// filled outlines: the cached bitmaps of Draw stand upright only.
func (f *Font) drawAlong(dst *image.RGBA, start, along vec, sizePx float64, text string, c color.RGBA) {
	f.mu.Lock()
	defer f.mu.Unlock()
	faces := f.at(sizePx)
	if faces == nil || !start.finite() {
		return
	}
	var rings [][]vec
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
		rings = appendOutline(rings, segments, func(p fixed.Point26_6) vec {
			x, y := float64(p.X+at)/64, float64(p.Y)/64
			return start.add(along.mul(x)).add(vec{-along.y, along.x}.mul(y))
		})
	})
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.fill(dst, rings, c)
}

// appendOutline flattens the outline of a glyph, each point put in its place.
func appendOutline(rings [][]vec, segments sfnt.Segments, place func(fixed.Point26_6) vec) [][]vec {
	const pieces = 5 // of a curve: small type needs no more
	var last vec
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
				last = from.mul((1 - t) * (1 - t)).add(bend.mul(2 * t * (1 - t))).add(to.mul(t * t))
				*ring = append(*ring, last)
			}
		case sfnt.SegmentOpCubeTo:
			from, b1, b2, to := last, place(s.Args[0]), place(s.Args[1]), place(s.Args[2])
			for i := 1; i <= pieces; i++ {
				t := float64(i) / pieces
				u := 1 - t
				last = from.mul(u * u * u).add(b1.mul(3 * u * u * t)).add(b2.mul(3 * u * t * t)).add(to.mul(t * t * t))
				*ring = append(*ring, last)
			}
		}
	}
	return rings
}
