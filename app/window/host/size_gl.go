//go:build (linux || windows || darwin) && cgo && !ci && !wasm

package host

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// viewOf is a window that is shown as GLFW knows it; nil: it does not.
func viewOf(win fyne.Window) (view *glfw.Window) {
	if shown, is := win.(interface{ RunWithContext(f func()) }); is {
		shown.RunWithContext(func() { view = glfw.GetCurrentContext() })
	}
	return view
}

// TrueSize tells Fyne how large a window is that is shown. One that fills a screen as soon as it is there is decorated, shrunk
// and then enlarged by the window manager; now and then Fyne 2.8.1 misses the last of these, and paints all of it too small.
func TrueSize(win fyne.Window) {
	view := viewOf(win)
	if view == nil {
		return
	}
	resized := view.SetSizeCallback(nil)
	view.SetSizeCallback(resized)
	if resized != nil {
		w, h := view.GetSize()
		resized(view, w, h)
	}
}
