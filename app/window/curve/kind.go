// Package curve is the room Curve: descent in one dimension, solved by hand. A curve with its ball stands in the middle, what
// can be chosen at the left, and at the right the rule with this step's numbers and the table of all steps.
package curve

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	model "descentlab/app/curve"
	"descentlab/app/figure/curves"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// Kind is the room's row in the table of rooms.
func Kind() desk.Kind {
	return desk.Kind{
		Key: "curve", Name: words.T("Curve"), Icon: kit.IconCurve,
		Hint:   words.T("One weight, one slope: gradient descent solved by hand"),
		Format: model.Format,
		New: func(f desk.Frame, said fyne.CanvasObject, state json.RawMessage) (desk.Room, error) {
			kept, err := read(state)
			if err != nil {
				return nil, err
			}
			return newRoom(f, said, kept)
		},
	}
}

// stateVersion is that of what the room keeps.
const stateVersion = 1

// kept is what the room needs to be made again as it is.
type kept struct {
	Version  int            `json:"version"`
	Document model.Document `json:"document"`
	Step     int            `json:"step"`
	Done     int            `json:"done"`
	Tangent  bool           `json:"tangent"`
	Leads    bool           `json:"leads"`
	Hops     bool           `json:"hops"`
	Linear   bool           `json:"linear"`
	Chosen   int            `json:"chosen,omitempty"`
}

// fresh is the room at its first start.
func fresh() kept {
	return kept{Version: stateVersion, Document: model.Default(), Tangent: true, Leads: true, Hops: true}
}

// read is what was kept; nil is the first start.
func read(state json.RawMessage) (kept, error) {
	if state == nil {
		return fresh(), nil
	}
	var k kept
	if err := desk.Recall("Curve", state, stateVersion, &k); err != nil {
		return k, err
	}
	switch {
	case k.Step < 0 || k.Done < k.Step || k.Done > model.MaxSteps:
		return k, words.Errorf("step: must be from 0 to done, at most %d; got %d of %d", model.MaxSteps, k.Step, k.Done)
	case k.Chosen < 0 || k.Chosen >= model.MaxRacers:
		return k, words.Errorf("chosen: must be from 0 to %d; got %d", model.MaxRacers-1, k.Chosen)
	}
	return k, nil
}

// State is what the room keeps.
func (r *Room) State() json.RawMessage {
	s := r.lab.State()
	return desk.Kept(kept{stateVersion, s.Doc, s.Step, s.Done, r.shown.Tangent, r.shown.Step, r.shown.Hops, r.linear, r.chosen})
}

// shownOf are the parts of the picture that are drawn.
func shownOf(k kept) curves.Shown {
	return curves.Shown{Tangent: k.Tangent, Step: k.Leads, Hops: k.Hops}
}
