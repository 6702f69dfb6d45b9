package contest

import "sync/atomic"

// A meter tells which part of several pieces of work is done.
type meter struct {
	told        func(part float64)
	done, whole atomic.Int64
}

// of begins: the whole is the sum of the pieces.
func (m *meter) of(pieces ...int) *meter {
	for _, p := range pieces {
		m.whole.Add(int64(p))
	}
	return m
}

// next hears how far the next piece is.
func (m *meter) next(piece int) func(done, total int) {
	return func(done, total int) {
		if m.told != nil {
			m.told((float64(m.done.Load()) + float64(piece)*float64(done)/float64(total)) / float64(max(1, m.whole.Load())))
		}
	}
}

// end ends a piece.
func (m *meter) end(piece int) { m.done.Add(int64(piece)) }
