// Package transport is the pane that drives the playhead, and tells what happens in the race.
package transport

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane plays the recorded race.
type Pane struct {
	lab  *lab.Lab
	bar  *widgets.Transport
	tale *tale // nil: it does not tell
	box  fyne.CanvasObject
}

// New is the pane on a desk, which does not tell what happens.
func New(d desk.Desk) *Pane {
	l := d.Lab()
	p := &Pane{lab: l, bar: widgets.NewTransport()}
	p.bar.OnPlay, p.bar.OnSeek, p.bar.OnStep = l.Toggle, l.Seek, l.StepBy
	p.bar.OnStart = func() { l.Seek(0) }
	p.bar.OnEnd = func() { l.Seek(float64(l.State().Doc.Steps)) }
	p.bar.OnSpeed, p.bar.OnLoop = l.SetSpeed, l.SetLoop
	d.Mark("play", p.bar.Disc)
	p.box = kit.NewPanel(p.bar, nil)
	return p
}

// NewTelling is the pane on a desk, which also tells what happens in the race. Settle is called when its height is another.
// Beside the commentary stands act, what can be done at a step, and where there is little room small in its place.
func NewTelling(d desk.Desk, settle func(), act, small fyne.CanvasObject) *Pane {
	p := New(d)
	t := newTale(d, p.bar, settle)
	t.act, t.small = act, small
	p.tale, p.bar.Over = t, t.over
	t.box = container.New(t, p.bar, t.ticks, t.lanes, t.rule, t.said, t.back, t.forth, t.close, t.more, act, small)
	p.box = kit.NewPanel(t.box, nil)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update shows where the playhead is.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.bar.SetState(widgets.TransportState{Head: s.Head, Steps: s.Doc.Steps, Playing: s.Playing, Speed: s.Speed, Loop: s.Loop})
	if p.tale != nil {
		p.tale.update(s, c)
	}
}
