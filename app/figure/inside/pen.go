package inside

import (
	"image/color"
	"math"
	"strings"

	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A pen draws on a canvas in units.
type pen struct {
	look Look
	on   plot.Canvas
}

func (p pen) px(units float64) float64 { return units * p.look.Scale }

func (p pen) vec(x, y float64) plot.Vec { return plot.Vec{X: p.px(x), Y: p.px(y)} }

// width is that of a text, in units.
func (p pen) width(text string, size float64) float64 {
	if p.look.Font == nil {
		return 0
	}
	return p.look.Font.Width(text, p.px(size)) / p.look.Scale
}

// text writes a text in a size; at is its baseline's left end, or its right one.
func (p pen) text(text string, x, y, size float64, ink color.RGBA, bold bool, align plot.Align) {
	if ink.A == 0xff {
		ink = p.look.Palette.Letters(ink)
	}
	p.on.Text(plot.Text{Text: text, Font: p.look.Font, Size: p.px(size), Ink: ink, Bold: bold, Align: align}, p.vec(x, y))
}

// slanted writes letters of mathematics.
func (p pen) slanted(text string, x, y, size float64, ink color.RGBA) {
	font := p.look.Italic
	if font == nil {
		font = p.look.Font
	}
	p.on.Text(plot.Text{Text: text, Font: font, Size: p.px(size), Ink: ink}, p.vec(x, y))
}

// lines are a text in lines no wider than a room.
func (p pen) lines(text string, size, room float64) []string {
	return words.Lines(text, func(line string) bool { return p.width(line, size) <= room })
}

// paragraph writes a text in lines, and gives the height of all.
func (p pen) paragraph(text string, x, y, room, size float64, ink color.RGBA) float64 {
	list := p.lines(text, size, room)
	for i, line := range list {
		p.text(line, x, y+float64(i)*noteHigh, size, ink, false, plot.AlignLeft)
	}
	return float64(len(list)) * noteHigh
}

// box fills a rectangle.
func (p pen) box(x, y, w, h, round float64, c color.RGBA) {
	p.on.Box(p.vec(x, y), p.px(w), p.px(h), p.px(round), c)
}

// line draws a line through places, two numbers each.
func (p pen) line(width float64, c color.RGBA, at ...float64) {
	var pieces []plot.Piece
	for i := 0; i+3 < len(at); i += 2 {
		pieces = append(pieces, plot.Piece{A: p.vec(at[i], at[i+1]), B: p.vec(at[i+2], at[i+3]), Radius: p.px(width) / 2, Strength: 1})
	}
	p.on.Stroke(pieces, plot.Pen{Color: c})
}

// level draws a level line of a device unit that lies on the pixels' grid.
func (p pen) level(x0, x1, y float64, c color.RGBA) {
	at := math.Round(p.px(y))
	p.on.Box(plot.Vec{X: p.px(x0), Y: at}, p.px(x1-x0), math.Max(1, math.Round(p.px(1))), 0, c)
}

func (p pen) disc(x, y, r float64, c color.RGBA) { p.on.Circle(p.vec(x, y), p.px(r), 0, c) }

func (p pen) ring(x, y, r, width float64, c color.RGBA) {
	p.on.Circle(p.vec(x, y), p.px(r), p.px(width), c)
}

// dashed outlines a rectangle with dashes.
func (p pen) dashed(x, y, w, h float64, c color.RGBA) {
	const dash, gap = 3.0, 2.0
	var pieces []plot.Piece
	side := func(x0, y0, x1, y1 float64) {
		length := math.Hypot(x1-x0, y1-y0)
		for from := 0.0; from < length; from += dash + gap {
			to := math.Min(from+dash, length)
			at := func(d float64) plot.Vec { return p.vec(x0+(x1-x0)*d/length, y0+(y1-y0)*d/length) }
			pieces = append(pieces, plot.Piece{A: at(from), B: at(to), Radius: p.px(0.5), Strength: 1})
		}
	}
	side(x, y, x+w, y)
	side(x+w, y, x+w, y+h)
	side(x+w, y+h, x, y+h)
	side(x, y+h, x, y)
	p.on.Stroke(pieces, plot.Pen{Color: c})
}

// An equation is a line of mathematics that has been set; lengths are units.
type equation struct {
	plot.SetEquation
	wide, up, down float64
}

func (p pen) fonts() plot.MathFonts {
	italic := p.look.Italic
	if italic == nil {
		italic = p.look.Font
	}
	return plot.MathFonts{Upright: p.look.Font, Italic: italic}
}

// A Type keeps lines of mathematics as they are set, for the pictures of the same step are many. Its zero value has none.
type Type struct {
	set  map[typeKey]equation
	wide map[typeKey][]equation
}

type typeKey struct {
	markup            string
	size, room, scale float64
	fonts             plot.MathFonts
}

// typeMost is how many lines are kept.
const typeMost = 400

// set sets markup so that it fits a room, if it can be made to. Markup that cannot be read is written as it stands.
func (p pen) set(markup string, size, room float64) equation {
	key := typeKey{markup, size, room, p.look.Scale, p.fonts()}
	kept := p.look.Type
	if kept != nil {
		if e, ok := kept.set[key]; ok {
			return e
		}
	}
	e, err := plot.ParseEquation(markup)
	if err != nil {
		e, _ = plot.ParseEquation(`\text{` + strings.NewReplacer("{", "(", "}", ")").Replace(markup) + `}`)
	}
	set := p.fit(e, size, room)
	if kept != nil {
		if kept.set == nil || len(kept.set) >= typeMost {
			kept.set = map[typeKey]equation{}
		}
		kept.set[key] = set
	}
	return set
}

// broken sets markup in a line, or, where it would have to be much smaller to fit a room, in two: broken at its sign of equality.
func (p pen) broken(markup string, room float64) []equation {
	whole := p.set(markup, mathSize, math.Inf(1))
	for _, sign := range []string{` \leftarrow `, ` = `} {
		if left, right, two := strings.Cut(markup, sign); two && whole.wide*leastPart > room {
			return []equation{p.set(left+sign, mathSize, room), p.set(`\quad `+right, mathSize, room)}
		}
	}
	return []equation{p.set(markup, mathSize, room)}
}

// leastPart is how much smaller a line is made before it is broken.
const leastPart = 0.8

// leastMath is the size below which mathematics is not made smaller to fit.
const leastMath = 6.0

// fit makes an equation so small that it has room.
func (p pen) fit(e *plot.Equation, size, room float64) (s equation) {
	for {
		s.SetEquation = e.Set(p.fonts(), p.px(size))
		w, up, down := s.Measure()
		s.wide, s.up, s.down = w/p.look.Scale, up/p.look.Scale, down/p.look.Scale
		if s.wide <= room || size <= leastMath {
			return s
		}
		size = math.Max(0.99*size*room/s.wide, leastMath) // scripts shrink less than the rest
	}
}

// wide are the lines of a rule's mathematics, broken and made smaller to fit a room.
func (p pen) wide(lines []string, room float64) (list []equation) {
	if p.look.Font == nil || len(lines) == 0 {
		return nil
	}
	key, kept := typeKey{strings.Join(lines, "\n"), mathSize, room, p.look.Scale, p.fonts()}, p.look.Type
	if kept != nil {
		if list, ok := kept.wide[key]; ok {
			return list
		}
	}
	for _, markup := range lines {
		e, err := plot.ParseEquation(markup)
		if err != nil {
			continue // the catalogue is tested
		}
		for _, part := range e.Wrap(p.fonts(), p.px(mathSize), p.px(room)) {
			s := p.fit(part, mathSize, room)
			s.up, s.down = math.Max(s.up, 0.7*mathSize), math.Max(s.down, 0.2*mathSize)
			list = append(list, s)
		}
	}
	if kept != nil {
		if kept.wide == nil || len(kept.wide) >= typeMost {
			kept.wide = map[typeKey][]equation{}
		}
		kept.wide[key] = list
	}
	return list
}

// draw draws an equation at its baseline's left end.
func (p pen) draw(e equation, x, y float64, inks func(letter string) color.RGBA) {
	e.Draw(p.on, p.px(x), p.px(y), inks)
}

// faded is a colour with a part of its opacity.
func faded(c color.RGBA, part float64) color.RGBA {
	f := func(v uint8) uint8 { return uint8(float64(v)*math.Max(0, math.Min(1, part)) + 0.5) }
	return color.RGBA{f(c.R), f(c.G), f(c.B), f(c.A)}
}
