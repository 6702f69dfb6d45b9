package xray

import (
	"math"
	"slices"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
)

// rates adds the rate that is in force for each axis: that over the method's divisor, or, where there is none, what the step is
// in parts of the slope.
func (o *opened) rates(parts []optim.Part, divisor *optim.Line, letters map[string]Ink) {
	factor, grad := o.plan.Factor(o.after, o.step.T), o.plan.Grad(o.before)
	last := parts[len(parts)-1].Out
	rates := make([]float64, len(grad))
	s := Stage{Key: KeyRates, Phase: Form, Title: words.T("effective rate"), Ink: Rates}
	b := Block{Ink: Rates, Letters: map[string]Ink{"g": Slope}, After: rates}
	if divisor != nil && rated(parts) {
		rate := number(factor)
		b.Math, b.Letters = rate+` / (`+divisor.Letter+`)`, withRate(letters, rate)
		s.Said = words.T("one for each axis")
		for i, d := range divisor.After {
			rates[i] = factor / d
		}
	} else {
		b.Math = `\Delta x / (-g)`
		s.Said = words.T("the whole step against the slope")
		sign := 1.0
		if o.spec.Climbs() {
			sign, b.Math = -1, `\Delta x / g`
		}
		for i, g := range grad {
			rates[i] = sign * factor * last[i] / g
		}
	}
	s.Blocks = []Block{b}
	o.add(s)
	o.step.Rates = scaleOf(rates)
}

// rated tells whether the rate is among the stages, and the method does not set x itself.
func rated(parts []optim.Part) bool {
	return slices.ContainsFunc(parts, func(u optim.Part) bool { return u.Name == "rate" })
}

// withRate are letters with the number of a rate in its ink.
func withRate(letters map[string]Ink, rate string) map[string]Ink {
	all := map[string]Ink{rate: Rates}
	for l, ink := range letters {
		all[l] = ink
	}
	return all
}

// scaleOf are the rates of both axes as an ellipse.
func scaleOf(rates []float64) Scale {
	s := Scale{X: rates[0], Y: rates[1]}
	switch {
	case !geom.Finite(s.X) || !geom.Finite(s.Y):
		s.Said = words.T("no ellipse of rates: along an axis there is no finite one")
	case s.X < 0 || s.Y < 0:
		s.Said = words.T("no ellipse of rates: along an axis the step goes against the slope")
	case s.X == 0 && s.Y == 0:
		s.Said = words.T("no ellipse of rates: they are 0")
	}
	return s
}

// move adds the step itself, and says who has made it.
func (o *opened) move(parts []optim.Part) {
	plan, t := o.plan, o.step.T
	factor, direction := plan.Factor(o.after, t), `\text{`+words.T("direction")+`}`
	s := Stage{Key: KeyMove, Phase: Move, Title: words.T("step"), Ink: Racer}
	b := Block{Math: `\Delta x = -` + direction, Ink: Racer, After: []float64{o.step.Shift.X, o.step.Shift.Y}}
	if rated(parts) && (factor != 1 || plan.LR(o.after) == 1) {
		rate := number(factor)
		b.Math, b.Letters = `\Delta x = -`+rate+` \cdot `+direction, map[string]Ink{rate: Rates}
	}
	switch {
	case plan.Failure(o.after) != optim.Sound:
		b.Math = `\Delta x = 0`
		s.Said = words.T("it was not made: %s", words.Failure(plan.Failure(o.after)))
	case boxed(plan, o.before, o.after, parts, factor):
		s.Said = words.T("put back onto the border of the box")
	case !rated(parts):
		s.Said = words.T("the method moved the point itself: its direction is the whole step")
	case factor == 1 && plan.LR(o.after) != 1:
		s.Said = words.T("lookahead moved the point itself, to its slow copy")
	}
	s.Blocks = []Block{b}
	o.add(s)
}

// boxed tells whether the box has kept the point from where the step led.
func boxed(plan *optim.Plan, before, after []float64, parts []optim.Part, factor float64) bool {
	x, to, last := plan.X(before), plan.X(after), parts[len(parts)-1].Out
	for i := range x {
		if landed := math.FMA(-factor, last[i], x[i]); landed != to[i] && landed == landed {
			return true
		}
	}
	return false
}
