// Package xray takes one step of a racer apart: what the method saw, what each of its stages made of that, what it remembered
// before and after, and the step that came of it. All of it follows from the two rows of the tape on either side of the step.
package xray

import (
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/optim/race"
)

// A Phase is a part of a step, in the order in which they follow one another.
type Phase int

// The phases.
const (
	Look     Phase = iota // at the slope
	Remember              // take it into the memories
	Form                  // form the direction of what is remembered
	Move                  // and go
	Phases
)

// An Ink is what a quantity is drawn in, in the mathematics, in its bars and on the map alike.
type Ink int

// The inks.
const (
	Plain  Ink = iota
	Slope      // of the gradient
	First      // of a mean of gradients, or a velocity
	Second     // of a mean of squares
	Third      // of other memories
	Rates      // of learning rates
	Racer      // of the step, which is the racer's own
)

// A Step is an update taken apart. Of one with something Said there is nothing else to show.
type Step struct {
	Said string // why there is none; "" else

	Name string // of the racer
	Slot int
	T    int    // it leads from step T to step T+1
	Note string // that there is no later one, and why: "" if there is

	From, To geom.Point
	Loss     [2]float64 // exact, before and after
	Course   string     // how the loss went, in words, with what the slope says of it
	Stages   []Stage
	Shift    geom.Point // the step: To - From

	Downhill geom.Point  // the gradient with the other sign; as it is for who climbs
	Downward string      // and how that is written, in markup
	Momentum *geom.Point // where the first memory pulls; nil: it has none
	Pull     string      // how that is written, in markup
	Usual    *geom.Point // by what the method divides along each axis: the usual size of the slope there; nil: by nothing
	Usually  string      // and how that is written, in markup
	Rates    Scale
	Model    Model
}

// A Scale is an effective rate for each axis. Of one with something Said there is no ellipse.
type Scale struct {
	X, Y float64
	Said string
}

// A Stage is a row of what a step consists of.
type Stage struct {
	Key    string // names it as long as the racer's settings are the same
	Phase  Phase
	Title  string
	Ink    Ink
	Blocks []Block
	Wide   []string // mathematics of the whole rule, in markup, a line each
	Said   string   // in words, below
	Idle   bool     // it has changed nothing: Said tells so
}

// A Block is a quantity of a stage, coordinate by coordinate.
type Block struct {
	Math    string         // how it comes about, in markup; may be ""
	Letters map[string]Ink // of the letters and numbers in it that are not plain
	Note    string         // a number of Math worked out, in markup
	Name    string         // of a memory, as in PyTorch, if there is no Math
	Ink     Ink
	Before  []float64 // nil if it has no past
	After   []float64
}

// Subject is the slot of the racer whose step is looked into: the pinned one, or else that of the open card, or else the first
// that is drawn; -1 if there is none.
func Subject(s lab.State) int {
	for _, slot := range []int{s.View.Pinned, s.View.Card} {
		if slot >= 0 && s.TapeDoc.RacerAt(slot) >= 0 {
			return slot
		}
	}
	for _, r := range s.TapeDoc.Racers {
		if !r.Hidden {
			return r.Slot
		}
	}
	if len(s.TapeDoc.Racers) > 0 {
		return s.TapeDoc.Racers[0].Slot
	}
	return -1
}

// Of takes apart the step that the racer with a slot makes at the playhead, or, where its run ends, its last one.
func Of(s lab.State, slot int) Step {
	step := Step{Slot: slot}
	i := s.TapeDoc.RacerAt(slot)
	if s.Tape == nil || s.Field == nil || i < 0 || i >= len(s.Tape.Runs) {
		step.Said = words.T("There is no race yet.")
		if slot < 0 || s.Tape != nil && i < 0 {
			step.Said = words.T("There is no racer whose step could be shown.")
		}
		return step
	}
	run := s.Tape.Runs[i]
	step.Name = s.TapeDoc.Names()[i]
	if s.Tape.Paths {
		step.Said = words.T("Of this race only the ways are kept, not what the methods remember.")
		return step
	}
	if run.Steps == 0 {
		step.Said = words.T("%s has made no step: %s.", step.Name, words.Ending(run.Verdict))
		return step
	}
	step.T = s.Step()
	if step.T >= run.Steps {
		step.T = run.Steps - 1
		step.Note = words.T("The race ends here: this is the last step.")
		if run.Verdict.Kind != race.Finished {
			step.Note = words.T("Its last step: %s.", words.Ending(run.Verdict))
		}
	}
	o := opened{run: run, step: &step}
	if !o.rows(s) {
		step.Said = words.T("Of this long race one row in %d is kept, and gonum's methods are not run anew for what lies between. "+
			"The last step can be shown.", run.Every())
		return step
	}
	o.describe(s)
	return step
}

