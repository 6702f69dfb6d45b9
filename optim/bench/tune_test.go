package bench

import (
	"context"
	"math"
	"testing"

	"descentlab/optim"
)

func TestTune(t *testing.T) {
	p, o := problems(2, 3), Options{Budget: 60}
	spec := specs(t, "sgd lr=0.0001")[0]
	lr, err := spec.Knob("lr")
	if err != nil {
		t.Fatal(err)
	}
	choices, err := Tune(context.Background(), spec, []optim.Knob{lr}, p, []int{1, 5, 20, 100}, 3, o)
	if err != nil || len(choices) != 4 {
		t.Fatalf("%d choices: %v", len(choices), err)
	}
	if !choices[0].Spec.Equal(spec) || choices[0].Trials != 1 {
		t.Errorf("one trial is the racer as it is, not %v", choices[0].Spec)
	}
	for i := 1; i < len(choices); i++ {
		if choices[i].Score < choices[i-1].Score || choices[i].Spent <= choices[i-1].Spent ||
			choices[i].Trials != []int{1, 5, 20, 100}[i] {
			t.Errorf("%+v after %+v", choices[i], choices[i-1])
		}
	}
	if choices[3].Score <= choices[0].Score {
		t.Error("a hundred trials find nothing better than a rate of 0.0001")
	}
	// The score is that of the trials which the setting makes, and no candidate of the same stream does better.
	trials, err := Run(context.Background(), Candidates(spec, []optim.Knob{lr}, 20, 3), p, o)
	if err != nil {
		t.Fatal(err)
	}
	best := 0.0
	for _, of := range trials {
		best = max(best, Score(of, o.Budget))
	}
	if math.Abs(best-choices[2].Score) > 1e-12 {
		t.Errorf("the best of 20 scores %v, want %v", choices[2].Score, best)
	}
	fixed, err := Tune(context.Background(), spec, nil, p, []int{1, 5}, 3, o)
	if err != nil || len(fixed) != 2 || fixed[1].Trials != 1 || !fixed[1].Spec.Equal(spec) {
		t.Errorf("a racer without knobs: %+v, %v", fixed, err)
	}
	if _, err := Tune(context.Background(), spec, nil, p, nil, 3, o); err == nil {
		t.Error("no trials are accepted")
	}
}

func TestScore(t *testing.T) {
	var all, none, late Trial
	for i := range all.Hits {
		all.Hits[i], late.Hits[i] = 1, 100
	}
	for _, c := range []struct {
		trials []Trial
		want   float64
	}{{[]Trial{all}, 1}, {[]Trial{none}, 0}, {[]Trial{late}, 0}, {[]Trial{all, none}, 0.5}, {nil, 0}} {
		if got := Score(c.trials, 100); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("score %v, want %v", got, c.want)
		}
	}
}
