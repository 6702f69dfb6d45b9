// Package widgettest is for the tests of widgets: a window in the program's theme, golden pictures, and the events of a mouse
// and a keyboard as the desktop driver sends them.
package widgettest

import (
	"image"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// In puts a widget into a window of 300 by 200 units.
func In[W fyne.CanvasObject](t *testing.T, build func() W) (W, fyne.Window) {
	t.Helper()
	var made W
	w := Window(t, plot.DarkPalette(), fyne.NewSize(300, 200), func() fyne.CanvasObject {
		made = build()
		return container.NewVBox(made)
	})
	return made, w
}

// Window puts what build returns into a window of the test driver under a palette's theme.
func Window(t *testing.T, p *plot.Palette, size fyne.Size, build func() fyne.CanvasObject) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(skin.NewTheme(p))
	w := test.NewTempWindow(t, build())
	w.SetPadded(false)
	w.Resize(size)
	return w
}

// Shoot draws a window's canvas at a scale.
func Shoot(w fyne.Window, scale float32) image.Image {
	c := w.Canvas().(software.WindowlessCanvas)
	c.SetScale(scale)
	return c.Capture()
}

var Palettes = map[string]*plot.Palette{"dark": plot.DarkPalette(), "light": plot.LightPalette()}
