package maps

import (
	"time"

	"descentlab/widgets/plot"
)

// pause is how long no new race may come before what is written on the maps makes way for the racers anew: the hand rests.
const pause = 250 * time.Millisecond

// A rest keeps what is written on the maps where it is while a hand brings one race after another: numbers that jump are not
// read, and each would be placed anew, with the isolines broken for it, in every frame.
type rest struct {
	pause  time.Duration        // how long no further race may come
	races  int                  // that have come since the hand rested last
	timer  *time.Timer          // until it rests again
	placed map[int][]plot.Trace // what what is written is placed for, by racer
}

// awaitRest notes that there is a new race, and waits for a while whether a further one comes.
func (p *Pane) awaitRest() {
	r := &p.rest
	if r.timer != nil {
		r.timer.Stop()
	}
	if r.races++; r.races == 1 {
		r.placed = map[int][]plot.Trace{}
	}
	races := r.races
	r.timer = time.AfterFunc(r.pause, func() { p.desk.Post(func() { p.rested(races) }) })
}

// clear are the ways that what is written on the map of a racer keeps off; nil: those that are seen.
func (r *rest) clear(racer int, seen []plot.Trace) []plot.Trace {
	switch r.races {
	case 0:
		return nil
	case 1:
		r.placed[racer] = seen
		return nil
	}
	return r.placed[racer]
}

// rested places anew what is written on the maps, if it has been kept where it was. A further race may have come meanwhile, which
// has a pause of its own.
func (p *Pane) rested(races int) {
	if races != p.rest.races {
		return
	}
	p.rest.races = 0
	if races > 1 {
		p.draw()
	}
}
