package sweep

import (
	"context"
	"math"
	"slices"

	"descentlab/optim"
	"descentlab/optim/race"
)

// herdSize is how many runs go side by side: enough to share the cost of a step's instructions, few enough for the cache.
const herdSize = 128

// A herd makes many runs of one separable plan side by side: they are one run of a point that has the first coordinates
// of all and then the second ones. When half of the runs have ended, the herd goes on with half as many columns.
type herd struct {
	work   *Work
	wide   *wide
	plan   *optim.Plan         // for one run
	plans  map[int]*optim.Plan // by number of columns
	row    []float64
	from   []float64 // room for the starts
	runs   []int     // which run each column is
	tracks []track
	ended  []bool // the column is none any more: it only keeps the others company
	gone   int    // how many of them
	stay   []int  // room for staying
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
	h.row, h.from = grown(h.row, plan.Width()), grown(h.from, 2*n)
	h.wide.losses = grown(h.wide.losses, n)
	h.runs, h.tracks, h.ended, h.gone = h.runs[:0], h.tracks[:0], grown(h.ended, n), 0
	for i, s := range starts {
		h.from[i], h.from[n+i] = s.X, s.Y
		h.runs = append(h.runs, i)
	}
	plan.Start(h.row, h.wide, h.from)
	for i := range starts {
		h.tracks = append(h.tracks, newTrack(h.wide.losses[i]))
	}
	for t := 0; ; t++ {
		h.look(plan, t, out)
		if h.gone == len(h.runs) {
			return nil
		}
		for 2*h.gone >= len(h.runs) {
			plan = h.halve(plan)
		}
		if t%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		plan.Next(h.row, h.row, h.wide, t)
	}
}

// look takes step t of every run in. It sees every step of every run, so what is rare is left to others.
func (h *herd) look(plan *optim.Plan, t int, out []Outcome) {
	n, w := len(h.runs), h.work
	xs, ys := plan.X(h.row)[:n], plan.X(h.row)[n:][:n]
	gxs, gys := plan.Grad(h.row)[:n], plan.Grad(h.row)[n:][:n]
	losses, tracks, ended := h.wide.losses[:n], h.tracks[:n], h.ended[:n]
	last, early, targets, where := t == w.Steps, w.early(t), len(w.Targets) > 0, w.where
	for i := range ended {
		if ended[i] {
			continue
		}
		tr, x, y, loss := &tracks[i], xs[i], ys[i], losses[i]
		// Zero times anything is zero, unless that is infinite or not a number: one test clears a sound column.
		if !(x*x+y*y+0*(loss+gxs[i]+gys[i]) <= race.Far) {
			if why := race.Judge([]float64{x, y}, []float64{gxs[i], gys[i]}, loss); why != race.Finished {
				h.end(plan, t, i, why, out)
				h.twin(plan, i)
				continue
			}
		}
		if loss < tr.best {
			tr.best = loss
			if early {
				tr.bestEarly = loss
			}
		}
		over := last
		if targets {
			if cell := where.cell(x, y); cell != nowhere || tr.target >= 0 {
				over = tr.stay(w, t, where.among(cell, x, y)) || last
			}
		}
		if over {
			h.end(plan, t, i, race.Finished, out)
		}
	}
}

// end stores the outcome of a column's run, which has ended with step t.
func (h *herd) end(plan *optim.Plan, t, i int, why race.VerdictKind, out []Outcome) {
	n := len(h.runs)
	x, grad := plan.X(h.row), plan.Grad(h.row)
	out[h.runs[i]] = h.tracks[i].end(h.work, t, why, x[i], x[n+i], h.wide.losses[i], math.Hypot(grad[i], grad[n+i]), plan.Evaluations(h.row))
	h.ended[i] = true
	h.gone++
}

// twin lets a column go on as a copy of one that has not ended, for what is infinite or not a number takes long to compute.
func (h *herd) twin(plan *optim.Plan, i int) {
	j := slices.Index(h.ended, false)
	if j < 0 {
		return
	}
	n := len(h.runs)
	for _, f := range plan.Fields() {
		if f.Len > 1 {
			h.row[f.At+i], h.row[f.At+n+i] = h.row[f.At+j], h.row[f.At+n+j]
		}
	}
}

// halve drops half of the columns, of runs that have ended, and returns the plan for those that stay.
func (h *herd) halve(old *optim.Plan) *optim.Plan {
	n := len(h.runs)
	left := n / 2
	plan := h.planFor(left)
	stay := h.staying(left)
	fields := plan.Fields()
	for k, f := range old.Fields() {
		to := h.row[fields[k].At:]
		if f.Len == 1 {
			to[0] = h.row[f.At]
			continue
		}
		// The fields lie in the same order, and what moves moves towards the beginning.
		for part := range 2 {
			for c, i := range stay {
				to[part*left+c] = h.row[f.At+part*n+i]
			}
		}
	}
	for c, i := range stay {
		h.runs[c], h.tracks[c], h.wide.losses[c], h.ended[c] = h.runs[i], h.tracks[i], h.wide.losses[i], h.ended[i]
	}
	h.row, h.runs, h.tracks = h.row[:plan.Width()], h.runs[:left], h.tracks[:left]
	h.wide.losses, h.ended = h.wide.losses[:left], h.ended[:left]
	h.gone -= n - left
	return plan
}

// staying are the columns that go on: all whose runs do, and as many others as there is room for.
func (h *herd) staying(left int) []int {
	room := left - (len(h.runs) - h.gone)
	h.stay = h.stay[:0]
	for i, ended := range h.ended {
		if ended {
			room--
		}
		if !ended || room >= 0 {
			h.stay = append(h.stay, i)
		}
	}
	return h.stay
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
