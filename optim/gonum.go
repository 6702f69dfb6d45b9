package optim

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"

	"gonum.org/v1/gonum/optimize"
)

// Gonum makes an update of each major iteration of a method of gonum.org/v1/gonum/optimize. It lets optimize.Minimize
// itself run from the point where the path began, notes the location of every major iteration, and leads the point along
// these. The path begins at update 0, and anew wherever the point is found beside it, moved by another stage.
//
// Since the update at which the path began is remembered, its k-th iteration is a pure function of the row: all that is
// evaluated in the course of it belongs to the draw of that update. The path so far is kept in the Step's Cache. When an
// iteration beyond its end is asked for, Minimize runs once more from the start, for twice as many.
//
// An update is counted as the evaluations that its iteration took: of the loss, with or without its gradient there, and
// of the Hessian; the trials of line searches are among them, and what was computed ahead is not. The evaluation at the
// start of a path goes with its first iteration. So the row's count is Stats.FuncEvaluations + Stats.HessEvaluations of
// optimize.Minimize stopped at that iteration. The plan's own evaluation at x is one that the method has made already,
// and is not counted a second time; an update at rest counts nothing.
//
// Where gonum's method ends by itself, the point rests; where it ends with an error, away from any goal, the run fails.
// Minimize is told of no limits that could end it sooner, but for a path whose location has not changed for 200
// iterations. It starts goroutines and allocates.
type Gonum struct{ driver }

// A driver is a choice of gonum's method with its settings.
type driver interface {
	key() string
	method(src rand.Source) optimize.Method // a new one, which may draw from the source
}

func (r Gonum) Name() string { return r.key() }

// Memory has the step too, if the method is one that searches along lines: the factor of gonum's own direction.
func (r Gonum) Memory() []string {
	if searches(r.driver) {
		return []string{"start", "since", "step"}
	}
	return []string{"start", "since"}
}

// Stride is the step of the line search.
func (Gonum) Stride() string { return "step" }

func (r Gonum) Apply(s *Step) {
	start, since := s.Mem[0], s.Mem[1]
	var p *path
	if s.T > 0 {
		p = r.walk(s, start, int(since[0]))
	}
	if p == nil || !p.passes(s.T-p.since, s.X) {
		copy(start, s.X)
		fill(since, float64(s.T))
		p = r.walk(s, start, s.T)
	}
	k := s.T - p.since
	here, next := p.spot(k), p.spot(k+1)
	spent := next.evaluations - here.evaluations
	if k == len(p.spots)-1 {
		spent = p.evaluations - here.evaluations // what gonum tried before it ended
	}
	if k >= len(p.spots)-1 && p.failure != Sound {
		s.Fail(p.failure)
	}
	s.evaluations += spent - 1
	if len(s.Mem) > 2 {
		fill(s.Mem[2], 0)
		if k < len(p.spots)-1 {
			fill(s.Mem[2], next.step)
		}
	}
	for i, x := range s.X {
		s.Dir[i] = x - next.x[i]
	}
}

// A path is how far gonum's method has come from a start.
type path struct {
	start     []float64
	since     int
	seed      uint64
	objective Objective

	spots       []spot  // the start, and the location after each iteration
	ended       bool    // the method has ended by itself, so that there are no more
	evaluations int     // in all
	failure     Failure // why no iteration follows the last, unless the method is at its goal
}

type spot struct {
	x           []float64
	evaluations int
	step        float64 // of the line search that led here
}

// spot is where the k-th iteration led to; a path that has ended stays there.
func (p *path) spot(k int) spot { return p.spots[min(k, len(p.spots)-1)] }

// passes tells whether the k-th iteration led to x, but for the rounding of the updates that lead along the path.
func (p *path) passes(k int, x []float64) bool {
	here, before := p.spot(k).x, p.spot(max(k-1, 0)).x
	for i, v := range x {
		if !(math.Abs(v-here[i]) <= 1e-12*max(math.Abs(here[i]), math.Abs(before[i]))) {
			return false
		}
	}
	return true
}

