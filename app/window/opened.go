package window

import (
	"errors"
	"reflect"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// openBeside shows an experiment that the command line has opened, says how its formula was read, and offers the way back to the
// session that was there before.
func (u *ui) openBeside(doc setup.Experiment, read, former string) {
	u.former = former
	text := words.T("What was opened has a session of its own; the one before is kept.")
	if read != "" {
		text += " " + readText(read)
	}
	if !reflect.DeepEqual(u.lab.State().Doc, doc) {
		if u.Edit("", func(e *setup.Experiment) { *e = doc }) != nil {
			return
		}
		u.lab.Seek(float64(doc.Steps))
	}
	if u.lab.State().View.Said.Text == "" {
		u.tell(text, false)
	}
	u.toast.offer(words.T("Back to the session before"), u.goBack)
}

// readText says how the formula of a file was read.
func readText(read string) string { return words.T("Its formula: %s.", read) }

// goBack puts the session in the place of the opened file that was there before it. The file's own is saved.
func (u *ui) goBack() {
	u.saver.note(u.session())
	busy := u.saver.move(u.former)
	session, notice := u.saver.restore()
	u.former = ""
	u.rehouse(session.Rooms)
	u.toast.withdraw()
	if u.Edit("", func(e *setup.Experiment) { *e = session.Experiment }) != nil {
		return
	}
	u.lab.SetSpeed(session.Speed)
	u.lab.SetLoop(session.Loop)
	u.lab.Seek(session.Head)
	u.lab.Look(func(v *lab.View) {
		session.View.Beat = v.Beat
		*v = session.View
	})
	u.hush()
	if err := errors.Join(busy, notice); err != nil {
		u.Say(err)
	}
}
