package window

import "sync"

// posts bring functions to the goroutine of the window, in order, all that wait at once. Fyne runs about one function a frame
// where frames take long: what is posted more often than that would wait longer and longer, and with it the pictures that it
// brings.
type posts struct {
	do func(func()) // fyne.Do

	mu      sync.Mutex
	waiting []func()
	called  bool // run is on its way
	closed  bool
}

// post lets a function run soon.
func (p *posts) post(f func()) {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return
	}
	p.waiting = append(p.waiting, f)
	first := !p.called
	p.called = true
	p.mu.Unlock()
	if first {
		p.do(p.run)
	}
}

// run does all that waits. What is posted meanwhile waits for the next frame.
func (p *posts) run() {
	p.mu.Lock()
	list := p.waiting
	p.waiting, p.called = nil, false
	p.mu.Unlock()
	for _, f := range list {
		f()
	}
}

// close drops what waits and all that is posted from now on: without its loop Fyne would do it on the goroutine that asks.
func (p *posts) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.waiting, p.closed = nil, true
}
