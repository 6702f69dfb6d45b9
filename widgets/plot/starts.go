package plot

// starts finds the piece of a level that starts at an edge. It has room for these pieces and not for all edges: a level meets few
// of them, and a table of all would be as large as the grid.
type starts struct {
	slots []start // a power of two
	shift uint
}

type start struct {
	edge  int32 // 1 + its number; 0: the slot is free
	piece int32 // 1 + the piece; 0: there is none any more
}

// fill puts pieces in the place of what is there.
func (t *starts) fill(pieces []piece) {
	bits := uint(1)
	for 1<<bits < 2*len(pieces) {
		bits++
	}
	t.shift = 32 - bits
	if n := 1 << bits; n <= cap(t.slots) {
		t.slots = t.slots[:n]
		clear(t.slots)
	} else {
		t.slots = make([]start, n)
	}
	for s, p := range pieces {
		*t.slot(p.from) = start{p.from + 1, int32(s) + 1}
	}
}

// slot is where an edge is, or would be.
func (t *starts) slot(edge int32) *start {
	const spread = 2654435769 // 2^32 by the golden ratio
	for i := int(uint32(edge) * spread >> t.shift); ; i++ {
		if s := &t.slots[i&(len(t.slots)-1)]; s.edge == edge+1 || s.edge == 0 {
			return s
		}
	}
}

// at is 1 + the piece that starts at an edge, or 0.
func (t *starts) at(edge int32) int32 { return t.slot(edge).piece }

// take takes the piece that starts at an edge away.
func (t *starts) take(edge int32) { t.slot(edge).piece = 0 }
