package desk

import (
	"encoding/json"

	"descentlab/app/words"
	"descentlab/internal/strict"
)

// Kept is what Room.State gives of v: JSON, or nil where v has something that JSON cannot say.
func Kept(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	return data
}

// Recall reads into v what a room of that name has kept, which is of a version from 1 to newest. What nothing is kept of stays in
// v as it is.
func Recall(room string, state json.RawMessage, newest int, v any) error {
	if state == nil {
		return nil
	}
	if err := strict.Check(state, v); err != nil {
		return err
	}
	var of struct {
		Version int `json:"version"`
	}
	if err := json.Unmarshal(state, &of); err != nil {
		return err
	}
	if of.Version < 1 || of.Version > newest {
		return words.Errorf("version %d of the room %s; this program reads up to %d", of.Version, room, newest)
	}
	return json.Unmarshal(state, v)
}
