package figure

import (
	"cmp"
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim/race"
)

// Few is how many racers need no ranks.
const Few = 5

// An Order is that in which racers are listed, in rows and on maps side by side. Few racers stand as they do in the document,
// many by their losses at the end of the race, those that have gone last. While the race plays all keep their places.
type Order struct {
	Racers []int      // indices in the tape's document
	tape   *race.Tape // that it is of
	slots  []int      // of all racers, in the document's order
}

// Follow takes over the order of a state's race.
func (o *Order) Follow(s lab.State) {
	slots := slotsOf(&s.TapeDoc)
	same := slices.Equal(slots, o.slots)
	if same && (s.Tape == o.tape || s.Playing) {
		return
	}
	o.tape, o.slots = s.Tape, slots
	o.Racers = make([]int, len(slots))
	for i := range o.Racers {
		o.Racers[i] = i
	}
	if len(slots) <= Few {
		return
	}
	ends := s.Run().Standings(s.TapeDoc.Steps)
	slices.SortStableFunc(o.Racers, func(i, j int) int {
		a, b := ends[i], ends[j]
		if last := cmp.Compare(rank(a), rank(b)); last != 0 {
			return last
		}
		return cmp.Compare(a.Loss, b.Loss)
	})
}

// Of tells whether it is an order of the racers of a document.
func (o *Order) Of(doc *setup.Experiment) bool { return slices.Equal(slotsOf(doc), o.slots) }

func slotsOf(doc *setup.Experiment) []int {
	slots := make([]int, len(doc.Racers))
	for i, r := range doc.Racers {
		slots[i] = r.Slot
	}
	return slots
}

// rank puts those that have gone behind the others, and those without a loss behind them.
func rank(s lab.Standing) int {
	switch {
	case math.IsNaN(s.Loss):
		return 2
	case Gone(s.Where):
		return 1
	}
	return 0
}
