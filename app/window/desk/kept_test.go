package desk

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// TestRecall: a room's state comes back as it was kept, and what cannot be read is refused with what would be right.
func TestRecall(t *testing.T) {
	type room struct {
		Version int       `json:"version"`
		Doors   []float64 `json:"doors"`
	}
	usual := room{1, []float64{7}}
	got := usual
	if err := Recall("Hall", nil, 2, &got); err != nil || len(got.Doors) != 1 {
		t.Errorf("of nothing: %+v, %v", got, err)
	}
	if err := Recall("Hall", Kept(room{2, []float64{1, 2}}), 2, &got); err != nil || got.Version != 2 || len(got.Doors) != 2 {
		t.Errorf("kept: %+v, %v", got, err)
	}
	if Kept(room{1, []float64{math.NaN()}}) != nil {
		t.Error("what JSON cannot say is kept")
	}
	for state, says := range map[string]string{
		`{"version":3,"doors":[]}`: "version 3 of the room Hall; this program reads up to 2",
		`{"doors":[]}`:             "version 0 of the room Hall",
		`{"version":1,"dors":[]}`:  `did you mean "doors"?`,
		`{"version":1`:             "",
	} {
		if err := Recall("Hall", json.RawMessage(state), 2, &got); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %q", state, err, says)
		}
	}
}
