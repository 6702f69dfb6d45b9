package main

import (
	"context"
	"errors"
	"math"

	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// steps are those of a race that a newcomer sees.
const steps = 140

// A course is a surface of the catalogue to race on from its own start.
type course struct {
	surface surfaces.Surface
	probe   *surfaces.Probe
	least   float64 // the lowest loss in the window, once it is surveyed
}

func newCourse(s surfaces.Surface) (*course, error) {
	probe, err := s.Probe(nil)
	return &course{surface: s, probe: probe}, err
}

// side is that of the grid on which the lowest loss is looked for beside the critical points: windows may slope to their borders.
const side = 64

// survey looks for the lowest loss.
func (c *course) survey(ctx context.Context) error {
	view := c.surface.View
	found, err := c.probe.Critical(ctx, view)
	if err != nil {
		return err
	}
	c.least = math.Inf(1)
	for _, p := range found {
		c.least = min(c.least, p.Value)
	}
	for _, m := range c.surface.Minima {
		c.least = min(c.least, c.probe.Value(m.X, m.Y))
	}
	for k := range side * side {
		if v := c.probe.Value(view.Middle(k%side, k/side, side, side)); v < c.least {
			c.least = v
		}
	}
	if !geom.Finite(c.least) {
		return errors.New("no loss is finite in its window")
	}
	return nil
}

// variants are what else than the rate is tried of a method.
var variants = map[string][]string{
	"sgd": {""}, "momentum": {"momentum=0.7", "momentum=0.8", "momentum=0.9"}, "rmsprop": {"alpha=0.9", "alpha=0.99"}, "adam": {""},
}

const (
	budget = 60 * steps // evaluations for the tuning of each variant
	slower = 0.93       // a rate beside the one that is tried after it
	rates  = 90         // that are tried, from the tuned one down
)

// tune gives a method the settings with which it looks best. The program's own tuning finds the rate at which it closes the gap
// to the lowest loss fastest; from there on slower ones are tried, for the fastest one may leap, zigzag, or be over at step 3.
func (c *course) tune(ctx context.Context, method string) (optim.Spec, error) {
	work := &sweep.Work{Objective: func() optim.Objective { return c.probe.Fork() }, Steps: steps, View: c.surface.View}
	tuning := sweep.Tuning{
		Knobs: []string{"lr"}, Starts: []sweep.Start{{X: c.surface.Start.X, Y: c.surface.Start.Y}}, Budget: budget, Least: c.least,
	}
	best, least := optim.Spec{}, math.Inf(1)
	for _, settings := range variants[method] {
		tuned, err := work.Tune(ctx, described(method, settings), tuning)
		if err != nil {
			return optim.Spec{}, err
		}
		rate := tuned.Spec.Get("lr").Num
		for range rates {
			spec := tuned.Spec.With("lr", optim.Num(geom.Digits(rate, 2)))
			if cost := c.look(spec).cost(); cost < least {
				best, least = spec, cost
			}
			rate *= slower
		}
	}
	if math.IsInf(least, 1) {
		return optim.Spec{}, errors.New("no rate is good to look at")
	}
	return best, nil
}
