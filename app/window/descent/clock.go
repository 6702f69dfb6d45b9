package descent

import (
	"math"

	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/window/desk"
	"descentlab/surfaces"
)

// Times of what moves, in seconds.
const (
	opening   = 0.3  // of a hole in the fog
	actTime   = 0.55 // from action to action of a replay
	watchTime = 4.0  // in which the slowest of those who are watched arrives
)

// A clock lets time pass while something moves: a hole opens, rivals run, a play is replayed. Else nothing ticks.
type clock struct {
	room   *Room
	ticker *desk.Ticker

	open   float64 // part of the last hole that has opened
	head   float64 // steps that the rivals have made
	rivals []game.Rival

	replayed []game.Action // nil: nothing is
	acted    int           // actions of it
	since    float64       // seconds since the last one
	state    game.State    // that they lead to
}

func newClock(r *Room) *clock {
	k := &clock{room: r, open: 1}
	k.ticker = desk.NewTicker(k.advance)
	return k
}

// set begins what the last change of the course makes move.
func (k *clock) set(before course.Course) {
	c := k.room.course
	if len(c.State.Spots) > len(before.State.Spots) && c.Level.Fog && c.Level == before.Level {
		k.shut()
	}
	if c.Watched != before.Watched {
		k.rivals, k.head = c.Rivals(), 0
	}
	k.ticker.Run(k.moving())
}

// shut lets the last hole in the fog open, or has it open where nothing is to glide.
func (k *clock) shut() {
	if !k.room.desk.Still() {
		k.open = 0
	}
}

// moving tells whether anything does.
func (k *clock) moving() bool { return k.open < 1 || k.replayed != nil || k.head < k.end() }

// end is the step at which the last of the rivals arrives.
func (k *clock) end() (steps float64) {
	for _, r := range k.rivals {
		steps = max(steps, float64(r.Arrives()))
	}
	return steps
}

// rest ends all that moves, as it would have ended.
func (k *clock) rest() {
	k.open, k.head = 1, k.end()
	replayed := k.replayed != nil
	k.replayed = nil
	k.ticker.Run(false)
	if replayed && k.room.seen {
		k.room.update()
	}
}

// advance lets so many seconds pass.
func (k *clock) advance(dt float64) {
	k.open = math.Min(1, k.open+dt/opening)
	k.head = math.Min(k.end(), k.head+dt*k.end()/watchTime)
	k.act(dt)
	k.room.scene.picture.Redraw()
	k.ticker.Run(k.moving())
}

// replay shows a play from its beginning.
func (k *clock) replay(actions []game.Action) {
	k.rest()
	k.replayed, k.acted, k.since, k.state = actions, 0, 0, k.room.course.Level.Begin()
	k.room.update()
	k.ticker.Run(true)
}

// act goes on with what is replayed; some time after its last action that is over.
func (k *clock) act(dt float64) {
	if k.replayed == nil {
		return
	}
	if k.since += dt; k.since < actTime {
		return
	}
	k.since = 0
	if k.acted < len(k.replayed) {
		// It has been played before, so that it can be.
		if next, err := k.room.course.Level.Next(k.state, k.replayed[k.acted]); err == nil {
			if len(next.Spots) > len(k.state.Spots) {
				k.shut()
			}
			k.state = next
			k.acted++
			k.room.tell()
			return
		}
	}
	k.replayed = nil
	k.room.update()
}

// shown is a course as far as it is replayed.
func (k *clock) shown(c course.Course) course.Course {
	if k.replayed != nil {
		c.State, c.Lifted, c.Watched, c.Lit, c.Shown = k.state, false, false, -1, 0
		c.Aims = [2]*surfaces.Point{}
	}
	return c
}
