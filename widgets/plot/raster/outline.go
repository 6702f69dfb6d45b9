package raster

import (
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"descentlab/widgets/plot"
)

// A flattener reads outlines of letters, as filled polygons.
type flattener struct {
	buf   sfnt.Buffer
	rings [][]plot.Vec
}

var flatteners = sync.Pool{New: func() any { return new(flattener) }}

// along writes text in a direction, as filled outlines: the bitmaps of letters stand upright only.
func (c Canvas) along(t plot.Text, start plot.Vec) {
	if !start.Finite() {
		return
	}
	f := flatteners.Get().(*flattener)
	defer flatteners.Put(f)
	f.rings = f.rings[:0]
	ppem := fixed.Int26_6(64*t.Size + 0.5)
	t.Font.Set(t.Text, t.Size, func(l plot.Letter) {
		glyph, err := l.Font.GlyphIndex(&f.buf, l.Rune)
		if err != nil {
			return
		}
		segments, err := l.Font.LoadGlyph(&f.buf, glyph, ppem, nil)
		if err != nil {
			return
		}
		f.rings = appendOutline(f.rings, segments, func(p fixed.Point26_6) plot.Vec {
			x, y := float64(p.X+l.At)/64, float64(p.Y)/64
			return start.Add(t.Along.Mul(x)).Add(plot.Vec{X: -t.Along.Y, Y: t.Along.X}.Mul(y))
		})
	})
	c.fill(t.Ink, f.rings...)
}

// appendOutline flattens the outline of a glyph, each point put in its place.
func appendOutline(rings [][]plot.Vec, segments sfnt.Segments, place func(fixed.Point26_6) plot.Vec) [][]plot.Vec {
	const pieces = 5 // of a curve: small type needs no more
	var last plot.Vec
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
