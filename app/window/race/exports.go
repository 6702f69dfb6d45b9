package race

import (
	"descentlab/app/export"
	"descentlab/app/export/offers"
	"descentlab/app/window/desk"
)

var _ desk.Exporter = (*Room)(nil)

// Exports are the views of the race, and what panes have made of it.
func (r *Room) Exports() (list []export.Offer, seen string) {
	var own []export.Offer
	for _, pane := range r.panel.list {
		if of, is := pane.(desk.Exporter); is {
			more, _ := of.Exports()
			own = append(own, more...)
		}
	}
	return offers.Race(r.desk.Lab().State(), own...)
}
