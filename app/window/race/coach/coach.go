// Package coach is the strip below the maps that shows a newcomer the first steps, one at a time. It moves on when what it asks
// for is done.
package coach

import (
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/tutor"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane shows the beat of the View, as long as there is one and the maps are in the middle.
type Pane struct {
	desk    desk.Desk
	settle  func() // lays the maps out anew
	strip   *tutor.Coach
	box     fyne.CanvasObject
	state   lab.State
	begun   bool
	pointed string // to the control of that name
	waits   bool   // for the pointer to let go
}

// New is the pane on a desk. Settle is called when the strip comes or goes.
func New(d desk.Desk, settle func()) *Pane {
	p := &Pane{desk: d, settle: settle, strip: tutor.New(len(beats))}
	p.strip.OnNext = p.next
	p.strip.OnClose = func() { p.turn(0) }
	p.box = kit.NewCallout(p.strip)
	p.box.Hide()
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// turn shows a beat; 0: none any more.
func (p *Pane) turn(to int) { p.desk.Lab().Look(func(v *lab.View) { v.Beat = to }) }

// next shows the next beat; there is none after the last.
func (p *Pane) next() { p.turn((p.state.View.Beat + 1) % (len(beats) + 1)) }

// Key goes on with Enter, while the strip is seen.
func (p *Pane) Key(name fyne.KeyName) bool {
	if !p.box.Visible() || name != fyne.KeyReturn && name != fyne.KeyEnter {
		return false
	}
	p.next()
	return true
}

// Update shows the beat, or the next one if this one has been done.
func (p *Pane) Update(s lab.State, c lab.Change) {
	before := p.state
	p.state = s
	at := s.View.Beat
	shown := at > 0 && at <= len(beats) && !s.Large()
	if shown {
		p.strip.Set(at, beats[at-1].says(&s))
	}
	if shown != p.box.Visible() {
		layout.SetShown(p.box, shown)
		p.settle()
	}
	if c&^lab.HeadChanged != 0 {
		p.point(shown)
	}
	if shown && p.begun && before.View.Beat == at && c&beats[at-1].news != 0 && beats[at-1].done(&before, &s) {
		p.move(at)
	}
	p.begun = true
}

// look is how often a beat that has been done looks whether the pointer still holds something.
const look = 100 * time.Millisecond

// move goes on from a beat that has been done, once the pointer has let go: what it drags is not to be left in mid-drag.
func (p *Pane) move(from int) {
	switch {
	case p.state.View.Beat != from:
		p.waits = false
	case !gesture.Held():
		p.waits = false
		p.next()
	case !p.waits:
		p.waits = true
		gesture.After(look, func() { p.waits = false; p.move(from) })
	}
}

// point lays rings round the control that the beat is about.
func (p *Pane) point(shown bool) {
	target := ""
	if shown {
		if of := beats[p.state.View.Beat-1].target; of != nil {
			target = of(&p.state)
		}
	}
	if target != p.pointed || target != "" { // the control itself may be another one by now
		p.pointed = target
		p.desk.Ring(target)
	}
}
