package sweep

import (
	"context"
	"fmt"
	"slices"

	"descentlab/optim"
)

// A Sheet holds the outcomes of W by H runs, row by row; row 0 is the top one. Of a sheet that is not finished only every
// Stride-th column and row stands.
type Sheet struct {
	W, H, Stride int
	Cells        []Outcome
}

// At is the outcome of cell (i, j), or of the one that stands for it.
func (s *Sheet) At(i, j int) Outcome { return s.Cells[(j-j%s.Stride)*s.W+i-i%s.Stride] }

// Done says whether every cell has its own outcome.
func (s *Sheet) Done() bool { return s.Stride == 1 }

// MaxSide is the largest number of cells along a side of a sheet.
const MaxSide = 2048

// coarsest is the stride of the first pass.
const coarsest = 8

// A Filler makes the runs of the cells with these numbers, in any order, and stores what becomes of them.
type Filler func(ctx context.Context, cells []int, out []Outcome) error

// Fill fills a sheet from coarse to fine. After each pass publish gets a sheet of its own, which is not changed any more;
// it may be nil. The last one is returned as well.
func Fill(ctx context.Context, w, h int, fill Filler, publish func(*Sheet)) (*Sheet, error) {
	if w < 1 || h < 1 || w > MaxSide || h > MaxSide {
		return nil, fmt.Errorf("a map must have 1 to %d cells along each side; got %d x %d", MaxSide, w, h)
	}
	sheet := &Sheet{W: w, H: h, Cells: make([]Outcome, w*h)}
	for stride := coarsest; stride >= 1; stride /= 2 {
		cells := newCells(w, h, stride)
		out := make([]Outcome, len(cells))
		if err := fill(ctx, cells, out); err != nil {
			return nil, err
		}
		next := &Sheet{W: w, H: h, Stride: stride, Cells: slices.Clone(sheet.Cells)}
		for k, cell := range cells {
			next.Cells[cell] = out[k]
		}
		sheet = next
		if publish != nil {
			publish(sheet)
		}
	}
	return sheet, nil
}

// newCells are the cells of a pass that no coarser one has filled.
func newCells(w, h, stride int) []int {
	var cells []int
	for j := 0; j < h; j += stride {
		for i := 0; i < w; i += stride {
			if stride == coarsest || i%(2*stride) != 0 || j%(2*stride) != 0 {
				cells = append(cells, j*w+i)
			}
		}
	}
	return cells
}

// Starts fills a sheet with the runs of one racer from the middles of the cells of the work's window.
func (w *Work) Starts(spec optim.Spec, cols, rows int, seed uint64, o Options) Filler {
	pass := o.passes(cols * rows)
	return func(ctx context.Context, cells []int, out []Outcome) error {
		starts := make([]Start, len(cells))
		for k, cell := range cells {
			x, y := w.View.Middle(cell%cols, cell/cols, cols, rows)
			starts[k] = Start{X: x, Y: y, Seed: seed}
		}
		return w.FromStarts(ctx, spec, starts, out, pass(len(cells)))
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

// Middle is the middle of cell (i, j) of w by h over the window; row 0 is the top one.
func (r Rect) Middle(i, j, w, h int) (x, y float64) {
	return r.X0 + (float64(i)+0.5)/float64(w)*(r.X1-r.X0), r.Y1 - (float64(j)+0.5)/float64(h)*(r.Y1-r.Y0)
}

// Plane fills a sheet with runs from one start whose racers differ in two knobs.
func (w *Work) Plane(spec optim.Spec, x, y Axis, cols, rows int, start Start, o Options) Filler {
	across, up := w.rounded(spec, x), w.rounded(spec, y)
	pass := o.passes(cols * rows)
	return func(ctx context.Context, cells []int, out []Outcome) error {
		at := func(k int, values []float64) {
			cell := cells[k]
			values[0] = across((float64(cell%cols) + 0.5) / float64(cols))
			values[1] = up(1 - (float64(cell/cols)+0.5)/float64(rows))
		}
		return w.FromSettings(ctx, start, spec, []string{x.Knob, y.Knob}, at, out, pass(len(cells)))
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
