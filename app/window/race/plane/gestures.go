package plane

import (
	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
)

// set takes the settings at a place over: the ring is dragged there.
func (p *Pane) set(at plot.Point, done bool) {
	racer := p.state.Doc.Subject()
	if racer < 0 {
		return
	}
	values := figure.PlaneSetting(p.axes, at)
	p.desk.Edit("plane", func(e *setup.Experiment) {
		for k, a := range p.axes {
			e.SetAxis(racer, a.Knob, p.state.Examples(), values[k])
		}
	})
	if done {
		p.desk.Lab().Seal()
	}
}

// zoom shows another range of both knobs, as far as their domains go.
func (p *Pane) zoom(v plot.Rect, _ bool) {
	if axes, ok := figure.ZoomedAxes(p.state, p.axes, p.inner(v)); ok {
		p.axes = axes
		p.refresh()
	}
}

func (p *Pane) hover(at plot.Point, inside bool) {
	p.cross = nil
	if inside {
		p.cross = &at
	}
	p.explain()
}
