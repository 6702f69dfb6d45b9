package sweep

import "math"

// A cycle finds out whether a run comes to a point where it has been, after Brent (1980, An improved Monte Carlo
// factorization algorithm): it compares each point with that of the last step that is a power of two. Where updates follow
// from the point alone, the rest of such a run is known: only what is left of its last round has to be made.
type cycle struct {
	x, y  float64 // at step at
	at    int
	spent int // evaluations by then

	stop    int // the step at which the run is where it will be at its end; -1: not known
	skipped int // steps between the two
	cost    int // evaluations that these would take
}

func newCycle() cycle { return cycle{stop: -1, at: -1} }

// meet takes step t of a run of so many steps in. It tells whether the run is where it will be at its end.
func (c *cycle) meet(t, steps int, x, y float64, evaluations int) bool {
	if c.stop >= 0 {
		return t == c.stop
	}
	if c.at >= 0 && math.Float64bits(x) == math.Float64bits(c.x) && math.Float64bits(y) == math.Float64bits(c.y) {
		period := t - c.at
		rest := (steps - t) % period
		c.stop, c.skipped = t+rest, steps-t-rest
		c.cost = c.skipped / period * (evaluations - c.spent)
		return rest == 0
	}
	if t&(t-1) == 0 {
		c.x, c.y, c.at, c.spent = x, y, t, evaluations
	}
	return false
}

// prolong lets a run's track, at the step of stop, be that of the whole run: what has happened since the first round was
// begun has happened in the last one.
func (c *cycle) prolong(tr *track) {
	if 4*c.stop <= 3*(c.stop+c.skipped) {
		tr.bestEarly = tr.best
	}
	if int(tr.since) > c.at {
		tr.since += int32(c.skipped)
		tr.spent += int64(c.cost)
	}
}
