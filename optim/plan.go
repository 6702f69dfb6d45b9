package optim

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"descentlab/internal/lanes"
)

// A Plan is a chain of rules under a learning-rate schedule, with the layout of the row that holds a run's whole
// state. Row t is:
//
//	loss         f(x[t]) under draw t
//	evaluations  evaluations of the objective spent to reach x[t]: 0 in row 0, then one for each update's gradient
//	             and one for each Step.Eval; those of gonum's methods are gonum's own count, see Gonum
//	lr           the rate of the update that led here; in row 0, the rate of update 0
//	failure      why the update that led here could not be made (a Failure; x is then that of the row before), or 0
//	x            the position x[t]
//	grad         the gradient at x[t] under draw t, which update t will use
//	...          for every rule its memories and, as "direction", what it handed on in the update that led here
//
// An update is x[t+1] = x[t] - factor*direction, rounded once as in PyTorch: the last rule's direction, and the lr of
// the row as the factor if a Rate is among the rules and no rule after it, such as Lookahead, sets x itself; else 1.
// A plan with a Box then puts x[t+1] into it: see Within.
//
// Update t is a pure function of row t, t and the seed: a run continued from any row repeats bit for bit.
//
// A plan keeps a Step as scratch space, so Start and Next belong to one goroutine at a time; Fork gives another.
type Plan struct {
	dim    int
	width  int
	rate   Schedule
	since  int // the update with which the schedule begins: see PlanFrom
	stages []stage
	fields []Field
	shadow int // place of the second position in the row; 0 if there is none
	work   int // how much room to work in the rules need
	step   Step

	box    Box       // where x is kept
	climbs bool      // the rules see the loss with the other sign: see climb
	uphill []float64 // the gradient that they then see
	upside turned    // the loss that they then see
}

// A Field names a part of the row: row[At : At+Len].
type Field struct {
	Name    string // "loss", "x", "adam.exp_avg", "adam.direction"
	At, Len int
}

// stage is a rule with the places of its vectors in the row.
type stage struct {
	rule    Rule
	name    string    // in the row
	since   int       // the update with which its memories begin: see PlanFrom
	penalty penalizer // the rule again, if it is one
	names   []string  // of its memories
	memory  int       // place of the first one; the others follow
	count   int
	out     int // place of the direction it hands on
	stride  int // place of the step that it finds by itself: see Strider
	cache   any // see Step.Cache
}

// The places of the row's fixed part; the gradient follows x.
const (
	atLoss = iota
	atEvaluations
	atLR
	atFailure
	atX
)

// NewPlan lays out a plan over points of dim coordinates, at least one. The rules are applied in order.
// A rule that stands more than once in the chain has its fields numbered: "decay", "decay2".
func NewPlan(dim int, rate Schedule, rules ...Rule) *Plan {
	p := &Plan{dim: dim, rate: rate}
	p.field("loss", 1)
	p.field("evaluations", 1)
	p.field("lr", 1)
	p.field("failure", 1)
	p.field("x", dim)
	p.field("grad", dim)
	seen := make(map[string]int)
	most := 0
	for _, r := range rules {
		name := r.Name()
		seen[name]++
		if n := seen[name]; n > 1 {
			name += strconv.Itoa(n)
		}
		names := r.Memory()
		s := stage{rule: r, name: name, names: names, memory: p.width, count: len(names)}
		s.penalty, _ = r.(penalizer)
		shadow := ""
		if casts, ok := r.(Shadower); ok {
			shadow = casts.Shadow()
		}
		for _, m := range names {
			if at := p.field(name+"."+m, dim); m == shadow {
				p.shadow = at
			}
		}
		if w, ok := r.(Worker); ok {
			p.work = max(p.work, w.Work(dim))
		}
		s.out = p.field(name+".direction", dim)
		s.stride = p.strides(r, name)
		p.stages = append(p.stages, s)
		most = max(most, s.count)
	}
	p.step = p.newStep(most, 0)
	return p
}

// newStep makes the scratch space of a plan.
func (p *Plan) newStep(memories int, seed uint64) Step {
	source := &rand.PCG{}
	return Step{
		Mem: make([][]float64, memories), Work: make([]float64, p.work),
		points: 1, seed: seed, source: source, random: rand.New(source), inner: new(Step),
	}
}

// Seed sets the seed of the rules that draw random numbers; it is 0 unless set. Gradient noise has a seed of its own.
func (p *Plan) Seed(seed uint64) { p.step.seed = seed }

// field appends a field to the row and returns its place.
func (p *Plan) field(name string, length int) int {
	at := p.width
	p.fields = append(p.fields, Field{name, at, length})
	p.width += length
	return at
}

// Dim is the number of coordinates of a point.
func (p *Plan) Dim() int { return p.dim }

// Width is the length of a row.
func (p *Plan) Width() int { return p.width }

// Fields describes the row from its first number to its last. The slice must not be modified.
func (p *Plan) Fields() []Field { return p.fields }

