package job_test

import (
	"context"
	"testing"
	"time"

	"descentlab/app/job"
)

// count is work in many small parts, of which it tells how many it has done.
func count(done chan<- int) job.Work[int] {
	return func(ctx context.Context, r *job.Report[int]) error {
		for i := 0; ctx.Err() == nil; i++ {
			r.Done(0.5)
			select {
			case done <- i:
			case <-ctx.Done():
			}
		}
		return ctx.Err()
	}
}

// TestHeldWorkRests: it does nothing more until it may go on from where it was, and what is asked for meanwhile has to wait too.
func TestHeldWorkRests(t *testing.T) {
	w := newWindow()
	j := job.New[int](w.post, nil)
	done := make(chan int)
	j.Ask("a", count(done))
	<-done
	j.Hold(true)
	j.Hold(true)
	last := 0
	for resting := false; !resting; {
		select {
		case last = <-done:
		case <-time.After(50 * time.Millisecond):
			resting = true
		}
	}
	if last > 2 || !j.Busy() {
		t.Errorf("it has gone on to part %d, busy: %t", last, j.Busy())
	}
	j.Hold(false)
	if next := <-done; next != last+1 {
		t.Errorf("it goes on with part %d after %d", next, last)
	}
	j.Hold(true)
	j.Ask("b", give(7))
	for waiting := true; waiting; {
		select {
		case f := <-w.posts:
			f()
		case <-time.After(50 * time.Millisecond):
			waiting = false
		}
	}
	if _, made := j.Result(); made {
		t.Error("what is asked for while it is held begins at once")
	}
	j.Hold(false)
	w.run(t, func() bool { v, _ := j.Result(); return v == 7 })
}

// TestHeldWorkCanBeGivenUp: whoever waits for its end does not wait for ever.
func TestHeldWorkCanBeGivenUp(t *testing.T) {
	w := newWindow()
	j := job.New[int](w.post, nil)
	j.Hold(true)
	j.Ask("a", give(1))
	if !j.Interrupt() {
		t.Error("there is nothing to interrupt")
	}
	j.Join()
	if _, made := j.Result(); made {
		t.Error("it has a result")
	}
}
