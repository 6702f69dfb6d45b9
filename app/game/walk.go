package game

import (
	"slices"
	"strconv"

	"descentlab/internal/geom"
	"descentlab/internal/say"
	"descentlab/optim"
	"descentlab/surfaces"
)

// A Walk moves the ball along a curve: by pushes of some sizes, or by steps down the slope at some rates. Who has come within
// Near of the lowest height is there.
type Walk struct {
	Deed  Deed // Push or Step
	Sizes []float64
	Near  float64
}

// Begin stands at the start.
func (w Walk) Begin(l *Level) State {
	return State{}.with(w.spot(l, Action{}, l.Ground.Start))
}

func (w Walk) spot(l *Level, a Action, at surfaces.Point) Spot {
	height, slope := l.Ground.At(at)
	return Spot{By: a, At: at, Height: height, Slope: slope}
}

// Next moves the ball; at the edges of the window it stops.
func (w Walk) Next(l *Level, s State, a Action) (State, error) {
	if a.Do != w.Deed {
		return s, refuse(l, a)
	}
	size := a.By
	if w.Deed == Push && size < 0 {
		size = -size
	}
	if !slices.Contains(w.Sizes, size) || a != (Action{Do: a.Do, By: a.By}) {
		return s, say.Errorf("level %q: the sizes are %v; got %v", l.Key, w.Sizes, a.By)
	}
	here, _ := s.Here()
	to := surfaces.Point{X: geom.Digits(here.At.X+a.By, 12)} // so that equal places are equal, however one has come there
	if w.Deed == Step {
		run, err := l.Ground.Run(descent(a.By), here.At, 1, 0)
		if err != nil {
			return s, err
		}
		to = l.Ground.Place(run, run.Steps)
	}
	to.X = geom.Clamp(to.X, l.Ground.View.X0, l.Ground.View.X1)
	return s.grown(a).with(w.spot(l, a, to)), nil
}

// descent is plain gradient descent.
func descent(rate float64) optim.Spec {
	return optim.Spec{Method: "sgd"}.With("lr", optim.Num(rate))
}

// Moves are pushes of all sizes to both sides, or steps of all rates.
func (w Walk) Moves(*Level, State) (list []Action) {
	for _, size := range w.Sizes {
		list = append(list, Action{Do: w.Deed, By: size})
		if w.Deed == Push {
			list = append(list, Action{Do: w.Deed, By: -size})
		}
	}
	return list
}

// Count is that of moves, and the goal is a height.
func (w Walk) Count(l *Level, s State) (int, bool) {
	here, _ := s.Here()
	return s.Used, here.Height <= l.Ground.Lowest().Value+w.Near
}

// Key is the place: how one has come there makes no difference.
func (w Walk) Key(_ *Level, s State) string {
	here, _ := s.Here()
	return strconv.FormatFloat(here.At.X, 'g', -1, 64)
}
