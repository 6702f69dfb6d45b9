package optim_test

import (
	"testing"

	"descentlab/optim"
)

// TestRelations: methods that become others at the ends of their knobs go the same way there.
func TestRelations(t *testing.T) {
	for _, c := range []relation{
		{"heavy_ball lr=0.001 beta=0.8", "momentum lr=0.001 momentum=0.8"},
		{"heavy_ball lr=0.01 beta=0", "sgd lr=0.01"},
		{"nesterov lr=0.001 momentum=0.8", "sgd lr=0.001 momentum=0.8 nesterov=true"},
		{"qhm lr=0.01 nu=0", "sgd lr=0.01"},
		{"qhm lr=0.01 nu=1 beta=0.8", "momentum lr=0.002 momentum=0.8"},
		{"qhm lr=0.01 nu=0.8 beta=0.8", "nesterov lr=0.002 momentum=0.8"},
		{"aggmo lr=0.001 beta1=0.8 beta2=0.8 beta3=0.8", "momentum lr=0.001 momentum=0.8"},
		{"signum lr=0.013 momentum=0", "sign_sgd lr=0.013"},
		{"lion lr=0.013 beta1=0.8 beta2=0.8", "signum lr=0.013 momentum=0.8"},
		{"amsgrad lr=0.05 beta1=0.8", "adam lr=0.05 beta1=0.8 amsgrad=true"},
		{"qhadam lr=0.05 beta1=0.9 nu1=1 nu2=1", "adam lr=0.05"},
		{"adan lr=0.05 beta1=0.9 beta2=0 beta3=0.999", "adam lr=0.05"},
		{"laprop lr=0.05 beta1=0 eps=1e-8", "adam lr=0.05 beta1=0"},
		{"ademamix lr=0.05 alpha=0", "adam lr=0.05"},
		{"adamod lr=0.05 beta3=0 eps=0", "adam lr=0.05 eps=0"},
		{"adabound lr=0.05 gamma=1e-12 eps=0", "adam lr=0.05 eps=0"},
		{"padam lr=0.05 partial=0.5 eps=0", "amsgrad lr=0.05 eps=0"},
		{"irprop_plus lr=0.01", "rprop lr=0.01"}, // while no step raises the loss
	} {
		surface, steps := planes["himmelblau"], 60
		if c.other == "rprop lr=0.01" {
			surface, steps = planes["sphere"], 12
		}
		c.holds(t, surface, steps)
	}
}

// A relation says that two racers go the same way.
type relation struct{ one, other string }

func (c relation) holds(t *testing.T, surface optim.Objective, steps int) {
	t.Helper()
	a, plan := record(t, mustParse(t, c.one), surface, steps)
	b, other := record(t, mustParse(t, c.other), surface, steps)
	for i := range a {
		if !near(plan.X(a[i]), other.X(b[i])) {
			t.Errorf("%s is not %s: row %d: %v, %v", c.one, c.other, i, plan.X(a[i]), other.X(b[i]))
			return
		}
	}
}
