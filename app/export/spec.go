package export

import (
	"encoding/json"
)

// specJSON is the head of a racer: its optimizer, schedule and settings.
type specJSON struct {
	Optimizer string          `json:"optimizer"`
	Schedule  string          `json:"schedule,omitempty"`
	Params    json.RawMessage `json:"params"`
}

func newSpecJSON(spec json.Marshaler) (specJSON, error) {
	var head specJSON
	data, err := spec.MarshalJSON()
	if err == nil {
		err = json.Unmarshal(data, &head)
	}
	return head, err
}
