package lessons

import (
	"descentlab/app/export"
	"descentlab/app/export/offers"
	"descentlab/app/window/desk"
)

var _ desk.Exporter = (*Room)(nil)

// Exports are the views of the race in the lesson's lab.
func (r *Room) Exports() ([]export.Offer, string) { return offers.Race(r.living.desk.lab.State()) }
