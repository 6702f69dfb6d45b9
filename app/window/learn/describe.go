package learn

import "descentlab/app/window/desk"

var _ desk.Describer = (*Room)(nil)

// Spots are those of what is seen; none where that has no picture of its own.
func (r *Room) Spots() []desk.Spot {
	if of, is := r.now().room.(desk.Describer); is {
		return of.Spots()
	}
	return nil
}
