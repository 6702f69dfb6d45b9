package descent

import (
	"descentlab/app/describe"
	"descentlab/app/describe/rooms"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Describer = (*Room)(nil)

// Spots are the level, as far as the player knows it.
func (r *Room) Spots() []desk.Spot {
	return []desk.Spot{{Name: words.T("Level"), Object: r.box,
		Describe: func() describe.Description { return rooms.Game(r.shown()) }}}
}
