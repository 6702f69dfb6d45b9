package step

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/xray"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

var _ desk.Keyed = (*Pane)(nil)

// slowly makes the step in slow motion, from its beginning, or ends that.
func (p *Pane) slowly() {
	if p.state.View.Inside.Slow > 0 {
		p.end()
		return
	}
	step := p.sheet.Step
	if !shown(p.state) || step.Said != "" {
		return
	}
	l := p.desk.Lab()
	l.Seek(float64(step.T))
	l.Look(func(v *lab.View) { v.Inside.Slow = begun })
}

// begun is when slow motion has begun, in seconds: just after 0, which is none.
const begun = 1e-9

// end ends slow motion where it is.
func (p *Pane) end() { p.desk.Lab().Look(func(v *lab.View) { v.Inside.Slow = 0 }) }

// advance lets slow motion go on for so many seconds. In the last phase the racer goes to where the step leads.
func (p *Pane) advance(dt float64) {
	slow, l := p.state.View.Inside.Slow, p.desk.Lab()
	if !(slow > 0) || !(dt > 0) {
		return
	}
	at, to := slow+dt, p.sheet.Step.T
	if xray.Paced(at) {
		p.end()
		l.Seek(float64(to + 1))
		return
	}
	if phase, part := xray.Pace(at); phase == xray.Move {
		l.Seek(float64(to) + part)
	}
	l.Look(func(v *lab.View) { v.Inside.Slow = at })
}

// follow lets time pass while there is slow motion, and ends it when the pane is closed or the playhead is taken elsewhere.
func (p *Pane) follow() {
	slow := p.state.View.Inside.Slow > 0
	if slow && (!shown(p.state) || p.state.Playing || p.state.Step() != p.sheet.Step.T) {
		slow = false
		p.end()
	}
	p.ticker.Run(slow)
	if slow {
		p.slow.SetText(words.T("stop"))
		p.slow.SetIcon(kit.IconPause, words.T("End slow motion (Esc)"))
		return
	}
	p.slow.SetText(words.T("slow motion"))
	p.slow.SetIcon(kit.IconPlay, words.T("Make this step slowly: look, remember, form, move (s)"))
}

// toggle switches a mark on the maps on or off.
func (p *Pane) toggle(mark string) {
	p.desk.Lab().Look(func(v *lab.View) { v.Inside = v.Inside.Toggled(mark) })
}

// Key ends slow motion with Escape.
func (p *Pane) Key(name fyne.KeyName) bool {
	if name != fyne.KeyEscape || !(p.state.View.Inside.Slow > 0) {
		return false
	}
	p.end()
	return true
}

// Rune begins or ends slow motion with s, and switches the marks on the maps with their numbers.
func (p *Pane) Rune(r rune) bool {
	marks := p.marks.Chips()
	switch i := int(r - '1'); {
	case !shown(p.state):
		return false
	case r == 's':
		p.slowly()
	case i >= 0 && i < len(marks):
		p.toggle(marks[i].Key)
	default:
		return false
	}
	return true
}
