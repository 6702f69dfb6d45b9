package setup

import (
	"strings"
	"testing"

	"descentlab/optim"
	"descentlab/optim/sweep"
)

func TestCheckAxes(t *testing.T) {
	learning, plain := on(t, "logistic"), on(t, "sphere")
	lr := sweep.Axis{Knob: "lr", From: 1e-3, To: 1, Log: true}
	for _, c := range []struct {
		e    Experiment
		y    sweep.Axis
		want string
	}{
		{learning, sweep.Axis{Knob: BatchAxis, From: 1, To: 100, Log: true}, ""},
		{plain, sweep.Axis{Knob: NoiseAxis, To: 3}, ""},
		{plain, sweep.Axis{Knob: NoiseAxis, From: 0.01, To: 3, Log: true}, ""},
		{plain, sweep.Axis{Knob: BatchAxis, From: 1, To: 100}, "no examples"},
		{learning, sweep.Axis{Knob: BatchAxis, From: 1, To: 101}, "whole number from 1 to 100"},
		{learning, sweep.Axis{Knob: BatchAxis, From: 0, To: 100}, "whole number from 1 to 100"},
		{learning, sweep.Axis{Knob: BatchAxis, From: 4.1, To: 4.2}, "two whole numbers"},
		{plain, sweep.Axis{Knob: NoiseAxis, From: 0, To: 3, Log: true}, "above 0"},
		{plain, sweep.Axis{Knob: NoiseAxis, From: -1, To: 3}, "noise must be"},
		{plain, sweep.Axis{Knob: "beta1", To: 1}, "no knob"},
		{plain, lr, "twice"},
	} {
		examples, err := c.e.Examples()
		if err != nil {
			t.Fatal(err)
		}
		err = c.e.CheckAxes(0, examples, lr, c.y)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%+v: %v, want %q", c.y, err, c.want)
		}
	}
}

// TestNoRacerHasTheLossKnobs: the axes of the loss hide no knob of a racer.
func TestNoRacerHasTheLossKnobs(t *testing.T) {
	for _, m := range optim.Methods() {
		for _, k := range LossKnobs(10) {
			if _, err := (optim.Spec{Method: m.Key}).Knob(k.Name); err == nil {
				t.Errorf("%s has a knob %s", m.Key, k.Name)
			}
		}
	}
}

// TestAxisValue: what is set on an axis is what stands there.
func TestAxisValue(t *testing.T) {
	e := on(t, "logistic")
	if v := e.AxisValue(0, BatchAxis, 100); v != 100 {
		t.Errorf("without batches the batch is %v", v)
	}
	for name, v := range map[string]float64{"lr": 0.25, BatchAxis: 12, NoiseAxis: 1.5} {
		e.SetAxis(0, name, 100, v)
		e.SetAxis(0, name, 100, -1)
		if got := e.AxisValue(0, name, 100); got != v {
			t.Errorf("%s is %v, want %v", name, got, v)
		}
	}
}
