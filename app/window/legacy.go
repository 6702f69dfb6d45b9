package window

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
