package sweep

import (
	"context"
	"math"
	"math/bits"
	"slices"

	"descentlab/internal/lanes"
	"descentlab/optim"
	"descentlab/optim/race"
)

// herdSize is how many runs go side by side: enough to share the cost of a step's instructions, few enough for the cache.
const herdSize = 128

// A herd makes many runs of one separable plan side by side: they are one run of a point that has the first coordinates
// of all and then the second ones. The columns of runs that go on come first; the others are dropped when they have become many.
type herd struct {
	work   *Work
	wide   *wide
	plan   *optim.Plan         // for one run
	plans  map[int]*optim.Plan // by number of columns
	row    []float64
	from   []float64   // room for the starts
	runs   []int       // of each column that goes on: which run it is
	tracks []track     // the same
	rounds []cycle     // the same, if runs can go round in one; else none
	marks  []float64   // of the rounds, coordinate by coordinate: where a run may have been before
	rare   []int       // columns that need a closer look at the present step
	watch  lanes.Watch // where each column stays at its target, or off all targets, and its lowest loss
	left   []uint8     // the columns that do not, as lanes.Watch tells them
	lapped bool        // some run goes round, and is to make a part of its last round

	sampled, stochastic bool      // of the loss
	exact               []float64 // losses of the present step: the herd's own, unless it meets samples
	apart, grads        []float64 // room for the exact ones
}

// wide lets a herd look like one objective.
type wide struct {
	optim.Wide
	losses []float64
	finite bool // losses and gradients are known to be
}

func (w *wide) Dim() int { return 2 * len(w.losses) }

// Eval keeps the losses of all; the one that it returns is for nobody, since separable rules do not look at it.
func (w *wide) Eval(grad, x []float64, draw int) float64 {
	w.finite = w.Many(w.losses, grad, x, draw)
	return 0
}

// planFor is the plan for n runs side by side.
func (h *herd) planFor(n int) *optim.Plan {
	p := h.plans[n]
	if p == nil {
		p = h.plan.Resized(2 * n)
		h.plans[n] = p
	}
	return p
}

// drive makes the runs from the starts and stores what becomes of them in out. The error is the context's.
func (h *herd) drive(ctx context.Context, starts []Start, out []Outcome) error {
	n := len(starts)
	plan := h.planFor(n)
	h.row, h.from, h.wide.losses = grown(h.row, plan.Width()), grown(h.from, 2*n), grown(h.wide.losses, n)
	h.runs, h.tracks, h.rounds = h.runs[:0], h.tracks[:0], h.rounds[:0]
	timeless := plan.Timeless() && !h.stochastic
	h.marks, h.lapped = grown(h.marks, 2*n), false
	for _, list := range [...]*[]float64{&h.watch.X, &h.watch.Y, &h.watch.Square, &h.watch.Best} {
		*list = grown(*list, n)
	}
	h.left = grown(h.left, lanes.Groups(n))
	for i, s := range starts {
		h.from[i], h.from[n+i] = s.X, s.Y
		h.runs = append(h.runs, i)
	}
	plan.Start(h.row, h.wide, h.from)
	h.judge(plan)
	for i := range starts {
		h.tracks = append(h.tracks, newTrack(h.exact[i]))
		h.watch.Best[i] = h.exact[i]
		if timeless {
			h.rounds = append(h.rounds, newCycle())
		}
	}
	for t := 0; ; t++ {
		h.judge(plan)
		h.look(plan, t, out)
		if len(h.runs) == 0 {
			return nil
		}
		if left := roomFor(len(h.runs)); 4*left <= 3*n {
			plan = h.shrink(plan, left)
			n = left
		}
		if t%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		plan.Next(h.row, h.row, h.wide, t)
	}
}

// judge finds the exact losses, by which runs are judged, whatever samples they meet.
func (h *herd) judge(plan *optim.Plan) {
	if h.exact = h.wide.losses; h.sampled {
		n := plan.Dim() / 2
		h.apart, h.grads = grown(h.apart, n), grown(h.grads, 2*n)
		h.wide.Many(h.apart, h.grads, plan.X(h.row), optim.Exact)
		h.exact = h.apart
	}
}

// slope is the length of the exact gradient at a point where the herd has met the gradient (gx, gy).
func (h *herd) slope(x, y, gx, gy float64) float64 {
	if h.stochastic {
		var f [1]float64
		var g [2]float64
		h.wide.Many(f[:], g[:], []float64{x, y}, optim.Exact)
		gx, gy = g[0], g[1]
	}
	return math.Hypot(gx, gy)
}

// look takes step t of every run in. It sees every step of every run, so what is rare is left to settle.
func (h *herd) look(plan *optim.Plan, t int, out []Outcome) {
	if t == h.work.last() || t&(t-1) == 0 || h.lapped {
		h.rare = h.rare[:0]
		for i := range h.runs {
			h.rare = append(h.rare, i)
		}
	} else {
		h.sift(plan)
	}
	// From the last one on, since the last column takes the place of one that is dropped.
	for _, i := range slices.Backward(h.rare) {
		if h.settle(plan, t, i, out) {
			h.drop(plan, i)
		}
	}
	if h.work.early(t) && !h.work.early(t+1) {
		for i := range h.tracks {
			h.tracks[i].bestEarly = h.watch.Best[i]
		}
	}
}

