package raster

import "runtime"

// A stock lends what costs much to make, as many as there are cores and one more. A sync.Pool would lose them whenever the
// garbage collector runs, which in the window is several times a second.
type stock[T any] chan *T

func newStock[T any]() stock[T] { return make(stock[T], runtime.GOMAXPROCS(0)+1) }

func (s stock[T]) get() *T {
	select {
	case t := <-s:
		return t
	default:
		return new(T)
	}
}

func (s stock[T]) put(t *T) {
	select {
	case s <- t:
	default:
	}
}
