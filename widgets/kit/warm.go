package kit

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// OpenGL compiles a program when something is first drawn with it, and where it works in software that takes up to 50 ms: the
// first list that opens would hang for as long as all that it is made of. Warmth draws a speck of each, one after the other and
// too faint to be seen, while nobody waits.
type Warmth struct {
	*fyne.Container
}

const (
	warmWide  = 4 // units: sides that are powers of two, and others, have programs of their own
	warmHigh  = 3
	warmPause = 150 * time.Millisecond // between two, so that what moves meanwhile stumbles over one at a time
)

// NewWarmth is what lies over a window's content. Nothing is drawn before Begin.
func NewWarmth() *Warmth {
	faint := color.NRGBA{A: 1}
	round := canvas.NewRectangle(faint)
	round.CornerRadius = 1
	picture := canvas.NewImageFromImage(image.NewNRGBA(image.Rect(0, 0, warmWide, warmHigh)))
	shadow := canvas.NewVerticalGradient(faint, color.Transparent) // at the edge of what scrolls: one by eight
	w := &Warmth{container.NewWithoutLayout(round, canvas.NewRectangle(faint), picture, shadow)}
	for _, o := range w.Objects {
		o.Resize(fyne.NewSize(warmWide, warmHigh))
		o.Hide()
	}
	shadow.Resize(fyne.NewSize(warmWide, 8))
	return w
}

// Begin draws one after the other, and then nothing any more. later runs a function in the window after a pause.
func (w *Warmth) Begin(later func(time.Duration, func())) {
	if len(w.Objects) == 0 {
		return
	}
	w.Objects[0].Show()
	later(warmPause, func() {
		w.Objects = w.Objects[1:]
		w.Begin(later)
	})
}
