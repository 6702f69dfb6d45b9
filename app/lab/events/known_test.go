package events

import (
	"context"
	"reflect"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// What is known of a race does not change what is told of the next one, and a run that stays is not looked at again.
func TestKnown(t *testing.T) {
	var known Known
	doc := setup.Default()
	prepared := func() lab.Run {
		t.Helper()
		r, err := lab.Prepare(t.Context(), doc, lab.WantAll)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	first := prepared()
	for _, r := range []lab.Run{first, first, prepared()} {
		got, err := known.Of(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Of(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("known: %v\nanew: %v", got, want)
		}
	}
	before, err := known.Of(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	next := first
	tape := *first.Tape
	tape.Runs = append(tape.Runs[1:2:2], tape.Runs[0])
	next.Tape = &tape
	next.Courses = lab.NewCourses(&tape, first.Field, doc.Home)
	after, err := known.Of(t.Context(), next)
	if err != nil {
		t.Fatal(err)
	}
	if &after[0][0] != &before[1][0] || &after[1][0] != &before[0][0] {
		t.Error("runs that are known have been looked at again")
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Of(ended, prepared()); err == nil {
		t.Error("an ended context gives events")
	}
}
