package figure

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
)

// raced is the state of a race on a surface; what is wanted beside that are its places.
func raced(t *testing.T, surface string, steps int, want lab.Want, racers ...string) lab.State {
	t.Helper()
	return labtest.Raced(t, labtest.Experiment(t, surface, steps, racers...), want)
}
