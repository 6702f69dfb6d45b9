package lessons

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/widgets/gesture"
)

var _ desk.Desk = (*place)(nil)

// A place is what the panes beside the text may ask: the frame, with the lesson's own lab in the place of the race's.
type place struct {
	desk.Frame
	lab   *lab.Lab
	burst gesture.Burst
	box   *fyne.Container   // the column that they stand in
	still *container.Scroll // it does not scroll
}

// Lab is the lesson's.
func (p *place) Lab() *lab.Lab { return p.lab }

// Edit changes the lesson's experiment; what is wrong with the change is said over the room.
func (p *place) Edit(key string, f func(*setup.Experiment)) error {
	err := p.lab.Edit(key, f)
	p.Say(err)
	return err
}

// SealLater ends a gesture of many steps when none has come for a while.
func (p *place) SealLater(key string) {
	p.burst.GoOn(func() {
		p.burst.End()
		p.lab.SealRun(key)
	})
}

// Pictured does nothing: the frame waits for the race's maps alone.
func (p *place) Pictured() {}

// Relayout lays the column out anew.
func (p *place) Relayout() {
	if p.box != nil {
		p.box.Layout.Layout(p.box.Objects, p.box.Size())
	}
}

// Scroller and Around are for panes that stand in columns that scroll, which this one does not.
func (p *place) Scroller() desk.Scroller { return p.still }

// Around scrolls nothing.
func (p *place) Around() fyne.Scrollable { return p.still }
