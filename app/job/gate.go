package job

import (
	"context"
	"sync/atomic"
)

// A gate is passed at once while it is open, as it is at first.
type gate struct {
	closed atomic.Pointer[chan struct{}] // which is closed as the gate opens; nil: it is open
}

// set closes the gate, or opens it. It is called on one goroutine.
func (g *gate) set(closed bool) {
	if !closed {
		if waits := g.closed.Swap(nil); waits != nil {
			close(*waits)
		}
		return
	}
	if g.closed.Load() == nil {
		waits := make(chan struct{})
		g.closed.Store(&waits)
	}
}

// pass waits until the gate is open, or the context ends.
func (g *gate) pass(ctx context.Context) {
	if waits := g.closed.Load(); waits != nil {
		select {
		case <-*waits:
		case <-ctx.Done():
		}
	}
}
