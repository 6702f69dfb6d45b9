package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/window/host"
	"descentlab/app/words"
)

// fill fills a window with what a session says. One that has been restored, and over which the program stumbles, is set aside
// like one that cannot be read, and the program starts afresh; notice says so. What a room of its own is to open is opened at
// once.
func fill(
	a fyne.App, win fyne.Window, s session.Session, o session.Opening, store *saver, restored bool, post func(func()),
) (u *ui, notice, err error) {
	defer func() {
		if err == nil && o.Document != "" && !u.openInRoom(o.Document) {
			u.open(o.Document)
		}
	}()
	if !restored {
		u, err = newUI(a, win, s, store, post)
		return u, nil, err
	}
	gone := false // what has stumbled takes nothing in any more
	guardedPost := func(f func()) {
		post(func() {
			if !gone {
				f()
			}
		})
	}
	if stumbled := guarded(func() { u, err = newUI(a, win, s, store, guardedPost) }); stumbled == nil {
		return u, nil, err
	}
	gone = true
	notice = store.setAside(words.T("the program stumbles over it"))
	fresh := session.New(setup.Default())
	o.Apply(&fresh)
	win.Resize(fyne.NewSize(fresh.Width, fresh.Height))
	u, err = newUI(a, win, fresh, store, post)
	return u, notice, err
}

// guarded runs a function and returns what it has panicked with, or nil.
func guarded(f func()) (stumbled any) {
	defer func() { stumbled = recover() }()
	f()
	return nil
}

// A NoDisplayError says why there is no window though a display answers: nothing has been shown or saved.
type NoDisplayError struct{ why string }

// Error is a sentence about the display.
func (e NoDisplayError) Error() string { return e.why }

// run shows the window until it is closed. If the program stumbles over a restored session before it has been seen, the session
// is set aside, so that the next start is a fresh one; the error says so.
func (u *ui) run(restored bool, log *host.Quiet) (err error) {
	defer func() {
		if u.shown {
			return // what it stumbles over is something else
		}
		switch stumbled := recover(); {
		case stumbled == nil:
		case strings.Contains(fmt.Sprint(stumbled), "GLFW"):
			err = NoDisplayError{words.T("the display does not let the program in")}
		case !restored:
			panic(stumbled)
		default:
			err = fmt.Errorf("%w; %s", u.saver.setAside(words.T("the program stumbles over it, %v", stumbled)), words.T("start again"))
		}
	}()
	host.WithoutDepth()
	host.PaintPlainly()
	u.win.Show()
	if log.Refused { // without OpenGL, for one: Fyne only logs that, and its loop would wait for a window that never comes
		return NoDisplayError{words.T("the display cannot draw the window (%s)", log.Why)}
	}
	u.followDesktop()
	defer u.desktop.End()
	u.app.Run()
	return nil
}
