// Package telling has what happens in the race told in the background, for every pane that shows it.
package telling

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/events"
	"descentlab/app/window/desk"
)

// A Teller tells of each race once, and of the newest one first. Runs that are the same as in the last race on the same surface
// are not looked at again. What it tells goes through the lab, as State.Chronicle.
type Teller struct {
	desk desk.Frame
	work *job.Job[*lab.Told]

	mu    sync.Mutex // over what is known: a job that is given up may still be at it
	known events.Known
	told  time.Time // when it last began

	asked atomic.Int64 // when it was last asked to, in nanoseconds
}

// While a slider is dragged there is a new race in every frame, and nobody reads as fast: what happens in it is told when the
// hand has rested for a moment, or when the last time is long ago.
const (
	moment = 100 * time.Millisecond
	long   = 600 * time.Millisecond
)

// New is a teller at a desk.
func New(d desk.Frame) *Teller {
	t := &Teller{desk: d}
	t.work = job.New[*lab.Told](d.Post, t.take)
	d.Keep(desk.Quiet(t.work))
	return t
}

// Update tells of another race, or of the same one once more of its surface is known. While the places of a surface are looked
// for anew, in a wider window, what has been told of the race stays.
func (t *Teller) Update(s lab.State, c lab.Change) {
	if c&(lab.TapeChanged|lab.FieldChanged|lab.DocChanged) == 0 || s.Tape == nil || s.Told() {
		return
	}
	if told := s.View.Told; told != nil && told.Tape == s.Tape && told.Field.Known && !s.Field.Known && s.Busy {
		return
	}
	t.asked.Store(time.Now().UnixNano())
	r := s.Run()
	t.work.Queue(fmt.Sprintf("%p %p", r.Tape, r.Field), func(ctx context.Context, report *job.Report[*lab.Told]) error {
		c, err := t.tell(ctx, r)
		if err != nil {
			return err // the context's
		}
		report.Publish(&lab.Told{Chronicle: c, Tape: r.Tape, Field: r.Field, Names: r.Doc.Names()})
		return nil
	})
}

func (t *Teller) tell(ctx context.Context, r lab.Run) (*chronicle.Chronicle, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for time.Since(t.told) < long && time.Since(time.Unix(0, t.asked.Load())) < moment {
		select {
		case <-time.After(moment / 4):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	t.told = time.Now()
	all, err := t.known.Of(ctx, r)
	if err != nil {
		return nil, err
	}
	return events.Tell(r, all), nil
}

// take hands on what has been told.
func (t *Teller) take() {
	if told, made := t.work.Result(); made && t.desk.Lab().State().View.Told != told {
		t.desk.Lab().Look(func(v *lab.View) { v.Told = told })
	}
}
