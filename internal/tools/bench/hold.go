package main

import (
	"fmt"
	"path/filepath"
	"time"
)

// holdRow is of the room Curve while Step is held.
const holdRow = "window: pictures a second while Step is held"

// measureHold holds the window in which Step is held against a bare one that shows one picture after another.
func measureHold(dir string) result {
	bare, err := barePace(dir)
	var held pace
	if err == nil {
		held, err = holdPace(dir)
	}
	if again, failed := barePace(dir); failed == nil && again.pictures > bare.pictures {
		bare = again
	}
	return result{What: holdRow, Unit: frames, Target: playRatio * bare.pictures, Measured: held.pictures, Base: bare.pictures,
		BaseName: fmt.Sprintf("a bare window, %v a picture", bare.each.Round(time.Millisecond/10)),
		Note:     fmt.Sprintf("%v of CPU each", held.each.Round(time.Millisecond/10)),
		Met:      held.pictures >= playRatio*bare.pictures, Err: err}
}

// holdPace holds Step in the room Curve: from 8 steps a second on, twice as many every 1.2 seconds.
func holdPace(dir string) (pace, error) {
	u, p, err := open(filepath.Join(dir, "descentlab"), windowSize)
	if err != nil {
		return pace{}, err
	}
	defer p.end()
	if err := u.hands("key", "alt+2", "sleep", "2", "keydown", "space"); err != nil {
		return pace{}, err
	}
	return p.pace("pictures of curve-plot: ")
}
