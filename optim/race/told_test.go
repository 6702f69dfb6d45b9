package race_test

import (
	"context"
	"slices"
	"sync"
	"testing"

	"descentlab/optim/race"
)

// TestRecordingTellsHowFarItIs: of whole and of thinned races; a run that ends early has no updates left to do.
func TestRecordingTellsHowFarItIs(t *testing.T) {
	for _, steps := range []int{5000, race.MaxSteps + 1} {
		var mu sync.Mutex
		var parts []float64
		list := entrants(t, []float64{-1, 1}, "sgd lr=1e-4", "sgd lr=1e9")
		tape, err := race.Record(context.Background(), plain(rosenbrock), list, steps, func(part float64) {
			mu.Lock()
			defer mu.Unlock()
			parts = append(parts, part)
		})
		if err != nil || tape.Runs[0].Steps != steps || tape.Runs[1].Steps == steps {
			t.Fatalf("%v, or not one run alone ends early", err)
		}
		if len(parts) < steps/1000 || slices.Min(parts) > 0.6 || slices.Max(parts) != 1 {
			t.Errorf("%d steps: told %d times, from %v to %v", steps, len(parts), slices.Min(parts), slices.Max(parts))
		}
	}
}
