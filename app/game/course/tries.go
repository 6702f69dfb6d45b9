package course

import (
	"descentlab/app/game"
	"descentlab/optim"
	"descentlab/surfaces"
)

// Setting are the values of the knobs at which something was tried; none if it cannot be.
func (c Course) Setting(a game.Action) map[string]float64 {
	w, _ := launch(c.Level)
	_, values, err := w.Setting(c.Level, a)
	if err != nil {
		return nil
	}
	return values
}

// Pushed is where the next push would bring the ball to, in a level whose tries begin with one.
func (c Course) Pushed() *surfaces.Point {
	w, ok := launch(c.Level)
	if !ok || w.Price <= 0 {
		return nil
	}
	to := w.From(c.Level, w.Action(c.Method, c.Values))
	return &to
}

// MethodTitle is what a method is called.
func MethodTitle(method string) string {
	m, err := optim.LookupMethod(method)
	if err != nil {
		return method
	}
	return m.Title
}

// Tries tells whether the level is one of tries: these do not count, but the best of them does. Pushes and probes count.
func (c Course) Tries() bool {
	_, tries := launch(c.Level)
	return tries
}
