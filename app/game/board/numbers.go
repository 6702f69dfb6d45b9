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
		p.text(p.short(f.Name, 12, apart-6), x, y, set{size: 12, ink: pal.Muted})
		p.text(f.Value, x, y+min(34, h*0.3), set{size: min(31, h*0.27), ink: pal.Text, bold: true})
	}
	n.limits(p, h-min(16, h*0.12), w)
}

// limits say up to which number there are how many stars, as far apart as there is room.
func (n Numbers) limits(p pen, y, w float64) {
	r, step, size := 5.6, 13.0, 11.5
	if w < 260 {
		r, step, size = 4.2, 9, 11
	}
	limits := n.Course.Limits()
	starsWide := func(i int) float64 { return 2*r + step*float64(2-i) + 5 }
	room := w - 2*edge
	for i, text := range limits {
		room -= starsWide(i) + p.width(text, size)
	}
	x, apart := float64(edge), min(room/2, 48)
	for i, text := range limits {
		if text == "" {
			continue
		}
		for k := range 3 - i {
			p.star(x+r+step*float64(k), y-4, r)
		}
		p.text(text, x+starsWide(i), y, set{size: size, ink: p.st.Palette.Muted})
		x += starsWide(i) + p.width(text, size) + apart
	}
}

// A Key is a large button, with the key that does the same.
type Key struct {
	course.Button
	Hover bool
}

// Draw draws it over the whole of a canvas; its frame is the panel's.
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
	p.box(0, 0, w, h, 0, fill)
	size := min(17, h*0.36, w*0.15)
	text, cap := p.width(k.Label, size)*1.06, max(p.width(k.Hint, 11)+10, 19)
	x := (w - text - cap - 10) / 2
	if x < 4 {
		x, cap = (w-text)/2, 0
	}
	p.text(k.Label, x, h/2+size*0.36, set{size: size, ink: ink, bold: true})
	if cap > 0 {
		p.keycap(k.Hint, x+text+10, h/2-9.5, cap)
	}
}

// keycap is a key as it is on a keyboard.
func (p pen) keycap(text string, x, y, w float64) {
	pal := p.st.Palette
	p.framed(x, y, w, 19, 4, 1, plot.Mix(pal.Border, pal.Muted, 0.5), pal.Panel)
	p.text(text, x+w/2, y+13.5, set{size: 11, ink: pal.Muted, align: plot.AlignCenter})
}
