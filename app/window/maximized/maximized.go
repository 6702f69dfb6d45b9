// Package maximized tells whether the desktop shows a window as large as it can, and asks it to. Fyne does neither; window
// managers of X do (EWMH, _NET_WM_STATE). Elsewhere nothing is known and nothing is done.
package maximized

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// A Watch is on a window that is shown. The one of a window of which nothing can be known knows nothing.
type Watch struct {
	is  func() (bool, error) // nil: nothing is known
	end func()
}

// Follow calls tell from a goroutine of its own whenever the window, which is shown, has been maximized or is so no longer, until
// the watch ends. It maximizes it at first if that is wanted.
func Follow(win fyne.Window, wanted bool, tell func(maximized bool)) (w Watch) {
	native, is := win.(driver.NativeWindow)
	if !is {
		return w
	}
	native.RunNative(func(context any) {
		if x, is := context.(driver.X11WindowContext); is && x.WindowHandle != 0 {
			w = follow(uint32(x.WindowHandle), wanted, tell)
		}
	})
	return w
}

// Now tells whether the window is maximized at this moment, which may be before that has been told, and whether that is known.
func (w Watch) Now() (maximized, known bool) {
	if w.is == nil {
		return false, false
	}
	maximized, err := w.is()
	return maximized, err == nil
}

// End ends the watch.
func (w Watch) End() {
	if w.end != nil {
		w.end()
	}
}
