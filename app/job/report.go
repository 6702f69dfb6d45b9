package job

import (
	"context"
	"sync/atomic"
	"time"
)

// A Report is how work speaks. Its methods may be called from any goroutine; what they say of a job that has been given up
// is lost.
type Report[R any] struct {
	job   *Job[R]
	ctx   context.Context
	key   string
	meter *Meter
}

// say runs f on the goroutine of the window, unless the job has been given up by then.
func (r *Report[R]) say(f func()) {
	r.job.post(func() {
		if r.ctx.Err() == nil {
			f()
		}
	})
}

// Publish gives a result: the last one, or a coarse one that finer ones will follow. If the job is given up before the window has
// found the time to hear of it, the result is let go at once: where everything is slow, pictures that nobody waits for would pile
// up.
func (r *Report[R]) Publish(result R) {
	defer r.job.gate.pass(r.ctx)
	var kept atomic.Pointer[R]
	kept.Store(&result)
	taken := context.AfterFunc(r.ctx, func() { kept.Store(nil) })
	r.say(func() {
		taken()
		j, got := r.job, kept.Load()
		if got == nil {
			return // given up this moment
		}
		j.result, j.made, j.of, j.began = *got, true, r.key, false
		if j.next != nil {
			next := *j.next
			j.quit()
			j.start(next)
		}
		j.tell()
	})
}

// Done says that a part of the work, 0 to 1, is done.
func (r *Report[R]) Done(part float64) {
	r.job.gate.pass(r.ctx)
	if p, due := r.meter.At(part, time.Now()); due {
		r.say(func() {
			r.job.told, r.job.telling = p, true
			r.job.tell()
		})
	}
}

// Counter says how much is done of the k-th one of n equal parts of the work, in whatever units that counts.
func (r *Report[R]) Counter(k, n int) func(done, all int) {
	return func(done, all int) { r.Done((float64(k) + float64(done)/float64(all)) / float64(n)) }
}
