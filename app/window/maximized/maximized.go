// Package maximized tells whether the desktop shows a window as large as it can, and asks it to. Fyne does neither; window
// managers of X do (EWMH, _NET_WM_STATE). Elsewhere nothing is known and nothing is done.
package maximized

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// Follow calls tell from a goroutine of its own whenever the window, which is shown, has been maximized or is so no longer, until
// stop is called. It maximizes it at first if that is wanted.
func Follow(win fyne.Window, wanted bool, tell func(maximized bool)) (stop func()) {
	stop = func() {}
	native, is := win.(driver.NativeWindow)
	if !is {
		return stop
	}
	native.RunNative(func(context any) {
		if x, is := context.(driver.X11WindowContext); is && x.WindowHandle != 0 {
			stop = follow(uint32(x.WindowHandle), wanted, tell)
		}
	})
	return stop
}
