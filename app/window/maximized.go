package window

import "descentlab/app/window/maximized"

// maximizedKey is where it is kept, in the program's settings, that the window is as large as the desktop lets it be.
const maximizedKey = "maximized"

// followDesktop has the window as large as when the program ran last, if that was all of the desktop, and keeps it up.
func (u *ui) followDesktop() {
	u.desktop = maximized.Follow(u.win, u.app.Preferences().Bool(maximizedKey), func(is bool) {
		u.post(func() { u.maximize(is) })
	})
}

// maximize notes that the desktop has made the window as large as it can, or has given it back its size: that one is kept.
func (u *ui) maximize(is bool) {
	u.maximized = is
	u.app.Preferences().SetBool(maximizedKey, is)
	u.saver.note(u.session())
}
