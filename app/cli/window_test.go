package cli

import (
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"descentlab/app/curve"
	"descentlab/app/gallery"
	"descentlab/app/lab/session"
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
		s := session.Session{Experiment: setup.Default()}
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
		var s session.Session
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
	var s session.Session
	if o.Apply(&s); !s.Experiment.Look.Large {
		t.Error("not large")
	}
}

// TestGalleryByKey: a key opens an experiment of the gallery in the window, and is raced; a command's name is none.
func TestGalleryByKey(t *testing.T) {
	o, err := WindowArgs([]string{"speed-limit", "-theme", "dark"})
	if err != nil || o.Experiment == nil || o.Experiment.Steps != 3000 || o.File != "speed-limit" {
		t.Errorf("it opens %+v, %v", o.Experiment, err)
	}
	if handled, err := Run([]string{"speed-limit"}, io.Discard); handled {
		t.Errorf("a key is not left to the window: %v", err)
	}
	for _, e := range gallery.All() {
		for _, c := range commands() {
			if c.name == e.Key {
				t.Errorf("%s is a command and an experiment", e.Key)
			}
		}
	}
	text, err := json.Marshal(gallery.All()[0])
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("own.json", text, 0o600); err != nil {
		t.Fatal(err)
	}
	if o, err := WindowArgs([]string{"own.json"}); err != nil || o.Experiment.Steps != gallery.All()[0].Doc.Steps {
		t.Errorf("an exhibit in a file is not opened: %v", err)
	}
	if err := os.WriteFile("speed-limit", []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := WindowArgs([]string{"speed-limit"}); err == nil {
		t.Error("a file of that name is passed over")
	}
}

// TestCurveByFile: a file of a curve is for the window's room; a broken one is an error before there is a window.
func TestCurveByFile(t *testing.T) {
	path := t.TempDir() + "/c.json"
	if err := curve.Save(path, curve.Default()); err != nil {
		t.Fatal(err)
	}
	if o, err := WindowArgs([]string{path}); err != nil || o.Document != path || o.Experiment != nil || o.File != "" {
		t.Errorf("%+v, %v", o, err)
	}
	var out strings.Builder
	err := RaceWithoutWindow(session.Opening{Document: path}, &out)
	if err != nil || !strings.HasPrefix(out.String(), "L(w) = 0.15") {
		t.Errorf("without a window: %q, %v", out.String(), err)
	}
	if err := os.WriteFile(path, []byte(`{"format": "descentlab curve", "version": 1, "shape": "bowel"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if o, err := WindowArgs([]string{path}); err == nil || ExitStatus(err) != 2 {
		t.Errorf("broken: %+v, %v", o, err)
	}
}

// TestLessonByFile: a lesson is for the window's room, whatever is wrong within it; one that is not there is an error at once.
func TestLessonByFile(t *testing.T) {
	path := t.TempDir() + "/Mine.MD"
	if err := os.WriteFile(path, []byte("---\ndescentlab: lesson 9\n---\n# Mine own\n\n<b>\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if o, err := WindowArgs([]string{path}); err != nil || o.Document != path || o.Experiment != nil || o.File != "" {
		t.Errorf("%+v, %v", o, err)
	}
	var out strings.Builder
	if err := RaceWithoutWindow(session.Opening{Document: path}, &out); err != nil || !strings.HasPrefix(out.String(), "MINE OWN") {
		t.Errorf("without a window: %q, %v", out.String(), err)
	}
	if o, err := WindowArgs([]string{path + ".md"}); err == nil || ExitStatus(err) != 2 {
		t.Errorf("not there: %+v, %v", o, err)
	}
}
