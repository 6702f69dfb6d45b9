package maps

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// A Tool is what the mouse does on the maps while it is in hand.
type Tool struct {
	Bar  fyne.CanvasObject    // in place of the caption
	Take func(m *widgets.Map) // says what a press, a drag and the wheel do on a map
}

// takeTool lets the tool in hand do what presses do on the maps.
func (p *Pane) takeTool() {
	for _, c := range p.cells {
		p.setTool(c.m)
	}
	layout.SetShown(p.caption.box, p.state.View.Tool == lab.ToolStart)
}

func (p *Pane) setTool(m *widgets.Map) {
	m.OnPlace, m.OnHandle, m.OnTurn, m.OnPick, m.OnPaint, m.OnBrush = nil, nil, nil, nil, nil, nil
	if t, held := p.tools[p.state.View.Tool]; held {
		t.Take(m)
		return
	}
	m.OnPick = p.pick
}

// setStart says what a press does that no tool has use for.
func (p *Pane) setStart(m *widgets.Map) {
	l := p.desk.Lab()
	m.OnStart = func(at plot.Point, done bool) {
		p.edit("start", func(e *lab.Experiment) { e.Start = at })
		if done {
			l.Seal()
		}
	}
	var pressed lab.Moment
	m.OnPress = func() { pressed = l.Moment() }
	m.OnRetract = func() { l.Return(pressed) }
}

// pick selects the place of a mark.
func (p *Pane) pick(mark *plot.Mark) {
	name := ""
	if mark != nil {
		name = mark.Label
	}
	place := p.state.Field.Named(name)
	p.desk.Lab().Look(func(v *lab.View) { v.Select(place) })
}
