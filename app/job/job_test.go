package job_test

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"testing"
	"time"

	"descentlab/app/job"
)

// A window is the goroutine of the window: what is posted waits until it is run.
type window struct{ posts chan func() }

func newWindow() *window { return &window{make(chan func(), 100)} }

func (w *window) post(f func()) { w.posts <- f }

// run runs what is posted until a condition holds.
func (w *window) run(t *testing.T, until func() bool) {
	t.Helper()
	for !until() {
		select {
		case f := <-w.posts:
			f()
		case <-time.After(10 * time.Second):
			t.Fatal("it does not come to pass")
		}
	}
}

// give is work that publishes some results.
func give(results ...int) job.Work[int] {
	return func(_ context.Context, r *job.Report[int]) error {
		for _, v := range results {
			r.Publish(v)
		}
		return nil
	}
}

// hang is work that publishes a result when it may and then waits for its end.
func hang(may <-chan int) job.Work[int] {
	return func(ctx context.Context, r *job.Report[int]) error {
		for {
			select {
			case v := <-may:
				r.Publish(v)
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
}

func TestResultsFromCoarseToFine(t *testing.T) {
	w, changes := newWindow(), 0
	j := job.New[int](w.post, func() { changes++ })
	if _, made := j.Result(); made || j.Busy() || j.Fresh() {
		t.Fatal("there is a result before any wish")
	}
	if !j.Ask("a", give(1, 2)) || j.Ask("a", give(3)) {
		t.Fatal("a wish is begun once")
	}
	w.run(t, func() bool { return !j.Busy() })
	if v, made := j.Result(); !made || v != 2 || !j.Fresh() || j.Of() != "a" || changes != 3 {
		t.Errorf("%d of %q, made %t, %d changes", v, j.Of(), made, changes)
	}
	if j.Ask("a", give(3)) {
		t.Error("what is done is done again")
	}
	j.Stop()
	if v, _ := j.Result(); v != 2 || j.Fresh() {
		t.Error("Stop drops the result, or keeps the key")
	}
	if !j.Ask("a", give(4)) {
		t.Error("after Stop it cannot be asked for again")
	}
	w.run(t, func() bool { v, _ := j.Result(); return v == 4 })
	if j.Forget(); j.Of() != "" {
		t.Error("Forget keeps the result")
	}
}

func TestNewestWins(t *testing.T) {
	w := newWindow()
	j := job.New[int](w.post, nil)
	may := make(chan int)
	j.Ask("old", hang(may))
	may <- 1 // published, and not yet taken in
	j.Ask("new", give(2))
	w.run(t, func() bool { return !j.Busy() })
	if v, _ := j.Result(); v != 2 || j.Of() != "new" {
		t.Errorf("%d of %q", v, j.Of())
	}
	j.Join()
}

func TestQueueLetsTheNextResultCome(t *testing.T) {
	w := newWindow()
	j := job.New[int](w.post, nil)
	may := make(chan int, 1)
	j.Ask("first", hang(may))
	if !j.Queue("second", give(2)) || !j.Queue("third", give(3)) || j.Queue("third", give(4)) {
		t.Fatal("wishes are not taken, or one is taken twice")
	}
	var seen []int
	may <- 1
	w.run(t, func() bool {
		if v, made := j.Result(); made && !slices.Contains(seen, v) {
			seen = append(seen, v)
		}
		return !j.Busy()
	})
	if !slices.Equal(seen, []int{1, 3}) {
		t.Errorf("results %v, want the first one's and the newest wish's", seen)
	}
	j.Ask("fourth", hang(may))
	may <- 4
	w.run(t, func() bool { v, _ := j.Result(); return v == 4 })
	j.Queue("fifth", give(5)) // nothing more is awaited of the fourth
	w.run(t, func() bool { v, _ := j.Result(); return v == 5 })
}

func TestAskBeginsWhatWaits(t *testing.T) {
	w := newWindow()
	j := job.New[int](w.post, nil)
	j.Ask("first", hang(nil))
	j.Queue("second", give(2))
	if !j.Ask("second", give(3)) || j.Ask("second", give(4)) {
		t.Fatal("what waits does not begin, or begins twice")
	}
	w.run(t, func() bool { return !j.Busy() })
	if v, _ := j.Result(); v != 3 || !j.Fresh() {
		t.Errorf("%d of %q", v, j.Of())
	}
}

func TestInterrupt(t *testing.T) {
	w := newWindow()
	j := job.New[int](w.post, nil)
	if j.Interrupt() {
		t.Error("there was nothing to interrupt")
	}
	j.Ask("a", give(1))
	w.run(t, func() bool { return !j.Busy() })
	j.Ask("b", hang(nil))
	if !j.Interrupt() || !j.Stopped() || j.Busy() {
		t.Fatal("not interrupted")
	}
	if _, made := j.Result(); made {
		t.Error("the result of another wish stays")
	}
	if j.Ask("b", give(2)) {
		t.Error("what the user has stopped begins by itself")
	}
	if !j.Ask("c", give(3)) || j.Stopped() {
		t.Error("the next wish does not begin")
	}
	w.run(t, func() bool { return !j.Busy() })
	if v, _ := j.Result(); v != 3 {
		t.Error(v)
	}
	may := make(chan int, 1)
	j.Ask("d", hang(may))
	may <- 4
	w.run(t, func() bool { v, _ := j.Result(); return v == 4 })
	if j.Interrupt(); !j.Fresh() {
		t.Error("the coarse result of what was interrupted is dropped")
	}
}

func TestErrorsAndProgress(t *testing.T) {
	w := newWindow()
	j := job.New[int](w.post, nil)
	fault := errors.New("no")
	j.Ask("a", func(context.Context, *job.Report[int]) error { return fault })
	w.run(t, func() bool { return !j.Busy() })
	if j.Err() != fault {
		t.Error(j.Err())
	}
	j.Ask("b", func(ctx context.Context, r *job.Report[int]) error {
		count := r.Counter(1, 2)
		for ctx.Err() == nil {
			count(1, 2)
			time.Sleep(time.Millisecond)
		}
		return nil
	})
	w.run(t, func() bool { _, telling := j.Progress(); return telling })
	if p, _ := j.Progress(); p.Part != 0.75 || p.Sure != (p.Left > 0) || j.Err() != nil {
		t.Errorf("%+v, %v", p, j.Err())
	}
	j.Stop()
	if _, telling := j.Progress(); telling {
		t.Error("progress of what has been stopped")
	}
	j.Join()
}

func TestMeterNeverGoesBack(t *testing.T) {
	now := time.Now()
	m := job.NewMeter(now)
	var last float64
	for i, part := range []float64{0.1, 0.5, 0.3, 2} {
		p, due := m.At(part, now.Add(time.Duration(i+1)*time.Second))
		if !due || p.Part < last || p.Part > 1 || !p.Sure {
			t.Errorf("%v: %+v, due %t", part, p, due)
		}
		last = p.Part
	}
}

// TestResultsOfAJobGivenUpAreLetGo: they are not kept until the window finds the time to hear that nobody waits for them.
func TestResultsOfAJobGivenUpAreLetGo(t *testing.T) {
	w := newWindow()
	gone := make(chan bool, 1)
	published := make(chan bool)
	j := job.New[*[1 << 16]byte](w.post, nil)
	j.Ask("slow", func(ctx context.Context, r *job.Report[*[1 << 16]byte]) error {
		picture := new([1 << 16]byte)
		runtime.AddCleanup(picture, func(gone chan bool) { gone <- true }, gone)
		r.Publish(picture)
		published <- true
		return nil
	})
	<-published
	j.Join()
	runtime.GC()
	select {
	case <-gone:
		t.Fatal("a result that is on its way is gone")
	default:
	}
	j.Stop() // what was posted has not been run
	for range 100 {
		runtime.GC()
		select {
		case <-gone:
			w.run(t, func() bool { return len(w.posts) == 0 })
			if _, made := j.Result(); made {
				t.Error("there is a result of a job that was given up")
			}
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Error("the result is kept")
}
