package standings

import (
	"cmp"
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/optim/race"
)

// An order is that of the rows. Few racers stand as they are listed, many by their losses at the end of the race, those that have
// gone last. While the race plays rows keep their places.
type order struct {
	racers []int      // indices in the tape's document
	tape   *race.Tape // that it is of
	slots  []int      // of all racers, in the document's order
}

// follow takes over the order of a state's race.
func (o *order) follow(s lab.State) {
	slots := make([]int, len(s.TapeDoc.Racers))
	for i, r := range s.TapeDoc.Racers {
		slots[i] = r.Slot
	}
	same := slices.Equal(slots, o.slots)
	if same && (s.Tape == o.tape || s.Playing) {
		return
	}
	o.tape, o.slots = s.Tape, slots
	o.racers = make([]int, len(slots))
	for i := range o.racers {
		o.racers[i] = i
	}
	if len(slots) <= few {
		return
	}
	ends := s.Run().Standings(s.TapeDoc.Steps)
	slices.SortStableFunc(o.racers, func(i, j int) int {
		a, b := ends[i], ends[j]
		if last := cmp.Compare(rank(a), rank(b)); last != 0 {
			return last
		}
		return cmp.Compare(a.Loss, b.Loss)
	})
}

// rank puts those that have gone behind the others, and those without a loss behind them.
func rank(s lab.Standing) int {
	switch {
	case math.IsNaN(s.Loss):
		return 2
	case gone(s.Where):
		return 1
	}
	return 0
}