// walk returns the path from a start, as far as this update needs it.
func (r Gonum) walk(s *Step, start []float64, since int) *path {
	need := s.T - since + 2 // spots
	// A path that begins now is walked in any case: nothing of an earlier race is trusted.
	p, ok := s.Cache.(*path)
	if ok && since < s.T && p.since == since && p.seed == s.seed && slices.Equal(p.start, start) &&
		same(p.objective, origin(s.objective)) && (p.ended || len(p.spots) >= need) {
		return p
	}
	spots := 4
	for spots < need {
		spots *= 2
	}
	p = r.minimize(s, start, since, spots)
	s.Cache = p
	return p
}

// same tells whether two objectives are known to be one. Those of a kind that cannot be compared, such as functions, are not,
// which costs time but no truth.
func same(a, b Objective) bool {
	return reflect.TypeOf(a) == reflect.TypeOf(b) && reflect.ValueOf(a).Comparable() && a == b
}

// minimize lets gonum walk from a start until there are so many spots.
func (r Gonum) minimize(s *Step, start []float64, since, spots int) *path {
	t, counted, failed := s.T, s.evaluations, s.failure
	defer func() { s.T, s.evaluations, s.failure = t, counted, failed }()
	start = slices.Clone(start)
	p := &path{start: start, since: since, seed: s.seed, objective: origin(s.objective), spots: []spot{{x: start}}}
	w := &walker{step: s, path: p, goal: spots, grad: make([]float64, len(start)), slope: math.NaN()}
	source := rand.NewPCG(s.seed^(uint64(s.stage+1)*0x9e3779b97f4a7c15), uint64(since))
	method := r.method(source)
	overhear(method, func(step float64) { w.stride = step })
	uses, _ := method.Uses(optimize.Available{Grad: true, Hess: true}) // with both at hand all methods agree
	w.sloped = uses.Grad
	s.T = since
	problem := optimize.Problem{Func: w.value, Grad: w.gradient, Hess: w.hessian, Status: w.status}
	result, err := optimize.Minimize(problem, start, &optimize.Settings{Recorder: w, Converger: &still{}}, method)
	p.ended = !errors.Is(err, errEnough)
	if result != nil {
		p.evaluations = result.FuncEvaluations + result.HessEvaluations
	}
	if p.ended {
		p.finish(w, err)
	}
	return p
}

// finish says whether the end of a path is a goal. It is, if gonum says so, and also if a method that has made its way, or
// that has begun at a goal, ends with an error where the gradient is as small as the rounding of the loss lets a line
// search see. Otherwise the method has failed.
func (p *path) finish(w *walker, err error) {
	if err == nil {
		return
	}
	switch {
	case w.sloped && w.slope <= 1e-5*(1+math.Abs(w.loss)):
	case !w.sloped && len(p.spots) > 1:
	case w.failure != Sound:
		p.failure = w.failure
	case slices.ContainsFunc(lineSearchErrors, func(e error) bool { return errors.Is(err, e) }):
		p.failure = LineSearchFailed
	default:
		p.failure = MethodFailed
	}
}

var (
	errEnough = errors.New("the path is long enough")
	errLost   = errors.New("the line search leaves the finite numbers or does not end")
	errSteep  = errors.New("a derivative is too large")

	lineSearchErrors = []error{
		errLost, optimize.ErrLinesearcherFailure, optimize.ErrLinesearcherBound,
		optimize.ErrNonDescentDirection, optimize.ErrNoProgress,
	}
)

// still ends a run that has not moved for 200 iterations. Methods that know when they are done end sooner; a simplex may
// shrink for ever.
type still struct {
	x []float64
	n int
}

func (c *still) Init(int) { *c = still{} }

func (c *still) Converged(loc *optimize.Location) optimize.Status {
	if !slices.Equal(c.x, loc.X) {
		c.x, c.n = append(c.x[:0], loc.X...), 0
	}
	c.n++
	if c.n > 200 {
		return optimize.StepConvergence
	}
	return optimize.NotTerminated
}
