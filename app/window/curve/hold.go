package curve

import (
	"math"

	"descentlab/app/window/desk"
)

// Times of what moves.
const (
	hopTime    = 0.25 // seconds that a hop takes to be drawn
	firstPace  = 8.0  // steps a second
	doubling   = 1.2  // seconds in which holding gets twice as fast
	steadyPace = 4000 // steps a second, at last
)

// A hold lets time pass while a hop is drawn, or while Step is held. Else nothing ticks.
type hold struct {
	room   *Room
	ticker *desk.Ticker

	on    bool
	since float64 // seconds for which it is held
	owed  float64 // steps
	grown float64 // part of the last hop
}

func newHold(r *Room) *hold {
	h := &hold{room: r, grown: 1}
	h.ticker = desk.NewTicker(h.advance)
	return h
}

// step makes one step, whose hop is drawn in a moment.
func (h *hold) step() {
	s := h.room.lab.State()
	h.grown = 0
	h.room.lab.Step(1)
	if h.room.lab.State().Step == s.Step {
		h.grown = 1 // it could not be made
		return
	}
	h.ticker.Run(true)
}

// start holds Step; stop lets go of it.
func (h *hold) start() {
	h.on, h.since, h.owed, h.grown = true, 0, 1, 1
	h.ticker.Run(true)
	h.room.left.held(true)
}

func (h *hold) stop() {
	if h.on {
		h.on = false
		h.room.left.held(false)
	}
}

// rest ends what is drawn.
func (h *hold) rest() {
	h.grown = 1
	h.ticker.Run(false)
}

// pace is how many steps a second are made after so many seconds.
func pace(since float64) float64 { return math.Min(steadyPace, firstPace*math.Pow(2, since/doubling)) }

// advance lets so many seconds pass.
func (h *hold) advance(dt float64) {
	if h.grown < 1 {
		h.grown = math.Min(1, h.grown+dt/hopTime)
		h.room.stage.plot.Redraw()
	}
	if h.on {
		h.since += dt
		h.owed += dt * pace(h.since)
		if n := int(h.owed); n > 0 {
			h.owed -= float64(n)
			before := h.room.lab.State().Step
			h.room.lab.Step(n)
			if h.room.lab.State().Step == before {
				h.stop()
			}
		}
	}
	if !h.on && h.grown >= 1 {
		h.ticker.Run(false)
	}
}
