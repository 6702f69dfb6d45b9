// Command emptywindow opens a window of Fyne's with one flat picture in it, and does nothing more: what starting and
// idling cost a program before it has a line of its own. The bench command holds Descent Lab's window against it.
package main

import (
	"fmt"
	"image"
	"os"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
)

func main() {
	// The generator of a raster runs when the window is painted, so its first call is the first picture.
	var first sync.Once
	picture := canvas.NewRaster(func(w, h int) image.Image {
		first.Do(func() { fmt.Fprintln(os.Stderr, "first picture shown") })
		return image.NewRGBA(image.Rect(0, 0, w, h))
	})
	w := app.NewWithID("descentlab.emptywindow").NewWindow("empty")
	w.SetContent(picture)
	w.Resize(fyne.NewSize(1440, 900))
	w.ShowAndRun()
}
