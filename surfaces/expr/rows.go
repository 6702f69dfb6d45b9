package expr

import (
	"math"
	"slices"
)

// blockLength is how many points of a row go through an instruction at a time: enough to make the switch over
// instructions cheap, few enough that the blocks of a formula stay in the cache.
const blockLength = 128

// rows is the scratch space for Row. Every slot is seen as a block of values; a view is where that block is at the
// moment.
type rows struct {
	stale   bool // parameters have changed
	xs      []float64
	columns [][]float64 // results of byX that byBoth or the caller needs, over all of xs; nil for other slots
	blocks  [][]float64 // of blockLength; nil for slots with columns
	views   [][]float64
}

// Row stores Value(xs[i], y) in dst[i], to the last bit. What depends on y alone is computed once, and what depends
// on x alone is kept for the next row as long as that has the same xs and parameters. The dst must be as long as xs
// and may be xs.
func (e *Eval) Row(dst, xs []float64, y float64) {
	p, r := e.p, &e.rows
	dst = dst[:len(xs)]
	if r.blocks == nil {
		e.makeRows()
	}
	if r.stale || !sameBits(r.xs, xs) {
		e.setColumns(xs)
	}
	e.slots[slotY] = y
	code, first := p.part(onY)
	exec(e.slots, code, first)
	for id, on := range p.on {
		if on == onY {
			fill(r.blocks[id], e.slots[id])
		}
	}
	code, first = p.part(onX | onY)
	for at := 0; at < len(dst); at += blockLength {
		n := min(blockLength, len(dst)-at)
		r.look(at, n)
		execBlocks(r.views, code, first, n)
		copy(dst[at:at+n], r.views[p.result])
	}
}

// makeRows allocates the scratch space; only the columns depend on the length of the rows.
func (e *Eval) makeRows() {
	p, r := e.p, &e.rows
	n := len(p.start)
	r.columns, r.blocks, r.views = make([][]float64, n), make([][]float64, n), make([][]float64, n)
	kept := make([]bool, n)
	kept[p.result] = true
	code, _ := p.part(onX | onY)
	for _, in := range code {
		kept[in.a], kept[in.b], kept[in.c] = true, true, true
	}
	space := make([]float64, n*blockLength)
	for id := range n {
		r.blocks[id] = space[id*blockLength:][:blockLength:blockLength]
		if p.on[id] == onX && (kept[id] || id == slotX) {
			r.columns[id] = []float64{}
		}
	}
	r.stale = true
}

// setColumns computes all that depends on x alone.
func (e *Eval) setColumns(xs []float64) {
	p, r := e.p, &e.rows
	r.stale = false
	r.xs = append(r.xs[:0], xs...)
	for id, column := range r.columns {
		if column != nil {
			r.columns[id] = slices.Grow(column[:0], len(xs))[:len(xs)]
		}
		if p.on[id] == 0 {
			fill(r.blocks[id], e.slots[id])
		}
	}
	copy(r.columns[slotX], xs)
	code, first := p.part(onX)
	for at := 0; at < len(xs); at += blockLength {
		n := min(blockLength, len(xs)-at)
		r.look(at, n)
		execBlocks(r.views, code, first, n)
	}
}

// look turns the views to the n points from at on.
func (r *rows) look(at, n int) {
	for id, column := range r.columns {
		if column != nil {
			r.views[id] = column[at : at+n]
		} else {
			r.views[id] = r.blocks[id][:n]
		}
	}
}

func fill(block []float64, v float64) {
	for i := range block {
		block[i] = v
	}
}

func sameBits(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) })
}
