package plot

import (
	"image/color"
	"math"
)

// A SetEquation is an equation with all its parts in their places: for whoever draws it many times.
type SetEquation struct {
	fonts MathFonts
	box   mathBox
}

// Set puts the parts of the equation in their places at a size in device units.
func (e *Equation) Set(f MathFonts, sizePx float64) SetEquation {
	return SetEquation{f, mathSetter{fonts: f, size: sizePx}.set(e.line)}
}

// Measure is the room that it takes: its width, and how far it reaches above and below its baseline.
func (s SetEquation) Measure() (width, up, down float64) { return s.box.width, s.box.up, s.box.down }

// Measure is the room that the equation takes at a size in device units: its width, and how far it reaches above and below its
// baseline.
func (e *Equation) Measure(f MathFonts, sizePx float64) (width, up, down float64) {
	return e.Set(f, sizePx).Measure()
}

// Draw draws the equation with the left end of its baseline at (x, y).
func (e *Equation) Draw(on Canvas, f MathFonts, x, y, sizePx float64, ink color.RGBA) {
	e.Set(f, sizePx).Draw(on, x, y, func(string) color.RGBA { return ink })
}

// Draw draws it with the left end of its baseline at (x, y), with an ink for every letter and number, accents included, as they
// are written in the markup or as the characters that commands stand for; "" asks for that of what belongs to none.
func (s SetEquation) Draw(on Canvas, x, y float64, inks func(letter string) color.RGBA) {
	pen := sketch{on: on}
	for _, m := range s.box.marks {
		ink := inks(m.of)
		if m.text != "" {
			font := s.fonts.Upright
			if m.italic {
				font = s.fonts.Italic
			}
			on.Text(Text{Text: m.text, Font: font, Size: m.size, Ink: ink}, Vec{x + m.at.X, y + m.at.Y})
			continue
		}
		line := make([]Vec, len(m.line))
		for i, v := range m.line {
			line[i] = v.Add(Vec{x, y})
		}
		pen.line(m.pen, ink, onGrid(line, m.pen)...)
	}
}

// onGrid moves a level stroke so that it covers whole rows of pixels.
func onGrid(line []Vec, pen float64) []Vec {
	if len(line) != 2 || line[0].Y != line[1].Y {
		return line
	}
	y := math.Round(line[0].Y-pen/2) + pen/2
	line[0].Y, line[1].Y = y, y
	return line
}

// growBrackets redraws the brackets of a row around what is higher than they are.
func (s mathSetter) growBrackets(items mathRow, boxes []mathBox) {
	var open []int
	for i, n := range items {
		switch roleOf(n) {
		case mathOpening:
			open = append(open, i)
		case mathClosing:
			if len(open) == 0 {
				continue
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			s.growPair(items, boxes, from, i)
		}
	}
}

func (s mathSetter) growPair(items mathRow, boxes []mathBox, from, to int) {
	reach := 0.0 // from the axis
	axis := mathAxis * s.size
	for _, b := range boxes[from+1 : to] {
		reach = math.Max(reach, math.Max(b.up-axis, b.down+axis))
	}
	if reach <= 0.75*s.size {
		return
	}
	for _, i := range []int{from, to} {
		n := items[i]
		if scripts, ok := n.(mathScripts); ok {
			scripts.base = tallBracket{scripts.base.(mathSymbol).text, reach}
			boxes[i] = s.scripts(scripts)
			continue
		}
		boxes[i] = s.bracket(tallBracket{n.(mathSymbol).text, reach})
	}
}

// A tallBracket is a bracket drawn with a pen, so far above and below the axis.
type tallBracket struct {
	text  string
	reach float64
}

func (s mathSetter) bracket(b tallBracket) mathBox {
	axis, pen := mathAxis*s.size, math.Max(1, 0.07*s.size)
	box := mathBox{width: 0.38 * s.size, up: b.reach + axis, down: b.reach - axis}
	left, right := 0.12*s.size, 0.3*s.size
	at := func(x, t float64) Vec { return Vec{x, -axis - t*b.reach} } // t from -1, the foot, to 1
	switch b.text {
	case ")", "]", "}":
		left, right = 0.26*s.size, 0.08*s.size
	}
	switch b.text {
	case "(", ")":
		var arc []Vec
		for i := range 17 {
			t := float64(i)/8 - 1
			arc = append(arc, at(left+(right-left)*t*t, t))
		}
		box.stroke(pen, arc...)
	case "[", "]":
		box.stroke(pen, at(right, 1), at(left, 1), at(left, -1), at(right, -1))
	case "{", "}":
		middle := (left + right) / 2
		box.stroke(pen, at(right, 1), at(middle, 0.9), at(middle, 0.1), at(left, 0), at(middle, -0.1), at(middle, -0.9), at(right, -1))
	case "‖":
		box.stroke(pen, at(0.12*s.size, 1), at(0.12*s.size, -1))
		box.stroke(pen, at(0.28*s.size, 1), at(0.28*s.size, -1))
	default:
		box.stroke(pen, at(0.19*s.size, 1), at(0.19*s.size, -1))
	}
	return box
}

// Wrap breaks the equation at its wide spaces (\quad) into lines no wider than width, as far as that goes.
func (e *Equation) Wrap(f MathFonts, sizePx, width float64) []*Equation {
	set := mathSetter{fonts: f, size: sizePx}
	var lines []*Equation
	var line, clause mathRow
	flush := func(end bool) {
		if joined := append(append(mathRow{}, line...), clause...); len(line) == 0 || set.row(joined).width <= width {
			line = joined
		} else {
			lines = append(lines, &Equation{e.markup, line})
			line = clause[1:] // without the space
		}
		if clause = nil; end {
			lines = append(lines, &Equation{e.markup, line})
		}
	}
	for _, n := range e.line {
		if n == mathSpace(1) && len(line)+len(clause) > 0 {
			flush(false)
		}
		clause = append(clause, n)
	}
	flush(true)
	return lines
}
