package sweep

import (
	"context"
	"math/bits"

	"descentlab/internal/say"

	"descentlab/optim"
)

// A Sheet holds the outcomes of W by H runs; row 0 is the top one. Of a sheet that is not finished only every Stride-th
// column and row stands; Stride is a power of two.
type Sheet struct {
	W, H, Stride int
	// The outcomes lie in the order in which they are made, pass by pass, and in each row by row. So a coarse sheet is the
	// beginning of the finer ones, and they share their memory.
	cells []Outcome
}

// NewSheet is the finished sheet of w by h outcomes, which are given row by row, the top one first.
func NewSheet(w, h int, rows []Outcome) *Sheet {
	s := &Sheet{W: w, H: h, Stride: 1, cells: make([]Outcome, w*h)}
	for k, o := range rows {
		s.cells[s.place(k%w, k/w)] = o
	}
	return s
}

// At is the outcome of cell (i, j), or of the one that stands for it.
func (s *Sheet) At(i, j int) Outcome { return s.cells[s.place(i&^(s.Stride-1), j&^(s.Stride-1))] }

// Made are the outcomes that the sheet has, each once, in no order that matters. They must not be modified.
func (s *Sheet) Made() []Outcome { return s.cells }

// Done says whether every cell has its own outcome.
func (s *Sheet) Done() bool { return s.Stride == 1 }

// MaxSide is the largest number of cells along a side of a sheet.
const MaxSide = 2048

// coarsest is the stride of the first pass, as the power of two that it is; each later one halves it.
const coarsest = 3

// standing is how many cells stand when the pass of stride 1<<k is done.
func (s *Sheet) standing(k uint) int { return strides(s.W, k) * strides(s.H, k) }

// strides is how many cells of n in a row a pass of stride 1<<k comes to.
func strides(n int, k uint) int { return (n + (1 << k) - 1) >> k }

// place is where the outcome of cell (i, j) lies.
func (s *Sheet) place(i, j int) int {
	k := min(uint(bits.TrailingZeros(uint(i|j))), coarsest)
	across := strides(s.W, k)
	i, j = i>>k, j>>k
	if k == coarsest {
		return j*across + i
	}
	// Coarser passes have made every other cell of every other row.
	fresh := across / 2
	at := s.standing(k+1) + (j/2)*(fresh+across)
	if j&1 == 0 {
		return at + i/2
	}
	return at + fresh + i
}

// cell is which cell's outcome lies at a place.
func (s *Sheet) cell(place int) (i, j int) {
	k := uint(coarsest)
	for place >= s.standing(k) {
		k--
	}
	across := strides(s.W, k)
	if k == coarsest {
		return (place % across) << k, (place / across) << k
	}
	fresh := across / 2
	place -= s.standing(k + 1)
	j, i = place/(fresh+across)*2, place%(fresh+across)
	if i < fresh {
		return (2*i + 1) << k, j << k
	}
	return (i - fresh) << k, (j + 1) << k
}

// A Filler makes the runs of some cells, in any order: what becomes of that of (i, j) = cell(k) is stored in out[k]. It is
// asked for one pass at a time; cell may be called by several goroutines.
type Filler func(ctx context.Context, cell func(k int) (i, j int), out []Outcome) error

// Fill fills a sheet from coarse to fine. After each pass publish gets a sheet of its own, which is not changed any more; if
// it is nil, there is one pass only. The last sheet is returned as well. The error is the filler's, or says that a side is not
// from 1 to MaxSide.
func Fill(ctx context.Context, w, h int, fill Filler, publish func(*Sheet)) (*Sheet, error) {
	if w < 1 || h < 1 || w > MaxSide || h > MaxSide {
		return nil, say.Errorf("a map must have 1 to %d cells along each side; got %d x %d", MaxSide, w, h)
	}
	sheet, all := &Sheet{W: w, H: h}, make([]Outcome, w*h)
	first := coarsest
	if publish == nil {
		first = 0
	}
	done := 0
	for k := first; k >= 0; k-- {
		n := sheet.standing(uint(k))
		cell := func(at int) (i, j int) { return sheet.cell(done + at) }
		if err := fill(ctx, cell, all[done:n]); err != nil {
			return nil, err
		}
		done = n
		sheet = &Sheet{W: w, H: h, Stride: 1 << k, cells: all[:n:n]}
		if publish != nil {
			publish(sheet)
		}
	}
	return sheet, nil
}

// Starts fills a sheet of cols by rows, which Fill must be told as well, with the runs of one racer from the middles of the
// cells of the work's window, all with this seed. Errors are as of FromStarts.
func (w *Work) Starts(spec optim.Spec, cols, rows int, seed uint64, o Options) Filler {
	o.Workers = o.workers()
	crew, pass := make([]*maker, o.Workers), o.passes(cols*rows)
	return func(ctx context.Context, cell func(k int) (i, j int), out []Outcome) error {
		start := func(k int) Start {
			i, j := cell(k)
			x, y := w.View.Middle(i, j, cols, rows)
			return Start{X: x, Y: y, Seed: seed}
		}
		return w.fromStarts(ctx, spec, start, out, crew, pass(len(out)))
	}
}

// passes are the options of one pass after another over a sheet of so many cells: progress counts them all.
func (o Options) passes(all int) func(cells int) Options {
	before := 0
	return func(cells int) Options {
		pass, done := o, before
		before += cells
		if o.Progress != nil {
			pass.Progress = func(n, _ int) { o.Progress(done+n, all) }
		}
		return pass
	}
}

// Plane fills a sheet of cols by rows, which Fill must be told as well, with runs from one start that differ in two knobs, of
// the racer or of the loss: x grows to the right and y upwards. A cell has the values in its middle, so that the ends of
// the axes lie on the sheet's border. Errors are as of FromSettings; Axis.Check and CheckFor tell beforehand what
// they would be.
func (w *Work) Plane(spec optim.Spec, x, y Axis, cols, rows int, start Start, o Options) Filler {
	across, up := w.rounded(spec, x), w.rounded(spec, y)
	pass := o.passes(cols * rows)
	return func(ctx context.Context, cell func(k int) (i, j int), out []Outcome) error {
		at := func(k int, values []float64) {
			i, j := cell(k)
			values[0] = across((float64(i) + 0.5) / float64(cols))
			values[1] = up(1 - (float64(j)+0.5)/float64(rows))
		}
		return w.FromSettings(ctx, start, spec, []string{x.Knob, y.Knob}, at, out, pass(len(out)))
	}
}

// rounded gives the values of an axis as its knob takes them.
func (w *Work) rounded(spec optim.Spec, a Axis) func(share float64) float64 {
	k, loss := w.Knob(a.Knob)
	if !loss {
		k, _ = spec.Knob(a.Knob) // one that the racer lacks is found out when the runs are made
	}
	return func(share float64) float64 { return Round(k, a.At(share)) }
}
