package game

import (
	"descentlab/internal/say"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A Rival is a method that has gone the same way.
type Rival struct {
	Name  string
	Spec  optim.Spec
	Run   *race.Run
	Looks int // until it was at the goal: one for every step; -1: it never was
}

// rivalSteps are how many steps a rival has.
const rivalSteps = 300

// Height is the height at which the goal is reached.
func (l *Level) Height() float64 {
	near := 0.0
	switch w := l.Way.(type) {
	case Walk:
		near = w.Near
	case Launch:
		near = w.Near
	case Brink:
		near = w.Near
	case Contest:
		near = w.Near
	case Probing:
		return w.Goal
	}
	return l.Ground.Lowest().Value + near
}

// Descent is plain gradient descent from the start of the level.
func (l *Level) Descent() Rival { return l.rival(descent(l.Rate), l.Ground.Start) }

// rival is the run of a method from a place.
func (l *Level) rival(spec optim.Spec, from surfaces.Point) Rival {
	r := Rival{Name: name(spec), Spec: spec, Looks: -1}
	run, err := l.Ground.Run(spec, from, rivalSteps, 0)
	if err != nil {
		panic("game: " + l.Key + ": " + err.Error()) // the specs are the level's own
	}
	r.Run = run
	for t := range run.Steps + 1 {
		if run.Loss(t) <= l.Height() {
			r.Looks = t
			break
		}
	}
	return r
}

// Arrives is the step at which a rival is at the goal, or its last one.
func (r Rival) Arrives() int {
	if r.Looks < 0 {
		return r.Run.Steps
	}
	return r.Looks
}

// name is what a method is called; plain gradient descent is not called after its noise.
func name(spec optim.Spec) string {
	m, err := optim.LookupMethod(spec.Method)
	switch {
	case err != nil:
		return spec.Method
	case spec.Method == "sgd":
		return say.T("GD")
	}
	return m.Title
}

// Rivals are Adam, gradient descent and momentum from a place, at the rates that suit the map: those of Himmelblau's are the
// catalogue's.
func (l *Level) Rivals(from surfaces.Point) []Rival {
	with := func(method string, rate float64) Rival {
		return l.rival(optim.Spec{Method: method}.With("lr", optim.Num(rate)), from)
	}
	return []Rival{with("adam", 0.3), with("sgd", l.Rate), with("momentum", l.Rate/2)}
}
