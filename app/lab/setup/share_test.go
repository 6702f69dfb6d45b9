package setup

import (
	"reflect"
	"testing"

	"descentlab/optim"
)

// What is equal is shared, what differs is not, and the document stays what it was.
func TestShare(t *testing.T) {
	was := Default()
	now := was.Clone()
	now.Racers[1].Spec = now.Racers[1].Spec.With("lr", optim.Num(0.123))
	now.Racers[0], now.Racers[2] = now.Racers[2], now.Racers[0]
	whole := now.Clone()
	now.Share(&was)
	if !reflect.DeepEqual(now, whole) {
		t.Error("it is another document")
	}
	for i := range now.Racers {
		at := was.RacerAt(now.Racers[i].Slot)
		same := reflect.ValueOf(now.Racers[i].Spec.Set).Pointer() == reflect.ValueOf(was.Racers[at].Spec.Set).Pointer()
		if changed := at == 1; same == changed {
			t.Errorf("racer %d shares its settings: %v", i, same)
		}
	}
}

// A list of racers that belongs to someone else stays as it is.
func TestShareLeavesOthersAlone(t *testing.T) {
	was, theirs := Default(), Default()
	before := reflect.ValueOf(theirs.Racers[0].Spec.Set).Pointer()
	now := theirs
	now.Share(&was)
	if reflect.ValueOf(theirs.Racers[0].Spec.Set).Pointer() != before {
		t.Error("the settings of another document are others now")
	}
}
