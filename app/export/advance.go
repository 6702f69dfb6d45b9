package export

import (
	"sync"

	"descentlab/optim/race"
)

// An advance tells how much is done of a race that is recorded while it is written.
type advance struct {
	out    *Output
	weight float64 // of the recording, in all of the work

	mu          sync.Mutex
	made, wrote float64
}

// rowWork is what it takes to write a row, in updates of a racer: about that.
const rowWork = 5

// newAdvance begins with nothing. Of a race of very many steps few rows are written: its work is to record it.
func newAdvance(out *Output, steps int) *advance {
	rows := float64(min(steps, race.MaxSteps))
	return &advance{out: out, weight: float64(steps) / (float64(steps) + rowWork*rows)}
}

// recorded hears which part of the race is recorded, from several goroutines.
func (a *advance) recorded(part float64) {
	a.mu.Lock()
	a.made = max(a.made, part)
	a.mu.Unlock()
	_ = a.tell() // an end is noticed by who records
}

// written hears which part is written.
func (a *advance) written(part float64) error {
	a.mu.Lock()
	a.wrote = part
	a.mu.Unlock()
	return a.tell()
}

func (a *advance) tell() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.out.reached(a.weight*a.made + (1-a.weight)*a.wrote)
}
