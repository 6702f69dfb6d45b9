package window

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
)

// inner is a pane of this package as one that a desk may have.
type inner struct {
	object fyne.CanvasObject
	update func(lab.State, lab.Change)
}

// Object is what is seen of it.
func (p inner) Object() fyne.CanvasObject { return p.object }

// Update shows a state.
func (p inner) Update(s lab.State, c lab.Change) { p.update(s, c) }

// work is a pane's work in the background, for Escape and for pictures.
type work struct {
	of   *background
	stop func()
}

// Busy tells whether a job is at hand.
func (w work) Busy() bool { return w.of.busy }

// Interrupt stops it, on the user's wish.
func (w work) Interrupt() bool {
	busy := w.of.busy
	w.stop()
	return busy
}