// opened is a step while it is taken apart.
type opened struct {
	run           *race.Run
	plan          *optim.Plan // of the step
	spec          optim.Spec  // of the racer as it is in it
	step          *Step
	before, after []float64
	exact         [2]float64 // losses
	stochastic    bool       // the gradient is that of a draw
}

// rows finds the rows on either side of the step. Those that a long race has not kept are made again from the one before, bit for
// bit the same; false for gonum's methods, which would begin from far back.
func (o *opened) rows(s lab.State) bool {
	t, run := o.step.T, o.run
	o.stochastic = s.TapeDoc.Noise > 0 || s.TapeDoc.Batch > 0
	o.plan, o.spec = run.PlanOf(t), run.Changes.SpecAt(run.Spec, t)
	if run.Every() == 1 || t == run.Steps-1 {
		o.before, o.after = run.Entering(t), run.Row(t+1)
		o.exact = [2]float64{run.Loss(t), run.Loss(t + 1)}
		return true
	}
	if m, err := optim.LookupMethod(o.spec.Method); err != nil || m.Allocates {
		return false
	}
	loss := lab.Loss(s.Field.Probe, s.Field.Least, s.TapeDoc, s.TapeDoc.Seed)
	from := t / run.Every() * run.Every()
	plan, row := run.PlanOf(from).Fork(), slices.Clone(run.Entering(from))
	for k := from; k < t; k++ {
		plan.Next(row, row, loss, k)
		if run.PlanOf(k+1) != run.PlanOf(k) { // the racer changes on its way
			plan, row = run.PlanOf(k+1).Fork(), slices.Clone(run.Entering(k+1))
		}
	}
	next := make([]float64, len(row))
	plan.Next(next, row, loss, t)
	o.before, o.after = row, next
	o.exact = [2]float64{loss.Eval(nil, plan.X(row), optim.Exact), loss.Eval(nil, plan.X(next), optim.Exact)}
	return true
}

// describe fills in all of the step.
func (o *opened) describe(s lab.State) {
	plan, step := o.plan, o.step
	from, to, grad := point(plan.X(o.before)), point(plan.X(o.after)), point(plan.Grad(o.before))
	step.From, step.To, step.Loss = from, to, o.exact
	step.Shift = geom.Point{X: to.X - from.X, Y: to.Y - from.Y}
	step.Downhill, step.Downward = geom.Point{X: -grad.X, Y: -grad.Y}, `-g`
	if o.spec.Climbs() {
		step.Downhill, step.Downward = grad, `+g`
	}
	o.stages()
	step.Course = o.course()
	step.Model = modelOf(s.Field.Probe.Fork().Jet(from.X, from.Y))
}

func point(v []float64) geom.Point { return geom.Point{X: v[0], Y: v[1]} }

// Finite tells whether a vector has a direction and a length that can be drawn.
func Finite(v geom.Point) bool { return geom.Finite(v.X) && geom.Finite(v.Y) }

// course says how the loss went, and what the slope had to do with it.
func (o *opened) course() string {
	before, after, step := o.exact[0], o.exact[1], o.step
	along := step.Shift.X*step.Downhill.X + step.Shift.Y*step.Downhill.Y // > 0: the way of the slope
	way := "−g"
	better, worse := words.T("down"), words.T("up")
	if o.spec.Climbs() {
		way, better, worse = "+g", worse, better
	}
	gain := before - after
	if o.spec.Climbs() {
		gain = -gain
	}
	switch {
	case math.IsNaN(after) || math.IsInf(after, 0) || math.IsNaN(before):
		return words.T("there is no finite loss after it")
	case step.Shift == (geom.Point{}):
		return words.T("the same: the step has no length")
	case gain < 0 && along < 0:
		return words.T("%s, although %s points the other way", worse, way)
	case gain < 0 && along > 0:
		return words.T("%s, although it goes along %s: the step is too long", worse, way)
	case gain > 0 && along < 0:
		return words.T("%s, although %s points the other way", better, way)
	case gain > 0:
		return better
	case gain < 0:
		return worse
	}
	return words.T("the same")
}

// Worse tells whether the loss went where the racer does not want it.
func (s *Step) Worse() bool {
	if s.Downward == `+g` {
		return s.Loss[1] < s.Loss[0]
	}
	return s.Loss[1] > s.Loss[0]
}
