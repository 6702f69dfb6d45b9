// Package board draws what stands around a level of the game: its goal, its numbers, and the keys it is played by. Its pictures
// are values; they know nothing of a window.
package board

import (
	"image/color"
	"math"

	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A pen draws on a canvas in units.
type pen struct {
	on plot.Canvas
	st plot.Style
}

func (p pen) px(units float64) float64 { return units * p.st.Scale }

// size is that of the canvas in units.
func (p pen) size() (w, h float64) {
	w, h = p.on.Size()
	return w / p.st.Scale, h / p.st.Scale
}

// How a text is set.
type set struct {
	size  float64
	ink   color.RGBA
	align plot.Align
	bold  bool
}

// text writes at a place in units, where its baseline begins, or ends, or has its middle.
func (p pen) text(text string, x, y float64, s set) {
	p.on.Text(plot.Text{Text: text, Font: p.st.Font, Size: p.px(s.size), Ink: s.ink, Align: s.align, Bold: s.bold, Tabular: true},
		plot.Vec{X: p.px(x), Y: p.px(y)})
}

// width is that of a text in units.
func (p pen) width(text string, size float64) float64 {
	return p.st.Font.TabularWidth(text, p.px(size)) / p.st.Scale
}

// short is a text that fits a room.
func (p pen) short(text string, size, room float64) string {
	return p.st.Font.Shorten(text, p.px(size), p.px(room))
}

// box is a rectangle in units.
func (p pen) box(x, y, w, h, round float64, c color.RGBA) {
	p.on.Box(plot.Vec{X: p.px(x), Y: p.px(y)}, p.px(w), p.px(h), p.px(round), c)
}

// framed is a rectangle with a border.
func (p pen) framed(x, y, w, h, round, line float64, border, fill color.RGBA) {
	p.box(x, y, w, h, round, border)
	p.box(x+line, y+line, w-2*line, h-2*line, round-line, fill)
}

// paragraph writes a text in lines no wider than a room, and gives the baseline after the last one.
func (p pen) paragraph(text string, x, y, room, line float64, s set) float64 {
	for _, l := range words.Lines(text, func(line string) bool { return p.width(line, s.size) <= room }) {
		p.text(l, x, y, s)
		y += line
	}
	return y
}

// star has five points and the colour that stars have everywhere.
func (p pen) star(x, y, r float64) {
	var corners []plot.Vec
	for i := range 10 {
		reach := r
		if i%2 == 1 {
			reach *= 0.44
		}
		sin, cos := math.Sincos(math.Pi * float64(i) / 5)
		corners = append(corners, plot.Vec{X: p.px(x + reach*sin), Y: p.px(y - reach*cos)})
	}
	p.on.Fill(corners, p.st.Palette.Racers[0])
}
