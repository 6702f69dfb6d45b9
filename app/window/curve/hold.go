package curve

import (
	"math"

	"fyne.io/fyne/v2"

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

	key   fyne.KeyName // that is down; "": none
	down  float64      // seconds for which it is
	typed bool         // it has done what it does when it is typed
	own   bool         // Step is held by it, and no longer than it is
}

func newHold(r *Room) *hold {
	h := &hold{room: r, grown: 1}
	h.ticker = desk.NewTicker(h.advance)
	return h
}

// step makes one step, whose hop is drawn in a moment.
func (h *hold) step() {
	s := h.room.lab.State()
	if h.grown = 0; h.room.desk.Still() {
		h.grown = 1
	}
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

// A key that is held for longer than this holds Step until it is let go; Space that was held for less holds it until it is typed
// again.
const longPress = 0.35

// KeyDown begins to hold Step with Space at once, and with the key of a single step in a while.
func (r *Room) KeyDown(name fyne.KeyName) {
	h := r.hold
	if name != fyne.KeySpace && name != fyne.KeyRight {
		return
	}
	h.key, h.down, h.typed, h.own = name, 0, false, false
	switch {
	case name == fyne.KeyRight:
		h.ticker.Run(true)
	case h.on:
		h.stop()
	default:
		h.start()
		h.own = true
	}
}

// KeyUp lets go of Step, if the key has held it for long.
func (r *Room) KeyUp(name fyne.KeyName) {
	h := r.hold
	if h.key != name {
		return
	}
	if h.own && h.down >= longPress {
		h.stop()
	}
	h.key = ""
}

// repeats tells whether a key that is typed has been typed already since it is down: it is held.
func (h *hold) repeats(name fyne.KeyName) bool {
	again := h.key == name && h.typed
	h.typed = h.typed || h.key == name
	return again
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
	if h.key != "" {
		if h.down += dt; h.key == fyne.KeyRight && h.down >= longPress && !h.own {
			h.start()
			h.own = true
		}
	}
	if h.grown < 1 {
		h.grown = math.Min(1, h.grown+dt/hopTime)
		h.room.stage.redraw()
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
	if !h.on && h.grown >= 1 && h.key == "" {
		h.ticker.Run(false)
	}
}
