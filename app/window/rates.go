package window

import (
	"strings"
	"time"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// suitedTime is how long the way back to one's own settings is offered.
const suitedTime = 15 * time.Second

// A suiting is that racers have taken settings that suit another surface.
type suiting struct {
	before, after setup.Experiment
	turn          int // of what is said about it
}

// TellSuited tells what there is to tell of another surface, told, and if racers have other settings for its sake than before
// that these suit it, with a way back to those that they had.
func (u *ui) TellSuited(before setup.Experiment, told string) {
	after := u.lab.State().Doc
	if undone := after.Clone(); !undone.Restore(&before) {
		if told != "" {
			u.notice(told)
		}
		return
	}
	suits := words.T("The racers have taken rates that suit the surface.")
	u.noticeFor(strings.TrimSpace(told+" "+suits), suitedTime)
	u.suited = suiting{before, after, u.lab.State().View.Said.Turn}
	u.toast.offer(words.T("Keep my settings"), u.keepSettings)
}

// keepSettings gives the racers back what they had on the surface before.
func (u *ui) keepSettings() {
	u.hush()
	_ = u.Edit("", func(e *setup.Experiment) { e.Restore(&u.suited.before) })
}

// outdated takes the offer away once the surface or a racer is another one than it is about.
func (s *suiting) outdated(u *ui, now lab.State) {
	if s.turn == 0 || now.View.Said.Turn != s.turn {
		return
	}
	doc := now.Doc.Clone()
	if !setup.Same(setup.OfKin, &now.Doc, &s.after) || doc.Restore(&s.after) {
		u.hush()
	}
}
