package curve

import (
	"context"
	"math"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/optim/race"
)

// Close is how near to a minimum counts as there.
const Close = 0.01

// Trials is how many steps a trial is given.
const Trials = 5000

// A Trial is a learning rate that has been tried from the start: what became of it, counted.
type Trial struct {
	Eta    float64
	Fate   Fate
	Steps  int       // until it is within Close of a minimum, to stay; -1: never
	Losses []float64 // of its first steps
	Spread float64   // how far from a minimum it is in its second half, as the root of the mean square; of one that wanders
}

// A Fate says how a run goes.
type Fate int

// The fates, in one word each.
const (
	Crawls   Fate = iota // comes from one side
	Leaps                // across the minimum and back
	Explodes             // away for good
	Circles              // never comes to rest
	Creeps               // still on its way from one side
	Wanders              // about a minimum, for noise drives it
)

// String is the fate in a word.
func (f Fate) String() string {
	switch f {
	case Crawls:
		return words.T("crawls")
	case Leaps:
		return words.T("leaps")
	case Explodes:
		return words.T("explodes")
	case Circles:
		return words.T("circles")
	case Wanders:
		return words.T("wanders")
	}
	return words.T("still creeps")
}

// Rates are three learning rates that are worth a try from a start: slow, just below the limit of the bowl that the ground leads
// to, and just above it. Where plain descent leaves for good even below the limit, for the ground is steeper at that start, the
// first two are as much lower as it takes. Without a bowl they are round numbers.
func (c *Curve) Rates(start float64) [3]float64 {
	if c.shape.Rates != [3]float64{} {
		return c.shape.Rates
	}
	limit, is := c.LimitAt(start)
	if !is {
		return [3]float64{0.1, 1, 10}
	}
	low := limit
	for range 12 {
		trials, err := c.try(Descent(1), start, shown, geom.Digits(0.9*low, 2))
		if err != nil || trials[0].Fate != Explodes {
			break
		}
		low /= 2
	}
	return [3]float64{geom.Digits(0.045*low, 2), geom.Digits(0.9*low, 2), geom.Digits(1.05*limit, 2)}
}

// RatesOf are those of a racer: of another method than plain descent the one with which it gets to a minimum soonest, a tenth of
// it, and four times as much.
func (c *Curve) RatesOf(r Racer, start float64) [3]float64 {
	if r.Plain() {
		return c.Rates(start)
	}
	best := c.Suited(r.Spec, start).Get("lr").Num
	return [3]float64{geom.Digits(0.1*best, 2), best, geom.Digits(4*best, 2)}
}

// LimitAt is the learning rate beyond which plain descent leaves the bowl that the ground leads to from w; false if it leads to
// none.
func (c *Curve) LimitAt(w float64) (float64, bool) {
	m, is := c.Below(w)
	if !is {
		return 0, false
	}
	return m.Limit()
}

// Top is the highest learning rate of a slider: a round number a fifth above the limit of the bowl about the start.
func (c *Curve) Top(start float64) float64 {
	if c.shape.Top > 0 {
		return c.shape.Top
	}
	limit, is := c.LimitAt(start)
	if !is {
		return 10
	}
	unit := math.Pow(10, math.Floor(math.Log10(limit*1.2)))
	for _, k := range []float64{1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8} {
		if k*unit >= limit*1.2*(1-1e-9) {
			return k * unit
		}
	}
	return 10 * unit
}

// Try lets a racer run from the start with each of some learning rates, and counts.
func (c *Curve) Try(spec optim.Spec, start float64, rates ...float64) ([]Trial, error) {
	return c.try(spec, start, Trials, rates...)
}

