package window

import (
	"context"
	"sync"
)

// A background works at one thing at a time, away from the goroutine of the window: a newer job cancels the one at hand.
type background struct {
	post   func(func())
	key    string
	cancel context.CancelFunc
	wait   sync.WaitGroup
	busy   bool // a job is at hand

	told    string // how much of the job at hand is done; "" while that is not worth telling
	stopped bool   // the user has ended the last job
	telling func() // told or stopped has changed; may be nil
}

// ask starts a job, unless its key is that of the job at hand or last done; it tells whether it has. What work passes to
// say runs on the goroutine of the window, if no newer job has come by then.
func (b *background) ask(key string, work func(ctx context.Context, say func(func()))) bool {
	if key == b.key {
		return false
	}
	b.stop()
	ctx, cancel := context.WithCancel(context.Background())
	b.key, b.cancel, b.busy = key, cancel, true
	b.wait.Go(func() {
		say := func(f func()) {
			b.post(func() {
				if ctx.Err() == nil {
					f()
				}
			})
		}
		work(ctx, say)
		say(func() {
			b.busy = false
			b.tell("")
		})
	})
	return true
}

// tell says how much of the job at hand is done.
func (b *background) tell(text string) { b.report(text, false) }

func (b *background) report(told string, stopped bool) {
	if b.told != told || b.stopped != stopped {
		b.told, b.stopped = told, stopped
		if b.telling != nil {
			b.telling()
		}
	}
}

// stop ends the job at hand and forgets it, so that it may be asked for again.
func (b *background) stop() {
	b.abandon()
	b.key = ""
	b.report("", false)
}

// interrupt ends the job at hand, on the user's wish: it is not begun again unless another one has been asked for. It tells
// whether there was one.
func (b *background) interrupt() bool {
	if !b.busy {
		return false
	}
	b.abandon()
	b.report("", true)
	return true
}

// abandon ends the job at hand.
func (b *background) abandon() {
	if b.cancel != nil {
		b.cancel()
	}
	b.busy = false
}

// join waits until the last job has ended.
func (b *background) join() { b.wait.Wait() }
