package lab

import (
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/race"
)

// Futures are what racers would have become, see setup.Future: recorded with the race, but none of its racers.
type Futures struct {
	Of      []Branch   // whose the runs are
	Tape    *race.Tape // a run for each
	Courses *Courses
}

// A Branch is a future of a racer of the document.
type Branch struct{ Racer, Future int }

// Find is which run is that of a racer's future, or -1.
func (f *Futures) Find(racer, future int) int {
	for i, b := range f.Of {
		if b == (Branch{racer, future}) {
			return i
		}
	}
	return -1
}

// branches are the futures of a document, in its order.
func branches(doc *setup.Experiment) (list []Branch) {
	for i := range doc.Racers {
		for k := range doc.Racers[i].Futures {
			list = append(list, Branch{i, k})
		}
	}
	return list
}

// entrants are the racers of an experiment at its start.
func entrants(doc setup.Experiment) []race.Entrant {
	list := make([]race.Entrant, len(doc.Racers))
	for i := range doc.Racers {
		list[i] = entrant(&doc, i, -1)
	}
	return list
}

// entrant is a racer, or the one of its futures that is not -1, at the start.
func entrant(doc *setup.Experiment, racer, future int) race.Entrant {
	first, changes := doc.Racers[racer].Course(future)
	return Entrant(doc, first, changes)
}

// Entrant is somebody at the start of an experiment's race.
func Entrant(doc *setup.Experiment, first optim.Spec, changes optim.Changes) race.Entrant {
	return race.Entrant{
		Spec: first, Changes: changes, Start: []float64{doc.Start.X, doc.Start.Y}, Seed: doc.Seed, Box: doc.Kept(),
	}
}

// withFutures are the racers at the start, and after them their futures.
func withFutures(doc setup.Experiment) []race.Entrant {
	list := entrants(doc)
	for _, b := range branches(&doc) {
		list = append(list, entrant(&doc, b.Racer, b.Future))
	}
	return list
}

// The tapes are of a race of racers, and that of their futures; nil if there are none.
type tapes struct{ tape, others *race.Tape }

// split parts a race of racers and futures.
func split(doc *setup.Experiment, all *race.Tape) tapes {
	n := len(doc.Racers)
	if all == nil || len(all.Runs) <= n {
		return tapes{all, nil}
	}
	tape, others := *all, *all
	tape.Runs, others.Runs = all.Runs[:n:n], all.Runs[n:]
	return tapes{&tape, &others}
}

// futures tell of the futures over a field.
func (r tapes) futures(doc *setup.Experiment, field *Field) Futures {
	if r.others == nil {
		return Futures{}
	}
	return Futures{Of: branches(doc), Tape: r.others, Courses: NewCourses(r.others, field, doc.Home)}
}
