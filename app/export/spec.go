package export

import (
	"encoding/json"

	"descentlab/app/lab/setup"
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

// changeJSON is what a racer is from an update on.
type changeJSON struct {
	At int `json:"at"`
	specJSON
}

// courseJSON is what a racer begins as, and what it becomes.
func courseJSON(r *setup.Racer) (head specJSON, changes []changeJSON, err error) {
	if head, err = newSpecJSON(r.Spec); err != nil {
		return head, nil, err
	}
	for _, c := range r.Changes {
		spec, err := newSpecJSON(c.Spec)
		if err != nil {
			return head, nil, err
		}
		changes = append(changes, changeJSON{c.At, spec})
	}
	return head, changes, nil
}
