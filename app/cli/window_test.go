package cli

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// What the command line says of the mode holds, whatever the session remembers; silence leaves it as it is.
func TestModeOnTheCommandLineWins(t *testing.T) {
	for _, c := range []struct {
		args         []string
		before, want bool
	}{
		{nil, true, true},
		{nil, false, false},
		{[]string{"-mode", "overlay"}, true, false},
		{[]string{"-mode", "side"}, false, true},
	} {
		o, err := WindowArgs(c.args)
		if err != nil {
			t.Fatal(err)
		}
		s := lab.Session{Experiment: setup.Default()}
		s.Experiment.Look.SideBySide = c.before
		o.Apply(&s)
		if got := s.Experiment.Look.SideBySide; got != c.want {
			t.Errorf("%v over %t: side by side is %t", c.args, c.before, got)
		}
	}
}

// What -show asks for is shown, and nothing else is taken.
func TestShow(t *testing.T) {
	for what, want := range map[string]setup.Look{
		"basins": {Ground: setup.GroundBasins}, "plane": {Panel: "plane"}, "swarm": {Panel: "swarm"}, "sheet": {},
	} {
		o, err := WindowArgs([]string{"-show", what})
		if err != nil {
			t.Fatal(err)
		}
		var s lab.Session
		if o.Apply(&s); s.Experiment.Look != want {
			t.Errorf("%s: %+v", what, s.Experiment.Look)
		}
	}
	for _, args := range [][]string{{"-show", "everything"}, {"-large"}, {"-large", "-show", "basins"}} {
		if _, err := WindowArgs(args); ExitStatus(err) != 2 {
			t.Errorf("%q: %v", args, err)
		}
	}
	o, err := WindowArgs([]string{"-show", "rates", "-large"})
	if err != nil {
		t.Fatal(err)
	}
	var s lab.Session
	if o.Apply(&s); !s.Experiment.Look.Large {
		t.Error("not large")
	}
}
