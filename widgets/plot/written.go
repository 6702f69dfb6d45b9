package plot

import (
	"image"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// A written face keeps the letters that it has drawn: the same ones are written at the same places again and again, in every
// picture of a chart.
type writtenFace struct {
	font.Face
	letters map[letterAt]writtenLetter
	pairs   map[[2]rune]fixed.Int26_6
	widths  map[rune]fixed.Int26_6
}

// A letterAt is a letter at a place between the pixels.
type letterAt struct {
	r rune
	x fixed.Int26_6 // below 64
	y fixed.Int26_6
}

type writtenLetter struct {
	box     image.Rectangle // from the pixel of its dot
	mask    *image.Alpha    // as large as the box
	advance fixed.Int26_6
}

// mostLetters and mostPairs bound what a face keeps: some 200 KB at the size of a caption.
const (
	mostLetters = 1024
	mostPairs   = 4096
)

func newWrittenFace(f font.Face) *writtenFace {
	return &writtenFace{f, map[letterAt]writtenLetter{}, map[[2]rune]fixed.Int26_6{}, map[rune]fixed.Int26_6{}}
}

// Glyph satisfies font.Face. The mask must not be changed.
func (f *writtenFace) Glyph(dot fixed.Point26_6, r rune) (image.Rectangle, image.Image, image.Point, fixed.Int26_6, bool) {
	at := letterAt{r, dot.X & 63, dot.Y & 63}
	l, kept := f.letters[at]
	if !kept {
		box, mask, from, advance, ok := f.Face.Glyph(fixed.Point26_6{X: at.x, Y: at.y}, r)
		alpha, is := mask.(*image.Alpha)
		if !ok || !is {
			return f.Face.Glyph(dot, r)
		}
		l = writtenLetter{box, image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy())), advance}
		for y := range box.Dy() {
			copy(l.mask.Pix[y*l.mask.Stride:], alpha.Pix[alpha.PixOffset(from.X, from.Y+y):][:box.Dx()])
		}
		if len(f.letters) >= mostLetters {
			clear(f.letters)
		}
		f.letters[at] = l
	}
	return l.box.Add(image.Pt(dot.X.Floor(), dot.Y.Floor())), l.mask, image.Point{}, l.advance, true
}

// Kern satisfies font.Face.
func (f *writtenFace) Kern(a, b rune) fixed.Int26_6 {
	pair := [2]rune{a, b}
	by, kept := f.pairs[pair]
	if !kept {
		if len(f.pairs) >= mostPairs {
			clear(f.pairs)
		}
		by = f.Face.Kern(a, b)
		f.pairs[pair] = by
	}
	return by
}

// GlyphAdvance satisfies font.Face.
func (f *writtenFace) GlyphAdvance(r rune) (fixed.Int26_6, bool) {
	if width, kept := f.widths[r]; kept {
		return width, true
	}
	width, ok := f.Face.GlyphAdvance(r)
	if ok {
		if len(f.widths) >= mostPairs {
			clear(f.widths)
		}
		f.widths[r] = width
	}
	return width, ok
}
