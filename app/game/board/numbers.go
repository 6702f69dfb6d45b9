package board

import (
	"descentlab/app/game/course"
	"descentlab/widgets/plot"
)

// Numbers are what was used, par and the best so far, and below them what earns how many stars.
type Numbers struct{ Course course.Course }

const edge = 7 // of a panel's text, beyond the panel's own

// columns are where the figures stand, as parts of the width: the first one has the longest name.
var columns = []float64{0, 0.44, 0.68, 1}

// Draw draws them over the whole of a canvas.
func (n Numbers) Draw(on plot.Canvas, st plot.Style) {
	p, pal := pen{on, st}, st.Palette
	w, h := p.size()
	p.box(0, 0, w, h, 0, pal.Panel)
	figures := n.Course.Figures()
	y := max(h*0.2, 18)
	for i, f := range figures {
		x, apart := edge+columns[i]*(w-2*edge), (columns[i+1]-columns[i])*(w-2*edge)
		name := f.Name
		if p.width(name, 12) > apart-6 {
			name = f.Brief
		}
		p.text(p.short(name, 12, apart-6), x, y, set{size: 12, ink: pal.Muted})
		p.text(f.Value, x, y+min(34, h*0.3), set{size: min(31, h*0.27), ink: pal.Text, bold: true})
	}
	n.limits(p, h-min(16, h*0.12), w)
}

// limits say up to which number there are how many stars, as far apart as there is room; where there is little, the number alone.
func (n Numbers) limits(p pen, y, w float64) {
	limits := n.Course.Limits()
	const least = 8 // between two of them
	s := starred{5.6, 13, 11.5}
	if s.need(p, limits)+2*least > w-2*edge {
		s = starred{4.2, 9, 11}
	}
	if s.need(p, limits)+2*least > w-2*edge {
		limits = n.Course.Bounds()
	}
	x, apart := float64(edge), min((w-2*edge-s.need(p, limits))/2, 48)
	for i, text := range limits {
		if text == "" {
			continue
		}
		for k := range 3 - i {
			p.star(x+s.r+s.step*float64(k), y-4, s.r)
		}
		p.text(text, x+s.wide(i), y, set{size: s.size, ink: p.st.Palette.Muted})
		x += s.wide(i) + p.width(text, s.size) + apart
	}
}

// starred is how texts with stars before them are set: three stars, two and one.
type starred struct{ r, step, size float64 }

// wide is how wide the stars are.
func (s starred) wide(i int) float64 { return 2*s.r + s.step*float64(2-i) + 5 }

// need is how wide they are all together.
func (s starred) need(p pen, texts [3]string) (sum float64) {
	for i, text := range texts {
		sum += s.wide(i) + p.width(text, s.size)
	}
	return sum
}

// A Key is a large button, with the key that does the same.
type Key struct {
	course.Button
	Hover bool
}

// keyRound is the radius of a large button's corners.
const keyRound = 8

// Draw draws it over the whole of a canvas, on a panel.
func (k Key) Draw(on plot.Canvas, st plot.Style) {
	p, pal := pen{on, st}, st.Palette
	w, h := p.size()
	fill, ink := pal.Control, pal.Text
	if k.Hover && k.Enabled {
		fill = plot.Mix(pal.Control, pal.Accent, 0.14)
	}
	if !k.Enabled {
		ink = plot.Mix(pal.Control, pal.Muted, 0.6)
	}
	p.box(0, 0, w, h, 0, pal.Panel)
	p.framed(0, 0, w, h, keyRound, 1, pal.Border, fill)
	size := min(17, h*0.36, w*0.15)
	text, cap := p.width(k.Label, size)*1.06, max(p.width(k.Hint, 11)+10, 19)
	x := (w - text - cap - 10) / 2
	if x < 4 {
		x, cap = (w-text)/2, 0
	}
	k.point(p, x-16, x+text+cap+26, h/2)
	p.text(k.Label, x, h/2+size*0.36, set{size: size, ink: ink, bold: true})
	if cap > 0 {
		p.keycap(k.Hint, x+text+10, h/2-9.5, cap)
	}
}

// point draws an angle at the side to which the button pushes, if there is room.
func (k Key) point(p pen, left, right, y float64) {
	w, _ := p.size()
	x, to := left, 3.5
	switch {
	case k.Do == "Right":
		x, to = right, -3.5
	case k.Do != "Left":
		return
	}
	if x < 14 || x > w-14 {
		return
	}
	ink := p.st.Palette.Accent
	if !k.Enabled {
		ink = plot.Mix(p.st.Palette.Control, ink, 0.4)
	}
	at := func(dx, dy float64) plot.Vec { return plot.Vec{X: p.px(x + dx), Y: p.px(y + dy)} }
	p.on.Stroke([]plot.Piece{
		{A: at(to, -6), B: at(-to, 0), Radius: p.px(1.1), Strength: 1}, {A: at(-to, 0), B: at(to, 6), Radius: p.px(1.1), Strength: 1},
	}, plot.Pen{Color: ink})
}

// keycap is a key as it is on a keyboard.
func (p pen) keycap(text string, x, y, w float64) {
	pal := p.st.Palette
	p.framed(x, y, w, 19, 4, 1, plot.Mix(pal.Border, pal.Muted, 0.5), pal.Panel)
	p.text(text, x+w/2, y+13.5, set{size: 11, ink: pal.Muted, align: plot.AlignCenter})
}