// try is Try with so many steps.
func (c *Curve) try(spec optim.Spec, start float64, steps int, rates ...float64) ([]Trial, error) {
	var entrants []race.Entrant
	for _, eta := range rates {
		entrants = append(entrants, race.Entrant{Spec: spec.With("lr", optim.Num(eta)), Start: []float64{start}})
	}
	tape, err := race.Record(context.Background(), c.Objective, entrants, steps)
	if err != nil {
		return nil, err
	}
	list := make([]Trial, len(rates))
	for i, run := range tape.Runs {
		list[i] = c.trial(rates[i], run)
	}
	return list, nil
}

// shown is how many losses of a trial are kept.
const shown = 400

// trial counts what a run did.
func (c *Curve) trial(eta float64, run *race.Run) Trial {
	t := Trial{Eta: eta, Steps: -1, Losses: make([]float64, 0, min(shown, run.Steps)+1)}
	for i := range min(shown, run.Steps) + 1 {
		t.Losses = append(t.Losses, run.Loss(i))
	}
	if run.Verdict.Kind == race.Diverged || run.Verdict.Kind == race.Undefined {
		t.Fate = Explodes
		return t
	}
	end := run.X(run.Steps)[0]
	goal, is := c.Nearest(end)
	if c.Noise() > 0 && is {
		sum := 0.0
		for i := run.Steps / 2; i < run.Steps; i++ {
			d := run.X(i)[0] - goal.At
			sum += d * d
		}
		t.Fate, t.Spread = Wanders, math.Sqrt(sum/float64(run.Steps-run.Steps/2))
		return t
	}
	turned, crossed := false, false
	for i := 1; i <= run.Steps; i++ {
		before, now := run.X(i - 1)[0], run.X(i)[0]
		if is && (before-goal.At)*(now-goal.At) < 0 && math.Abs(before-goal.At) > Close {
			crossed = true
		}
		if i > 1 && (now-before)*(before-run.X(i - 2)[0]) < 0 {
			turned = true
		}
	}
	settled := is && math.Abs(end-goal.At) < Close
	switch {
	case settled && crossed:
		t.Fate = Leaps
	case settled:
		t.Fate = Crawls
	case turned:
		t.Fate = Circles
	default:
		t.Fate = Creeps
	}
	if settled {
		t.Steps = run.Steps
		for t.Steps > 0 && math.Abs(run.X(t.Steps - 1)[0]-goal.At) < Close {
			t.Steps--
		}
	}
	return t
}

// Count is the steps of a trial in words: "70 steps", "never".
func (t Trial) Count() string {
	switch {
	case t.Fate == Wanders:
		return "±" + words.ShortTo(t.Spread, 2)
	case t.Steps >= 0:
		return words.Steps(t.Steps)
	case t.Fate == Explodes || t.Fate == Circles:
		return words.T("never")
	}
	return words.T("over %d steps", Trials)
}

// Counted says what is counted of trials.
func (c *Curve) Counted() string {
	if c.Noise() > 0 {
		return words.T("how far it wanders in the end")
	}
	return words.T("steps until |w − minimum| < %s", words.Digits(Close, 2))
}

// Suited is a racer at the rate, of those that are tried, with which it gets to a minimum in the fewest steps; as it is if it has
// no rate, or never gets there.
func (c *Curve) Suited(spec optim.Spec, start float64) optim.Spec {
	if c.Noise() > 0 { // with which nothing comes to rest
		calm := *c
		calm.shape.Noise = 0
		return calm.Suited(spec, start)
	}
	if _, err := spec.Knob("lr"); err != nil {
		return spec
	}
	limit, is := c.LimitAt(start)
	if !is {
		limit = 10
	}
	var rates []float64
	for k := limit; k > limit*1e-3; k /= 1.6 {
		rates = append(rates, geom.Digits(k, 2))
	}
	trials, err := c.try(spec, start, shown, rates...)
	best := Trial{Steps: -1}
	for _, t := range trials {
		if err == nil && t.Steps > 0 && (best.Steps < 0 || t.Steps < best.Steps) {
			best = t
		}
	}
	if best.Steps < 0 {
		return spec
	}
	return spec.With("lr", optim.Num(best.Eta))
}
