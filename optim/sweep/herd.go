package sweep

import (
	"context"
	"math"

	"descentlab/optim"
	"descentlab/optim/race"
)

// herdSize is how many runs go side by side: enough to share the cost of a step's instructions, few enough for the cache.
const herdSize = 64

// A herd makes many runs of one separable plan side by side: they are one run of a point that has the first coordinates
// of all and then the second ones. Runs that have ended are dropped, and the others move together.
type herd struct {
	work    *Work
	wide    *wide
	plans   map[int]*optim.Plan // by number of runs
	newPlan func(dim int) (*optim.Plan, error)
	row     []float64
	runs    []int // which run each column is
	tracks  []track
	ended   []bool

	sampled, stochastic bool      // of the loss
	exact               []float64 // losses of the present step: the herd's own, unless it meets samples
	apart, grads        []float64 // room for the exact ones
}

// descend sets the loss of the next runs, which must be an optim.Wide.
func (h *herd) descend(obj optim.Objective) {
	h.wide.Wide = obj.(optim.Wide)
	h.sampled, h.stochastic = optim.Sampled(obj), optim.Stochastic(obj)
}

// judge finds the exact losses, by which runs are judged, whatever samples they meet.
func (h *herd) judge(plan *optim.Plan) {
	if h.exact = h.wide.losses; h.sampled {
		n := len(h.runs)
		h.apart, h.grads = grown(h.apart, n), grown(h.grads, 2*n)
		h.wide.Many(h.apart, h.grads, plan.X(h.row), optim.Exact)
		h.exact = h.apart
	}
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

// plan is the plan for n runs side by side.
func (h *herd) plan(n int) (*optim.Plan, error) {
	if p := h.plans[n]; p != nil {
		return p, nil
	}
	p, err := h.newPlan(2 * n)
	if err == nil {
		h.plans[n] = p
	}
	return p, err
}

// drive makes the runs from the starts and stores what becomes of them in out.
func (h *herd) drive(ctx context.Context, starts []Start, out []Outcome) error {
	n := len(starts)
	plan, err := h.plan(n)
	if err != nil {
		return err
	}
	h.row = grown(h.row, plan.Width())
	h.wide.losses = grown(h.wide.losses, n)
	x := make([]float64, 2*n)
	h.runs, h.tracks, h.ended = h.runs[:0], h.tracks[:0], grown(h.ended, n)
	for i, s := range starts {
		x[i], x[n+i] = s.X, s.Y
		h.runs = append(h.runs, i)
	}
	plan.Start(h.row, h.wide, x)
	h.judge(plan)
	for i := range starts {
		h.tracks = append(h.tracks, newTrack(h.exact[i]))
	}
	for t := 0; ; t++ {
		h.judge(plan)
		gone := h.look(plan, t, out)
		if gone == n {
			return nil
		}
		// A smaller herd only where it pays: half of it and more has gone.
		if 2*gone >= n {
			if plan, err = h.shrink(plan, n, n-gone); err != nil {
				return err
			}
			n -= gone
		}
		if t%patience == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		plan.Next(h.row, h.row, h.wide, t)
	}
}

// look takes step t of every run in, and tells how many of the herd have ended by now. It runs for every step of every run,
// so what is rare is left to settle.
func (h *herd) look(plan *optim.Plan, t int, out []Outcome) (gone int) {
	n := len(h.runs)
	xs, ys := plan.X(h.row)[:n], plan.X(h.row)[n:][:n]
	gxs, gys := plan.Grad(h.row)[:n], plan.Grad(h.row)[n:][:n]
	losses, exact, tracks, ended := h.wide.losses[:n], h.exact[:n], h.tracks[:n], h.ended[:n]
	last, early, targets := t == h.work.Steps, 4*t <= 3*h.work.Steps, len(h.work.Targets) > 0
	for i := range ended {
		if ended[i] {
			gone++
			continue
		}
		tr, x, y, loss := &tracks[i], xs[i], ys[i], losses[i]
		// Zero times anything is zero, unless that is infinite or not a number.
		sound := 0*(loss+gxs[i]+gys[i]) == 0 && x*x+y*y <= race.Far
		if sound && !last && !targets {
			if best := exact[i]; best < tr.best {
				tr.best = best
				if early {
					tr.bestEarly = best
				}
			}
			continue
		}
		if h.settle(plan, t, i, out) {
			gone++
		}
	}
	return gone
}

// settle takes step t of run i in, and tells whether the run has ended with it.
func (h *herd) settle(plan *optim.Plan, t, i int, out []Outcome) bool {
	n := len(h.runs)
	x, y := plan.X(h.row)[i], plan.X(h.row)[n+i]
	gx, gy := plan.Grad(h.row)[i], plan.Grad(h.row)[n+i]
	tr, loss := &h.tracks[i], h.wide.losses[i]
	why := race.Finished
	if zero := 0*loss + 0*gx + 0*gy; zero != 0 || !(math.Abs(x) <= race.Far) || !(math.Abs(y) <= race.Far) {
		why = race.Judge([]float64{x, y}, []float64{gx, gy}, loss)
	}
	loss = h.exact[i]
	if why == race.Finished && !tr.see(h.work, t, x, y, loss) && t < h.work.Steps {
		return false
	}
	if h.stochastic {
		var f [1]float64
		var g [2]float64
		h.wide.Many(f[:], g[:], []float64{x, y}, optim.Exact)
		gx, gy = g[0], g[1]
	}
	out[h.runs[i]] = tr.end(h.work, t, why, x, y, loss, math.Hypot(gx, gy), plan.Evaluations(h.row))
	h.ended[i] = true
	return true
}

// shrink moves the rows of the runs that go on into a row of their own.
func (h *herd) shrink(old *optim.Plan, n, left int) (*optim.Plan, error) {
	plan, err := h.plan(left)
	if err != nil {
		return nil, err
	}
	row := make([]float64, plan.Width())
	fields := plan.Fields()
	for k, f := range old.Fields() {
		if f.Len == 1 {
			row[fields[k].At] = h.row[f.At]
			continue
		}
		to := fields[k].At
		for i := range n {
			if !h.ended[i] {
				row[to], row[to+left] = h.row[f.At+i], h.row[f.At+n+i]
				to++
			}
		}
	}
	kept := 0
	for i := range n {
		if !h.ended[i] {
			h.runs[kept], h.tracks[kept], h.wide.losses[kept] = h.runs[i], h.tracks[i], h.wide.losses[i]
			kept++
		}
	}
	h.row, h.runs, h.tracks, h.wide.losses = row, h.runs[:left], h.tracks[:left], h.wide.losses[:left]
	h.ended = grown(h.ended, left)
	return plan, nil
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
