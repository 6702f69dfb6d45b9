package setup

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"descentlab/optim"
	"descentlab/surfaces"
)

// written is an experiment with what a file could lose.
func written(t *testing.T) Experiment {
	t.Helper()
	e := Default()
	e.SetFormula("x^2 - y^2 + 0.05*y^4")
	e.View = surfaces.Rect{X0: -1.0 / 3, X1: 2, Y0: -1e-5, Y1: 3}
	e.Noise, e.Seed, e.Steps = 0.1+0.2, 1<<60+1, 333
	e.Bench = Bench{Suite: "a folder", Budget: 500, Instances: 3, Tuning: 20}
	e.Look = Look{Levels: "quantile", SideBySide: true, LinearLoss: true}
	spec, err := optim.ParseSpec("adam lr=0.1 beta1=0.95 schedule=multistep milestones=10,50 amsgrad=true clip_norm=1")
	if err != nil {
		t.Fatal(err)
	}
	e.Racers = append(e.Racers, Racer{Spec: spec, Slot: 11, Hidden: true})
	return e
}

func TestExperimentRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "e.json")
	want := written(t)
	if err := SaveExperiment(path, want); err != nil {
		t.Fatal(err)
	}
	got, err := LoadExperiment(path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("read back\n%+v\nwant\n%+v", got, want)
	}
}

func TestBadFilesAreExplained(t *testing.T) {
	whole, err := json.Marshal(Default())
	if err != nil {
		t.Fatal(err)
	}
	change := func(old, new string) string {
		s := strings.Replace(string(whole), old, new, 1)
		if s == string(whole) {
			t.Fatalf("no %s in the file", old)
		}
		return s
	}
	for name, c := range map[string]struct{ text, says string }{
		"empty":     {"", "empty"},
		"truncated": {string(whole[:len(whole)/2]), "cut off"},
		"foreign":   {`{"format":"something else"}`, "not a descentlab experiment"},
		"no object": {`[1,2]`, "must be"},
		"no JSON":   {"hello", "line 1"},
		"newer":     {change(`"version":1`, `"version":2`), "newer"},
		"window":    {change(`"view":[-3,3`, `"view":[3,3`), "in view: x from 3 to 3"},
		"box":       {change(`"seed":`, `"bounds":[0,1,2,2],"seed":`), "in bounds: y from 2 to 2: the first bound must be less"},
		"half box":  {change(`"seed":`, `"bounds":[0,1],"seed":`), "in bounds: must be a list of 4 numbers, [x0, x1, y0, y1]; got 2"},
		"no box":    {change(`"seed":`, `"bounds":null,"seed":`), "in bounds: must be a list of 4 numbers"},
		"side":      {change(`"seed":`, `"bounds":[0,"inf",0,1],"seed":`), `in bounds[1]: must be a number, or the text "Infinity"`},
		"racer":     {change(`adam`, `adem`), "adam"},
		"steps":     {change(`"steps":140`, `"steps":0`), "1 to 100000"},
		"budget":    {change(`"seed":`, `"bench":{"budget":-1},"seed":`), "in bench.budget: must be from 1 to 1000000; got -1"},
		"tuning":    {change(`"seed":`, `"bench":{"tuning":1001},"seed":`), "in bench.tuning: must be from 1 to 1000"},
		"suite":     {change(`"seed":`, `"bench":{"suite":"a\nb"},"seed":`), "in bench.suite: must be bbob, catalogue or the path"},
		"no bench":  {change(`"seed":`, `"bench":{"instance":3},"seed":`), `did you mean "instances"?`},
		"kind":      {change(`"steps":140`, `"steps":"many"`), "steps"},
	} {
		path := filepath.Join(t.TempDir(), "e.json")
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := LoadExperiment(path)
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), path) ||
			strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want one line with the path and %q", name, err, c.says)
		}
	}
}

func TestFailedWriteLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "session.json")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	// A folder in the way makes the rename fail whoever runs the test, root included.
	blocked := filepath.Join(dir, "blocked")
	if err := os.MkdirAll(filepath.Join(blocked, "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(blocked, []byte("new")); err == nil || !strings.Contains(err.Error(), "was not written") {
		t.Errorf("error %v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 {
		t.Errorf("temporary files are left behind: %v", entries)
	}
}

func TestFullDisk(t *testing.T) {
	full := "/dev/full"
	if _, err := os.Stat(full); err != nil {
		t.Skip("no " + full)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "session.json")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(full, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	p.file.Close()
	p.file = f
	p.out.Reset(f)
	_, _ = p.Write([]byte("new")) // which is told at the end
	if err := p.Commit(); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("error %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
		t.Errorf("the old file holds %q, %v", data, err)
	}
}

// TestFormatOfAPipe: it is not known before the pipe is read, which can be done but once.
func TestFormatOfAPipe(t *testing.T) {
	if _, err := os.Stat("/dev/fd"); err != nil {
		t.Skip("no /dev/fd")
	}
	from, to, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	text, err := json.Marshal(Default())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Write(text); err != nil {
		t.Fatal(err)
	}
	to.Close()
	path := fmt.Sprintf("/dev/fd/%d", from.Fd())
	if got := FormatOf(path); got != "" {
		t.Errorf("of the format %q", got)
	}
	if _, err := LoadExperiment(path); err != nil {
		t.Error(err)
	}
}

func TestSetAsideNeverOverwrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	for i, text := range []string{"first", "second"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		aside, err := SetAside(path, "unreadable")
		if err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(aside); err != nil || string(data) != text {
			t.Errorf("%d: %s holds %q, %v", i, aside, data, err)
		}
	}
}

func FuzzExperiment(f *testing.F) {
	whole, err := json.Marshal(Default())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(`{"format":"descentlab experiment","version":1,"formula":"x","racers":[{"racer":"sgd"}]}`))
	f.Add([]byte(`{"format":"descentlab experiment","version":1,"formula":"(x*u+y-t)^2","home":[-1,1,-1,1],"view":[-1,1,-1,1],` +
		`"steps":3,"batch":2,"look":{"levels":"log"},"data":{"title":"a","of":9,"columns":[{"name":"u","label":"a","values":[1,2,3]},` +
		`{"name":"t","label":"b","values":[4,5,6]}]}}`))
	swarm := `{"format":"descentlab experiment","version":1,"formula":"x","home":[-1,1,-1,1],"view":[-1,1,-1,1],"steps":3,` +
		`"look":{"levels":"log"},`
	f.Add([]byte(swarm + `"swarm":{"ring_around":[1,2]}}`))
	f.Add([]byte(swarm + `"swarm":{"from":"painted","ring_around":[1,2]},` +
		`"painted":[{"radius":0.5,"points":[[0,1],[2,3]]},{"radius":1,"ratio":2,"erase":true,"points":[[0,0]]}]}`))
	f.Add([]byte(strings.Replace(string(whole), `"seed":`, `"bounds":[0,"Infinity","-Infinity",1e-300],"seed":`, 1)))
	f.Add([]byte(strings.Replace(string(whole), `"seed":`, `"bounds":["Infinity",0,"NaN",-0],"seed":`, 1)))
	f.Add([]byte(swarm + `"start":[0,1],"racers":[{"racer":"sgd lr=1 @2 lr=3","futures":[{"at":2,"racer":"adam @4 lr=1"},` +
		`{"of":1,"at":3,"racer":"sgd"},{"of":2,"at":9,"racer":"newton"}]}]}`))
	f.Add([]byte(strings.Replace(string(whole), `"seed":`, `"bench":{"suite":"x/y","budget":9,"tuning":1000},"seed":`, 1)))
	f.Add([]byte(strings.Replace(string(whole), `"seed":`, `"bench":{"instances":-3},"seed":`, 1)))
	f.Add([]byte("{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var e Experiment
		if json.Unmarshal(data, &e) != nil {
			return
		}
		if err := e.Check(); err != nil {
			t.Fatalf("an experiment was read that cannot be raced: %v", err)
		}
		again, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var back Experiment
		if err := json.Unmarshal(again, &back); err != nil {
			t.Fatal(err)
		}
		third, err := json.Marshal(back)
		if err != nil || string(third) != string(again) {
			t.Fatalf("not the same experiment after a round trip: %v\n%s\n%s", err, again, third)
		}
	})
}

// TestManyRacersAreCountedFirst: nobody waits until all of them are understood.
func TestManyRacersAreCountedFirst(t *testing.T) {
	e := Default()
	for len(e.Racers) <= MaxRacers {
		e.Racers = append(e.Racers, e.Racers[0])
	}
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	text = []byte(strings.ReplaceAll(string(text), `"racer":"`, `"racer":"nobody knows `))
	if _, _, err := ParseFile("many.json", text); err == nil || !strings.Contains(err.Error(), "in racers: at most 64; got 65") {
		t.Errorf("%v", err)
	}
}
