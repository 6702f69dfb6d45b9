package host

import (
	"sync"
	"time"
)

// Posts bring functions to the goroutine of the window, in order, all that wait at once. Fyne runs about one function a frame
// where frames take long: what is posted more often than that would wait longer and longer, and with it the pictures that it
// brings.
type Posts struct {
	do func(func()) // fyne.Do

	mu      sync.Mutex
	waiting []func()
	called  bool // run is on its way
	closed  bool

	came   chan struct{} // something waits; holds one
	waited time.Time     // when Soon last waited
}

// NewPosts bring them there by a function such as fyne.Do.
func NewPosts(do func(func())) *Posts { return &Posts{do: do, came: make(chan struct{}, 1)} }

// Post lets a function run soon.
func (p *Posts) Post(f func()) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return
	}
	p.waiting = append(p.waiting, f)
	first := !p.called
	p.called = true
	p.mu.Unlock()
	select {
	case p.came <- struct{}{}:
	default:
	}
	if first {
		p.do(p.run)
	}
}

const (
	shortly = 8 * time.Millisecond  // most races are recorded in less
	pulse   = 12 * time.Millisecond // a little less than a frame takes
)

// Soon is for the goroutine of the window, when something was asked for that is likely to come at once: it waits a moment for it
// and does it, so that the frame that shows the hand's move shows what comes of it. Otherwise that would be a frame or two
// behind, since Fyne lets chance choose between a function and the next frame. It waits once a frame: a mouse may move many
// times in one.
func (p *Posts) Soon() {
	if time.Since(p.waited) < pulse {
		return
	}
	select {
	case <-p.came: // of what has been done since
	default:
	}
	if !p.waits() {
		limit := time.NewTimer(shortly)
		defer limit.Stop()
		select {
		case <-p.came:
		case <-limit.C:
		}
	}
	p.run()
	p.waited = time.Now()
}

// waits tells whether there is anything to do.
func (p *Posts) waits() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.waiting) > 0
}

// run does all that waits. What is posted meanwhile waits for the next frame.
func (p *Posts) run() {
	p.mu.Lock()
	list := p.waiting
	p.waiting, p.called = nil, false
	p.mu.Unlock()
	for _, f := range list {
		f()
	}
}

// Close drops what waits and all that is posted from now on: without its loop Fyne would do it on the goroutine that asks.
func (p *Posts) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.waiting, p.closed = nil, true
}
