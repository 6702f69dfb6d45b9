package myth

import (
	"descentlab/app/describe"
	"descentlab/app/describe/rooms"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Describer = (*Room)(nil)

// Spots are the two cards.
func (r *Room) Spots() []desk.Spot {
	return []desk.Spot{
		{Name: words.T("Census"), Object: r.census.panel,
			Describe: func() describe.Description { return rooms.Census(r.census.result()) }},
		{Name: words.T("Trainings"), Object: r.trainings.panel,
			Describe: func() describe.Description { return rooms.Trainings(r.trainings.result()) }},
	}
}
