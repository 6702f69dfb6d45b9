package claim

import (
	"math"

	"descentlab/app/lab/motion"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A measure is what is measured of a race.
type measure struct {
	what  string // the key word; "" if nothing is
	of    string // which of many values: "highest", "lowest", "mean"
	racer int
	below float64
	text  string // of below, as it is written
	place *place
	span  span
}

// value is what is measured, or why it cannot be.
func (m measure) value(t *trial) (v float64, why string) {
	to := surfaces.Point{}
	if m.place != nil {
		at, why := t.find(*m.place)
		if why != "" {
			return 0, why
		}
		switch to = at.At; m.what {
		case "limit":
			if m.place.name == "" {
				at.Critical.L2 = t.sharpness(to)
			}
			return at.StableRate(), ""
		case "height":
			return t.Field.Probe.Fork().Value(to.X, to.Y), ""
		}
	}
	name, r := t.names[m.racer], t.Tape.Runs[m.racer]
	switch m.what {
	case "steps":
		if from := t.Courses.Settled(m.racer); from >= 0 {
			return float64(from), ""
		}
		return 0, about(name, words.T("it never settles: %s", t.whereabouts(m.racer, t.Tape.Steps)))
	case "evaluations":
		return float64(r.Evaluations(r.Steps)), ""
	case "reach":
		if step := reach(r, m.below); step >= 0 {
			return float64(step), ""
		}
		return 0, about(name, words.T("it ends at a loss of %s", words.Short(r.Loss(r.Steps))))
	case "arrival":
		if step := arrival(r, m.below); step >= 0 {
			return float64(step), ""
		}
		return 0, about(name, words.T("its loss is never below %s", words.Digits(m.below, 6)))
	}
	return m.spanned(t, r, name, to)
}

// spanned is what a quantity is over the span.
func (m measure) spanned(t *trial, r *race.Run, name string, to surfaces.Point) (v float64, why string) {
	from, upTo := m.span.from, m.span.to
	for _, step := range []int{from, upTo} {
		if why := ended(r, t.Tape, step); why != "" {
			return 0, about(name, why)
		}
	}
	if from == last {
		from = r.Steps
	}
	if upTo == last {
		upTo = r.Steps
	}
	switch {
	case m.what == "rises":
		return float64(rises(r, from, upTo)), ""
	case m.of == "":
		v = t.quantity(m.what, r, from, to)
	default:
		v = t.over(m, r, from, upTo, to)
	}
	if math.IsNaN(v) {
		return 0, about(name, words.T("there is no %s there", words.T(phrases[m.what])))
	}
	return v, ""
}

// over is the highest, lowest or mean value of a quantity.
func (t *trial) over(m measure, r *race.Run, from, upTo int, to surfaces.Point) float64 {
	sum, high, low := 0.0, math.Inf(-1), math.Inf(1)
	for step := from; step <= upTo; step++ {
		v := t.quantity(m.what, r, step, to)
		sum, high, low = sum+v, max(high, v), min(low, v)
	}
	switch m.of {
	case "highest":
		return high
	case "lowest":
		return low
	}
	return sum / float64(upTo-from+1)
}

// quantity is one of a run at a step. What is of the next step is of the last one at the end.
func (t *trial) quantity(what string, r *race.Run, step int, to surfaces.Point) float64 {
	here := motion.At(r, step)
	switch what {
	case "loss":
		return r.Loss(step)
	case "slope":
		return r.GradNorm(step)
	case "x":
		return here.X
	case "y":
		return here.Y
	case "rate":
		return r.Rate(min(step, max(t.Tape.Steps-1, 0)))
	case "sharpness":
		return t.sharpness(here)
	case "distance":
		return here.Distance(to)
	}
	if step == r.Steps {
		step--
	}
	if step < 0 {
		return math.NaN()
	}
	here = motion.At(r, step)
	next := motion.At(r, step+1)
	dx, dy := next.X-here.X, next.Y-here.Y
	if what == "stride" {
		return math.Hypot(dx, dy)
	}
	wx, wy := to.X-here.X, to.Y-here.Y
	return math.Abs(math.Atan2(dx*wy-dy*wx, dx*wx+dy*wy)) * 180 / math.Pi
}

// sharpness is the largest eigenvalue of the Hessian.
func (t *trial) sharpness(at surfaces.Point) float64 {
	_, largest, _, _ := surfaces.Eigen(t.Field.Probe.Fork().Jet(at.X, at.Y))
	return largest
}

// reach is the first step after which the loss stays below a value; -1 if it does not at the end.
func reach(r *race.Run, below float64) int {
	from := -1
	for t := r.Steps; t >= 0 && r.Loss(t) < below; t-- {
		from = t
	}
	return from
}

// arrival is the first step after which the loss is below a value; -1 if there is none.
func arrival(r *race.Run, below float64) int {
	for t := range r.Steps + 1 {
		if r.Loss(t) < below {
			return t
		}
	}
	return -1
}

// rises counts the steps within two that lead upwards, by more than rounding.
func rises(r *race.Run, from, to int) (n int) {
	for t := from; t < to; t++ {
		a, b := r.Loss(t), r.Loss(t+1)
		if b-a > 1e-12*(math.Abs(a)+math.Abs(b)) {
			n++
		}
	}
	return n
}
