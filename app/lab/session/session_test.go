package session

import (
	"encoding/json"
	"math"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/surfaces"
)

// TestLargestDataIsSaved checks that the file of as many examples as there may be can be read back.
func TestLargestDataIsSaved(t *testing.T) {
	lengthy.Test(t)
	d := &surfaces.Dataset{Title: "large", Of: 1 << 40}
	for _, name := range []string{"u", "v", "t"} {
		c := surfaces.Column{Name: name, Label: name}
		for i := range surfaces.MaxExamples {
			c.Values = append(c.Values, -math.Sin(float64(i)+1)*1e-200)
		}
		d.Columns = append(d.Columns, c)
	}
	logistic, err := surfaces.Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	e := setup.Default()
	e.SetSurface(logistic)
	e.Data = d
	path := filepath.Join(t.TempDir(), "e.json")
	if err := Save(path, New(e)); err != nil {
		t.Fatal(err)
	}
	back, err := Load(path)
	if err != nil || !reflect.DeepEqual(back.Experiment, e) {
		t.Errorf("not read back: %v", err)
	}
}

// TestSessionsMayBeLarge: what the rooms keep may be more than any other file holds, and is there at the next start.
func TestSessionsMayBeLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	s := New(setup.Default())
	draft := `"` + strings.Repeat("examples ", setup.MaxFileSize/8) + `"`
	s.Rooms.States = map[string]json.RawMessage{"learn": json.RawMessage(draft)}
	if err := Save(path, s); err != nil {
		t.Fatal(err)
	}
	if back, err := Load(path); err != nil || string(back.Rooms.States["learn"]) != draft {
		t.Errorf("not read back: %v", err)
	}
}

func TestSessionRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	e := setup.Default()
	e.SetFormula("x^2 - y^2 + 0.05*y^4")
	e.View = surfaces.Rect{X0: -1.0 / 3, X1: 2, Y0: -1e-5, Y1: 3}
	e.Noise, e.Seed, e.Steps = 0.1+0.2, 1<<60+1, 333
	e.Racers = append(e.Racers, setup.Racer{Spec: e.Racers[3].Spec.With("amsgrad", optim.On(true)), Slot: 11, Hidden: true})
	want := Session{Experiment: e, View: lab.NewView(), Head: 87.25, Speed: 2, Loop: true, Theme: "light", Width: 1024, Height: 700}
	if err := Save(path, want); err != nil {
		t.Fatal(err)
	}
	got, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("read back\n%+v\nwant\n%+v", got, want)
	}
}

// TestUnusableSessionsAreRefused: whatever a start could not use, or a display would not show, is found before the window opens.
func TestUnusableSessionsAreRefused(t *testing.T) {
	data, err := json.Marshal(New(setup.Default()).file())
	if err != nil {
		t.Fatal(err)
	}
	whole := string(data)
	for _, c := range []struct{ old, new, says string }{
		{`"slot":3`, `"slot":9223372036854775807`, "in experiment.racers[3].slot: racer 4: its identity must be from 0 to"},
		{`"slot":3`, `"slot":10000`, "in experiment.racers[3].slot: "},
		{`"width":0`, `"width":1e30`, "in width: must be from 0, which is unknown, to 10000; got 1e+30"},
		{`"width":0`, `"width":20000`, "in width: must be from 0"},
		{`"width":0`, `"width":1e300`, "in width: must be a number that is not so large; got 1e300"},
		{`"height":0`, `"height":-5`, "in height: must be from 0"},
		{`"height":0`, `"height":1e9`, "in height: must be from 0"},
		{`"theme":"system"`, `"theme":"blue"`, `in theme: must be system, dark or light; got "blue"`},
		{`"theme":"system"`, `"theme":"system","theme":"dark"`, "in theme: this key stands here twice"},
		{`"view":{}`, `"view":{"brushes":3}`, `in view.brushes: unknown key; did you mean "brush"?`},
		{`"view":{}`, `"view":{"selected":[1]}`, "in view.selected: must be a list of 2 numbers, [x, y]; got 1"},
		{`"view":{}`, `"view":{"sheet":{"Open":true}}`, `in view.sheet.Open: unknown key; it is written "open"`},
		{`"view":{}`, `"view":null`, "in view: must be a group"},
		{`"start":[-0.1,1]`, `"start":[null,1]`, "in experiment.start[0]: must be a number; got null"},
		{`"start":[-0.1,1]`, `"Start":[-0.1,1]`, `in experiment.Start: unknown key; it is written "start"`},
		{`"head":140`, `"haed":140`, `in haed: unknown key; did you mean "head"?`},
		{`"speed":1`, `"speed":"1"`, `in speed: must be a number; got the text "1"`},
		{`"loop":false`, `"loop":0`, "in loop: must be true or false"},
	} {
		if !strings.Contains(whole, c.old) {
			t.Fatalf("no %s in %s", c.old, whole)
		}
		_, err := read("s.json", []byte(strings.Replace(whole, c.old, c.new, 1)))
		if err == nil || !strings.HasPrefix(err.Error(), "s.json: line 1, column ") || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.new, err, c.says)
		}
	}
	for _, fine := range []string{whole, "\xef\xbb\xbf" + whole, strings.Replace(whole, `"head":140`, `"head":1e300`, 1)} {
		if _, err := read("s.json", []byte(fine)); err != nil {
			t.Errorf("%s: %v", fine, err)
		}
	}
}

