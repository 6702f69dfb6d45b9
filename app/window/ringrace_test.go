package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
)

// button is a button of the room, by its text.
func (u *testUI) button(t *testing.T, text string) *kit.Button {
	t.Helper()
	var found *kit.Button
	desktest.Walk(u.race.Object(), false, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && found == nil && says(b, text) {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("there is no button %q to be seen", text)
	}
	return found
}

// drain runs all that is posted, also of what nobody is at work on any more.
func (u *testUI) drain(t *testing.T) {
	t.Helper()
	for calm(t, u); len(u.posts) > 0; calm(t, u) {
		(<-u.posts)()
	}
}

// TestRaceFromARingPlays: it rewinds, plays as soon as the swarm is there, and dims the other ways as long as it does; another
// one from the same ring begins at once.
func TestRaceFromARingPlays(t *testing.T) {
	s := freshSession()
	s.Experiment.Swarm.Runs = 20
	u := newTestUI(t, s)
	u.draw(t)
	u.lab.Look(func(v *lab.View) { v.Select(u.lab.State().Field.Named("S1")) })
	rest(t, u)
	m := desktest.Find[*graphic.Map](u.race.Object())
	faint := func(what string, want bool) {
		t.Helper()
		for _, trace := range m.Scene().Traces {
			if trace.Faint != want {
				t.Errorf("%s: the way of %s is faint: %t", what, trace.Name, trace.Faint)
			}
		}
	}
	test.Tap(u.button(t, "Race from a ring"))
	if s := u.lab.State(); s.Head != 0 || s.Playing {
		t.Fatalf("before there is a swarm it is at step %v, playing: %t", s.Head, s.Playing)
	}
	u.drain(t)
	if s := u.lab.State(); s.Head > 1 || !s.Playing || len(m.Scene().Clouds) != 1 {
		t.Fatalf("with the swarm it is at step %v, playing: %t, with %d clouds", s.Head, s.Playing, len(m.Scene().Clouds))
	}
	faint("while it plays", true)
	u.lab.Advance(100)
	if s := u.lab.State(); s.Head != 140 || s.Playing {
		t.Errorf("it ends at step %v, playing: %t", s.Head, s.Playing)
	}
	faint("at the end", false)
	test.Tap(u.button(t, "Race from a ring"))
	u.drain(t)
	if s := u.lab.State(); s.Head > 1 || !s.Playing {
		t.Errorf("the second time it is at step %v, playing: %t", s.Head, s.Playing)
	}
	u.lab.Pause()
	faint("paused", false)
}

// TestRingRaceGivesWay: whoever does something else before the swarm is there is not played over.
func TestRingRaceGivesWay(t *testing.T) {
	for what, do := range map[string]func(u *testUI){
		"a step": func(u *testUI) { u.lab.Seek(9) },
		"an edit": func(u *testUI) {
			u.Edit("", func(e *setup.Experiment) { e.Swarm.Radius = 0.3 })
		},
	} {
		s := freshSession()
		s.Experiment.Swarm.Runs = 20
		u := newTestUI(t, s)
		u.draw(t)
		u.lab.Look(func(v *lab.View) { v.Select(u.lab.State().Field.Named("S1")) })
		test.Tap(u.button(t, "Race from a ring"))
		do(u)
		u.drain(t)
		if u.lab.State().Playing {
			t.Errorf("%s: it plays all the same", what)
		}
	}
}
