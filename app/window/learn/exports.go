package learn

import (
	"descentlab/app/export"
	"descentlab/app/window/desk"
)

var _ desk.Exporter = (*Room)(nil)

// Exports are those of the part that is seen.
func (r *Room) Exports() ([]export.Offer, string) {
	if of, is := r.now().room.(desk.Exporter); is {
		return of.Exports()
	}
	return nil, ""
}
