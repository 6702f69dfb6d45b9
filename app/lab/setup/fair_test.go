package setup

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"descentlab/optim"
)

func TestFairIsSaved(t *testing.T) {
	for name, fair := range map[string]Fair{
		"default": {}, "none": {Knobs: []string{}},
		"some": {Knobs: []string{"lr", "eps"}, TuneStarts: 7, Budget: 2000, Starts: 3, Seeds: 4, Painted: true},
	} {
		path := filepath.Join(t.TempDir(), "e.json")
		want := Default()
		want.Fair = fair
		if err := SaveExperiment(path, want); err != nil {
			t.Fatal(err)
		}
		got, err := LoadExperiment(path)
		if err != nil || !reflect.DeepEqual(got.Fair, fair) {
			t.Errorf("%s: read back %+v, %v; want %+v", name, got.Fair, err, fair)
		}
	}
	e := Default()
	e.Fair.Knobs = []string{"lr"}
	if c := e.Clone(); &c.Fair.Knobs[0] == &e.Fair.Knobs[0] {
		t.Error("a clone shares its knobs")
	}
}

func TestFairCheck(t *testing.T) {
	for want, fair := range map[string]Fair{
		"no knob that can be tuned": {Knobs: []string{"momentm"}}, "named twice": {Knobs: []string{"lr", "lr"}},
		"tuning starts must be from 1 to 1000": {TuneStarts: 1001}, "budget must be": {Budget: -1}, "seeds must be": {Seeds: 1001},
		"no knob that can": {Knobs: []string{"clip_norm"}},
	} {
		e := Default()
		e.Fair = fair
		if err := e.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", fair, err, want)
		}
	}
	if err := (Fair{TuneStarts: 5, Budget: 499}).Enough(100); err == nil || !strings.Contains(err.Error(), "500") {
		t.Errorf("499 evaluations for 5 starts of 100 steps: %v", err)
	}
	if err := (Fair{TuneStarts: 5, Budget: 500}).Enough(100); err != nil {
		t.Error(err)
	}
}

// TestFairKnobs: the list has each knob once, and toggling one knob of the main ones leaves the others as they are.
func TestFairKnobs(t *testing.T) {
	e := Default()
	e.Racers = nil
	for i, method := range []string{"sgd", "momentum", "adam", "adamw", "bfgs"} {
		e.Racers = append(e.Racers, Racer{Spec: optim.Spec{Method: method}, Slot: i})
	}
	names := func() (all, tuned []string) {
		for _, k := range e.FairKnobs() {
			all = append(all, k.Name)
			if len(k.Tuned) > 0 {
				tuned = append(tuned, k.Name)
			}
		}
		return all, tuned
	}
	all, tuned := names()
	if all[0] != "lr" || !slices.Contains(all, "eps") || !slices.Contains(all, "weight_decay") || slices.Contains(all, "clip_norm") {
		t.Errorf("knobs %v", all)
	}
	if sorted := slices.Sorted(slices.Values(all)); len(slices.Compact(sorted)) != len(all) {
		t.Errorf("a knob is there twice: %v", all)
	}
	if slices.Contains(tuned, "eps") || !slices.Contains(tuned, "momentum") {
		t.Errorf("tuned by default: %v", tuned)
	}
	e.Fair = e.Fair.WithKnob(e.FairKnobs(), "momentum", false)
	e.Fair = e.Fair.WithKnob(e.FairKnobs(), "eps", true)
	want := append(slices.DeleteFunc(slices.Clone(tuned), func(k string) bool { return k == "momentum" }), "eps")
	if _, got := names(); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) {
		t.Errorf("tuned %v, want %v", got, want)
	}
	// The racers with eps go; its choice stays for when they come back, and does no harm.
	e.Racers = e.Racers[:2]
	e.Fair = e.Fair.WithKnob(e.FairKnobs(), "momentum", true)
	if !slices.Contains(e.Fair.Knobs, "eps") || e.Check() != nil {
		t.Errorf("knobs %v, %v", e.Fair.Knobs, e.Check())
	}
	if got := e.Fair.TunedKnobs(e.Racers[0].Spec); !slices.Equal(got, []string{"lr", "momentum"}) {
		t.Errorf("SGD is tuned by %v", got)
	}
}
