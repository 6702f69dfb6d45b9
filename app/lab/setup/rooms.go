package setup

import "encoding/json"

// Rooms are what a session keeps of the rooms of the window, each of which reads its own. What stands there for a room that this
// version of the program has not is kept as it is.
type Rooms struct {
	Seen   string                     `json:"seen,omitempty"` // the key of the one that is shown; "": the first one
	States map[string]json.RawMessage `json:"states,omitempty"`
}

// RoomKeys are the keys of the window's rooms, in the order of its rail.
var RoomKeys = []string{"race", "curve", "descent", "learn"}
