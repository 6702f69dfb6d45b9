package writing

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"descentlab/app/job"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// A Teller says on a terminal how much of some work is done and how long the rest will take, in one line that it takes away in
// the end. Workers may tell it at once.
type Teller struct {
	out   io.Writer // nil if nobody looks
	meter *job.Meter
	now   func() time.Time
	mu    sync.Mutex
	shown bool
}

// NewTeller begins to measure.
func NewTeller() *Teller {
	t := &Teller{meter: job.NewMeter(time.Now()), now: time.Now}
	if info, err := os.Stderr.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		t.out = os.Stderr
	}
	return t
}

// Part hears that a part of the work, 0 to 1, is done.
func (t *Teller) Part(part float64) {
	if t.out == nil {
		return
	}
	p, due := t.meter.At(part, t.now())
	if !due {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.shown = true
	fmt.Fprintf(t.out, "\r%-40s\r%s", "", words.Progress(p.Part, p.Left, p.Sure))
}

// Sweep is the teller of a sweep.
func (t *Teller) Sweep() sweep.Options {
	return sweep.Options{Progress: func(done, all int) { t.Part(float64(done) / float64(all)) }}
}

// Clear takes the line away, for what is printed next.
func (t *Teller) Clear() {
	if t.shown {
		fmt.Fprintf(t.out, "\r%-40s\r", "")
		t.shown = false
	}
}
