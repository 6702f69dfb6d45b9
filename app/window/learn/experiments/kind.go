// Package experiments is the half of the room Learn that shows the gallery: experiments as cards with small pictures, each of
// which opens in the room Race.
package experiments

import (
	"encoding/json"

	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/gallery/thumb"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/internal/strict"
)

// New makes the room of what was kept; nil is the first start. An error says what of that cannot be.
func New(f desk.Frame, state []byte) (*Room, error) {
	k, err := read(state)
	if err != nil {
		return nil, err
	}
	return newRoom(f, gallery.All(), thumb.Cached(), k), nil
}

// Check says what of a state cannot be.
func Check(state []byte) error {
	_, err := read(state)
	return err
}

// stateVersion is that of what the room keeps.
const stateVersion = 1

// kept is what the room needs to be made again as it is.
type kept struct {
	Version int     `json:"version"`
	Search  string  `json:"search"`
	Tag     string  `json:"tag"`
	Order   int     `json:"order"`
	Scroll  float32 `json:"scroll"`
}

// longestSearch bounds what is searched for, in bytes.
const longestSearch = 1000

// read is what was kept; nil is the first start. A tag that the gallery has no more is not asked for.
func read(state []byte) (kept, error) {
	k := kept{Version: stateVersion}
	if state == nil {
		return k, nil
	}
	if err := strict.Check(state, &k); err != nil {
		return k, err
	}
	if err := json.Unmarshal(state, &k); err != nil {
		return k, err
	}
	switch {
	case k.Version < 1 || k.Version > stateVersion:
		return k, words.Errorf("version %d of the experiments; this program reads up to %d", k.Version, stateVersion)
	case k.Order < 0 || k.Order >= len(cards.Orders()):
		return k, words.Errorf("order: must be from 0 to %d; got %d", len(cards.Orders())-1, k.Order)
	case !(k.Scroll >= 0):
		return k, words.Errorf("scroll: must not be negative; got %v", k.Scroll)
	case len(k.Search) > longestSearch:
		return k, words.Errorf("search: must be at most %d bytes long; got %d", longestSearch, len(k.Search))
	}
	return k, nil
}

// State is what the room keeps.
func (r *Room) State() json.RawMessage {
	k := kept{stateVersion, r.wall.Query(), r.wall.Tag(), int(r.wall.Order()), r.stage.scroll.Offset.Y}
	if r.stage.scrollTo > 0 {
		k.Scroll = r.stage.scrollTo
	}
	data, err := json.Marshal(k)
	if err != nil {
		return nil // an offset is always a number
	}
	return data
}
