// Package transport is the pane that drives the playhead.
package transport

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane plays the recorded race.
type Pane struct {
	bar *widgets.Transport
	box fyne.CanvasObject
}

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{bar: widgets.NewTransport()}
	l := d.Lab()
	p.bar.OnPlay, p.bar.OnSeek, p.bar.OnStep = l.Toggle, l.Seek, l.StepBy
	p.bar.OnStart = func() { l.Seek(0) }
	p.bar.OnEnd = func() { l.Seek(float64(l.State().Doc.Steps)) }
	p.bar.OnSpeed, p.bar.OnLoop = l.SetSpeed, l.SetLoop
	d.Mark("play", p.bar.Disc)
	p.box = kit.NewPanel(p.bar, nil)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update shows where the playhead is.
func (p *Pane) Update(s lab.State, _ lab.Change) {
	p.bar.SetState(widgets.TransportState{Head: s.Head, Steps: s.Doc.Steps, Playing: s.Playing, Speed: s.Speed, Loop: s.Loop})
}
