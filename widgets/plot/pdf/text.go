package pdf

import (
	"math"
	"strconv"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"descentlab/widgets/plot"
)

// A letter is one of a text, with where it stands from its beginning.
type letter struct {
	rune  rune
	font  int // of the chain
	at, w float64
}

// drift is how far a letter may stand from where its place is, in sizes of the text: letters that are not moved closer together
// by the font are written in one piece.
const drift = 0.012

// heavier is how wide bold letters are drawn, as a part of the size.
const heavier = 1.0 / 22

// Text writes a line of text in letters of its own font. Their halo is their outlines, so that nothing is written twice.
func (c *Canvas) Text(t plot.Text, at plot.Vec) {
	if !finite(at.X, at.Y, t.Size) || t.Text == "" || t.Font == nil {
		return
	}
	p := c.page
	p.within(c.clip)
	letters, width := set(t)
	along, start := t.Along, c.there(at)
	if along == (plot.Vec{}) {
		along.X = 1
		switch t.Align {
		case plot.AlignCenter:
			start.X -= width / 2
		case plot.AlignRight:
			start.X -= width
		}
		if t.Reach > 0 && finite(t.Reach) && t.Halo.A > 0 {
			p.outlines(t, start)
		}
	}
	p.ink(t.Ink, 1, "rg")
	p.raw("q")
	if t.Bold {
		p.ink(t.Ink, 1, "RG")
		p.begin()
		p.put(t.Size * heavier * p.unit)
		p.end("w 2 Tr")
	}
	for len(letters) > 0 {
		n, end := 1, letters[0].at+letters[0].w
		for n < len(letters) && letters[n].font == letters[0].font && math.Abs(letters[n].at-end) < drift*t.Size {
			end += letters[n].w
			n++
		}
		if letters[0].font == drawn {
			p.glyphs(t, letters[:n], start, along)
		} else {
			p.write(t, letters[:n], start, along)
		}
		letters = letters[n:]
	}
	p.raw("Q")
}

// drawn stands for the font of letters that are drawn as outlines: text is written in characters of 16 bits.
const drawn = -1

// set sets a text.
func set(t plot.Text) (letters []letter, width float64) {
	run := func(text string, from float64) {
		t.Font.Set(text, t.Size, func(l plot.Letter) {
			w, _ := l.Face.GlyphAdvance(l.Rune)
			font := l.Index
			if l.Rune > 0xffff {
				font = drawn
			}
			letters = append(letters, letter{l.Rune, font, from + float64(l.At)/64, float64(w) / 64})
		})
	}
	if !t.Tabular {
		run(t.Text, 0)
		return letters, t.Font.Width(t.Text, t.Size)
	}
	cell := t.Font.Width("0", t.Size)
	for text, digit := range plot.TabularRuns(t.Text) {
		w := t.Font.Width(text, t.Size)
		if digit {
			run(text, width+cell/2-w/2)
			width += cell
		} else {
			run(text, width)
			width += w
		}
	}
	return letters, width
}

// write writes letters of one font that follow one another.
func (p *page) write(t plot.Text, letters []letter, start, along plot.Vec) {
	text := make([]rune, len(letters))
	for i, l := range letters {
		text[i] = l.rune
	}
	at := start.Add(along.Mul(letters[0].at))
	family := "f" + strconv.Itoa(letters[0].font)
	if !p.fonts[family] {
		p.fonts[family] = true
		p.doc.AddUTF8FontFromBytes(family, "", t.Font.File(letters[0].font))
	}
	p.doc.SetFont(family, "", t.Size*p.unit)
	if along.Y == 0 && along.X > 0 {
		p.doc.Text(at.X*p.unit, at.Y*p.unit, string(text))
		return
	}
	// Turned about the page's own origin, at the lower left, where the text then stands.
	p.raw("q")
	p.begin()
	for _, v := range [4]float64{along.X, -along.Y, along.Y, along.X} {
		p.put(v)
	}
	p.place(at)
	p.end("cm")
	p.doc.Text(0, p.high*p.unit, string(text))
	p.raw("Q")
}

// outlines draws the halo of level letters.
func (p *page) outlines(t plot.Text, start plot.Vec) {
	p.ink(t.Halo, 1, "RG")
	p.begin()
	p.put(2 * t.Reach * p.unit)
	p.op("w")
	t.Font.Set(t.Text, t.Size, func(l plot.Letter) {
		p.outline(l, t.Size, start.Add(plot.Vec{X: float64(l.At) / 64}), plot.Vec{X: 1})
	})
	p.end("S")
}

// glyphs draws letters as filled outlines.
func (p *page) glyphs(t plot.Text, letters []letter, start, along plot.Vec) {
	p.begin()
	for _, one := range letters {
		t.Font.Set(string(one.rune), t.Size, func(l plot.Letter) { p.outline(l, t.Size, start.Add(along.Mul(one.at)), along) })
	}
	p.end("f")
}

// outline writes the outline of a letter that stands at a place.
func (p *page) outline(l plot.Letter, size float64, start, along plot.Vec) {
	var buf sfnt.Buffer
	glyph, err := l.Font.GlyphIndex(&buf, l.Rune)
	if err != nil {
		return
	}
	segments, err := l.Font.LoadGlyph(&buf, glyph, fixed.Int26_6(64*size+0.5), nil)
	if err != nil {
		return
	}
	place := func(a fixed.Point26_6) plot.Vec {
		x, y := float64(a.X)/64, float64(a.Y)/64
		return start.Add(along.Mul(x)).Add(plot.Vec{X: -along.Y, Y: along.X}.Mul(y))
	}
	var last plot.Vec
	for i, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				p.op("h")
			}
			last = place(s.Args[0])
			p.place(last)
			p.op("m")
		case sfnt.SegmentOpLineTo:
			last = place(s.Args[0])
			p.place(last)
			p.op("l")
		case sfnt.SegmentOpQuadTo:
			bend, to := place(s.Args[0]), place(s.Args[1])
			p.place(last.Add(bend.Sub(last).Mul(2.0 / 3)))
			p.place(to.Add(bend.Sub(to).Mul(2.0 / 3)))
			p.place(to)
			p.op("c")
			last = to
		case sfnt.SegmentOpCubeTo:
			last = place(s.Args[2])
			p.place(place(s.Args[0]))
			p.place(place(s.Args[1]))
			p.place(last)
			p.op("c")
		}
	}
	if len(segments) > 0 {
		p.op("h")
	}
}
