package sweep

import (
	"context"
	"math"

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
	from   []float64 // room for the starts
	runs   []int     // of each column that goes on: which run it is
	tracks []track   // the same

	sampled, stochastic bool      // of the loss
	exact               []float64 // losses of the present step: the herd's own, unless it meets samples
	apart, grads        []float64 // room for the exact ones
}

// wide lets a herd look like one objective.
type wide struct {
	optim.Wide
	losses []float64
}

func (w *wide) Dim() int { return 2 * len(w.losses) }

// Eval keeps the losses of all; the one that it returns is for nobody, since separable rules do not look at it.
func (w *wide) Eval(grad, x []float64, draw int) float64 {
	w.Many(w.losses, grad, x, draw)
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
	h.runs, h.tracks = h.runs[:0], h.tracks[:0]
	for i, s := range starts {
		h.from[i], h.from[n+i] = s.X, s.Y
		h.runs = append(h.runs, i)
	}
	plan.Start(h.row, h.wide, h.from)
	h.judge(plan)
	for i := range starts {
		h.tracks = append(h.tracks, newTrack(h.exact[i]))
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

// look takes step t of every run in. It sees every step of every run, so what is rare is left to others.
func (h *herd) look(plan *optim.Plan, t int, out []Outcome) {
	w, n := h.work, plan.Dim()/2
	losses, exact := h.wide.losses[:n], h.exact[:n]
	xs, ys := plan.X(h.row)[:n], plan.X(h.row)[n:][:n]
	gxs, gys := plan.Grad(h.row)[:n], plan.Grad(h.row)[n:][:n]
	last, early, targets, where := t == w.Steps, w.early(t), len(w.Targets) > 0, w.where
	for i := 0; i < len(h.tracks); {
		tr, x, y, loss := &h.tracks[i], xs[i], ys[i], losses[i]
		why, over := race.Finished, last
		// Zero times anything is zero, unless that is infinite or not a number: one test clears a sound column.
		if !(x*x+y*y+0*(loss+gxs[i]+gys[i]) <= race.Far) {
			why = race.Judge([]float64{x, y}, []float64{gxs[i], gys[i]}, loss)
		}
		if why != race.Finished {
			over = true
		} else {
			if best := exact[i]; best < tr.best {
				tr.best = best
				if early {
					tr.bestEarly = best
				}
			}
			if targets {
				if cell := where.cell(x, y); cell != nowhere || tr.target >= 0 {
					over = tr.stay(w, t, where.among(cell, x, y)) || last
				}
			}
		}
		if !over {
			i++
			continue
		}
		out[h.runs[i]] = tr.end(w, t, why, x, y, exact[i], h.slope(x, y, gxs[i], gys[i]), plan.Evaluations(h.row))
		h.drop(plan, i)
	}
}

// drop lets the last column that goes on take the place of column i, whose run has ended. Its old place keeps it as a twin,
// and if it was column i itself the first one's: what is infinite or not a number takes long to compute.
func (h *herd) drop(plan *optim.Plan, i int) {
	n, left := plan.Dim()/2, len(h.runs)-1
	h.runs[i], h.tracks[i], h.wide.losses[i] = h.runs[left], h.tracks[left], h.wide.losses[left]
	h.exact[i] = h.exact[left]
	h.runs, h.tracks = h.runs[:left], h.tracks[:left]
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
