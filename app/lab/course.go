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
	left    int         // the first step from which it is outside of the home window for good; -1 if it ends inside, or at a place
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
	known, g := course{settled: -1, left: motion.Leaves(r, c.home)}, c.under(r)
	if r.Verdict.Kind != race.Finished && r.Verdict.Kind != race.Stopped {
		return known
	}
	top := motion.Highest(r)
	if end, value, ok := g.bottom(motion.At(r, r.Steps), motion.Height(r, r.Steps), top); ok && g.known {
		known.settled = motion.Settles(r, value, motion.Nearness(value, top))
		known.end = g.upright(end)
	}
	if known.settled >= 0 || known.left > 0 && c.stays(r) {
		known.left = -1
	}
	return known
}

// stays tells whether a run ends at a place or close around one, wherever that is.
func (c *Courses) stays(r *race.Run) bool {
	g := c.under(r)
	return g.on(motion.At(r, r.Steps)) != nil ||
		motion.Bounces(r, r.Steps) && g.between(motion.Sway(r, r.Steps)).Kind == Circling
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
	if known.left > 0 && row >= known.left {
		return Whereabouts{Kind: LeftMap, Step: known.left}
	}
	if place := g.on(x); place != nil {
		return Whereabouts{Kind: AtPlace, Place: place, At: place.At, Ground: place.Kind}
	}
	if motion.Rests(r, row, c.Still()) {
		switch {
		case r.GradNorm(row) == 0:
			return g.still(x, NoGradient)
		case r.GradNorm(row) < levelSlope:
			return g.still(x, LevelGround)
		}
	}
	if row == 0 {
		return Whereabouts{Kind: AtStart}
	}
	if place := g.drawn(r, row); place != nil {
		return Whereabouts{Kind: Heading, Place: place, At: place.At, Ground: place.Kind}
	}
	outside := known.left == 0
	if c.held(r, row) && !outside {
		return Whereabouts{Kind: Held}
	}
	if motion.Bounces(r, row) && !(outside && r.Loss(row) > r.Loss(0)) {
		return g.between(motion.Sway(r, row))
	}
	goal, ok := g.below(x)
	if !ok && known.settled >= 0 {
		goal, ok = known.end, true // the run itself leads there
	}
	switch {
	case ok && motion.Circles(r, row, goal.At, g.about(goal)):
		goal.Kind = Circling
		return goal
	case ok:
		goal.Kind = Heading
		return goal
	case outside:
		return Whereabouts{Kind: LeftMap}
	case !g.known:
		return Whereabouts{Kind: Searching}
	case r.Spec.Climbs() && !motion.Rose(r, row):
		return Whereabouts{Kind: Climbing}
	}
	return Whereabouts{}
}

// Below is where the ground leads downhill from a row of a run, uphill for who climbs, as it is told of a racer that is heading
// for something; ok tells whether that is known.
func (c *Courses) Below(run, row int) (w Whereabouts, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	r := c.tape.Runs[run]
	g := c.under(r)
	w, ok = g.below(motion.At(r, row))
	w.Kind = Heading
	return g.upright(w), ok
}

// Level tells whether the ground is called level where a run is at a row.
func (c *Courses) Level(run, row int) bool { return c.tape.Runs[run].GradNorm(row) < levelSlope }

// Still is by how much a racer may move that stands still.
func (c *Courses) Still() float64 { return c.home.Diagonal() * 1e-7 }

// held tells whether a run comes to rest on a slope, where no place is: its steps get shorter and shorter, or there are none, as
// under weight decay or a learning rate that goes to zero.
func (c *Courses) held(r *race.Run, row int) bool {
	if !motion.Rests(r, row, c.Still()) || !motion.Slows(r, row) {
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

// Left is the first step from which a run is outside of the home window for good, or has broken off there; -1 if it never is, if
// it starts there, or if it ends at a place there.
func (c *Courses) Left(run int) int {
	if left := c.runs[run].left; left > 0 {
		return left
	}
	return -1
}

// Row is the row of a run that a race shows at step t: the last one if it has broken off by then, or that with which it has left.
func (c *Courses) Row(run, t int) int {
	r, left := c.tape.Runs[run], c.runs[run].left
	if ended := r.Verdict.Kind != race.Finished && t >= r.Verdict.Step; left > 0 && !ended {
		t = min(t, left)
	}
	return min(t, r.Steps)
}
