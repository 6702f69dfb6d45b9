package optim_test

import (
	"fmt"
	"testing"
)

// TestModern meets the newer methods' trajectories, computed from the formulas of their papers (testdata/README.md).
func TestModern(t *testing.T) {
	var rows []trajectory
	load(t, "testdata/modern.json", &rows)
	if len(rows) != 48 {
		t.Fatalf("%d trajectories", len(rows))
	}
	for i, row := range rows {
		t.Run(fmt.Sprintf("%d_%s_%s", i, row.Optimizer, row.Surface), func(t *testing.T) { row.meet(t) })
	}
}
