package window

import "descentlab/widgets"

// takeGestures lets the maps place bumps, or paint, or move the start again.
func (p *mapsPane) takeGestures() {
	p.ui.stage.update(p.state)
	for _, c := range p.cells {
		p.setGestures(c.m)
	}
	setShown(p.caption, !p.ui.sculptor.on && !p.ui.brush.on)
	setShown(p.ui.sculptor.bar, p.ui.sculptor.on)
	setShown(p.ui.brush.bar, p.ui.brush.on)
}

// setGestures says what a press on a map does besides setting the start.
func (p *mapsPane) setGestures(m *widgets.Map) {
	s, b := p.ui.sculptor, p.ui.brush
	m.OnPlace, m.OnHandle, m.OnTurn, m.OnPick, m.OnPaint, m.OnBrush = nil, nil, nil, p.pick, nil, nil
	if s.on {
		m.OnPlace, m.OnHandle, m.OnTurn, m.OnPick = s.place, s.drag, s.turn, nil
	}
	if b.on {
		m.OnPick, m.OnPaint, m.OnBrush = nil, b.paint, b.resize
	}
}
