package lab

import (
	"math"
	"sync"

	"descentlab/app/lab/motion"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// Courses tell of every run of a race what becomes of it, and with that where each racer is at any step. They do not depend on
// which window is shown. Their methods may be called by several goroutines at once.
type Courses struct {
	tape *race.Tape
	home surfaces.Rect
	runs []course

	mu     sync.Mutex
	ground ground // for one goroutine at a time
	upward ground // for who climbs: the ground upside down; of use if somebody does
	told   map[step]Whereabouts
}

// A step of a run.
type step struct{ run, row int }

// A course is what is known of a whole run.
type course struct {
	end     Whereabouts // Settled or OnLine, if it ends so; else Moving
	settled int         // the first step from which it is so; -1 if it never is
	left    int         // the first step from which it is outside of the home window; -1 if it ends inside
}

// levelSlope is the slope below which the ground is called level.
const levelSlope = 1e-6

// NewCourses tells of a race over a field. Home is the window of its surface.
func NewCourses(tape *race.Tape, field *Field, home surfaces.Rect) *Courses {
	c := &Courses{tape: tape, home: home, ground: newGround(field, home, false), told: map[step]Whereabouts{}}
	for _, r := range tape.Runs {
		if r.Spec.Climbs() && c.upward.probe == nil {
			c.upward = newGround(field, home, true)
		}
		c.runs = append(c.runs, c.course(r))
	}
	return c
}

// course looks at a run from its end.
func (c *Courses) course(r *race.Run) course {
	known := course{settled: -1, left: -1}
	if r.Verdict.Kind != race.Finished && r.Verdict.Kind != race.Stopped {
		return known
	}
	for t := r.Steps; t >= 0 && !c.home.Contains(motion.At(r, t)); t-- {
		known.left = t
	}
	g := c.under(r)
	if !g.known {
		return known
	}
	top := motion.Highest(r)
	end, value, ok := g.bottom(motion.At(r, r.Steps), motion.Height(r, r.Steps), top)
	if !ok {
		return known
	}
	known.settled = motion.Settles(r, value, motion.Nearness(value, top))
	if known.settled >= 0 {
		known.end = g.upright(end)
	}
	return known
}

// under is the ground on which a run goes down.
func (c *Courses) under(r *race.Run) *ground {
	if r.Spec.Climbs() {
		return &c.upward
	}
	return &c.ground
}

// At tells where a racer is at step t.
func (c *Courses) At(run, t int) Whereabouts {
	r := c.tape.Runs[run]
	row := min(t, r.Steps)
	known := &c.runs[run]
	switch v := r.Verdict; {
	case v.Kind == race.Undefined && v.Step == 0:
		return Whereabouts{Kind: OutsideDomain, Verdict: v}
	case known.settled >= 0 && row >= known.settled:
		return known.end
	case v.Kind == race.Diverged && v.Step == 0 && !math.IsInf(r.Loss(0), 0) && !math.IsInf(r.GradNorm(0), 0):
		return Whereabouts{Kind: TooFar, Verdict: v}
	case v.Kind != race.Finished && t >= v.Step:
		return Whereabouts{Kind: EndedOtherwise, Verdict: v}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	key := step{run, row}
	w, ok := c.told[key]
	if !ok {
		w = c.under(r).upright(c.underWay(r, row, known))
		c.told[key] = w
	}
	return w
}

// underWay tells where a racer is that has not settled and whose run has not ended.
func (c *Courses) underWay(r *race.Run, row int, known *course) Whereabouts {
	x, g := motion.At(r, row), c.under(r)
	if place := g.on(x); place != nil {
		return Whereabouts{Kind: AtPlace, Place: place, At: place.At, Ground: place.Kind}
	}
	gone := known.left >= 0 && row >= known.left
	if motion.Rests(r, row, c.still()) && (!gone || known.left == 0) {
		switch {
		case r.GradNorm(row) == 0:
			return g.still(x, NoGradient)
		case r.GradNorm(row) < levelSlope:
			return g.still(x, LevelGround)
		}
	}
	if place := g.drawn(r, row); place != nil {
		return Whereabouts{Kind: Heading, Place: place, At: place.At, Ground: place.Kind}
	}
	if c.held(r, row) && !gone {
		return Whereabouts{Kind: Held}
	}
	if motion.Bounces(r, row) && !(gone && r.Loss(row) > r.Loss(0)) {
		return g.between(motion.Sway(r, row))
	}
	goal, ok := g.below(x)
	if !ok && known.settled >= 0 {
		goal, ok = known.end, true // the run itself leads there
	}
	rose := motion.Rose(r, row)
	if ok {
		goal.Kind = Heading
		if rose {
			goal.Kind = Circling
		}
		return goal
	}
	switch {
	case gone:
		return Whereabouts{Kind: LeftMap, Step: known.left}
	case !g.known:
		return Whereabouts{Kind: Searching}
	case r.Spec.Climbs() && !rose:
		return Whereabouts{Kind: Climbing}
	}
	return Whereabouts{}
}

// still is by how much a racer may move that stands still.
func (c *Courses) still() float64 { return c.home.Diagonal() * 1e-7 }

// held tells whether a run comes to rest on a slope, where no place is: its steps get shorter and shorter, or there are none, as
// under weight decay or a learning rate that goes to zero.
func (c *Courses) held(r *race.Run, row int) bool {
	if !motion.Rests(r, row, c.still()) || !motion.Slows(r, row) {
		return false
	}
	x := motion.At(r, row)
	g := c.under(r)
	if Nearest(g.places, x, g.size/200) != nil {
		return false
	}
	_, found := g.probe.Near(x, g.size/1000)
	return !found
}

// Settled is the first step from which a run has settled; -1 if it never has.
func (c *Courses) Settled(run int) int { return c.runs[run].settled }
