package setup

import (
	"slices"
	"testing"
)

func TestCharts(t *testing.T) {
	var c Charts
	for _, step := range []struct {
		what string
		next Charts
		want []string
	}{
		{"as it comes", c, []string{"loss", "slope"}},
		{"another one above", c.With(0, "sharpness"), []string{"sharpness", "slope"}},
		{"one that is there changes places", c.With(0, "slope"), []string{"slope", "loss"}},
		{"one more", c.More(), []string{"loss", "slope", "distance"}},
		{"a memory below", c.With(2, ChartOfMemory("exp_avg")), []string{"loss", "slope", "memory exp_avg"}},
		{"one less", c.Without(0), []string{"slope"}},
		{"not less than one", c.Without(0).Without(0), []string{"slope"}},
		{"not more than three", c.More().More(), []string{"loss", "slope", "distance"}},
		{"there and back", c.With(0, "rate").With(0, "loss"), []string{"loss", "slope"}},
		{"as people write", "loss, memory exp_avg", []string{"loss", "memory exp_avg"}},
	} {
		if got := step.next.Shown(); !slices.Equal(got, step.want) {
			t.Errorf("%s: %q, want %q", step.what, got, step.want)
		}
		if err := step.next.check(); err != nil {
			t.Errorf("%s: %v", step.what, err)
		}
	}
	if back := c.With(0, "rate").With(0, "loss"); back != c {
		t.Errorf("there and back is %q", back)
	}
	for _, wrong := range []Charts{"p", "loss,", "loss,loss", "memory ", "loss,slope,rate,distance", ",", " "} {
		if wrong.check() == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
	e := Default()
	e.Look.Charts = "loss,sharpness,memory exp_avg"
	data, err := e.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var back Experiment
	err = back.UnmarshalJSON(data)
	if err != nil || back.Look != e.Look {
		t.Errorf("read back %+v, %v", back.Look, err)
	}
}
