// Command emptywindow opens a window of Fyne's with one flat picture in it, and does nothing more: what starting and
// idling cost a program before it has a line of its own. With -play the picture is another one in every frame, and once a second
// it says how many there were. The bench command holds Descent Lab's window against it.
package main

import (
	"flag"
	"fmt"
	"image"
	"os"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
)

func main() {
	play := flag.Bool("play", false, "show another picture in every frame")
	flag.Parse()

	painted := 0
	// The generator of a raster runs when the window is painted, so its first call is the first picture.
	var first sync.Once
	var page *image.RGBA
	picture := canvas.NewRaster(func(w, h int) image.Image {
		first.Do(func() { fmt.Fprintln(os.Stderr, "first picture shown") })
		if painted++; page == nil || page.Rect.Dx() != w || page.Rect.Dy() != h {
			page = image.NewRGBA(image.Rect(0, 0, w, h))
		}
		page.Pix[painted%len(page.Pix)]++
		return page
	})
	w := app.NewWithID("descentlab.emptywindow").NewWindow("empty")
	w.SetContent(picture)
	w.Resize(fyne.NewSize(1440, 900))
	if *play {
		animation := fyne.NewAnimation(time.Second, func(float32) { picture.Refresh() })
		animation.RepeatCount = fyne.AnimationRepeatForever
		animation.Start()
		go func() {
			for range time.Tick(time.Second) {
				fyne.Do(func() { fmt.Fprintln(os.Stderr, "frames painted:", painted) })
			}
		}()
	}
	w.ShowAndRun()
}
