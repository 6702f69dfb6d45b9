package motion

import (
	"testing"

	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// valley is x²/2 + 10y².
type valley struct{}

func (valley) Dim() int { return 2 }

func (valley) Eval(grad, x []float64, _ int) float64 {
	grad[0], grad[1] = x[0], 20*x[1]
	return x[0]*x[0]/2 + 10*x[1]*x[1]
}

// All rows at once are told as each by itself: of runs that go to and fro, and of one that never does.
func TestSwaying(t *testing.T) {
	for text, want := range map[string]bool{"sgd lr=0.0999": true, "sgd lr=0.098": true, "sgd lr=0.01": false} {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		entrant := race.Entrant{Spec: spec, Start: []float64{0.001, 1}}
		tape, err := race.Record(t.Context(), func() optim.Objective { return valley{} }, []race.Entrant{entrant}, 80)
		if err != nil {
			t.Fatal(err)
		}
		run := tape.Runs[0]
		at := make([]surfaces.Point, run.Steps+1)
		for k := range at {
			at[k] = At(run, k)
		}
		some := false
		for row, got := range Swaying(at) {
			if got != Sways(run, row) {
				t.Errorf("%s: row %d is told as %t", text, row, got)
			}
			some = some || got
		}
		if some != want {
			t.Errorf("%s goes to and fro: %t", text, some)
		}
	}
}
