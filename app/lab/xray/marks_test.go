package xray_test

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/xray"
	"descentlab/optim"
)

// TestRowsAndTheirMarks: every number of Adam is shown on the maps by a mark, and that of each mark leads back to a row of it.
func TestRowsAndTheirMarks(t *testing.T) {
	step := xray.Of(at(raced(t, "peaks", 30, nil, "adam lr=0.06"), 23), 0)
	for row, want := range map[string]string{
		xray.KeySlope: lab.InsideSlope, "adam.exp_avg": lab.InsidePull, "adam.exp_avg_sq": lab.InsideUsual,
		"adam.unbiased/0": lab.InsidePull, "adam.unbiased/1": lab.InsideUsual, "adam.direction": lab.InsideStep,
		xray.KeyRates: lab.InsideRates, xray.KeyMove: lab.InsideStep, "idle": "", "": "", "adam": "",
	} {
		if got := step.Mark(row); got != want {
			t.Errorf("%q is shown by %q, want %q", row, got, want)
		}
	}
	for mark, want := range map[string]string{
		lab.InsideSlope: xray.KeySlope, lab.InsidePull: "adam.unbiased/0", lab.InsideUsual: "adam.unbiased/1",
		lab.InsideRates: xray.KeyRates, lab.InsideStep: xray.KeyMove, lab.InsideModel: "", lab.InsideNewton: "",
	} {
		if got := step.RowOf(mark); got != want {
			t.Errorf("%s belongs to %q, want %q", mark, got, want)
		}
	}
}

// TestMarksLeadBack: whatever the method, the row of a mark is one of the step's, and is shown by that mark.
func TestMarksLeadBack(t *testing.T) {
	for _, m := range optim.Methods() {
		step := xray.Of(at(raced(t, "rosenbrock", 6, nil, m.Key), 4), 0)
		for _, mark := range lab.InsideMarks {
			there := mark != lab.InsidePull && mark != lab.InsideUsual || mark == lab.InsidePull && step.Momentum != nil
			row := step.RowOf(mark)
			if back := step.Mark(row); row != "" && there && back != mark {
				t.Errorf("%s: %s belongs to %q, and that to %q", m.Key, mark, row, back)
			}
		}
	}
}
