// Package bands shares rows of a picture out among the cores.
package bands

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Bands share rows of a picture out among the cores. Used again and again they allocate nothing.
type Bands struct {
	draw        func(first, last int) // some rows
	work        func()                // what each core does, kept so that starting it costs no memory
	perCore     int                   // chunks: the more, the better cores share what costs differ in
	last, chunk int
	next        atomic.Int64
	others      sync.WaitGroup
}

// Init says once how rows are drawn, and in how many chunks for each core.
func (b *Bands) Init(perCore int, draw func(first, last int)) {
	b.perCore, b.draw = perCore, draw
	b.work = func() {
		b.chunks()
		b.others.Done()
	}
}

// Rows draws rows first to last-1. It returns when all are drawn.
func (b *Bands) Rows(first, last int) {
	if first >= last {
		return
	}
	cores := runtime.GOMAXPROCS(0)
	if cores == 1 {
		b.draw(first, last)
		return
	}
	b.last, b.chunk = last, (last-first)/(b.perCore*cores)+1
	b.next.Store(int64(first))
	b.others.Add(cores - 1)
	for range cores - 1 {
		go b.work()
	}
	b.chunks()
	b.others.Wait()
}

// chunks draws rows as long as there are any left.
func (b *Bands) chunks() {
	for {
		to := int(b.next.Add(int64(b.chunk)))
		if to-b.chunk >= b.last {
			return
		}
		b.draw(to-b.chunk, min(to, b.last))
	}
}
