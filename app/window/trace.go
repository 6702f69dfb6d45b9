package window

import (
	"fmt"
	"os"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// With DESCENTLAB_TRACE set, the program says on standard error how fast it is and where its controls are, for whoever
// measures it or drives it from outside.
func tracing() bool { return os.Getenv("DESCENTLAB_TRACE") != "" }

var processStart = time.Now()

// traceShown says that the first race has been drawn.
func traceShown() {
	if tracing() {
		fmt.Fprintf(os.Stderr, "first race shown after %d ms\n", time.Since(processStart).Milliseconds())
	}
}

// Painted says that what has just been shown is painted: "NAME shown". What the window is asked to do is done before it is
// painted, so the second thing comes after that.
func (u *ui) Painted(name string) {
	if tracing() {
		fyne.Do(func() { fyne.Do(func() { fmt.Fprintln(os.Stderr, name, "shown") }) })
	}
}

// tracePlaces says where the window's controls are, in pixels: "place NAME x y width height".
func (u *ui) tracePlaces() {
	if !tracing() {
		return
	}
	scale := u.win.Canvas().Scale()
	say := func(name string, o fyne.CanvasObject) {
		at, size := u.app.Driver().AbsolutePositionForObject(o), o.Size()
		fmt.Fprintf(os.Stderr, "place %s %.0f %.0f %.0f %.0f\n", name, at.X*scale, at.Y*scale, size.Width*scale, size.Height*scale)
	}
	for _, m := range u.seen.marked {
		if o := m.control(); o != nil {
			say(m.name, o)
		}
	}
	if u.rail != nil {
		say("rail", u.rail)
	}
}

// A mark is a control that has a name for whoever drives the window from outside.
type mark struct {
	name    string
	control func() fyne.CanvasObject // nil if there is none now
}

// tracePictures says once a second how many pictures the controls have drawn that count them: "pictures of NAME: N".
func (u *ui) tracePictures() {
	if !tracing() {
		return
	}
	go func() {
		for range time.Tick(time.Second) {
			fyne.Do(u.countPictures)
		}
	}()
}

func (u *ui) countPictures() {
	for _, t := range u.rooms { // also of those that are not seen: there should be no more
		for _, m := range t.marked {
			if c, counts := m.control().(interface{ Pictures() int64 }); counts {
				fmt.Fprintf(os.Stderr, "pictures of %s: %d\n", m.name, c.Pictures())
			}
		}
	}
}

// A frameCounter is invisible and counts how often the window is looked through for painting, several times a frame: whoever
// paints asks every object first whether it is visible.
type frameCounter struct {
	canvas.Rectangle
	asked atomic.Int64
}

// Visible counts.
func (f *frameCounter) Visible() bool {
	f.asked.Add(1)
	return false
}

// traceFrames returns a counter that says once a second "frames painted: N", counted from the start.
func traceFrames() fyne.CanvasObject {
	f := &frameCounter{}
	go func() {
		for range time.Tick(time.Second) {
			fmt.Fprintf(os.Stderr, "frames painted: %d\n", f.asked.Load())
		}
	}()
	return f
}
