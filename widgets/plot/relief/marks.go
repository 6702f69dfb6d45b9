package relief

import (
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

var (
	white = color.RGBA{255, 255, 255, 255}
	ink0  = color.RGBA{12, 18, 30, 255}
	none  color.RGBA
)

// Sizes of signs, in units.
const (
	markRadius  = 5.2
	bestRadius  = 6.2
	markWidth   = 1.5
	strongRing  = 11
	startRadius = 8.5
	labelSize   = 11
	nameRows    = 2  // how far off a name may stand to keep off the balls, in lines
	crowd       = 24 // so many signs, and only the lowest and those under the pointer are drawn and named
	hiddenSign  = 0.3
	armWidth    = 1.1
	armPart     = 0.7 // strength of a saddle's arms
)

// A seenMark is a mark in the picture.
type seenMark struct {
	*plot.Mark
	at     plot.Vec
	hidden bool
	r      float64
}

// signs draws the critical points, what is hidden faintly.
func (p *Painter) signs() {
	p.marks = p.marks[:0]
	if !p.scene.solid() {
		return
	}
	list := p.scene.Map.Marks
	crowded := len(list) > crowd
	for i := range list {
		m := &list[i]
		if crowded && !m.Strong && !m.End && m.Kind != plot.BestMark {
			continue
		}
		x, y := place(p.scene.Map.View, m.At)
		if !inSquare(plot.Vec{X: x, Y: y}) {
			continue
		}
		s := seenMark{Mark: m, r: p.fit(markRadius)}
		if m.Kind == plot.BestMark {
			s.r = p.fit(bestRadius)
		}
		s.at, s.hidden = p.ground.spotAt(x, y)
		p.marks = append(p.marks, s)
	}
	for _, strong := range [2]bool{false, true} {
		for i := range p.marks {
			if p.marks[i].Strong == strong {
				p.sign(&p.marks[i])
			}
		}
	}
}

// names writes the names of the signs over the ways, but for those that are hidden. They keep off where the balls end, so that
// they stay while these move.
func (p *Painter) names() {
	p.labels = p.labels[:0]
	if key, shown := p.key(); shown {
		p.labels = append(p.labels, key)
	}
	for i := range p.marks {
		p.labels = append(p.labels, boxAbout(p.marks[i].at, p.marks[i].r))
	}
	for i := range p.marks {
		if m := &p.marks[i]; !m.hidden || m.Strong {
			away := m.r + p.px(4)
			if m.Strong {
				away = p.px(strongRing + 3)
			}
			t := plot.Text{Text: m.Label, Size: p.px(labelSize), Ink: p.style.Palette.Text}
			if !p.label(m.at, away, nameRows, t, p.ended) {
				p.label(m.at, away, 1, t, nil)
			}
		}
	}
}

// sign draws the sign of a critical point.
func (p *Painter) sign(m *seenMark) {
	strength := 1.0
	if m.hidden {
		strength = hiddenSign
	}
	ink, halo := p.inks(m.Value)
	width := p.px(markWidth)
	if m.Kind == plot.SaddleMark && p.scene.Map.Still {
		p.arms(m, plot.Faded(ink, armPart*strength))
	}
	if m.Strong {
		p.on.Circle(m.at, p.px(strongRing), width+p.px(2), plot.Faded(halo, 0.5*strength))
		p.on.Circle(m.at, p.px(strongRing), width, plot.Faded(ink, strength))
	}
	m.Kind.Draw(p.on, p.style, m.at, m.r, width+p.px(2.2), plot.Faded(halo, 0.6*strength))
	m.Kind.Draw(p.on, p.style, m.at, m.r, width, plot.Faded(ink, strength))
}

// arms draws the two directions of a saddle as lines on the surface, the one that leads down longer.
func (p *Painter) arms(m *seenMark, ink color.RGBA) {
	v := p.scene.Map.View
	x, y := place(v, m.At)
	for i, arm := range m.Arms {
		d := plot.Vec{X: arm.X / (v.X1 - v.X0), Y: arm.Y / (v.Y1 - v.Y0)}
		d = d.Mul([2]float64{4.4, 3.2}[i] * m.r / p.ground.lens.k / d.Len())
		if !d.Finite() {
			continue // it is not known
		}
		at := plot.Vec{X: x, Y: y}
		p.lead(at.Sub(d), at.Add(d))
		p.stroke(p.spots, math.Inf(1), armWidth, ink, 0)
	}
}

// inks are an ink and a halo for the ground of a height.
func (p *Painter) inks(value float64) (ink, halo color.RGBA) {
	d := &p.ground.dye
	band := min(max(int(p.scene.Map.Field.Level(value)), 0), len(d.bands)-1)
	return p.style.Palette.InksOn(d.bands[band])
}

func boxAbout(at plot.Vec, r float64) plot.Box {
	return plot.Box{X0: at.X - r, Y0: at.Y - r, X1: at.X + r, Y1: at.Y + r}
}

// sides are where a name may stand, the best first.
var sides = [8]plot.Vec{
	{X: 0.75, Y: -0.75}, {X: 1}, {X: -1}, {Y: 1}, {Y: -1}, {X: -0.75, Y: -0.75}, {X: 0.75, Y: 0.75}, {X: -0.75, Y: 0.75},
}

// label writes a text beside a place where nothing else is written, up to so many rows of texts away and off some boxes. It tells
// whether there was room.
func (p *Painter) label(at plot.Vec, away float64, rows int, t plot.Text, off []plot.Box) bool {
	font := p.style.Font
	if font == nil || t.Text == "" {
		return false
	}
	t.Halo, t.Reach, t.Align = plot.Faded(p.halo(), 0.75), max(1, p.px(1.6)), plot.AlignCenter
	width, cap := font.Width(t.Text, t.Size), font.CapHeight(t.Size)
	for k := range rows * len(sides) {
		side, away := sides[k%len(sides)], away+float64(k/len(sides))*t.Size
		middle := plot.Vec{X: at.X + side.X*(away+width/2), Y: at.Y + side.Y*(away+cap/2)}
		box := plot.Box{X0: middle.X - width/2 - 1, Y0: middle.Y - cap/2 - 1, X1: middle.X + width/2 + 1, Y1: middle.Y + cap/2 + 1}
		if box.X0 < 2 || box.Y0 < 2 || box.X1 > float64(p.w)-2 || box.Y1 > float64(p.h)-2 || meetsAny(box, p.labels) ||
			meetsAny(box, off) {
			continue
		}
		p.labels = append(p.labels, box)
		p.write(t, middle)
		return true
	}
	return false
}

func meetsAny(b plot.Box, list []plot.Box) bool {
	for _, o := range list {
		if b.X0 < o.X1 && o.X0 < b.X1 && b.Y0 < o.Y1 && o.Y0 < b.Y1 {
			return true
		}
	}
	return false
}

// start draws the handle that the start is dragged by.
func (p *Painter) start() {
	s := p.scene.Map.Start
	if s == nil {
		return
	}
	x, y := place(p.scene.Map.View, *s)
	if !inSquare(plot.Vec{X: x, Y: y}) {
		return
	}
	at, hidden := p.ground.spotAt(x, y)
	strength := 1.0
	if hidden {
		strength = hiddenBall
	}
	ink, halo := p.style.Palette.Text, plot.Faded(p.halo(), 0.8*strength)
	if p.style.Palette.Dark {
		ink = white
	}
	ink = plot.Faded(ink, strength)
	r, width := p.fit(startRadius), p.fit(2.2)
	p.on.Circle(at, r, width+p.px(2.4), halo)
	p.on.Circle(at, p.fit(3.8), 0, halo)
	p.on.Circle(at, r, width, ink)
	p.on.Circle(at, p.fit(2.7), 0, ink)
}

// handles draws what things are taken hold of by, the chosen ones last.
func (p *Painter) handles() {
	for _, chosen := range [2]bool{false, true} {
		for _, h := range p.scene.Map.Handles {
			x, y := place(p.scene.Map.View, h.At)
			if h.Chosen != chosen || !inSquare(plot.Vec{X: x, Y: y}) {
				continue
			}
			at, hidden := p.ground.spotAt(x, y)
			fill, rim := p.style.Palette.Text, p.halo()
			if chosen {
				fill = p.style.Palette.Accent
			}
			if hidden {
				fill, rim = plot.Faded(fill, hiddenBall), plot.Faded(rim, hiddenBall)
			}
			glyph := [...]plot.Glyph{plot.MiddleHandle: plot.Disc, plot.SizeHandle: plot.Square, plot.HeightHandle: plot.Triangle}[h.Kind]
			glyph.Draw(p.on, at.X, at.Y, p.px(4.6), fill, rim)
		}
	}
}
