package words

import (
	"strings"
	"testing"

	"descentlab/surfaces"
)

// TestLossTellsItsConvention: with or without 1/2, which weights are shown, and where the third one is.
func TestLossTellsItsConvention(t *testing.T) {
	for _, c := range []struct {
		surface, weights, says string
		params                 map[string]float64
	}{
		{"linear_regression", "", "mean of the squared errors, without the factor 1/2.", nil},
		{"tanh_neuron", "", "half the mean of the squared errors.", map[string]float64{"half": 1}},
		{"deep_regression", "", "divided by 1.500.", map[string]float64{"half": 0.5}},
		{"logistic", "", "x weighs u, y weighs v. intercept stays at 0.4681, where the loss over all three weights is lowest.", nil},
		{"logistic", "u,intercept", "x weighs u, y is the intercept. weight_v stays at 4.415, where", nil},
		{"logistic", "v,intercept", "x weighs v, y is the intercept. weight_u is 1.000; the loss over all three weights is lowest " +
			"where it is 4.727.", map[string]float64{"weight_u": 1}},
		{"logistic_separable", "", "intercept is 0; the loss over all three weights is lowest nowhere.", nil},
	} {
		s, err := surfaces.Lookup(c.surface)
		if err == nil && c.weights != "" {
			s, err = s.Weigh(surfaces.Weighing(c.weights))
		}
		if got := Loss(s, c.params); err != nil || !strings.Contains(got, c.says) {
			t.Errorf("%s: %q, %v, want %q", c.surface, got, err, c.says)
		}
	}
	if peaks, err := surfaces.Lookup("peaks"); err != nil || Loss(peaks, nil) != "" {
		t.Errorf("peaks: %q, %v", Loss(peaks, nil), err)
	}
}
