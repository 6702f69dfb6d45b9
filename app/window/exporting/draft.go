package exporting

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"descentlab/app/export"
	"descentlab/app/export/picture"
)

// mostKept is how long a file is that is kept until it is wanted, in bytes. Of a longer one only the length is known.
const mostKept = 64 << 20

// A draft is a file that is made to tell its size, and kept: who wants it waits for it, and it is not made twice.
type draft struct {
	of    string // what of, in which format and look
	soon  chan struct{}
	wish  sync.Once
	ended chan struct{}
	end   sync.Once

	mu   sync.Mutex
	part float64 // that is made

	// Once it has ended:
	size int64
	data []byte // all of it, unless it is too long
	err  error
}

// draftKey says what a draft is of.
func draftKey(offer export.Offer, ending string, look picture.Look) string {
	return fmt.Sprint(offer.Key, ending, look)
}

func newDraft(of string) *draft {
	return &draft{of: of, soon: make(chan struct{}), ended: make(chan struct{})}
}

// Write takes in what the file holds.
func (f *draft) Write(data []byte) (int, error) {
	f.size += int64(len(data))
	switch {
	case f.size > mostKept:
		f.data = nil
	default:
		f.data = append(f.data, data...)
	}
	return len(data), nil
}

// finish says that nothing more comes.
func (f *draft) finish(err error) {
	f.end.Do(func() {
		f.err = err
		close(f.ended)
	})
}

// whole tells whether all of it is there.
func (f *draft) whole() bool {
	select {
	case <-f.ended:
		return f.err == nil && f.size <= mostKept
	default:
		return false
	}
}

// reached takes in which part is made, 0 to 1.
func (f *draft) reached(part float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.part = max(f.part, part)
}

func (f *draft) progress() float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.part
}

// hurry asks for it at once.
func (f *draft) hurry() { f.wish.Do(func() { close(f.soon) }) }

// tick is how often who waits hears how far it is.
const tick = 50 * time.Millisecond

// wait waits until it is there, and tells whether it is whole. The error is the context's.
func (f *draft) wait(ctx context.Context, part func(float64)) (whole bool, err error) {
	f.hurry()
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	for {
		select {
		case <-f.ended:
			return f.whole(), nil
		case <-ctx.Done():
			return false, ctx.Err()
		case <-ticker.C:
			part(f.progress())
		}
	}
}

// look makes the preview, and a little later the file.
func (f *draft) look(ctx context.Context, offer export.Offer, ending string, look picture.Look, w, h int, done func(float64),
	publish func(view)) error {
	var made atomic.Bool // the result was, for the preview: its makers tell of it, all at once
	preview, err := offer.Preview(export.Hearers{Context: ctx, Look: look, Done: func(part float64) {
		made.Store(true)
		f.reached(makingPart * part)
		done(part)
	}}, ending, w, h)
	if err != nil {
		return err
	}
	if f.whole() { // it was made for a preview of another size
		publish(view{preview, f.size})
		return nil
	}
	publish(view{preview: preview})
	select {
	case <-time.After(rest):
	case <-f.soon:
	case <-ctx.Done():
		return ctx.Err()
	}
	begun := 0.0
	if made.Load() {
		begun = makingPart
	}
	err = offer.Stream(export.Hearers{Context: ctx, Look: look, Done: func(part float64) {
		f.reached(begun + (1-begun)*part)
	}}, ending, f)
	if err == nil {
		f.finish(nil)
		publish(view{preview, f.size})
	}
	return err
}

// makingPart is the part of the work that making a result counts, if it has to be made.
const makingPart = 0.5
