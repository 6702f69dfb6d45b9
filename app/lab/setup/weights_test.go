package setup

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"descentlab/surfaces"
)

// TestWeights: other weights have a window of their own and other results, are saved, and go with the surface.
func TestWeights(t *testing.T) {
	e := problem(t, "logistic", 0)
	usual := e.Clone()
	if err := e.SetWeights(surfaces.FirstIntercept); err != nil {
		t.Fatal(err)
	}
	e.Params = map[string]float64{"weight_v": 2}
	if err := e.Check(); err != nil || e.Home == usual.Home || !e.Home.Contains(e.Start) || Same(OfKin, &e, &usual) {
		t.Errorf("window %v, start %v, %v", e.Home, e.Start, err)
	}
	text, err := json.Marshal(e)
	if err != nil || !strings.Contains(string(text), `"weights":"u,intercept"`) {
		t.Errorf("%s, %v", text, err)
	}
	var back Experiment
	if err := json.Unmarshal(text, &back); err != nil || !reflect.DeepEqual(back, e) {
		t.Errorf("%v, read back\n%+v\nwant\n%+v", err, back, e)
	}
	s, err := e.Landscape()
	if err != nil || s.Weighing != surfaces.FirstIntercept {
		t.Errorf("%+v, %v", s, err)
	}
	if err := e.SetWeights(surfaces.Inputs); err != nil || e.Params != nil || e.Weights != "" || e.Home != usual.Home {
		t.Errorf("back: %q, %v, window %v, %v", e.Weights, e.Params, e.Home, err)
	}
	for _, wrong := range []string{"u", "v,u"} {
		bad := strings.Replace(string(text), "u,intercept", wrong, 1)
		if err := json.Unmarshal([]byte(bad), &back); err == nil || !strings.Contains(err.Error(), "u,v u,intercept v,intercept") {
			t.Errorf("%s: %v", wrong, err)
		}
	}
	for _, surface := range []string{"sphere", "perceptron"} {
		e := on(t, surface)
		if err := e.SetWeights(surfaces.Inputs); err == nil || !strings.Contains(err.Error(), "no third weight") {
			t.Errorf("%s: %v", surface, err)
		}
	}
	e.SetFormula("x^2 + y^2")
	if err := e.SetWeights(surfaces.FirstIntercept); err == nil {
		t.Error("a formula has a third weight")
	}
}
