package picture

import (
	"image/color"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A Legend says below a foggy map what its marks mean, and what can be done.
type Legend struct{ Level *game.Level }

// Draw draws the legend over the whole of a canvas, its text in the middle of its height.
func (l Legend) Draw(on plot.Canvas, st plot.Style) {
	p, pal := pencil{on, st}, st.Palette
	w, h := on.Size()
	on.Box(plot.Vec{}, w, h, 0, pal.Panel)
	probing, ok := l.Level.Way.(game.Probing)
	if !ok {
		return
	}
	const size = 12
	base, dark := h/2+p.px(4.3), color.RGBA{0x10, 0x18, 0x27, 255}
	p.on.Circle(plot.Vec{X: p.px(25), Y: h / 2}, p.px(9.6), 0, dark)
	p.on.Circle(plot.Vec{X: p.px(25), Y: h / 2}, p.px(8.6), 0, color.RGBA{255, 255, 255, 255})
	p.on.Text(plot.Text{Text: "3", Font: st.Font, Size: p.px(11), Ink: dark, Align: plot.AlignCenter, Bold: true},
		plot.Vec{X: p.px(25), Y: base})
	x := p.px(41)
	say := func(text string) {
		p.text(text, plot.Vec{X: x, Y: base}, size, pal.Muted, plot.AlignLeft, false, false)
		x += p.width(text, size) + p.px(20)
	}
	say(words.T("probe and height"))
	p.arrow(plot.Vec{X: x, Y: h / 2}, plot.Vec{X: x + p.px(28), Y: h / 2}, 2.4, red(pal))
	x += p.px(38)
	long := words.T("downhill, longer where steeper")
	if x+p.width(long, size) > w-p.px(16) {
		long = words.T("downhill")
	}
	say(long)
	if probing.Two {
		return // the keys stand on the buttons
	}
	text := words.T("disc radius %s · click: probe · Backspace: take back (costs a probe)", words.Digits(probing.Radius, 3))
	room := w - p.px(16) - x
	if p.width(text, size) > room {
		text = words.T("disc radius %s · click: probe", words.Digits(probing.Radius, 3))
	}
	if p.width(text, size) <= room {
		p.text(text, plot.Vec{X: w - p.px(16), Y: base}, size, pal.Muted, plot.AlignRight, false, false)
	}
}
