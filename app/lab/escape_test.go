package lab

import (
	"errors"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// TestEscapesFromAPaintedSaddle: a region painted over a saddle is a swarm that begins there; a grid begins nowhere.
func TestEscapesFromAPaintedSaddle(t *testing.T) {
	s := surveyOf(t, "double_well", 60, "sgd lr=0.05")
	s.Doc.Start = surfaces.Point{}
	for _, c := range []struct {
		from   string
		at     float64
		saddle bool
	}{{setup.FromPainted, 0, true}, {setup.FromPainted, 1.2, false}, {setup.FromGrid, 0, false}, {setup.FromDisc, 0, true}} {
		s.Doc.Swarm.From = c.from
		s.Doc.Painted = sweep.Region{{Pts: []sweep.Spot{{Y: c.at}}, Radius: 0.1}}
		run, err := s.Swarm(t.Context(), 0, sweep.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if (run.Escape != nil) != c.saddle {
			t.Errorf("from %q at %v: escapes %v", c.from, c.at, run.Escape)
		}
	}
	s.Doc.Swarm.From, s.Doc.Painted = setup.FromPainted, nil
	if _, err := s.Swarm(t.Context(), 0, sweep.Options{}); !errors.Is(err, ErrNothingPainted) {
		t.Error(err)
	}
}
