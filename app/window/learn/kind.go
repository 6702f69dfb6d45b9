// Package learn is the room Learn: the gallery of experiments as cards with small pictures, each of which opens in the room Race.
package learn

import (
	"encoding/json"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/gallery/thumb"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// Kind is the room's row in the table of rooms.
func Kind() desk.Kind {
	return desk.Kind{
		Key: "learn", Name: words.T("Learn"), Icon: kit.IconBook,
		Hint: words.T("Experiments, each for one thing to be noticed"),
		New: func(f desk.Frame, said fyne.CanvasObject, state json.RawMessage) (desk.Room, error) {
			k, err := read(state)
			if err != nil {
				return nil, err
			}
			return newRoom(f, said, gallery.All(), cache(), k), nil
		},
	}
}

// cache is where pictures that have been drawn are kept.
func cache() thumb.Store {
	dir, err := os.UserCacheDir()
	if err != nil || !filepath.IsAbs(dir) {
		return thumb.Store{} // all are drawn at every start
	}
	return thumb.NewStore(filepath.Join(dir, "descentlab"))
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
func read(state json.RawMessage) (kept, error) {
	k := kept{Version: stateVersion}
	if err := desk.Recall("Learn", state, stateVersion, &k); err != nil {
		return k, err
	}
	switch {
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
	return desk.Kept(k)
}
