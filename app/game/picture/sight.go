package picture

import (
	"image/color"
	"math"

	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A Sight is where on a foggy map a player aims at: the disc that a probe there would uncover.
type Sight struct {
	At   surfaces.Point
	Who  int
	Next bool   // it is his turn
	Says string // below it; may be empty
}

// playerInk is the colour of one of two players.
func playerInk(pal *plot.Palette, who int) color.RGBA {
	if who == 0 {
		return pal.Accent
	}
	return pal.Racer(0)
}

// sights are the previews of probes. Of two players each has a colour, and who is not next is paler.
func (m Map) sights(p pencil) {
	if m.Lifted {
		return
	}
	for _, s := range m.Sights {
		ink := p.st.Palette.Text
		if m.Level.Shared() {
			ink = playerInk(p.st.Palette, s.Who)
		}
		m.sight(p, s, ink)
	}
}

func (m Map) sight(p pencil, s Sight, ink color.RGBA) {
	at, r := m.at(p.on, s.At), m.radius(p.on)
	var ring []plot.Vec
	for i := range 97 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / 96)
		ring = append(ring, plot.Vec{X: at.X + r*cos, Y: at.Y + r*sin})
	}
	strength, width := 0.8, 1.2
	switch {
	case m.Level.Shared() && s.Next:
		strength, width = 1, 2
	case m.Level.Shared():
		strength = 0.45
	}
	p.on.Circle(at, r, 0, faded(ink, 0.06*strength))
	p.stroke(p.dashes(ring, width, 4, 4), faded(ink, strength), color.RGBA{}, 0)
	for _, d := range []plot.Vec{{X: p.px(6)}, {Y: p.px(6)}} {
		p.line([]plot.Vec{at.Sub(d), at.Add(d)}, 1.4, faded(ink, strength))
	}
	p.text(s.Says, p.caption(at, r, s.Says), 11.5, ink, plot.AlignCenter, s.Next && m.Level.Shared(), true)
}

// caption is where a text stands by a disc: below it, or above where there is no room, and not over the sides.
func (p pencil) caption(at plot.Vec, r float64, text string) plot.Vec {
	w, h := p.on.Size()
	base := plot.Vec{X: at.X, Y: at.Y + r + p.px(16)}
	if base.Y > h-p.px(6) {
		base.Y = at.Y - r - p.px(8)
	}
	half := p.width(text, 11.5)/2 + p.px(6)
	base.X = min(max(base.X, half), w-half)
	return base
}
