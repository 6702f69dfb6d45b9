package descent

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/internal/lengthy"
)

// TestMashing: whatever keys are hit, wherever is clicked, while the window changes its size, the room is left and entered, time
// passes and things are undone: what is kept can always be read again without anything refused, and no result gets worse.
func TestMashing(t *testing.T) {
	lengthy.Test(t)
	r, d := entered(t, nil)
	day := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	r.now = func() time.Time { return day } // so that the same comes of it on every day
	r.Enter()
	rng := rand.New(rand.NewPCG(5, 29))
	names := []string{"Left", "Right", "Up", "Down", " ", " ", "Return", "BackSpace", "f", "w", "a", "s", "d", "r", "p", "2",
		"Escape", "Prior", "Next"}
	won := map[string]game.Play{}
	for i := range 500 {
		switch n := rng.IntN(66); {
		case n < 46:
			keys(r, names[rng.IntN(len(names))])
		case n < 50:
			size := r.scene.picture.Size()
			r.scene.press(fyne.NewPos(rng.Float32()*size.Width, rng.Float32()*size.Height))
		case n < 52:
			r.clock.advance(rng.Float64() * 2)
		case n < 54:
			r.Undo()
		case n < 55:
			r.Redo()
		case n < 56:
			r.Leave()
			r.Enter()
		case n < 57:
			test.Tap(r.header.today)
		case n < 58:
			r.enter(game.Levels()[rng.IntN(len(game.Levels()))])
		case n < 59:
			d.Window().Resize(fyne.NewSize(852+500*rng.Float32(), 520+300*rng.Float32()))
			d.Window().Canvas().Capture()
			d.Settle()
		default:
			unlock(t, r)
		}
		for key, was := range won {
			if now, ok := r.course.Best[key]; !ok || was.Better(now) {
				t.Fatalf("after %d things the best of %s is %+v, and was %+v", i, key, now, was)
			}
		}
		for key, play := range r.course.Best {
			won[key] = play
		}
		if i%50 == 0 {
			readable(t, r.State())
		}
	}
	readable(t, r.State())
	if len(won) < 4 {
		t.Errorf("only %d levels were won on the way", len(won))
	}
}

// unlock plays the level well, as far as it goes on from where it is.
func unlock(t *testing.T, r *Room) {
	t.Helper()
	l := r.course.Level
	if l.Shared() || l.Number == 0 {
		return
	}
	if _, probing := l.Way.(game.Probing); probing {
		r.press("R")
		for _, a := range game.CarefulProbes(l, l.Ground.Start) {
			r.do(func(c *course.Course) error { return c.Probe(a.At()) })
		}
		return
	}
	s, err := l.Play(best(l))
	if err != nil {
		t.Fatal(err)
	}
	r.do(func(c *course.Course) error {
		c.State = s
		c.Best, _ = c.Best.With(game.Record(l, s))
		return nil
	})
}

// readable is what can be read again with nothing refused.
func readable(t *testing.T, kept json.RawMessage) {
	t.Helper()
	if _, refused, err := course.Read(kept, time.Now()); err != nil || len(refused) > 0 {
		t.Fatalf("what was kept is refused: %v, %v\n%s", err, refused, kept)
	}
}
