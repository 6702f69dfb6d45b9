package lab

import (
	"descentlab/app/lab/setup"
)

// Paint begins painting, with a swarm that begins where is painted. An error is that of the edit.
func (l *Lab) Paint() error {
	err := l.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Swarm.From = setup.PanelSwarm, setup.FromPainted })
	if err == nil {
		l.Seal()
		l.Look(func(v *View) { v.Take(ToolPaint) })
	}
	return err
}

// TogglePaint begins painting, or ends it.
func (l *Lab) TogglePaint() error {
	if l.state.View.Tool != ToolPaint {
		return l.Paint()
	}
	l.Seal()
	l.Look(func(v *View) { v.Take(ToolStart) })
	return nil
}

// ToggleSculpt begins sculpting, or ends it.
func (l *Lab) ToggleSculpt() {
	l.Look(func(v *View) {
		if v.Tool == ToolSculpt {
			v.Take(ToolStart)
		} else {
			v.Take(ToolSculpt)
		}
	})
}
