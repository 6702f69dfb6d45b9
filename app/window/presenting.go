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
	screens := host.Screens() // before a place among them is chosen: one may go while the window opens
	place, known := host.Beside(u.win)
	if w, is := win.(desktop.Window); is && known {
		w.RequestPosition(place.X+place.W/8, place.Y+place.H/8)
		win.SetFullScreen(true)
	} else if is {
		w.RequestFullScreenSecondary()
	} else {
		win.SetFullScreen(true)
	}
	win.Show()
	u.hold(win, place, screens, 0)
}

// hold keeps a presentation on its screen. For some seconds it looks whether it fills it, and how large it is: window managers
// take their time. From then on it looks which screens there are: one that is unplugged, or another, makes it choose anew.
func (u *ui) hold(win fyne.Window, place host.Place, screens []host.Place, looks int) {
	pause := holdPause
	if looks < len(settlings) {
		pause = settlings[looks]
	}
	u.whilePresented(pause, func() {
		if now := host.Screens(); !slices.Equal(now, screens) {
			screens, looks = now, 0
			place, _ = host.Beside(u.win)
		}
		if looks < len(settlings) {
			if host.TrueSize(win); !host.Fills(win, place) {
				host.Fill(win, place)
			}
			looks++
		}
		u.hold(win, place, screens, looks)
	})
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

// settlings are the pauses between the looks at a presentation that has come to a screen, holdPause is that between later ones.
var settlings = []time.Duration{
	150 * time.Millisecond, 450 * time.Millisecond, 600 * time.Millisecond, 800 * time.Millisecond, time.Second, 2 * time.Second,
}

const holdPause = 700 * time.Millisecond

// Presents is the race.
func (r *raceRoom) Presents() (p desk.Presented, ok bool) { return present.Race(r.ui.lab), true }
