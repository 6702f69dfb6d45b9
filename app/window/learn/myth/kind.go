// Package myth is the view of the room Learn in which a belief is put to the test, that learning gets stuck in bad local minima:
// a census of random critical points, which are hardly ever minima where there are many dimensions, and many trainings of one
// network, which end about equally deep. Both are counted while one looks on, from a seed.
package myth

import (
	"encoding/json"

	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// The names of the two cards for whoever points at them.
const (
	Census    = "census"
	Trainings = "trainings"
)

// Lesson is the key of the lesson that leads here.
const Lesson = "minima-and-saddles"

// stateVersion is that of what the room keeps.
const stateVersion = 1

// kept is what the room needs to be made again as it is.
type kept struct {
	Version  int      `json:"version"`
	Document document `json:"document"`
	Downhill bool     `json:"downhill"` // the census's picture is that of the directions
	Scroll   float32  `json:"scroll"`
}

// read is what was kept; nil is the first start.
func read(state []byte) (kept, error) {
	k := kept{Version: stateVersion, Document: usual()}
	if err := desk.Recall("Census", state, stateVersion, &k); err != nil {
		return k, err
	}
	if !(k.Scroll >= 0) {
		return k, words.Errorf("scroll: must not be negative; got %v", k.Scroll)
	}
	return k, k.Document.check()
}

// Check says what of a state cannot be.
func Check(state []byte) error {
	_, err := read(state)
	return err
}

// New makes the room of what was kept; nil is the first start. An error says what of that cannot be. Back leads to the lesson.
func New(f desk.Frame, state []byte, back func()) (*Room, error) {
	k, err := read(state)
	if err != nil {
		return nil, err
	}
	return newRoom(f, k, back), nil
}

// State is what the room keeps.
func (r *Room) State() json.RawMessage {
	k := kept{stateVersion, r.doc, r.census.view.Selected() == downhill, r.scroll.Offset.Y}
	if r.scrollTo > 0 {
		k.Scroll = r.scrollTo
	}
	return desk.Kept(k)
}
