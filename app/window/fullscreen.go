package window

// fullScreenKey is where it is kept, in the program's settings, that the window fills the screen.
const fullScreenKey = "full screen"

// toggleFullScreen lets the window fill the screen, or no longer; the next start does the same.
func (u *ui) toggleFullScreen() {
	full := !u.win.FullScreen()
	if full {
		u.session() // which takes in the size that the window has now
	}
	u.win.SetFullScreen(full)
	u.app.Preferences().SetBool(fullScreenKey, full)
	u.saver.note(u.session())
}

// fillAgain lets the window fill the screen as it did when it was closed last.
func (u *ui) fillAgain() {
	if u.app.Preferences().Bool(fullScreenKey) {
		u.win.SetFullScreen(true)
	}
}