// Field finds a part of the row by name: "x", "adam.exp_avg". It is false if the row has no such part; Fields has them all.
func (p *Plan) Field(name string) (Field, bool) {
	for _, f := range p.fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// Rate is the scheduled learning rate of update t; of a schedule that looks at the loss the one that it begins with: see Due.
func (p *Plan) Rate(t int) float64 { return p.rate.Rate(t - p.since) }

// Fork returns a plan with the same rules and layout and scratch space of its own.
func (p *Plan) Fork() *Plan {
	q := *p
	q.stages = slices.Clone(p.stages)
	for i := range q.stages {
		q.stages[i].cache = nil
	}
	q.step = q.newStep(len(p.step.Mem), p.step.seed)
	q.step.points = p.step.points
	q.uphill, q.upside = nil, turned{}
	return q.climb(p.climbs)
}

// refit puts other rules under another schedule into the plan, if they need the same row, and tells whether it did. It then
// is as new.
func (p *Plan) refit(dim int, rate Schedule, rules []Rule) bool {
	if dim != p.dim || len(rules) != len(p.stages) {
		return false
	}
	for i, r := range rules {
		if s := &p.stages[i]; r.Name() != s.rule.Name() || !slices.Equal(r.Memory(), s.names) {
			return false
		}
	}
	p.rate, p.step.seed = rate, 0
	for i, r := range rules {
		s := &p.stages[i]
		s.rule, s.cache = r, nil
		s.penalty, _ = r.(penalizer)
	}
	return true
}

// Resized returns a plan with the same rules, schedule and seed for points of dim coordinates, at least one. In its box each of
// the old coordinates stands for as many in a row. If all rules are Separable and dim is a multiple of the old one, it is a plan
// for many points side by side.
func (p *Plan) Resized(dim int) *Plan {
	rules := make([]Rule, len(p.stages))
	for i, s := range p.stages {
		rules[i] = s.rule
	}
	q := NewPlan(dim, p.rate, rules...)
	q.step.seed, q.step.points = p.step.seed, max(p.step.points*dim/p.dim, 1)
	return q.Within(p.box.resized(p.dim, dim)).climb(p.climbs)
}

// Loss, Evaluations, LR, X and Grad read a row of any plan's; X and Grad are views into it.

// Loss is the row's loss.
func (p *Plan) Loss(row []float64) float64 { return row[atLoss] }

// Evaluations is the number of evaluations spent to reach the row.
func (p *Plan) Evaluations(row []float64) int { return int(row[atEvaluations]) }

// LR is the learning rate of the update that led to the row.
func (p *Plan) LR(row []float64) float64 { return row[atLR] }

// Failure says why the update that led to the row could not be made; Sound if it was.
func (p *Plan) Failure(row []float64) Failure { return Failure(row[atFailure]) }

// Shadow is the row's second position, a view: an average or a slow copy of x that some rule keeps. It is nil if none
// does.
func (p *Plan) Shadow(row []float64) []float64 {
	if p.shadow == 0 {
		return nil
	}
	return view(row, p.shadow, p.dim)
}

// X is the row's position, a view.
func (p *Plan) X(row []float64) []float64 { return view(row, atX, p.dim) }

// Grad is the row's gradient, a view.
func (p *Plan) Grad(row []float64) []float64 { return view(row, atX+p.dim, p.dim) }

// Start fills row 0: position (put into the box), loss, gradient and memories, which are zero but for the rate of a schedule that
// looks at the loss. The row must have room for Width numbers,
// x0 must have Dim coordinates, as obj has.
func (p *Plan) Start(row []float64, obj Objective, x0 []float64) {
	row = row[:p.width]
	clear(row)
	copy(p.X(row), x0)
	p.box.project(p.X(row))
	row[atLR] = p.rate.Rate(0)
	p.pace(row, nil)
	row[atLoss] = obj.Eval(p.Grad(row), p.X(row), 0)
}

// Next makes update t (from 0): from src, which is row t, it fills dst, row t+1. Both have Width numbers; they may be the
// same slice, else they must not overlap. An update that fails leaves x where it is: see Failure. It allocates nothing,
// unless the Method says so.
func (p *Plan) Next(dst, src []float64, obj Objective, t int) {
	dst = dst[:p.width]
	if &dst[0] != &src[0] {
		copy(dst, src)
	}
	x, grad := p.X(dst), p.Grad(dst)

	s := &p.step
	s.T, s.since, s.X, s.Grad, s.F = t, 0, x, grad, dst[atLoss]
	s.LR, s.Factor = p.Rate(t), 1
	s.objective, s.evaluations, s.failure, s.box = obj, 1, Sound, &p.box
	if p.climbs {
		p.turn()
	}
	handed := p.direct(dst, s.Grad)
	if s.failure == Sound {
		lanes.AddScaled(x, handed, -s.Factor)
		p.box.project(x)
	}
	dst[atLR] = s.LR
	dst[atFailure] = float64(s.failure)
	dst[atEvaluations] += float64(s.evaluations)
	dst[atLoss] = obj.Eval(grad, x, t+1)
}

// direct hands the gradient from stage to stage and returns the last direction.
func (p *Plan) direct(row, handed []float64) []float64 {
	s := &p.step
	mem := s.Mem
	for i := range p.stages {
		stage := &p.stages[i]
		s.Dir = view(row, stage.out, p.dim)
		copy(s.Dir, handed)
		s.Mem = mem[:stage.count]
		for k := range s.Mem {
			s.Mem[k] = view(row, stage.memory+k*p.dim, p.dim)
		}
		s.T, s.since = s.T+s.since-stage.since, stage.since
		s.stage, s.before, s.Cache = i, p.stages[:i], stage.cache
		stage.rule.Apply(s)
		if stage.penalty != nil {
			s.F += stage.penalty.penalty(s.X)
		}
		stage.cache = s.Cache
		handed = s.Dir
	}
	s.Mem = mem
	return handed
}

// view is row[at : at+n] without room to grow into its neighbour.
func view(row []float64, at, n int) []float64 { return row[at : at+n : at+n] }
