package pointer

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/internal/geom"
)

// A ringRace rewinds the race and plays it with a swarm from a ring, as soon as that is there.
type ringRace struct {
	desk   desk.Desk
	awaits bool
	former *lab.Swarmed // the swarm of before; nil if the one that is there will do
}

// begin lets the subject racer loose from a ring around a place.
func (r *ringRace) begin(around geom.Point) {
	l := r.desk.Lab()
	before := l.State()
	if r.desk.Edit("", func(e *setup.Experiment) { e.RingAround(around) }) != nil {
		return
	}
	l.Seek(0)
	r.former = before.View.Swarm
	if now := l.State(); now.Doc.Swarm == before.Doc.Swarm && now.Panel() == before.Panel() {
		r.former = nil // it is the ring of before
	}
	r.awaits = true
	r.update(l.State(), 0)
}

// update plays, unless the user has done something else meanwhile.
func (r *ringRace) update(s lab.State, c lab.Change) {
	switch {
	case !r.awaits:
	case s.Playing || s.Head != 0 || c&lab.DocChanged != 0:
		r.awaits = false
	case s.View.Swarm != nil && s.View.Swarm != r.former:
		r.awaits = false
		r.desk.Post(r.desk.Lab().Play) // when all have been told of the swarm
	}
}
