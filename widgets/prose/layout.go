package prose

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
)

// Lengths of pills and code, in units.
const (
	pillPad   = 5
	pillGap   = 1    // round a pill, so that it does not touch its neighbours
	codePart  = 0.9  // of the size, of letters of equal widths
	strutUp   = 1.07 // how far letters reach above the baseline, in sizes, and below it
	strutDown = 0.29
)

// An atom is a piece of a span that no line end parts.
type atom struct {
	span     int
	text     string
	equation *plot.Equation // in place of the text
	width    float32
	up, down float32
	glue     float32 // the blank before it; 0: it may not begin a line
	breaks   bool    // a line ends before it
	chars    int
}

// A placed atom stands on a line.
type placed struct {
	atom
	x    float32
	line int
}

// A line of a paragraph.
type line struct {
	top, baseline, height float32
	width                 float32 // that its atoms take
}

// fonts are what spans are set in.
type fonts struct {
	upright, bold, italic, both, mono *plot.Font
}

func fontsOf(p *Paragraph) fonts {
	in := func(s fyne.TextStyle) *plot.Font { return skin.TypefaceIn(p, s) }
	return fonts{in(fyne.TextStyle{}), in(fyne.TextStyle{Bold: true}), in(fyne.TextStyle{Italic: true}),
		in(fyne.TextStyle{Bold: true, Italic: true}), in(fyne.TextStyle{Monospace: true})}
}

// of is the font of a span, and its size as a part of the text's.
func (f fonts) of(s Span, style Style) (font *plot.Font, part float32) {
	bold := s.Bold || style.Bold || s.Kind == Number || s.Kind == Result
	switch {
	case s.Kind == Code:
		return f.mono, codePart
	case bold && s.Italic:
		return f.both, 1
	case bold:
		return f.bold, 1
	case s.Italic:
		return f.italic, 1
	}
	return f.upright, 1
}

func (f fonts) math() plot.MathFonts { return plot.MathFonts{Upright: f.upright, Italic: f.italic} }

// width is that of a text in units.
func (f fonts) width(s Span, style Style, text string) float32 {
	font, part := f.of(s, style)
	return float32(font.Width(text, float64(style.Size*part)))
}

// atoms parts the spans where lines may end.
func (p *Paragraph) atoms(f fonts, room float32) (list []atom) {
	blank := float32(f.upright.Width(" ", float64(p.style.Size)))
	glue, breaks := float32(0), false
	add := func(a atom) {
		a.glue, a.breaks = glue, breaks
		glue, breaks = 0, false
		list = append(list, a)
	}
	for i, s := range p.spans {
		switch s.Kind {
		case Break:
			breaks = true
			continue
		case Math:
			if a, ok := p.formula(f, i, room); ok {
				add(a)
			}
			continue
		case Number, Result:
			text := strings.TrimSpace(s.Text)
			width := f.width(s, p.style, text)
			if width+2*pillPad <= room {
				add(p.boxed(i, text, width))
				continue
			}
		}
		rest := s.Text
		for rest != "" {
			word, blanks := cutWord(rest)
			if word != "" {
				add(p.word(f, i, word))
			}
			if rest = rest[len(word)+blanks:]; blanks > 0 {
				glue = blank
			}
		}
	}
	return list
}

// cutWord is the text up to the first blank, and how many blanks follow.
func cutWord(text string) (word string, blanks int) {
	end := strings.IndexByte(text, ' ')
	if end < 0 {
		return text, 0
	}
	rest := strings.TrimLeft(text[end:], " ")
	return text[:end], len(text) - end - len(rest)
}

func (p *Paragraph) word(f fonts, span int, text string) atom {
	return atom{span: span, text: text, width: f.width(p.spans[span], p.style, text), chars: utf8.RuneCountInString(text)}
}

// boxed is a number or a pill. While it is dragged it does not get slimmer, so that the text after it stays.
func (p *Paragraph) boxed(span int, text string, width float32) atom {
	if p.spans[span].Kind == Result {
		width += 2*pillPad + 2*pillGap
	}
	if p.held {
		width = max(width, p.widest[span])
	}
	p.widest[span] = width
	return atom{span: span, text: text, width: width, chars: utf8.RuneCountInString(text)}
}

// formula is mathematics in a line, set smaller if it is wider than there is room.
func (p *Paragraph) formula(f fonts, span int, room float32) (atom, bool) {
	e, err := plot.ParseEquation(p.spans[span].Text)
	if err != nil {
		return p.word(f, span, p.spans[span].Text), true // whoever has written it has been told
	}
	w, up, down := e.Measure(f.math(), float64(p.style.Size))
	if w <= 0 {
		return atom{}, false
	}
	part := min(room/float32(w), 1)
	return atom{span: span, equation: e, width: float32(w) * part, up: float32(up), down: float32(down),
		chars: utf8.RuneCountInString(e.String())}, true
}

// arrange breaks the text into lines of a width.
func (p *Paragraph) arrange(width float32) {
	p.width, p.pieces, p.lines, p.height = width, nil, nil, 0
	room := width - p.style.Indent
	f := fontsOf(p)
	if f.upright == nil || f.bold == nil || f.italic == nil || f.mono == nil || room <= 1 {
		return
	}
	atoms := p.atoms(f, room)
	longest := p.style.Longest
	if longest == 0 {
		longest = 1 << 30
	}
	x, chars, row := float32(0), 0, 0
	for i := 0; i < len(atoms); {
		group, wide, count := together(atoms[i:])
		first := atoms[i]
		full := x > 0 && (x+first.glue+wide > room || chars+1+count > longest)
		if i > 0 && (first.breaks || full) {
			row, x, chars = row+1, 0, 0
		}
		for k := range group {
			a := atoms[i+k]
			gap := a.glue
			if x == 0 {
				gap = 0
			}
			if x > 0 && k > 0 && x+gap+a.width > room { // a group that is longer than a line
				row, x, chars, gap = row+1, 0, 0, 0
			}
			p.pieces = append(p.pieces, placed{a, x + gap, row})
			x += gap + a.width
			chars += a.chars
			if gap > 0 {
				chars++
			}
		}
		i += group
	}
	p.stack(row + 1)
}

// together is how many atoms stand together without a blank, how wide they are, and how many characters.
func together(atoms []atom) (n int, width float32, chars int) {
	for n = range atoms {
		if n > 0 && (atoms[n].glue > 0 || atoms[n].breaks) {
			return n, width, chars
		}
		width += atoms[n].width
		chars += atoms[n].chars
	}
	return len(atoms), width, chars
}

// stack gives the lines their heights: high mathematics has its own.
func (p *Paragraph) stack(n int) {
	lead := (p.style.Pitch - p.style.Size*(strutUp+strutDown)) / 2
	p.lines = make([]line, n)
	for i := range p.lines {
		p.lines[i].baseline, p.lines[i].height = lead+p.style.Size*strutUp, p.style.Pitch
	}
	for _, a := range p.pieces {
		l := &p.lines[a.line]
		l.width = max(l.width, a.x+a.width)
		if more := a.up + 2 - l.baseline; more > 0 {
			l.baseline, l.height = l.baseline+more, l.height+more
		}
		l.height = max(l.height, l.baseline+a.down+2)
	}
	y := p.style.Before
	for i := range p.lines {
		p.lines[i].top = y
		y += p.lines[i].height
	}
	p.height = y + p.style.Foot
}

// left is where a line begins.
func (p *Paragraph) left(i int) float32 {
	if p.style.Centre {
		return p.style.Indent + max((p.width-p.style.Indent-p.lines[i].width)/2, 0)
	}
	return p.style.Indent
}
