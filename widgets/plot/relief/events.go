package relief

import "descentlab/widgets/plot"

// Sizes of the sign of an event, in units.
const (
	eventRadius = 6.5
	eventApart  = 15.0 // middles of two
	headApart   = 18.0 // of one and a ball
)

// events draws the signs of what has happened by the step of the heads, above the ways and below the balls: faint, where it is
// hidden.
func (p *Painter) events() {
	p.happened = p.happened[:0]
	m := &p.scene.Map
	if len(m.Events) == 0 || float64(min(p.w, p.h)) < p.px(plot.SmallMap) {
		return
	}
	head := 0.0
	for i := range m.Traces {
		head = max(head, m.Traces[i].Head)
	}
	pal := p.style.Palette
	for _, e := range m.Events {
		x, y := place(m.View, e.At)
		if float64(e.Step) > head || !inSquare(plot.Vec{X: x, Y: y}) {
			continue
		}
		at, hidden := p.ground.spotAt(x, y)
		if p.crowded(at) {
			continue
		}
		strength := 1.0
		if hidden {
			strength = hiddenSign
		}
		p.happened = append(p.happened, at)
		ink := plot.Faded(e.Color, strength)
		e.Sign.Disc(p.on, at, p.fit(eventRadius), p.style.Scale, ink, plot.Faded(pal.Panel, strength), ink)
	}
}

// crowded tells whether the start, a ball or another event's sign is near a place.
func (p *Painter) crowded(at plot.Vec) bool {
	if s := p.scene.Map.Start; s != nil {
		if x, y := place(p.scene.Map.View, *s); inSquare(plot.Vec{X: x, Y: y}) {
			if start, _ := p.ground.spotAt(x, y); start.Sub(at).Len() < p.fit(eventApart) {
				return true
			}
		}
	}
	for _, o := range p.happened {
		if o.Sub(at).Len() < p.fit(eventApart) {
			return true
		}
	}
	for i := range p.heads {
		if p.heads[i].at.Sub(at).Len() < p.fit(headApart) {
			return true
		}
	}
	return false
}
