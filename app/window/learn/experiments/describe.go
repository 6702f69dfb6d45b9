package experiments

import (
	"descentlab/app/describe"
	"descentlab/app/describe/rooms"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

var _ desk.Describer = (*Room)(nil)

// Spots are the wall of cards.
func (r *Room) Spots() []desk.Spot {
	return []desk.Spot{{Name: words.T("Experiments"), Object: r.box,
		Describe: func() describe.Description { return rooms.Gallery(r.wall.Shown) }}}
}
