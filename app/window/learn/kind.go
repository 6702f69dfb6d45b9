// Package learn is the room Learn: lessons that are read beside a lab, the gallery of experiments, and the census of minima. Each
// is a room of its own (learn/lessons, learn/experiments, learn/myth), of which a switch in the bar at the top shows one.
package learn

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"descentlab/app/lesson"
	"descentlab/app/window/desk"
	"descentlab/app/window/learn/experiments"
	"descentlab/app/window/learn/lessons"
	"descentlab/app/window/learn/myth"
	"descentlab/app/words"
	"descentlab/internal/strict"
	"descentlab/widgets/kit"
)

// key names the room.
const key = "learn"

// Kind is the room's row in the table of rooms.
func Kind() desk.Kind {
	var room *Room
	return desk.Kind{
		Key: key, Name: words.T("Learn"), Icon: kit.IconBook, Opens: lesson.Endings,
		Hint:     words.T("Lessons beside a lab, experiments, each for one thing to be noticed, and a census of minima"),
		Anywhere: func(f desk.Frame) []desk.Command { return finds(f, func() *Room { return room }) },
		New: func(f desk.Frame, said fyne.CanvasObject, state json.RawMessage) (desk.Room, error) {
			k, err := read(state)
			if err != nil {
				return nil, err
			}
			room, err = newRoom(f, said, k)
			return room, err
		},
	}
}

// stateVersion is that of what the room keeps. Version 1 was that of the gallery alone, and version 2 had no census.
const stateVersion = 3

// kept is what the room needs to be made again as it is.
type kept struct {
	Version     int             `json:"version"`
	Seen        string          `json:"seen"`
	Lessons     json.RawMessage `json:"lessons,omitempty"`
	Experiments json.RawMessage `json:"experiments,omitempty"`
	Census      json.RawMessage `json:"census,omitempty"`
}

// read is what was kept; nil is the first start.
func read(state []byte) (kept, error) {
	k := kept{Version: stateVersion, Seen: seenLessons}
	if state == nil {
		return k, nil
	}
	var head struct{ Version int }
	if json.Unmarshal(state, &head) == nil && head.Version == 1 {
		k.Experiments, k.Seen = state, seenExperiments
		return k, experiments.Check(state)
	}
	if err := strict.Check(state, &k); err != nil {
		return k, err
	}
	if err := json.Unmarshal(state, &k); err != nil {
		return k, err
	}
	switch {
	case k.Version < 1 || k.Version > stateVersion:
		return k, words.Errorf("version %d of the room Learn; this program reads up to %d", k.Version, stateVersion)
	case k.Seen != seenLessons && k.Seen != seenExperiments && k.Seen != seenCensus:
		return k, words.Errorf("seen: must be %s, %s or %s; got %q", seenLessons, seenExperiments, seenCensus, k.Seen)
	}
	if err := lessons.Check(k.Lessons); err != nil {
		return k, words.Errorf("lessons: %w", err)
	}
	if err := experiments.Check(k.Experiments); err != nil {
		return k, words.Errorf("experiments: %w", err)
	}
	if err := myth.Check(k.Census); err != nil {
		return k, words.Errorf("census: %w", err)
	}
	return k, nil
}

// State is what the room keeps.
func (r *Room) State() json.RawMessage {
	k := kept{stateVersion, r.now().key, r.halves[0].state(), r.halves[1].state(), r.halves[2].state()}
	data, err := json.Marshal(k)
	if err != nil {
		return nil // all of them give JSON
	}
	return data
}
