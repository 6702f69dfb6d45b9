package curve

import (
	"math"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces/expr"
)

// MaxSteps is the greatest number of steps of a run: enough for one that explodes to get past all numbers.
const MaxSteps = 20000

// Far is the distance beyond which a run counts as diverged; the same as that of a race.
const Far = race.Far

// objective is what racers are told of a curve: a loss of one coordinate.
type objective struct {
	eval  *expr.Eval
	least float64
	known bool
}

// Objective is the curve as a loss of one coordinate, with scratch space of its own. The slopes of a noisy curve are those of
// batches: step t of a seed has always the same noise.
func (c *Curve) Objective() optim.Objective { return optim.NewNoise(c.exact(), c.shape.Noise, c.seed) }

// Noise is the standard deviation of what a batch adds to the slope; 0 where slopes are exact.
func (c *Curve) Noise() float64 { return c.shape.Noise }

// exact is the Objective without noise.
func (c *Curve) exact() optim.Objective {
	program, err := compile(c.Formula)
	if err != nil {
		panic(err) // a curve has been compiled before
	}
	least, known := c.Least()
	return objective{program.Bind(), least, known}
}

func (objective) Dim() int { return 1 }

// Eval is L(w), with L'(w) if asked for.
func (o objective) Eval(grad, x []float64, _ int) float64 {
	if grad == nil {
		return o.eval.Value(x[0], 0)
	}
	loss, slope, _ := o.eval.Grad(x[0], 0)
	grad[0] = slope
	return loss
}

// Hessian is the second derivative.
func (o objective) Hessian(h, x []float64, _ int) bool {
	h[0] = o.eval.Jet(x[0], 0).XX
	return true
}

// GaussNewton is that of the squares that the formula is a sum of.
func (o objective) GaussNewton(h, x []float64, _ int) bool {
	xx, _, _, ok := o.eval.GaussNewton(x[0], 0)
	h[0] = xx
	return ok
}

// Minimum is the least loss that is known.
func (o objective) Minimum() (float64, bool) { return o.least, o.known }

// A Run is what one racer has done on a curve so far. It is made step by step, by the rules of package optim, and goes on where
// a race ends: until its numbers are none. It belongs to one goroutine.
type Run struct {
	Racer Racer
	plan  *optim.Plan
	obj   optim.Objective
	exact optim.Objective // without noise
	rows  []float64
	last  int // row
	ended bool
}

// A Row is one step as it is solved by hand.
type Row struct {
	Step                int
	W, Loss, Slope, New float64
	Noise               float64 // what of the slope is the batch's; 0 where slopes are exact
	Rate                float64 // eta of this step; NaN for a method without
	Scaled              float64 // eta times the slope; NaN for a method without
	Last                bool    // the method could not make this step: New is W
}

// Move is what the step subtracts from w.
func (r Row) Move() float64 { return r.W - r.New }

// Start puts a racer on a curve. Steps are those of its schedule.
func (c *Curve) Start(racer Racer, start float64, steps int) (*Run, error) {
	plan, err := racer.Spec.Plan(1, steps)
	if err != nil {
		return nil, err
	}
	r := &Run{Racer: racer, plan: plan, obj: c.Objective(), exact: c.exact()}
	r.rows = make([]float64, plan.Width())
	plan.Start(r.rows, r.obj, []float64{start})
	return r, nil
}

// Reach makes the rows up to number t, as far as the method goes, and returns the last one that there is up to there.
func (r *Run) Reach(t int) int {
	t = max(0, min(t, MaxSteps))
	width := r.plan.Width()
	for r.last < t && !r.ended {
		r.rows = append(r.rows, make([]float64, width)...)
		src, dst := r.rows[r.last*width:(r.last+1)*width], r.rows[(r.last+1)*width:]
		if math.IsNaN(r.plan.X(src)[0]) { // it stays so, whatever the method
			copy(dst, src)
		} else if r.plan.Next(dst, src, r.obj, r.last); r.plan.Failure(dst) != optim.Sound {
			r.rows, r.ended = r.rows[:(r.last+1)*width], true
			break
		}
		r.last++
	}
	return min(t, r.last)
}

// row is the state after t steps, which must have been reached.
func (r *Run) row(t int) []float64 {
	width := r.plan.Width()
	return r.rows[t*width : (t+1)*width]
}

// At is row t, or the last one that the method came to.
func (r *Run) At(t int) Row {
	next := r.Reach(t + 1)
	t = min(t, next)
	here := r.row(t)
	row := Row{Step: t, W: r.plan.X(here)[0], Loss: r.plan.Loss(here), Slope: r.plan.Grad(here)[0]}
	if optim.Stochastic(r.obj) {
		grad := []float64{0}
		r.exact.Eval(grad, []float64{row.W}, optim.Exact)
		row.Noise = row.Slope - grad[0]
	}
	row.Rate, row.Scaled = math.NaN(), math.NaN()
	if _, err := r.Racer.Spec.Knob("lr"); err == nil {
		row.Rate = r.plan.Due(here, t)
		row.Scaled = row.Rate * row.Slope
	}
	row.New, row.Last = r.plan.X(r.row(next))[0], next == t
	return row
}

// Loss is the loss of row t, which must have been reached.
func (r *Run) Loss(t int) float64 { return r.plan.Loss(r.row(t)) }

// Rows are the rows up to number t, as far as there are any.
func (r *Run) Rows(t int) []Row {
	list := make([]Row, 0, r.Reach(t)+1)
	for i := range r.Reach(t) + 1 {
		list = append(list, r.At(i))
	}
	return list
}

// End says why the method could not go on, if it could not.
func (r *Run) End() (race.Verdict, bool) {
	if !r.ended {
		return race.Verdict{}, false
	}
	width := r.plan.Width()
	next := make([]float64, width)
	r.plan.Next(next, r.row(r.last), r.obj, r.last)
	return race.Verdict{Kind: race.Stopped, Step: r.last, Why: r.plan.Failure(next)}, true
}

// Verdict is what became of the run up to row t: what a race would say.
func (r *Run) Verdict(t int) race.Verdict {
	for i := range r.Reach(t) + 1 {
		row := r.row(i)
		if kind := race.Judge(r.plan.X(row), r.plan.Grad(row), r.plan.Loss(row)); kind != race.Finished {
			return race.Verdict{Kind: kind, Step: i}
		}
	}
	if v, is := r.End(); is && t >= r.last {
		return v
	}
	return race.Verdict{Step: min(t, r.last)}
}

// Timeless tells whether each step follows from w alone.
func (r *Run) Timeless() bool { return r.plan.Timeless() }

// Leads are where one step leads from n places, from lo to hi, for a run that is Timeless, with the whole curve's slopes.
func (r *Run) Leads(lo, hi float64, n int) []float64 {
	plan, list := r.plan.Fork(), make([]float64, n)
	row, at := make([]float64, plan.Width()), []float64{0}
	for i := range list {
		at[0] = lo + (hi-lo)*float64(i)/float64(n-1)
		plan.Start(row, r.exact, at)
		plan.Next(row, row, r.exact, 0)
		list[i] = plan.X(row)[0]
	}
	return list
}
