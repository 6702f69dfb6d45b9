package window

import (
	"time"

	"fyne.io/fyne/v2/driver/desktop"

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
	if w, is := win.(desktop.Window); is {
		w.RequestFullScreenSecondary()
	} else {
		win.SetFullScreen(true)
	}
	win.Show()
	shows := u.presented
	for _, pause := range settlings {
		time.AfterFunc(pause, func() {
			u.post(func() {
				if u.presented == shows {
					host.TrueSize(win)
				}
			})
		})
	}
}

// settlings are when it is looked how large the window is that fills a screen: the window manager takes its time.
var settlings = []time.Duration{150 * time.Millisecond, 500 * time.Millisecond, 1500 * time.Millisecond, 4 * time.Second}

// Presents is the race.
func (r *raceRoom) Presents() (p desk.Presented, ok bool) { return present.Race(r.ui.lab), true }