// TestOlderSessionsAreRead: what earlier versions have written, with the step and the window.
func TestOlderSessionsAreRead(t *testing.T) {
	for name, want := range map[string]Session{
		"session-1.json": {Head: 87.25, Speed: 2, Loop: true, Theme: "light", Width: 1024, Height: 700},
		"session-2.json": {Head: 140, Speed: 1, Theme: "system", Width: 1440, Height: 900},
		"session-3.json": {Head: 140, Speed: 1, Theme: "system", Width: 1440, Height: 900},
	} {
		got, err := Load(filepath.Join("testdata", "older", name))
		if err != nil {
			t.Error(err)
			continue
		}
		if len(got.Experiment.Racers) < 4 || !reflect.DeepEqual(got.View, lab.NewView()) {
			t.Errorf("%s: %+v", name, got)
		}
		got.Experiment, got.View = setup.Experiment{}, lab.View{}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

// FuzzSession: whatever a session's file holds, it is read as a session that can go on, or the one line that says why not names
// the file.
func FuzzSession(f *testing.F) {
	usual := Session{
		Experiment: setup.Default(), View: lab.NewView(), Head: 20, Speed: 2, Loop: true, Theme: "dark", Width: 1000, Height: 700,
	}
	usual.View.Racer, usual.View.Card, usual.View.Awaited = 0, 2, &surfaces.Point{X: 1, Y: 2}
	usual.View.Sheet, usual.View.Bench = lab.Sheet{Open: true, Method: "adam"}, lab.BenchProfile
	usual.Experiment.Bench = setup.Bench{Suite: setup.SuiteCatalogue, Budget: 500, Instances: 3, Tuning: 20}
	data, err := json.Marshal(usual.file())
	if err != nil {
		f.Fatal(err)
	}
	whole := string(data)
	for _, text := range []string{
		whole, strings.Replace(whole, `"head":20`, `"head":-1e300`, 1), strings.Replace(whole, `"speed":2`, `"speed":0`, 1),
		strings.Replace(whole, `"racer":0`, `"racer":-5,"bump":3,"brush":-1,"adds":9,"tool":"sculpt"`, 1),
		whole[:len(whole)/2], "", "{}", "[1,2]", "null",
		`{"format":"descentlab session","version":1}`, `{"format":"descentlab session","version":9}`,
		`{"format":"descentlab experiment","version":1}`, `{"format":"descentlab session","version":1,"experiment":null,"head":3}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := read("s.json", data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "s.json: ") || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q is no line about the file", err)
			}
			return
		}
		err = s.Experiment.Check()
		if err != nil || !(s.Head >= 0 && s.Head <= float64(s.Experiment.Steps)) || s.Speed != lab.ClampSpeed(s.Speed) {
			t.Fatalf("step %v at speed %v of an experiment with %v", s.Head, s.Speed, err)
		}
		text, err := json.Marshal(s.file())
		if err != nil {
			t.Fatal(err)
		}
		again, err := read("s.json", text)
		if err != nil || !setup.Same(setup.OfRace, &again.Experiment, &s.Experiment) || again.Head != s.Head ||
			again.Speed != s.Speed || again.Loop != s.Loop || again.Theme != s.Theme ||
			!reflect.DeepEqual(again.View, s.View) || again.Width != s.Width || again.Height != s.Height {
			t.Fatalf("%v: %+v is read back as %+v", err, s, again)
		}
	})
}