// sift keeps the lowest losses, and finds the columns that need a closer look: those that may have failed, that have come to
// a target or left one, and that may have been where they are before.
func (h *herd) sift(plan *optim.Plan) {
	n, columns := plan.Dim()/2, len(h.tracks)
	xs, ys := plan.X(h.row)[:n], plan.X(h.row)[n:][:n]
	h.rare = h.rare[:0]
	if h.wide.finite {
		h.watch.Look(h.left, xs[:columns], ys, h.exact)
		for i := range h.rounds {
			if xs[i] == h.marks[i] && ys[i] == h.marks[len(h.marks)/2+i] {
				h.left[i/4] |= 1 << (i % 4)
			}
		}
		for group, which := range h.left[:lanes.Groups(columns)] {
			for ; which != 0; which &= which - 1 {
				i := 4*group + bits.TrailingZeros8(which)
				h.inspect(i, xs[i], ys[i], false)
			}
		}
		return
	}
	gxs, gys := plan.Grad(h.row)[:n], plan.Grad(h.row)[n:][:n]
	for i := range h.tracks {
		// The sum is infinite, or not a number, if one of them is.
		h.inspect(i, xs[i], ys[i], !h.wide.finite && 0*(h.wide.losses[i]+gxs[i]+gys[i]) != 0)
	}
}

// inspect is sift for one column, that may have failed already. What needs no closer look is left alone until it leaves its disc.
func (h *herd) inspect(i int, x, y float64, failed bool) {
	if failed || !(x*x+y*y <= race.Far) {
		h.rare = append(h.rare, i)
		return
	}
	tr, where := &h.tracks[i], h.work.where
	if loss := h.exact[i]; loss < h.watch.Best[i] {
		h.watch.Best[i] = loss
	}
	moved := false
	if len(h.work.Targets) > 0 && !where.stays(tr.target, x, y) {
		if cell := where.cell(x, y); cell != nowhere || tr.target >= 0 {
			moved = where.among(cell, x, y) != tr.target
		}
	}
	if half := len(h.marks) / 2; moved || len(h.rounds) > 0 && x == h.marks[i] && y == h.marks[half+i] {
		h.rare = append(h.rare, i)
		return
	}
	h.enclose(i, x, y)
}

// enclose gives a column at (x, y) the disc that it has to leave before it needs a look again.
func (h *herd) enclose(i int, x, y float64) {
	r := h.work.where.apart(h.tracks[i].target, x, y)
	h.watch.X[i], h.watch.Y[i], h.watch.Square[i] = r.x, r.y, r.square
}

// settle takes in what step t of a column's run has beside its loss, and tells whether the run has ended with it.
func (h *herd) settle(plan *optim.Plan, t, i int, out []Outcome) bool {
	w, n, tr, spent := h.work, plan.Dim()/2, &h.tracks[i], plan.Evaluations(h.row)
	x, y := plan.X(h.row)[i], plan.X(h.row)[n+i]
	gx, gy := plan.Grad(h.row)[i], plan.Grad(h.row)[n+i]
	tr.best = h.watch.Best[i]
	why := race.Judge([]float64{x, y}, []float64{gx, gy}, h.wide.losses[i])
	last := w.last()
	over := t == last || why != race.Finished
	if why == race.Finished {
		if best := h.exact[i]; best < tr.best {
			tr.best = best
		}
		tr.stay(t, w.where.at(x, y), spent)
		if len(h.rounds) > 0 {
			round := &h.rounds[i]
			if round.meet(t, last, x, y, spent) {
				round.prolong(tr)
				over, t, spent = true, last, spent+round.cost
			}
			half := len(h.marks) / 2
			h.marks[i], h.marks[half+i], h.lapped = round.x, round.y, h.lapped || round.stop >= 0
		}
	}
	h.watch.Best[i] = tr.best
	if over {
		out[h.runs[i]] = tr.end(w, t, why, x, y, h.exact[i], h.slope(x, y, gx, gy), spent)
	} else {
		h.enclose(i, x, y)
	}
	return over
}

// drop lets the last column that goes on take the place of column i, whose run has ended. Its old place keeps it as a twin,
// and if it was column i itself the first one's: what is infinite or not a number takes long to compute.
func (h *herd) drop(plan *optim.Plan, i int) {
	n, left := plan.Dim()/2, len(h.runs)-1
	h.runs[i], h.tracks[i], h.wide.losses[i] = h.runs[left], h.tracks[left], h.wide.losses[left]
	h.exact[i] = h.exact[left]
	for _, list := range [...][]float64{h.watch.X, h.watch.Y, h.watch.Square, h.watch.Best} {
		list[i] = list[left]
	}
	h.runs, h.tracks = h.runs[:left], h.tracks[:left]
	if len(h.rounds) > 0 {
		half := len(h.marks) / 2
		h.marks[i], h.marks[half+i] = h.marks[left], h.marks[half+left]
		h.rounds[i] = h.rounds[left]
		h.rounds = h.rounds[:left]
	}
	from := left
	if i == left {
		from = 0
	}
	for _, f := range plan.Fields() {
		if f.Len > 1 {
			column := h.row[f.At:][:2*n]
			column[i], column[n+i] = column[from], column[n+from]
		}
	}
}

// roomFor is how many columns there are for so many runs. There are not many such numbers, so that few plans will do.
func roomFor(runs int) int {
	if runs < 8 {
		return runs
	}
	return (runs + 7) / 8 * 8
}

// shrink drops all columns but the first ones, and returns the plan for these.
func (h *herd) shrink(old *optim.Plan, left int) *optim.Plan {
	n, plan := old.Dim()/2, h.planFor(left)
	fields := plan.Fields()
	// The fields lie in the same order, and what moves moves towards the beginning.
	for k, f := range old.Fields() {
		to := h.row[fields[k].At:]
		if f.Len == 1 {
			to[0] = h.row[f.At]
			continue
		}
		copy(to[:left], h.row[f.At:])
		copy(to[left:][:left], h.row[f.At+n:])
	}
	h.row, h.wide.losses = h.row[:plan.Width()], h.wide.losses[:left]
	return plan
}

// grown is a slice of n zeros, in the room of s if there is enough.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}
