package optim_test

import (
	"math"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// everySpec calls f with every method, as it comes and with all its switches turned and momentum, bare and under a
// schedule if it has a rate to change; and with every schedule around Adam and momentum.
func everySpec(f func(optim.Spec)) {
	for _, m := range optim.Methods() {
		schedules := []string{""}
		switch {
		case m.Key == "adam" || m.Key == "momentum":
			for _, kind := range optim.Schedules() {
				schedules = append(schedules, kind.Key)
			}
		case m.Rated():
			schedules = append(schedules, "onecycle")
		}
		for _, key := range schedules {
			s := optim.Spec{Method: m.Key, Schedule: key}
			f(s)
			f(turned(s, m.Knobs))
		}
	}
}

func turned(s optim.Spec, knobs []optim.Knob) optim.Spec {
	for _, k := range knobs {
		switch {
		case k.Kind == optim.Switch:
			s = s.With(k.Name, optim.Num(1-k.Default))
		case k.Name == "momentum":
			s = s.With(k.Name, optim.Num(0.5))
		}
	}
	return s
}

func TestCatalogueEntries(t *testing.T) {
	seen := make(map[string]bool)
	for _, m := range optim.Methods() {
		if seen[m.Key] || m.Key == "" || m.Key != strings.ToLower(m.Key) {
			t.Errorf("method key %q is taken, empty or not in small letters", m.Key)
		}
		seen[m.Key] = true
		if m.Title == "" || m.Cite == "" || m.Year < 1700 || !strings.HasSuffix(m.Idea, ".") {
			t.Errorf("%s lacks a title, year, citation or idea", m.Key)
		}
		for i, k := range m.Knobs {
			if k.Name == "lr" && i > 0 || optim.IsStage(k.Name) && k.Name != "weight_decay" {
				t.Errorf("%s: %s stands in the wrong place", m.Key, k.Name)
			}
		}
		if found, err := optim.LookupMethod(m.Key); err != nil || found.Key != m.Key {
			t.Errorf("LookupMethod(%q) = %v, %v", m.Key, found, err)
		}
	}
	for _, kind := range optim.Schedules() {
		if seen[kind.Key] || kind.Title == "" || kind.Cite == "" || !strings.HasSuffix(kind.Idea, ".") {
			t.Errorf("schedule %q is taken or lacks a title, citation or idea", kind.Key)
		}
		seen[kind.Key] = true
		if found, err := optim.LookupSchedule(kind.Key); err != nil || found.Key != kind.Key {
			t.Errorf("LookupSchedule(%q) = %v, %v", kind.Key, found, err)
		}
	}
}

func TestKnobsMakeSense(t *testing.T) {
	everySpec(func(s optim.Spec) {
		seen := make(map[string]bool)
		for _, k := range s.Knobs() {
			if seen[k.Name] {
				t.Errorf("%v: %s stands twice", s, k.Name)
			}
			seen[k.Name] = true
			if !strings.HasSuffix(k.Help, ".") || strings.Contains(k.Help, "\n") || len(k.Help) > 110 {
				t.Errorf("%v: %s has no short help: %q", s, k.Name, k.Help)
			}
			if err := k.Check(s.Get(k.Name)); err != nil {
				t.Errorf("%v: default: %v", s, err)
			}
			if k.Kind == optim.Text {
				if v := s.Without(k.Name).Get(k.Name); v.Text != k.Written || k.Default != 0 {
					t.Errorf("%v: %s: default %q, want %q", s, k.Name, v.Text, k.Written)
				}
				continue
			}
			if k.Kind != optim.List {
				for _, v := range []float64{k.Min, k.Max} {
					if err := k.Check(optim.Num(v)); err != nil {
						t.Errorf("%v: slider's end: %v", s, err)
					}
				}
				if v := s.Without(k.Name).Get(k.Name).Num; v != k.Default || v < k.Min && v != 0 || v > k.Max {
					t.Errorf("%v: %s: default %v (stated %v) outside the slider's %v to %v", s, k.Name, v, k.Default, k.Min, k.Max)
				}
			}
			if k.Min >= k.Max || k.Scale == optim.Log && k.Min <= 0 || k.Scale == optim.Nines && k.Max >= 1 {
				t.Errorf("%v: %s has a slider from %v to %v in scale %v", s, k.Name, k.Min, k.Max, k.Scale)
			}
		}
		for _, k := range optim.StageKnobs() {
			if !seen[k.Name] {
				t.Errorf("%v lacks %s", s, k.Name)
			}
		}
	})
}

// TestDefaultsConverge runs every method as it comes for 2,000 updates from (-1.2, 1): the sphere's loss must come
// from 2.44 below 1e-3 and Rosenbrock's from 24.2 below 0.1. RAdam gets 0.5: its first updates are raw gradients,
// which on Rosenbrock's walls bound its rate; Ranger, which keeps half of its way, gets 1. signSGD gets 0.2: its
// steps are of one length, and where the valley's slope is smaller than that of the walls it hops between, it comes
// no further.
func TestDefaultsConverge(t *testing.T) {
	lengthy.Test(t)
	for _, m := range optim.Methods() {
		goals := map[string]float64{"sphere": 1e-3, "rosenbrock": 0.1}
		switch m.Key {
		case "radam":
			goals["rosenbrock"] = 0.5
		case "ranger":
			goals["rosenbrock"] = 1
		case "sign_sgd":
			goals["rosenbrock"] = 0.2
		}
		for surface, goal := range goals {
			rows, plan := record(t, optim.Spec{Method: m.Key}, &floored{planes[surface], 0}, 2000)
			if loss := plan.Loss(rows[2000]); !(loss < goal) {
				t.Errorf("%s on %s: loss %v, want below %v", m.Key, surface, loss, goal)
			}
		}
	}
}

// record runs a spec from (-1.2, 1) and returns all rows.
func record(t *testing.T, s optim.Spec, obj optim.Objective, steps int) ([][]float64, *optim.Plan) {
	t.Helper()
	plan, err := s.Plan(2, steps)
	if err != nil {
		t.Fatalf("%v: %v", s, err)
	}
	rows := make([][]float64, steps+1)
	for i := range rows {
		rows[i] = make([]float64, plan.Width())
	}
	plan.Start(rows[0], obj, []float64{-1.2, 1})
	for i := range steps {
		plan.Next(rows[i+1], rows[i], obj, i)
	}
	return rows, plan
}

func TestUnknownNames(t *testing.T) {
	if _, err := optim.LookupMethod("adma"); err == nil || !strings.Contains(err.Error(), `"adam"`) {
		t.Errorf("adma: %v", err)
	}
	if _, err := optim.LookupSchedule("Cosin"); err == nil || !strings.Contains(err.Error(), `"cosine"`) {
		t.Errorf("Cosin: %v", err)
	}
	if _, err := optim.LookupMethod("zzzzzz"); err == nil || strings.Contains(err.Error(), "mean") {
		t.Errorf("zzzzzz: %v", err)
	}
}

func TestKnobCheckRefuses(t *testing.T) {
	for _, m := range optim.Methods() {
		for _, k := range m.Knobs {
			bad := []float64{math.NaN(), math.Inf(1), math.Inf(-1), k.Low - 1}
			if !math.IsInf(k.High, 1) {
				bad = append(bad, k.High+1)
			}
			if k.OpenLow {
				bad = append(bad, k.Low)
			}
			if k.OpenHigh {
				bad = append(bad, k.High)
			}
			if k.Kind == optim.Switch {
				bad = append(bad, 0.5)
			}
			for _, v := range bad {
				if k.Check(optim.Num(v)) == nil {
					t.Errorf("%s: %s accepts %v", m.Key, k.Name, v)
				}
			}
			if k.Check(optim.Nums(1, 2)) == nil {
				t.Errorf("%s: %s accepts a list", m.Key, k.Name)
			}
		}
	}
}
