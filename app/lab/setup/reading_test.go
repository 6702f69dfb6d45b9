package setup

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// saved is a file as the program writes it, for a test to spoil.
func saved(t *testing.T) string {
	t.Helper()
	text, err := json.MarshalIndent(Default(), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("[\n  -3,\n  3,\n  -3,\n  3\n ]", "[-3,3,-3,3]",
		"[\n  -0.1,\n  1\n ]", "[-0.1,1]").Replace(string(text))
}

// TestExperimentFilesMeanWhatTheySay: a file that a hand has changed is read as it stands, or refused with its place and what
// would be right.
func TestExperimentFilesMeanWhatTheySay(t *testing.T) {
	whole := saved(t)
	for _, c := range []struct{ old, new, says string }{
		{`"start": [-0.1,1]`, `"start": [1]`, "line 7, column 11, in start: must be a list of 2 numbers, [x, y]; got 1"},
		{`"start": [-0.1,1]`, `"start": []`, "in start: must be a list of 2 numbers, [x, y]; got 0"},
		{`"start": [-0.1,1]`, `"start": [null,2]`, "line 7, column 12, in start[0]: must be a number; got null"},
		{`"start": [-0.1,1]`, `"start": [1,2,3,4,5]`, "got 5"},
		{`"start": [-0.1,1]`, `"start": "1,2"`, `got the text "1,2"`},
		{`"home": [-3,3,-3,3]`, `"home": [-3,3,-3]`,
			"line 5, column 10, in home: must be a list of 4 numbers, [x0, x1, y0, y1]; got 3"},
		{`"home": [-3,3,-3,3]`, `"home": [3,-3,-3,3]`, "line 5, column 10, in home: x from 3 to -3: the first bound"},
		{` "home": [-3,3,-3,3],` + "\n", ``, `in home: a window is needed, as in "home": [-3, 3, -3, 3]`},
		{` "start": [-0.1,1],` + "\n", ``, `in start: a start is needed, as in "start": [-1, 1]`},
		{`"view": [-3,3,-3,3]`, `"view": [-3,3,0,0]`, "line 6, column 10, in view: y from 0 to 0"},
		{`"seed": 7`, `"seed": 7, "seed": 8`, "in seed: this key stands here twice, first in line 8"},
		{`"seed": 7`, `"seeds": 7`, `in seeds: unknown key; did you mean "seed"?`},
		{`"seed": 7`, `"Seed": 7`, `in Seed: unknown key; it is written "seed"`},
		{`"seed": 7`, `"seed": -7`, "must be a whole number from 0 to 18446744073709551615"},
		{`"seed": 7`, `"seed": 7, "comment": "mine"`, "in comment: unknown key; remove it"},
		{`"steps": 140`, `"steps": 1.5`, "in steps: must be a whole number, without point or exponent; got 1.5"},
		{`"steps": 140`, `"steps": 0`, "line 10, column 11, in steps: must be from 1 to"},
		{`"noise": 0`, `"noise": -1`, "in noise: sigma must be 0 or more"},
		{`"racer": "adam lr=0.06"`, `"racer": "adem lr=0.06"`, "in racers[3].racer: "},
		{`"slot": 3`, `"slot": 9223372036854775807`, "in racers[3].slot: racer 4: its identity must be from 0 to 9999"},
		{`"slot": 3`, `"slot": -1`, "in racers[3].slot: "},
		{`"slot": 3`, `"slot": 1`, "in racers[3].slot: "},
		{`"slot": 3`, `"slot": 3, "hiden": true`, `in racers[3].hiden: unknown key; did you mean "hidden"?`},
		{`"levels": "log"`, `"levels": "logarithmic"`, "in look.levels: must be log, linear or quantile"},
		{`"levels": "log"`, `"levels": "log", "panel": "swarms"`, "in look.panel: "},
		{`"surface": "peaks"`, `"surface": "peak"`, `in surface: unknown surface "peak": did you mean peaks?`},
		{`"surface": "peaks"`, `"formula": "x^2 + zz"`, "line 4, column 13, in formula: "},
		{`"surface": "peaks"`, `"surface": "peaks", "params": {"tilt": 1}`, "in params.tilt: unknown parameter"},
		{`"surface": "peaks"`, `"surface": "peaks", "stretch": 1e300`, "in stretch: "},
		{`"seed": 7`, `"seed": 7, "fair": {"budget": -1}`, "in fair.budget: fair race: budget must be from 1"},
		{`"seed": 7`, `"seed": 7, "fair": {"knobs": ["lr", "learning"]}`, "in fair.knobs[1]: "},
		{`"seed": 7`, `"seed": 7, "fair": {"starts": [1]}`, "in fair.starts: must be a whole number"},
		{`"seed": 7`, `"seed": 7, "swarm": {"ring_around": [1]}`, "in swarm.ring_around: must be a list of 2 numbers, [x, y]; got 1"},
		{`"seed": 7`, `"seed": 7, "swarm": {"runs": 5000000}`, "in swarm.runs: swarm: must have 1 to"},
		{`"seed": 7`, `"seed": 7, "swarm": {"from": "everywhere"}`, "in swarm.from: "},
		{`"seed": 7`, `"seed": 7, "sculpture": [{"x": 1, "y": 1, "height": 1, "width": 0}]`, "in sculpture[0]: "},
		{`"seed": 7`, `"seed": 7, "painted": [{"radius": 1, "points": [[1, 2], [3]]}]`, "in painted[0].points[1]: must be a list of 2"},
		{`"seed": 7`, `"seed": 7,`, "a comma too many"},
		{`"version": 1`, `"version": 2, "room": "curve"`, "written by a newer Descent Lab (file version 2"},
		{`"version": 1`, `"version": "1"`, "in version: must be a whole number"},
		{`"format": "descentlab experiment",`, ``, `it has no "format": "descentlab experiment"`},
		{`"version": 1`, `"version": 0`, `file version 0 does not exist; write "version": 1`},
		{`"seed": 7`, `"seed": 7, "stretch": 1000`, "in stretch: stretch is 1000: it must be from -40 to 40"},
		{`"format": "descentlab experiment"`, `"format": "descentlab session"`, "not a descentlab experiment file"},
		{`"format": "descentlab experiment"`, `"Format": "descentlab experiment"`, `in Format: unknown key; it is written "format"`},
	} {
		if !strings.Contains(whole, c.old) {
			t.Fatalf("no %s in %s", c.old, whole)
		}
		path := filepath.Join(t.TempDir(), "e.json")
		if err := os.WriteFile(path, []byte(strings.Replace(whole, c.old, c.new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := LoadExperiment(path)
		if err == nil || !strings.HasPrefix(err.Error(), path+": ") || !strings.Contains(err.Error(), c.says) ||
			strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "window: window") {
			t.Errorf("%s: %v, want one line with %q", c.new, err, c.says)
		}
	}
}

// TestRacersAreWritten: a file of nobody says so.
func TestRacersAreWritten(t *testing.T) {
	var file map[string]json.RawMessage
	if err := json.Unmarshal([]byte(saved(t)), &file); err != nil {
		t.Fatal(err)
	}
	for racers, says := range map[string]string{"": "in racers: a list is needed, as in", "[]": ""} {
		delete(file, "racers")
		if racers != "" {
			file["racers"] = json.RawMessage(racers)
		}
		text, err := json.Marshal(file)
		if err != nil {
			t.Fatal(err)
		}
		var e Experiment
		err = decode(text, experimentFormat, &e)
		if says == "" && (err != nil || len(e.Racers) != 0) || says != "" && (err == nil || !strings.Contains(err.Error(), says)) {
			t.Errorf("racers %q: %v, want %q", racers, err, says)
		}
	}
}

// TestMarksAreSkipped: what other programs put before a text is no part of it.
func TestMarksAreSkipped(t *testing.T) {
	whole := saved(t)
	wide := []byte("\xff\xfe")
	for _, c := range []byte(whole) {
		wide = append(wide, c, 0)
	}
	for name, data := range map[string][]byte{
		"UTF-8": []byte("\xef\xbb\xbf" + whole), "UTF-16": wide, "lines of Windows": []byte(strings.ReplaceAll(whole, "\n", "\r\n")),
	} {
		path := filepath.Join(t.TempDir(), "e.json")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if e, err := LoadExperiment(path); err != nil || !Same(OfRace, &e, func() *Experiment { d := Default(); return &d }()) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOlderFilesAreRead: what earlier versions have written, and nothing of it is lost.
func TestOlderFilesAreRead(t *testing.T) {
	paths, err := filepath.Glob("testdata/older/*.json")
	if err != nil || len(paths) < 3 {
		t.Fatalf("%v, %v", paths, err)
	}
	for _, path := range append(paths, "../../../docs/painted-swarm.json") {
		e, err := LoadExperiment(path)
		if err != nil {
			t.Error(err)
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var compact bytes.Buffer
		again, err := json.Marshal(e)
		if err != nil || json.Compact(&compact, text) != nil || compact.String() != string(again) {
			t.Errorf("%s is written again as\n%s, %v", path, again, err)
		}
	}
}
