package window

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/window/host"
	"descentlab/app/window/present"
	"descentlab/app/words"
)

// presentKey presents what the room has.
const presentKey = "F5"

// present shows what the room has to an audience: over the second screen, with the window left on the first, or over the only
// one. While it is shown, F5 ends it.
func (u *ui) present() {
	if u.presented != nil {
		u.presented.Close()
		return
	}
	p, is := u.seen.room.(desk.Presenter)
	what, ok := desk.Presented{}, false
	if is {
		what, ok = p.Presents()
	}
	if !ok {
		u.notice(words.T("There is nothing to present here: a race can be, or a lesson with a landscape beside it."))
		return
	}
	u.closeMenus()
	win := u.app.NewWindow(words.T("Descent Lab, presentation"))
	win.Resize(u.win.Canvas().Size())
	u.presented = present.Open(u.seen, what, win, func() {
		u.presented = nil
		u.win.RequestFocus()
	})
	u.follow(what.Lab)
	fillScreen(win)
	win.Show()
	for _, pause := range settlings {
		u.whilePresented(pause, func() {
			if host.TrueSize(win); !host.Fills(win) {
				win.SetFullScreen(false)
				u.whilePresented(takingIn, func() { fillScreen(win) })
			}
		})
	}
}

// follow hands on what changes in a lab to whatever presents it: once for each lab, which has it for ever.
func (u *ui) follow(l *lab.Lab) {
	if slices.Contains(u.followed, l) {
		return
	}
	u.followed = append(u.followed, l)
	l.OnChange(func(s lab.State, c lab.Change) {
		if u.presented != nil && u.presented.Of(l) {
			u.presented.Update(s, c)
		}
	})
}

// whilePresented does something after a pause, if the same is presented then.
func (u *ui) whilePresented(pause time.Duration, f func()) {
	shows := u.presented
	time.AfterFunc(pause, func() {
		u.post(func() {
			if u.presented == shows {
				f()
			}
		})
	})
}

// fillScreen has a window fill the second screen, or the only one.
func fillScreen(win fyne.Window) {
	if w, is := win.(desktop.Window); is {
		w.RequestFullScreenSecondary()
	} else {
		win.SetFullScreen(true)
	}
}

// settlings are when it is looked whether a window fills the screen and how large it is: the window manager takes its time. One
// that does not is asked anew, after a pause in which it may take in that it is to be an ordinary one.
var settlings = []time.Duration{
	150 * time.Millisecond, 600 * time.Millisecond, 1200 * time.Millisecond, 2 * time.Second, 3 * time.Second, 5 * time.Second,
}

const takingIn = 300 * time.Millisecond

// Presents is the race.
func (r *raceRoom) Presents() (p desk.Presented, ok bool) { return present.Race(r.ui.lab), true }
