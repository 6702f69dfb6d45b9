package window

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/surfaces"
)

// finish waits for a background job and runs what it has to say.
func finish(t *testing.T, u *testUI, b *background) {
	t.Helper()
	rest(t, u)
	b.join()
	for {
		select {
		case f := <-u.posts:
			f()
		default:
			return
		}
	}
}

// mapped is a window whose maps have a size, on a surface and with racers.
func mapped(t *testing.T, surface string, steps int, racers ...string) *testUI {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	session := freshSession()
	session.Experiment.SetSurface(s)
	session.Experiment.Steps, session.Experiment.Racers = steps, nil
	for i, text := range racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		session.Experiment.Racers = append(session.Experiment.Racers, lab.Racer{Spec: spec, Slot: i})
	}
	u := newTestUI(t, session)
	u.mapAt(0).OnResize(150, 150, 1)
	rest(t, u)
	return u
}

func setLook(u *testUI, f func(*lab.Look)) { u.Edit("", func(e *lab.Experiment) { f(&e.Look) }) }
