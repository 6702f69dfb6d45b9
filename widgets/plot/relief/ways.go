package relief

import (
	"math"

	"descentlab/widgets/plot"
)

// A way is where a racer's way lies in the picture, all of it.
type way struct {
	line
	shadow line
	dots   []dot
	said   string // of where it ended
	saidOf int    // the step that this names: below 0 if the racer has left at it and goes on
}

// A dot is a step that is told apart from its neighbours.
type dot struct {
	at       plot.Vec
	step     float64
	strength float64
}

// traces draws the racers' ways, those that are hidden first.
func (p *Painter) traces() {
	list := p.scene.Map.Traces
	for len(p.ways) < len(list) {
		p.ways = append(p.ways, way{})
	}
	for i := range list {
		t, w := &list[i], &p.ways[i]
		before := w.of
		p.lay(&w.line, t.Pts)
		if w.of != before || w.of == nil {
			p.findDots(w, t.Pts)
		}
		p.lay(&w.shadow, t.Shadow)
		if len(t.Shadow) > 0 {
			ink := t.Color
			if t.Faint {
				ink = plot.Faded(ink, faintPart)
			}
			p.stroke(w.shadow.spots, t.Head, shadowWidth, plot.Faded(ink, 0.85), 0.6)
		}
	}
	for i := range list {
		p.trace(&list[i], &p.ways[i])
	}
}

// trace draws a way up to its head, and paler dots on it.
func (p *Painter) trace(t *plot.Trace, w *way) {
	strength, width := 1.0, traceWidth
	if t.Faint {
		strength = faintPart
	}
	if t.Width > 0 {
		width = t.Width
	}
	p.stroke(w.spots, t.Head, width, plot.Faded(t.Color, strength), 0.8*strength)
	if t.Width > 0 {
		return
	}
	p.pieces = p.pieces[:0]
	for _, d := range w.dots {
		if d.step >= t.Head {
			break
		}
		p.pieces = append(p.pieces, plot.Piece{A: d.at, B: d.at, Radius: p.px(traceWidth) * 0.9, Strength: d.strength})
	}
	if len(p.pieces) > 0 {
		p.on.Stroke(p.pieces, plot.Pen{Color: plot.Faded(t.Color, strength)})
	}
}

// findDots finds the steps of a way that are seen, and far enough from their neighbours.
func (p *Painter) findDots(w *way, pts []plot.Point) {
	w.dots = w.dots[:0]
	far := p.px(dotSpacing)
	var last plot.Vec
	since := math.Inf(-1)
	for i, at := range pts {
		x, y := place(p.scene.Map.View, at)
		if !inSquare(plot.Vec{X: x, Y: y}) {
			since = math.Inf(-1)
			continue
		}
		seen, hidden := p.ground.spotAt(x, y)
		way := seen.Sub(last).Len()
		if near := min(way, since); near > far && !hidden && i > 1 && len(w.dots) > 0 {
			w.dots[len(w.dots)-1].strength = min(2*(near/far-1), 1)
		} else if len(w.dots) > 0 && w.dots[len(w.dots)-1].strength == 0 {
			w.dots = w.dots[:len(w.dots)-1]
		}
		if i > 0 && !hidden {
			w.dots = append(w.dots, dot{at: seen, step: float64(i)})
		}
		last, since = seen, way
	}
	if n := len(w.dots); n > 0 && w.dots[n-1].strength == 0 {
		w.dots = w.dots[:n-1]
	}
}
