package window

import (
	"descentlab/app/lab"
	"descentlab/widgets"
	"descentlab/widgets/layout"
)

// takeGestures lets the maps place bumps, or paint, or move the start again.
func (p *mapsPane) takeGestures() {
	for _, c := range p.cells {
		p.setGestures(c.m)
	}
	layout.SetShown(p.caption, p.state.View.Tool == lab.ToolStart)
}

// setGestures says what a press on a map does besides setting the start.
func (p *mapsPane) setGestures(m *widgets.Map) {
	s, b := p.ui.sculptor, p.ui.brush
	m.OnPlace, m.OnHandle, m.OnTurn, m.OnPick, m.OnPaint, m.OnBrush = nil, nil, nil, p.pick, nil, nil
	if p.state.View.Tool == lab.ToolSculpt {
		m.OnPlace, m.OnHandle, m.OnTurn, m.OnPick = s.place, s.drag, s.turn, nil
	}
	if p.state.View.Tool == lab.ToolPaint {
		m.OnPick, m.OnPaint, m.OnBrush = nil, b.paint, b.resize
	}
}
