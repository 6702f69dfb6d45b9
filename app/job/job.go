// Package job works in the background at one thing at a time: the newest wish wins. A job has a key, which says what it is
// of; results, from coarse to fine; progress with an estimate of the time left; and an end that the user can bring about.
//
// All methods are called on the goroutine on which post runs its functions, which is the window's; work runs on another one
// and speaks only through its Report.
package job

import (
	"context"
	"sync"
	"time"
)

// Work makes results of type R. It publishes them by the report, as many as it likes, and ends early when the context does.
// An error, unless the context has ended, is kept for Err.
type Work[R any] func(ctx context.Context, r *Report[R]) error

// A Job makes results of type R, one wish at a time.
type Job[R any] struct {
	post    func(func())
	changed func() // something that the methods below return is another; may be nil
	wait    sync.WaitGroup

	key     string // of the newest wish; "" if there is none
	cancel  context.CancelFunc
	busy    bool
	began   bool // the job at hand has published nothing yet
	stopped bool
	told    Progress
	telling bool
	err     error
	next    *wish[R] // begins after the next result of the job at hand
	gate    gate

	result R
	made   bool
	of     string // key of result
}

type wish[R any] struct {
	key  string
	work Work[R]
}

// New is a job at rest. post runs a function on the goroutine of the window: fyne.Do, or a queue in tests. changed, unless
// it is nil, is called there after every result and whenever what there is to tell has changed.
func New[R any](post func(func()), changed func()) *Job[R] {
	return &Job[R]{post: post, changed: changed}
}

// Ask begins a job, unless its key is that of the newest wish, and tells whether it has. The job at hand is given up; its
// results stay until there are newer ones. A wish that waits since Queue begins at once.
func (j *Job[R]) Ask(key string, work Work[R]) bool {
	if key == j.key && j.next == nil {
		return false
	}
	j.quit()
	j.start(wish[R]{key, work})
	return true
}

// Queue is Ask, but lets the job at hand come to its next result before it is given up: a hand that never rests on a slider
// would else see none. Of several that wait the newest begins.
func (j *Job[R]) Queue(key string, work Work[R]) bool {
	if !j.busy || !j.began {
		return j.Ask(key, work)
	}
	if key == j.key {
		return false
	}
	j.key, j.next = key, &wish[R]{key, work}
	return true
}

func (j *Job[R]) start(w wish[R]) {
	ctx, cancel := context.WithCancel(context.Background())
	j.key, j.cancel, j.busy, j.began, j.next = w.key, cancel, true, true, nil
	j.err, j.stopped, j.telling = nil, false, false
	r := &Report[R]{job: j, ctx: ctx, key: w.key, meter: NewMeter(time.Now())}
	j.wait.Go(func() {
		j.gate.pass(ctx)
		err := w.work(ctx, r)
		r.say(func() { j.end(err) })
	})
}

// end takes in that the job at hand has done its work.
func (j *Job[R]) end(err error) {
	j.cancel()
	j.busy, j.telling, j.err = false, false, err
	if j.next != nil {
		j.start(*j.next)
	}
	j.tell()
}

// quit gives the job at hand up.
func (j *Job[R]) quit() {
	if j.cancel != nil {
		j.cancel()
	}
	j.busy, j.telling, j.next = false, false, nil
}

func (j *Job[R]) tell() {
	if j.changed != nil {
		j.changed()
	}
}

// Stop gives the job at hand up and forgets its key, so that it may be asked for again. Its results stay.
func (j *Job[R]) Stop() {
	told := j.telling || j.stopped
	j.quit()
	j.key, j.stopped, j.err = "", false, nil
	if told {
		j.tell()
	}
}

// Forget is Stop, and drops the result.
func (j *Job[R]) Forget() {
	j.Stop()
	j.drop()
}

func (j *Job[R]) drop() {
	var none R
	j.result, j.made, j.of = none, false, ""
}

// Interrupt gives the job at hand up on the user's wish: it is not begun again before another one has been asked for. A
// result of another key, which it was to take the place of, is dropped. It tells whether there was a job.
func (j *Job[R]) Interrupt() bool {
	if !j.busy {
		return false
	}
	j.quit()
	if j.of != j.key {
		j.drop()
	}
	j.stopped = true
	j.tell()
	return true
}

// Hold lets the job at hand, and those that are asked for meanwhile, rest where they next speak; without held they go on. It does
// not keep a job from being given up.
func (j *Job[R]) Hold(held bool) { j.gate.set(held) }

// Result is the newest result, and whether there is one. It may be of an older wish: see Fresh.
func (j *Job[R]) Result() (R, bool) { return j.result, j.made }

// Of is the key of the result; "" if there is none.
func (j *Job[R]) Of() string { return j.of }

// Key is that of the newest wish; "" if there is none.
func (j *Job[R]) Key() string { return j.key }

// Fresh tells whether the result is of the newest wish.
func (j *Job[R]) Fresh() bool { return j.made && j.of == j.key }

// Busy tells whether a job is at hand.
func (j *Job[R]) Busy() bool { return j.busy }

// Stopped tells whether the user has ended the last job.
func (j *Job[R]) Stopped() bool { return j.stopped }

// Progress is how much of the job at hand is done, and whether that is worth telling.
func (j *Job[R]) Progress() (Progress, bool) { return j.told, j.telling }

// Err is why the last job has failed; nil if it has not.
func (j *Job[R]) Err() error { return j.err }

// End is Stop, and waits until nothing runs any more: nothing is read or written after it.
func (j *Job[R]) End() {
	j.Stop()
	j.Join()
}

// Join waits until no work runs any more; what has been published by then is on its way through post.
func (j *Job[R]) Join() { j.wait.Wait() }
