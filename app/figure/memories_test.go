package figure

import (
	"fmt"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// defaultRace is the default race, at step 87.
func defaultRace(t *testing.T) lab.State {
	t.Helper()
	run, err := lab.Prepare(t.Context(), setup.Default(), lab.WantRace)
	if err != nil {
		t.Fatal(err)
	}
	s := run.State()
	s.Head = 87
	return s
}

func TestMemoriesAtThePlayhead(t *testing.T) {
	s := defaultRace(t)
	spec := s.Doc.Racers[3].Spec
	title, list := Memories(spec, 3, s)
	if title != "Memory at step 87" || len(list) != 2 || list[0].Name != "adam.exp_avg" {
		t.Fatalf("%q: %+v", title, list)
	}
	run := s.Tape.Runs[3]
	f, row := run.Plan.Memories()[0], run.Row(87)
	if want := fmt.Sprintf("(%s, %s)", words.Short(row[f.At]), words.Short(row[f.At+1])); list[0].Value != want {
		t.Errorf("%s is %s, want %s", list[0].Name, list[0].Value, want)
	}
	s.Head = 3
	if title, early := Memories(spec, 3, s); title != "Memory at step 3" || early[0].Value == list[0].Value {
		t.Errorf("%q: %+v", title, early)
	}
}

func TestMemoriesWithoutARace(t *testing.T) {
	s := defaultRace(t)
	for _, c := range []struct {
		method, title string
		slot, n       int
	}{
		{"lion", "Memory", 3, 1}, // the race is still Adam's
		{"adam", "Memory", 9, 2}, // of no racer
		{"sgd", "Memory: none", 3, 0},
		{"no such method", "Memory", 0, 0},
	} {
		title, list := Memories(optim.Spec{Method: c.method}, c.slot, s)
		if title != c.title || len(list) != c.n {
			t.Errorf("%s: %q, %+v", c.method, title, list)
		}
		for _, m := range list {
			if m.Value != "–" {
				t.Errorf("%s: %s is %s", c.method, m.Name, m.Value)
			}
		}
	}
	s.Tape = nil
	if title, list := Memories(s.Doc.Racers[3].Spec, 3, s); title != "Memory" || len(list) != 2 {
		t.Errorf("before the race: %q, %+v", title, list)
	}
}
