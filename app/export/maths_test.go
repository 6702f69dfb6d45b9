package export

import (
	"testing"

	"descentlab/optim"
	"descentlab/widgets/plot"
)

// TestEveryUpdateIsTypeset: the mathematics of the whole catalogue can be read as an equation.
func TestEveryUpdateIsTypeset(t *testing.T) {
	for _, m := range optim.Methods() {
		if len(m.Math) == 0 || len(m.Math) > 6 {
			t.Errorf("%s has %d lines of mathematics", m.Key, len(m.Math))
		}
		for _, line := range m.Math {
			if _, err := plot.ParseEquation(line); err != nil {
				t.Errorf("%s: %v", m.Key, err)
			}
		}
	}
}
