package curves

import (
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

func TestPaceStandsBesideItsLine(t *testing.T) {
	for racer, steps := range map[string]int{"sgd lr=6": 6, "sgd lr=7": 1311} {
		l := Loss{State: stepped(t, "bowl", steps, racer), Log: true, Look: look(t)}
		marks, found := drawn(280, 270, l), false
		for _, m := range marks {
			if m.Kind != record.Text || !strings.Contains(m.Text.Text, "a step") {
				continue
			}
			found = true
			if m.Bounds.Y0 < 26 {
				t.Errorf("%s: the pace at %v runs into the title", racer, m.Bounds)
			}
			if racer == "sgd lr=6" && crosses(marks, m.Bounds) {
				t.Errorf("%s: the run goes through the pace at %v", racer, m.Bounds)
			}
		}
		if !found {
			t.Errorf("%s: no pace", racer)
		}
	}
}

// crosses tells whether a dashed line that is not upright goes through a box.
func crosses(marks record.Marks, b plot.Box) bool {
	for _, m := range marks {
		for _, p := range m.Pieces {
			if p.A.X == p.B.X || len(m.Pieces) < 8 {
				continue
			}
			if _, _, seen := b.Clip(p.A, p.B); seen && p.A.Y != p.B.Y {
				return true
			}
		}
	}
	return false
}
