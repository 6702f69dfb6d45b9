package figure

import (
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/sweep"
)

func TestFairRow(t *testing.T) {
	spec, err := optim.ParseSpec("momentum lr=0.03162 momentum=0.871")
	if err != nil {
		t.Fatal(err)
	}
	score := sweep.Score{Won: 0.25, Global: 1, Arrived: 1}
	score.Gap, score.Evaluations = [3]float64{1e-17, 0.125, 2}, [3]float64{3, 14, 159}
	tuned := sweep.Tuned{Spec: spec, Trials: 12, Evaluations: 600}
	row := NewFairRow(lab.FairResult{Tuned: tuned, Knobs: []string{"lr", "momentum"}, Budget: 5000, Trial: 140, Score: score,
		Won: "25 %"}, "Momentum", 1e-16)
	if want := []string{"Momentum", "25 %", "100 %", "0.1250", "14"}; !slices.Equal(row.Cells, want) {
		t.Errorf("cells %q, want %q", row.Cells, want)
	}
	want := []string{"lr 0.03162 · momentum 0.871", "quartiles 0 to 2.0 · calls 3 to 159 · tuning 600"}
	if !slices.Equal(row.Notes, want) {
		t.Errorf("notes %q, want %q", row.Notes, want)
	}
	if want := "Momentum: tuned lr, momentum in 12 trials with 600 of 5000 evaluations (one more trial could take 140) to " +
		spec.String() +
		"; f − f* quartiles 0, 0.1250, 2.000; evaluations to arrive 3, 14, 159; diverged 0 %"; row.Hint != want {
		t.Errorf("hint %q, want %q", row.Hint, want)
	}
	tuned.Ended = sweep.GainedNothing
	row = NewFairRow(lab.FairResult{Tuned: tuned, Knobs: []string{"lr"}, Budget: 5000, Trial: 140, Score: score,
		Won: "25 %"}, "Momentum", 1e-16)
	if want := "with 600 of 5000 evaluations (it found nothing better and left the rest) to "; !strings.Contains(row.Hint, want) {
		t.Errorf("hint %q, want %q", row.Hint, want)
	}
	// Without a knob that was tuned, and without a run that arrived.
	nan := math.NaN()
	score.Arrived, score.Evaluations = 0, [3]float64{nan, nan, nan}
	row = NewFairRow(lab.FairResult{Tuned: sweep.Tuned{Spec: spec}, Score: score}, "Momentum", 0)
	if row.Notes[0] != "as it is: none of its knobs was tuned" || row.Notes[1] != "quartiles 1e-17 to 2.0" || row.Cells[4] != "–" ||
		!strings.HasPrefix(row.Hint, "Momentum raced as it is, momentum ") {
		t.Errorf("as it is: %+v", row)
	}
}

func TestFairKnobHint(t *testing.T) {
	names := []string{"SGD", "Adam", "Lion"}
	k := setup.FairKnob{Knob: optim.Knob{Name: "lr", Min: 0.0001, Max: 10}, Racers: []int{0, 1, 2}}
	for want, tuned := range map[string][]int{
		"lr from 0.0001 to 10, tuned of SGD, Adam, Lion":              {0, 1, 2},
		"lr from 0.0001 to 10, not tuned of SGD, Adam, Lion":          nil,
		"lr from 0.0001 to 10, tuned of Adam, Lion, not tuned of SGD": {1, 2},
	} {
		if k.Tuned = tuned; FairKnobHint(k, names) != want {
			t.Errorf("%v: %q, want %q", tuned, FairKnobHint(k, names), want)
		}
	}
}

func TestFairNote(t *testing.T) {
	for want, f := range map[string]setup.Fair{
		"200 runs each, from 200 random starts all over the window; tuned from the present start.": {},
		"40 runs each, from 20 random starts where it is painted; tuned from the present start.": {
			Starts: 20, Seeds: 2, Painted: true},
		"20 runs each, from 20 random starts all over the window; tuned from 5 of these starts.": {Starts: 20, TuneStarts: 5},
		"20 runs each, from 20 random starts where it is painted; tuned from 5 of these starts.": {
			Starts: 20, TuneStarts: 5, Painted: true},
	} {
		if got := FairNote(f, 140); !strings.HasPrefix(got, want+" Each run could spend 140 ") ||
			!strings.HasSuffix(got, "what the tuning took.") {
			t.Errorf("%+v: %q, want %q", f, got, want)
		}
	}
}
