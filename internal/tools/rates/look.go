package main

import (
	"context"
	"fmt"
	"math"

	"descentlab/optim"
	"descentlab/optim/race"
)

// A look is what a run looks like: lengths are parts of the window's diagonal.
type look struct {
	sound   bool    // it comes through the race, and is not higher than it began, nor after ten times the steps
	gap     float64 // to the lowest loss: the part that is left of it at the end
	slope   float64 // the part that is left of the gradient
	longest float64 // step
	turns   int     // steps that lead back, of those that can be seen
	crooked float64 // length of the steps that lead elsewhere than the one before, by more than 45 degrees
	arrival int     // the step from which on it stays near its end
	outside int     // steps outside of the window
}

// What can be seen.
const (
	seen = 0.005 // the least length of a step that is
	near = 0.06  // of the way between its ends: so close to its end a run seems to be there
)

// look races a racer over the course.
func (c *course) look(spec optim.Spec) look {
	start := []float64{c.surface.Start.X, c.surface.Start.Y}
	tape, err := race.Record(context.Background(), func() optim.Objective { return c.probe.Fork() },
		[]race.Entrant{{Spec: spec, Start: start}}, 10*steps)
	if err != nil {
		panic(err)
	}
	run := tape.Runs[0]
	// Where the loss falls for ever, a run may fall beyond all bounds after the race.
	if run.Steps < steps || !(run.Loss(steps) < run.Loss(0)) || !(run.Loss(run.Steps) <= run.Loss(0)) {
		return look{}
	}
	l := look{
		sound: true, gap: (run.Loss(steps) - c.least) / (run.Loss(0) - c.least), slope: run.GradNorm(steps) / run.GradNorm(0),
	}
	diagonal, end := c.surface.View.Diagonal(), run.X(steps)
	way := math.Hypot(end[0]-start[0], end[1]-start[1])
	var lastX, lastY float64
	for t := 1; t <= steps; t++ {
		x, before := run.X(t), run.X(t-1)
		dx, dy := (x[0]-before[0])/diagonal, (x[1]-before[1])/diagonal
		length := math.Hypot(dx, dy)
		l.longest = max(l.longest, length)
		if along := dx*lastX + dy*lastY; length > seen {
			if along < 0 {
				l.turns++
			}
			if along < math.Sqrt2/2*length*math.Hypot(lastX, lastY) {
				l.crooked += length
			}
		}
		lastX, lastY = dx, dy
		if math.Hypot(x[0]-end[0], x[1]-end[1]) > near*way {
			l.arrival = t + 1
		}
		if v := c.surface.View; x[0] < v.X0 || x[0] > v.X1 || x[1] < v.Y0 || x[1] > v.Y1 {
			l.outside++
		}
	}
	return l
}

// What makes a run good to look at.
const (
	wantArrival = 25  // not parked before
	wantLongest = 0.1 // it walks, and does not leap
	wantTurns   = 2
	wantCrooked = 0.1
)

// What is no longer good, however far a run descends.
const (
	leastArrival = 20
	mostLongest  = 0.15
	mostTurns    = 6
	mostOutside  = 50
)

// fault says why settings are not stored; "" if they may be.
func (l look) fault() string {
	switch {
	case !l.sound:
		return "it diverges, or ends higher than it began"
	case l.arrival < leastArrival:
		return fmt.Sprintf("it is there at step %d", l.arrival)
	case l.turns > mostTurns:
		return fmt.Sprintf("it turns back %d times", l.turns)
	case l.longest > mostLongest:
		return fmt.Sprintf("it leaps over %.2f of the window", l.longest)
	case l.outside > mostOutside:
		return fmt.Sprintf("it is outside of the window for %d steps", l.outside)
	}
	return ""
}

// cost is the lower the better a run looks: how far it descends, in powers of ten, and what spoils it.
func (l look) cost() float64 {
	if l.fault() != "" {
		return math.Inf(1)
	}
	return math.Log10(max(l.gap, 1e-4)) + 0.3*math.Log10(min(max(l.slope, 1e-4), 1)) +
		float64(max(wantArrival-l.arrival, 0))/8 + 0.4*float64(max(l.turns-wantTurns, 0)) +
		6*max(l.crooked-wantCrooked, 0) + 30*max(l.longest-wantLongest, 0) + 4*float64(l.outside)/steps
}

func (l look) String() string {
	if !l.sound {
		return "not sound"
	}
	return fmt.Sprintf("gap %.2g, slope %.2g, longest step %.3f, %d turns, crooked %.2f, there at %d, %d outside: %.2f",
		l.gap, l.slope, l.longest, l.turns, l.crooked, l.arrival, l.outside, l.cost())
}
