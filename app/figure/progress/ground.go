package progress

import (
	"context"
	"math"
	"slices"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/lab/stability"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// distances are those to the nearest minimum that is known; for who climbs, to the nearest maximum.
func (c *Curves) distances(s lab.State, list []path) {
	c.Log, c.Floor = true, 1e-16
	climbs := func(p path) bool { return p.run.Spec.Climbs() }
	switch {
	case !slices.ContainsFunc(list, climbs):
	case slices.ContainsFunc(list, func(p path) bool { return !climbs(p) }):
		c.Title = words.T("distance to the nearest minimum; for who climbs, maximum")
	default:
		c.Title = words.T("distance to the nearest maximum")
	}
	for _, p := range list {
		goals := goals(s.Field.Places, climbs(p))
		if len(goals) == 0 {
			continue
		}
		c.List = append(c.List, p.curve(whole, func(t int) float64 {
			x, nearest := p.run.X(t), math.Inf(1)
			if math.IsNaN(x[0] + x[1]) {
				return math.NaN()
			}
			for _, g := range goals {
				nearest = min(nearest, math.Hypot(x[0]-g.X, x[1]-g.Y))
			}
			return nearest
		}))
	}
	c.Empty = words.T("No minimum is known on this surface: there is nothing to measure from.")
	if !s.Field.Known {
		c.Empty = words.T("It is not known yet where the minima are.")
	}
}

// goals are the minima among places, or the maxima.
func goals(places []lab.Place, maxima bool) (list []surfaces.Point) {
	kind := surfaces.Minimum
	if maxima {
		kind = surfaces.Maximum
	}
	for _, p := range places {
		if p.Kind == kind {
			list = append(list, p.At)
		}
	}
	return list
}

// axisRates are the rates of methods of which it is known by what they divide the gradient of each coordinate.
func (c *Curves) axisRates(s lab.State, list []path) {
	c.Log = true
	var unknown []string
	names := s.TapeDoc.Names()
	for _, p := range list {
		law, known := stability.Of(p.run.Spec)
		if !known {
			unknown = append(unknown, names[p.index])
			continue
		}
		divisors := law.Divisors(p.run)
		c.add(
			p.first(axisX, func(t int) float64 { return p.run.Rate(t) / divisors(t)[0] }),
			p.first(axisY, func(t int) float64 { return p.run.Rate(t) / divisors(t)[1] }),
		)
	}
	c.Title = words.T("effective rate per axis: lr over the divisor")
	if slices.ContainsFunc(c.List, func(one Curve) bool { return one.Part == axisY }) {
		c.Title = words.T("effective rate per axis: lr over the divisor; y dashed")
	}
	c.Empty = words.T("Of none of these methods it is known by what it divides the gradient.")
	if len(unknown) > 0 && len(c.List) > 0 {
		c.Note = words.T("Not known of %s.", strings.Join(unknown, ", "))
	}
}

// sharpness is the Hessian's largest eigenvalue along the runs, and what each method bears at its rate then.
func (c *Curves) sharpness(ctx context.Context, s lab.State, list []path) error {
	c.Log = true
	c.Title = words.T("sharpness along the path")
	c.Empty = words.T("There is no Hessian where the racers are.")
	var unknown, divided []string
	names := s.TapeDoc.Names()
	for _, p := range list {
		probe := s.Field.Probe.Fork()
		law, known := stability.Of(p.run.Spec)
		divisors := law.Divisors(p.run)
		sharp, bears := p.curve(whole, zero), p.curve(limit, zero)
		for t := range sharp.Y {
			if t%512 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			if len(p.run.Changes) > 0 && t >= p.run.Changes[0].At {
				sharp.Y[t], bears.Y[t] = math.NaN(), math.NaN() // the law is that of the racer as it begins
				continue
			}
			x := p.run.X(t)
			sharp.Y[t] = law.Sharpness(probe.Jet(x[0], x[1]), divisors(t))
			bears.Y[t] = law.Limit(p.run.Rate(t))
		}
		c.List = append(c.List, sharp)
		switch {
		case !known:
			unknown = append(unknown, names[p.index])
			continue
		case law.Divides():
			divided = append(divided, names[p.index])
		}
		c.List = append(c.List, bears)
		c.Title = words.T("sharpness along the path; dashed: what the method bears")
	}
	var said []string
	if len(divided) > 0 {
		said = append(said, words.T("%s: of the Hessian divided as the gradient is.", strings.Join(divided, ", ")))
	}
	if len(unknown) > 0 {
		said = append(said, words.T("No limit is known of %s.", strings.Join(unknown, ", ")))
	}
	c.Note = strings.Join(said, " ")
	return nil
}

func zero(int) float64 { return 0 }
