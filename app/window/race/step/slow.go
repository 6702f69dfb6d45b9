package step

import (
	"strconv"

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
	if phase, part := xray.Pace(at); phase == xray.Move && !p.desk.Still() {
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

// Rune does what a character of Commands does.
func (p *Pane) Rune(r rune) bool { return desk.Type(p.desk, p.Commands(), r) }

// Commands are slow motion, and the marks on the maps by their numbers.
func (p *Pane) Commands() []desk.Command {
	if !shown(p.state) {
		return nil
	}
	group := words.T("This step")
	list := []desk.Command{{Name: words.T("Slow motion"), Group: group, Keys: []string{"S"}, On: p.state.View.Inside.Slow > 0,
		Do: p.slowly}}
	for i, chip := range p.marks.Chips() {
		list = append(list, desk.Command{Name: words.T("On the map: %s", chip.Title), Group: group, Keys: []string{strconv.Itoa(i + 1)},
			On: chip.On, Do: func() { p.toggle(chip.Key) }})
	}
	return list
}
