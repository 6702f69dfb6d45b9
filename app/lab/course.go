package lab

import (
	"math"
	"sync"

	"descentlab/app/lab/motion"
	"descentlab/internal/geom"
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

// settling is how near a minimum's loss a run has settled: in units of the loss, or as a part of the way down that it had to go
// if that is less.
const settling = 1e-6

// levelSlope is the slope below which the ground is called level.
const levelSlope = 1e-6

// NewCourses tells of a race over a field. Home is the window of its surface.
func NewCourses(tape *race.Tape, field *Field, home surfaces.Rect) *Courses {
	c := &Courses{tape: tape, home: home, ground: newGround(field, home), told: map[step]Whereabouts{}}
	for _, r := range tape.Runs {
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
	if !c.ground.known || r.Spec.Climbs() {
		return known
	}
	top := highest(r)
	end, value, ok := c.ground.bottom(motion.At(r, r.Steps), r.Loss(r.Steps), top)
	if !ok {
		return known
	}
	known.end = end
	near := nearness(value, top)
	for t := r.Steps; t >= 0 && math.Abs(r.Loss(t)-value) <= near; t-- {
		known.settled = t
	}
	return known
}

// highest is the highest loss that a run has met.
func highest(r *race.Run) float64 {
	top := math.Inf(-1)
	for t := range r.Steps + 1 {
		if f := r.Loss(t); geom.Finite(f) {
			top = max(top, f)
		}
	}
	return top
}

// nearness is how near a minimum's loss a run has settled that has been as high as that: and near enough for rounding.
func nearness(value, highest float64) float64 {
	return settling*min(1, max(highest-value, 0)) + 1e-15*math.Abs(value)
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
	case v.Kind != race.Finished && t >= v.Step:
		return Whereabouts{Kind: EndedOtherwise, Verdict: v}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	key := step{run, row}
	w, ok := c.told[key]
	if !ok {
		w = c.underWay(r, row, known)
		c.told[key] = w
	}
	return w
}

// underWay tells where a racer is that has not settled and whose run has not ended.
func (c *Courses) underWay(r *race.Run, row int, known *course) Whereabouts {
	x := motion.At(r, row)
	if place := c.ground.on(x); place != nil {
		return Whereabouts{Kind: AtPlace, Place: place, At: place.At, Ground: place.Kind}
	}
	gone := known.left >= 0 && row >= known.left
	if motion.Rests(r, row, c.still()) && (!gone || known.left == 0) {
		switch {
		case r.GradNorm(row) == 0:
			return c.ground.still(x, NoGradient)
		case r.GradNorm(row) < levelSlope:
			return c.ground.still(x, LevelGround)
		}
	}
	switch {
	case r.Spec.Climbs() && c.held(r, row):
		return Whereabouts{Kind: Held} // by a box: its highest places are not looked for
	case r.Spec.Climbs() && gone:
		return Whereabouts{Kind: LeftMap, Step: known.left}
	case r.Spec.Climbs():
		return Whereabouts{Kind: Climbing}
	}
	if place := c.ground.drawn(r, row); place != nil {
		return Whereabouts{Kind: Heading, Place: place, At: place.At, Ground: place.Kind}
	}
	if c.held(r, row) && !gone {
		return Whereabouts{Kind: Held}
	}
	if motion.Bounces(r, row) && !(gone && r.Loss(row) > r.Loss(0)) {
		return c.ground.between(motion.Sway(r, row))
	}
	goal, ok := c.ground.below(x)
	if !ok && known.settled >= 0 {
		goal, ok = known.end, true // the run itself leads there
	}
	if ok {
		goal.Kind = Heading
		if motion.Rose(r, row) {
			goal.Kind = Circling
		}
		return goal
	}
	switch {
	case gone:
		return Whereabouts{Kind: LeftMap, Step: known.left}
	case !c.ground.known:
		return Whereabouts{Kind: Searching}
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
	if Nearest(c.ground.places, x, c.ground.size/200) != nil {
		return false
	}
	_, found := c.ground.probe.Near(x, c.ground.size/1000)
	return !found
}

// Settled is the first step from which a run has settled; -1 if it never has.
func (c *Courses) Settled(run int) int { return c.runs[run].settled }
