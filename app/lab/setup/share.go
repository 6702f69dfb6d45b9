package setup

import (
	"reflect"
	"slices"
)

// Share lets the document have in common with another one what is equal in both. A document that is shown or remembered never
// changes, and a history of hundreds of them would else hold hundreds of copies of all settings.
func (e *Experiment) Share(of *Experiment) {
	share(&e.Own, of.Own)
	share(&e.Params, of.Params)
	share(&e.Sculpture, of.Sculpture)
	share(&e.Painted, of.Painted)
	share(&e.Fair.Knobs, of.Fair.Knobs)
	e.Racers = slices.Clone(e.Racers) // the list may belong to someone else
	for i := range e.Racers {
		now := &e.Racers[i]
		if at := of.RacerAt(now.Slot); at >= 0 {
			was := &of.Racers[at]
			share(&now.Spec, was.Spec)
			share(&now.Changes, was.Changes)
			share(&now.Futures, was.Futures)
		}
	}
}

func share[T any](now *T, was T) {
	if reflect.DeepEqual(*now, was) {
		*now = was
	}
}
