package relief

import (
	"math"

	"descentlab/widgets/plot"
)

// key is where the key of heights stands, and whether it does.
func (p *Painter) key() (panel plot.Box, shown bool) {
	if !p.scene.solid() {
		return plot.Box{}, false
	}
	return p.scene.Map.KeyPanel(float64(p.w), float64(p.h), p.style)
}

// riders draws the racers in the key.
func (p *Painter) riders() {
	if _, shown := p.key(); !shown || len(p.scene.Map.Traces) == 0 {
		return
	}
	nowhere := plot.Point{X: math.NaN(), Y: math.NaN()}
	p.where = p.where[:0]
	for range p.scene.Map.Traces {
		p.where = append(p.where, nowhere)
	}
	for i := range p.heads {
		if h := &p.heads[i]; !h.left {
			p.where[h.trace] = h.of
		}
	}
	p.scene.Map.DrawRiders(p.on, p.style, p.where)
}
