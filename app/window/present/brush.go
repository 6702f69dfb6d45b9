package present

import (
	"image/color"

	"fyne.io/fyne/v2"

	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// leastText is the size of the smallest text, in units of the picture.
const leastText = 20

// A brush draws in units of the picture, in a panel.
type brush struct {
	on      plot.Canvas
	font    *plot.Font
	palette *plot.Palette
	k       float64 // device units for one of the picture
	w, h    float64 // of the panel
}

// draw is a panel that is drawn so.
func (s *Show) draw(paint func(b *brush)) *graphic.Drawing {
	d := graphic.NewPlainDrawing(fyne.NewSize(1, 1), nil)
	d.Draw = func(on plot.Canvas, scale float64) {
		st := s.frame.Style()
		w, h := on.Size()
		k := scale * s.k
		b := &brush{on: on, font: st.Font, palette: st.Palette, k: k, w: w / k, h: h / k}
		on.Box(plot.Vec{}, w, h, 0, st.Palette.Ground)
		paint(b)
	}
	d.OnHover = func(_ fyne.Position, inside bool) {
		if inside {
			s.hints.wake()
		}
	}
	return d
}

// at is a place of the picture in device units.
func (b *brush) at(x, y float64) plot.Vec { return plot.Vec{X: x * b.k, Y: y * b.k} }

// box fills a rectangle.
func (b *brush) box(x, y, w, h, round float64, c color.RGBA) {
	b.on.Box(b.at(x, y), w*b.k, h*b.k, round*b.k, c)
}

// framed is a rectangle with an edge.
func (b *brush) framed(x, y, w, h, round, edge float64, fill, line color.RGBA) {
	b.box(x, y, w, h, round, line)
	b.box(x+edge, y+edge, w-2*edge, h-2*edge, max(round-edge, 0), fill)
}

// glyph draws a racer's.
func (b *brush) glyph(g plot.Glyph, x, y, r float64, c color.RGBA) {
	at := b.at(x, y)
	g.Draw(b.on, at.X, at.Y, r*b.k, c, color.RGBA{})
}

// A face is how a text is set.
type face struct {
	size  float64
	bold  bool
	align plot.Align
	ink   color.RGBA
}

// width is that of a text.
func (b *brush) width(text string, f face) float64 { return b.font.Width(text, f.size*b.k) / b.k }

// text writes a text on a baseline that begins there, ends there or has its middle there.
func (b *brush) text(text string, x, y float64, f face) {
	b.on.Text(plot.Text{Text: text, Font: b.font, Size: f.size * b.k, Ink: f.ink, Align: f.align, Bold: f.bold}, b.at(x, y))
}

// fit is a text in so much room: the first of some that has it, or the last one shortened.
func (b *brush) fit(room float64, f face, texts ...string) string {
	for _, t := range texts {
		if b.width(t, f) <= room {
			return t
		}
	}
	return b.font.Shortened(texts[len(texts)-1], f.size*b.k, room*b.k)
}
