package plot

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// An Align says which part of a text stands at the given x.
type Align int

const (
	AlignLeft   Align = iota // x is the left end
	AlignCenter              // x is the middle
	AlignRight               // x is the right end
)

// A Font is a chain of TrueType or OpenType faces: each character is taken from
// the first face that has it. It is safe for concurrent use.
type Font struct {
	mu    sync.Mutex
	chain []*sfnt.Font
	files [][]byte                // that they were read from
	faces map[float64][]font.Face // by size in device units
	buf   sfnt.Buffer
}

// NewFont reads the font files, the preferred first. An error says which one
// cannot be read.
func NewFont(ttf ...[]byte) (*Font, error) {
	if len(ttf) == 0 {
		return nil, errors.New("no font given; at least one TrueType file is needed")
	}
	f := &Font{faces: map[float64][]font.Face{}}
	for i, data := range ttf {
		parsed, err := opentype.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("font %d of %d: %w", i+1, len(ttf), err)
		}
		f.chain, f.files = append(f.chain, parsed), append(f.files, data)
	}
	return f, nil
}

// File is the file of a face of the chain, by its index. It must not be changed.
func (f *Font) File(index int) []byte { return f.files[index] }

// A Letter is a character of a text that has been set.
type Letter struct {
	Rune rune
	Font *sfnt.Font    // the font of the chain that it is taken from: for its outline
	Face font.Face     // that font at the text's size: for its picture
	At   fixed.Int26_6 // how far from the start of the text it stands

	Index int // of the font in the chain
}

// Set sets a text in a size, for a canvas to draw it: it tells each letter in turn. Meanwhile the font is locked, so that each
// may use the letter's Face but must not ask this Font for anything. A size that cannot be drawn, below 1 or above 2000, sets
// nothing.
func (f *Font) Set(text string, size float64, each func(Letter)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	faces := f.at(size)
	if faces == nil {
		return
	}
	f.walk(faces, text, func(face int, r rune, at fixed.Int26_6) {
		each(Letter{r, f.chain[face], faces[face], at, face})
	})
}

// Width is how far the text reaches, in device units.
func (f *Font) Width(text string, sizePx float64) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	faces := f.at(sizePx)
	if faces == nil {
		return 0
	}
	return float64(f.walk(faces, text, nil)) / 64
}

// CapHeight is the height of a capital letter, and nearly that of a digit, in
// pixels: what centres a text about a line.
func (f *Font) CapHeight(sizePx float64) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	faces := f.at(sizePx)
	if faces == nil {
		return 0
	}
	if h := faces[0].Metrics().CapHeight; h != 0 {
		return math.Abs(float64(h)) / 64
	}
	return 0.7 * sizePx
}

// extent is how far the ink of a text reaches above and below its baseline, in device units.
func (f *Font) extent(text string, sizePx float64) (up, down float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	faces := f.at(sizePx)
	if faces == nil {
		return 0, 0
	}
	for _, r := range text {
		if box, _, ok := faces[f.faceOf(r)].GlyphBounds(r); ok {
			up, down = max(up, -float64(box.Min.Y)/64), max(down, float64(box.Max.Y)/64)
		}
	}
	return up, down
}

// at gives the faces of one size, nil for a size that cannot be drawn.
func (f *Font) at(sizePx float64) []font.Face {
	const most = 64 // sizes kept; a window that is being scaled asks for many
	if !(sizePx >= 1 && sizePx <= 2000) {
		return nil
	}
	if faces, ok := f.faces[sizePx]; ok {
		return faces
	}
	if len(f.faces) >= most {
		clear(f.faces)
	}
	faces := make([]font.Face, len(f.chain))
	for i, parsed := range f.chain {
		face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: sizePx, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return nil
		}
		faces[i] = newWrittenFace(face)
	}
	f.faces[sizePx] = faces
	return faces
}

// walk sets the text from 0 on, tells each character's face and place, and
// gives the width. A mark that combines with the letter before it stands over the middle of that.
func (f *Font) walk(faces []font.Face, text string, each func(face int, r rune, at fixed.Int26_6)) fixed.Int26_6 {
	var at fixed.Int26_6
	before, beforeFace := rune(-1), -1
	var base fixed.Int26_6 // where the letter before stands
	for _, r := range text {
		i := f.faceOf(r)
		if combines(r) && before >= 0 {
			if each != nil {
				each(i, r, base+middle(faces[beforeFace], before)-middle(faces[i], r))
			}
			continue
		}
		if i == beforeFace {
			at += faces[i].Kern(before, r)
		}
		if each != nil {
			each(i, r, at)
		}
		base = at
		if advance, ok := faces[i].GlyphAdvance(r); ok {
			at += advance
		}
		before, beforeFace = r, i
	}
	return at
}

// combines tells whether a character is a mark over or under the one before it.
func combines(r rune) bool { return r >= 0x300 && r < 0x370 }

// middle is that of a letter's ink, from where the letter stands.
func middle(face font.Face, r rune) fixed.Int26_6 {
	box, _, ok := face.GlyphBounds(r)
	if !ok {
		return 0
	}
	return (box.Min.X + box.Max.X) / 2
}

// Covers tells whether the font has every character of a text.
func (f *Font) Covers(text string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, r := range text {
		if g, err := f.chain[f.faceOf(r)].GlyphIndex(&f.buf, r); err != nil || g == 0 {
			return false
		}
	}
	return true
}

// faceOf is the first face that has r, or else the first of all.
func (f *Font) faceOf(r rune) int {
	for i, parsed := range f.chain {
		if g, err := parsed.GlyphIndex(&f.buf, r); err == nil && g != 0 {
			return i
		}
	}
	return 0
}

// Shortened is a text, cut and ended by an ellipsis if it is wider than the room for it.
func (f *Font) Shortened(text string, sizePx, room float64) string {
	if f.Width(text, sizePx) <= room {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if cut := strings.TrimRight(string(runes[:n]), " ") + "…"; f.Width(cut, sizePx) <= room {
			return cut
		}
	}
	return "…"
}
