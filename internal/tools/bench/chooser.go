package main

import (
	"path/filepath"
	"strconv"
	"time"
)

const (
	chooserRow   = "window: from a click to the surface chooser"
	chooserLimit = 100 * time.Millisecond
)

// measureChooser opens the chooser of surfaces for the first time, when its pictures are still to be painted, and once more when
// they are there.
func measureChooser(dir string) result {
	r := result{What: chooserRow, Target: float64(chooserLimit), BaseName: "with its pictures painted"}
	u, p, err := open(filepath.Join(dir, "descentlab"), windowSize)
	if err != nil {
		r.Err = err
		return r
	}
	defer p.end()
	first, err := u.openChooser()
	var again time.Duration
	if err == nil {
		time.Sleep(settling)
		again, err = u.openChooser()
	}
	r.Measured, r.Base, r.Err, r.Met = float64(first), float64(again), err, first <= chooserLimit
	return r
}

// openChooser is how long it takes from letting the button go, xdotool's own start included, until the list is painted; it closes
// it again.
func (u *use) openChooser() (time.Duration, error) {
	at := u.places["surface"]
	x, y := strconv.Itoa((at.Min.X+at.Max.X)/2), strconv.Itoa((at.Min.Y+at.Max.Y)/2)
	if err := u.hands("mousemove", x, y, "mousedown", "1", "sleep", "0.3"); err != nil {
		return 0, err
	}
	u.listen()
	clicked := time.Now()
	if err := u.hands("mouseup", "1"); err != nil {
		return 0, err
	}
	if err := waitFor(u.lines, "surface chooser shown"); err != nil {
		return 0, err
	}
	took := time.Since(clicked)
	return took, u.hands("sleep", "0.5", "key", "Escape")
}
