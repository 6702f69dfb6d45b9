package relief

import "descentlab/widgets/plot"

const (
	tagAway = 6 // of its name from the place of a tag, in units
	tagRows = 4 // how much farther off it may stand, in lines
)

// badges draws where runs fork, above the ways and below the balls.
func (p *Painter) badges() {
	for _, t := range p.scene.Map.Tags {
		x, y := place(p.scene.Map.View, t.At)
		if !t.Fork || !inSquare(plot.Vec{X: x, Y: y}) {
			continue
		}
		at, hidden := p.ground.spotAt(x, y)
		if hidden {
			p.on.Circle(at, p.fit(markRadius), 0, plot.Faded(t.Color, hiddenSign))
			continue
		}
		plot.ForkBadge(p.on, p.style, at, t.Color)
	}
}

// tags writes the scene's tags where there is room, but for those whose places are hidden.
func (p *Painter) tags() {
	m := &p.scene.Map
	if len(m.Tags) == 0 || float64(min(p.w, p.h)) < p.px(plot.SmallMap) {
		return
	}
	for _, t := range m.Tags {
		x, y := place(m.View, t.At)
		if !inSquare(plot.Vec{X: x, Y: y}) {
			continue
		}
		at, hidden := p.ground.spotAt(x, y)
		if hidden {
			continue
		}
		away, strength := p.px(tagAway), 1.0
		if t.Fork {
			away = p.px(plot.ForkRadius + 4)
		}
		if t.Faint {
			strength = 0.85
		}
		text := plot.Text{Text: t.Text, Size: p.px(labelSize), Bold: t.Fork, Ink: plot.Faded(t.Color, strength)}
		p.label(at, away, tagRows, text, p.balled)
	}
}
