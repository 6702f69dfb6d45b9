package main

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
}

// ask starts a job, unless its key is that of the job at hand or last done; it tells whether it has. What work passes to
// say runs on the goroutine of the window, if no newer job has come by then.
func (b *background) ask(key string, work func(ctx context.Context, say func(func()))) bool {
	if key == b.key {
		return false
	}
	b.stop()
	ctx, cancel := context.WithCancel(context.Background())
	b.key, b.cancel = key, cancel
	b.wait.Go(func() {
		work(ctx, func(f func()) {
			b.post(func() {
				if ctx.Err() == nil {
					f()
				}
			})
		})
	})
	return true
}

// stop ends the job at hand and forgets it, so that it may be asked for again.
func (b *background) stop() {
	b.interrupt()
	b.key = ""
}

// interrupt ends the job at hand, which is not begun again unless another one has been asked for.
func (b *background) interrupt() {
	if b.cancel != nil {
		b.cancel()
	}
}

// join waits until the last job has ended.
func (b *background) join() { b.wait.Wait() }
