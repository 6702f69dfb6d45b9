package game

import (
	"descentlab/internal/say"
	"descentlab/optim"
	"descentlab/surfaces"
)

// A Deed is what kind of thing an action does.
type Deed string

const (
	Push  Deed = "push"  // the ball, along x, By so far: to the left if that is negative
	Step  Deed = "step"  // down the slope, By being the learning rate
	Probe Deed = "probe" // the ground at X, Y
	Back  Deed = "back"  // takes the last probe back, which counts all the same
	Try   Deed = "try"   // lets Racer run, after a push By so far Towards a direction
)

// An Action is one thing that a player does. What its deed does not need is zero.
type Action struct {
	Do      Deed    `json:"do"`
	By      float64 `json:"by,omitempty"`
	Towards float64 `json:"towards,omitempty"` // degrees, counterclockwise from the direction of x
	X       float64 `json:"x,omitempty"`
	Y       float64 `json:"y,omitempty"`
	Racer   string  `json:"racer,omitempty"` // method and knobs, as text
	Who     int     `json:"who,omitempty"`   // of two players, the first being 0
}

// At is the place that is probed.
func (a Action) At() surfaces.Point { return surfaces.Point{X: a.X, Y: a.Y} }

// Spec is the racer that is tried.
func (a Action) Spec() (optim.Spec, error) { return optim.ParseSpec(a.Racer) }

// refuse is the error of an action that a level does not know.
func refuse(l *Level, a Action) error {
	return say.Errorf("level %q: there is no %q here", l.Key, string(a.Do))
}
