package sweep

import (
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/optim/race"
)

// A Kind says what became of a run.
type Kind uint8

const (
	// Pending runs have not been made yet.
	Pending Kind = iota
	// Arrived runs are at a target.
	Arrived
	// Settled runs came to rest where no target is known: on a plateau, or on a curve of minima.
	Settled
	// Slow runs were still on their way down when their steps were used up.
	Slow
	// Oscillating runs were not: for the last quarter of their steps the loss has not fallen below its lowest before.
	Oscillating
	// Left runs ended outside of the work's Bounds.
	Left
	// Diverged runs left the finite numbers, or went farther than race.Far.
	Diverged
	// Undefined runs left the domain of the formula.
	Undefined
	// Stopped runs came to a step that their method could not make.
	Stopped
)

// String is the kind as it is called in errors: by its key.
func (k Kind) String() string { return k.Key() }

// Key is the kind as it stands in files: "arrived", "still moving" for Slow.
func (k Kind) Key() string {
	return [...]string{
		"pending", "arrived", "at rest elsewhere", "still moving", "circling", "left the map", "diverged",
		"left the domain", "stopped",
	}[k]
}

// An Outcome is what became of one run.
type Outcome struct {
	Kind        Kind
	Target      int32   // index of the target at which an Arrived run is, else -1
	Steps       int32   // updates until it was at the target and stayed, or until it ended
	Evaluations int64   // of the objective until then
	X, Y        float64 // where it ended
	Loss        float64 // there; of mini-batches and noise the exact one, as are the next
	Best        float64 // the lowest on the way
}

// A Target is a place in which runs may end.
type Target struct {
	X, Y   float64
	Value  float64 // the loss there; only Contest asks for it
	Within float64 // distance, in the units of X and Y, at which a run counts as being there
}

// A track follows one run without recording it.
type track struct {
	best      float64 // lowest loss so far
	bestEarly float64 // lowest loss of the first three quarters
	target    int32   // at which the run has been since step since; -1 for none
	since     int32
	spent     int64 // evaluations at that step
}

func newTrack(loss float64) track { return track{best: loss, bestEarly: loss, target: -1} }

// see takes one step in.
func (tr *track) see(w *Work, t int, x, y, loss float64, evaluations int) {
	if loss < tr.best {
		tr.best = loss
		if w.early(t) {
			tr.bestEarly = loss
		}
	}
	tr.stay(t, w.where.at(x, y), evaluations)
}

// stay takes in at which target the run is at step t, -1 being none.
func (tr *track) stay(t int, here int32, evaluations int) {
	if here < 0 || here != tr.target {
		tr.target, tr.since, tr.spent = here, int32(t), int64(evaluations)
	}
}

// end is the outcome of a run that has ended at step t for the given reason.
func (tr *track) end(w *Work, t int, why race.VerdictKind, x, y, loss, grad float64, evaluations int) Outcome {
	o := Outcome{Target: -1, Steps: int32(t), Evaluations: int64(evaluations), X: x, Y: y, Loss: loss, Best: tr.best}
	switch {
	case why == race.Diverged:
		o.Kind = Diverged
	case why == race.Undefined:
		o.Kind = Undefined
	case why == race.Stopped:
		o.Kind = Stopped
	case tr.target >= 0:
		o.Kind, o.Target, o.Steps, o.Evaluations = Arrived, tr.target, tr.since, tr.spent
	case !w.bounds().Contains(geom.Point{X: x, Y: y}):
		o.Kind = Left
	case grad <= w.Rest:
		o.Kind = Settled
	case tr.best < tr.bestEarly:
		o.Kind = Slow
	default:
		o.Kind = Oscillating
	}
	return o
}

// A Rect is a window of the plane.
type Rect = geom.Rect

// Work is what the runs of a sweep have in common.
type Work struct {
	// Objective makes a loss over the plane; each worker asks for one of its own. It must not be nil.
	Objective func() optim.Objective
	// Noise, if not nil, makes the loss that a start sees by its seed, in place of what Objective makes.
	Noise func(seed uint64) optim.Objective
	// Knobs are those of the loss itself, which may be varied as the racer's are. Varied makes the loss with the given
	// values of some of them, as a start with the seed sees it.
	Knobs  []optim.Knob
	Varied func(values map[string]float64, seed uint64) optim.Objective

	Steps   int       // updates of each run, 1 to race.MaxSteps
	Spend   int       // if not 0: the most evaluations of a run; an update that would take it beyond them is not made
	Targets []Target  // where runs may end; the first one within reach counts
	View    Rect      // the window that a map of starts covers
	Bounds  Rect      // who ends outside has left; the zero one stands for View
	Box     optim.Box // of two coordinates: where runs are kept; the zero one keeps nobody
	Rest    float64   // gradient norm at which a run counts as being at rest

	where *locator
}

// bounds are those that are given, or the window.
func (w *Work) bounds() Rect {
	if w.Bounds == (Rect{}) {
		return w.View
	}
	return w.Bounds
}

// early says whether step t is among the first three quarters.
func (w *Work) early(t int) bool { return 4*t <= 3*w.Steps }

// last is the step at which a run ends whose updates take one evaluation each.
func (w *Work) last() int {
	if w.Spend > 0 {
		return min(w.Steps, w.Spend)
	}
	return w.Steps
}

// equal is the work in which a run may spend as many evaluations as its updates would take at one each, unless it says itself
// how many: so methods that ask for more of them in an update make fewer updates.
func (w *Work) equal() *Work {
	own := *w
	if own.Spend == 0 {
		own.Spend = own.Steps
	}
	return &own
}

// next makes update t of a run from row into spare, and returns the new row and the room that is free now. It is not made, and
// ok is false, if the run would spend too much by it.
func (w *Work) next(plan *optim.Plan, row, spare []float64, obj optim.Objective, t int) (now, free []float64, ok bool) {
	if w.Spend == 0 {
		plan.Next(row, row, obj, t)
		return row, spare, true
	}
	if plan.Evaluations(row) >= w.Spend {
		return row, spare, false
	}
	plan.Next(spare, row, obj, t)
	if plan.Evaluations(spare) > w.Spend {
		return row, spare, false
	}
	return spare, row, true
}
