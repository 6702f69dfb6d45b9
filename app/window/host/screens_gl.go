//go:build (linux || windows || darwin) && cgo && !ci && !wasm

package host

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// placed tells whether windows have places on the desktop that a program knows and may choose: on Wayland they have none, and on
// a Mac a window that fills a screen is the system's affair.
func placed() bool {
	switch glfw.GetPlatform() {
	case glfw.PlatformX11, glfw.PlatformWin32:
		return true
	}
	return false
}

// placeOf is what a screen shows; one that has just been unplugged shows nothing.
func placeOf(screen *glfw.Monitor) (p Place) {
	if mode := screen.GetVideoMode(); mode != nil {
		p.X, p.Y = screen.GetPos()
		p.W, p.H = mode.Width, mode.Height
	}
	return p
}

// Screens are the places of all screens, the main one first.
func Screens() (list []Place) {
	if !placed() {
		return nil
	}
	for _, screen := range glfw.GetMonitors() {
		if p := placeOf(screen); p != (Place{}) {
			list = append(list, p)
		}
	}
	return list
}

// Beside is the screen that a window is not on, or its own if there is no other. Known: that can be told.
func Beside(win fyne.Window) (p Place, known bool) {
	view, screens := viewOf(win), Screens()
	if view == nil || len(screens) == 0 {
		return p, false
	}
	p.X, p.Y = view.GetPos()
	p.W, p.H = view.GetSize()
	return beside(p, screens), true
}

// Fill has a window that is shown, and that Fyne takes to fill some screen, fill this one. Fyne itself takes the first whose name
// is not that of the main one, even if the other window is there; and screens of one kind have one name. Many X11 window managers
// enlarge a window on the screen that it lies on, so it goes there first.
func Fill(win fyne.Window, on Place) {
	view := viewOf(win)
	if view == nil {
		return
	}
	for _, screen := range glfw.GetMonitors() {
		if placeOf(screen) != on {
			continue
		}
		rate := screen.GetVideoMode().RefreshRate
		view.SetMonitor(nil, on.X+on.W/8, on.Y+on.H/8, on.W*3/4, on.H*3/4, 0)
		view.SetMonitor(screen, 0, 0, on.W, on.H, rate)
		return
	}
}

// Fills tells whether a window that was to fill a screen does. GLFW asks an X11 window manager once, and does not wait for one
// that is too busy to have taken the window in by then: it ignores the wish.
func Fills(win fyne.Window, on Place) bool {
	view := viewOf(win)
	if view == nil || !placed() || view.GetAttrib(glfw.Iconified) == glfw.True {
		return true
	}
	var p Place
	p.X, p.Y = view.GetPos()
	p.W, p.H = view.GetSize()
	return p == on && view.GetMonitor() != nil
}
