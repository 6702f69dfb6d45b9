package solve

import (
	"testing"
	"time"

	"descentlab/app/game"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

// TestPar: the least count that a level claims is what the search finds, three stars ask no less, and the search's actions earn
// them.
func TestPar(t *testing.T) {
	lengthy.Test(t)
	for _, l := range game.Levels() {
		if l.Way.Moves(l, l.Begin()) == nil {
			continue
		}
		best, ok := Fewest(l)
		if !ok || best.Count != l.Par.Fewest {
			t.Errorf("%s: the fewest are %d (%t), not %d", l.Key, best.Count, ok, l.Par.Fewest)
		}
		if !(l.Par.Fewest <= l.Three && l.Three < l.Two && l.Two < l.One) {
			t.Errorf("%s: the limits %d, %d, %d are not in order above %d", l.Key, l.Three, l.Two, l.One, l.Par.Fewest)
		}
		s, err := l.Play(best.Actions)
		if err != nil {
			t.Fatal(l.Key, err)
		}
		if o := l.Outcome(s); !o.Over || o.Stars != 3 || o.Count != best.Count {
			t.Errorf("%s: the best play comes to %+v", l.Key, o)
		}
	}
}

// TestFogged: in the fog three stars ask what a careful player needs at most who sees no more than the level shows, whichever
// side he begins on and wherever he probes first.
func TestFogged(t *testing.T) {
	lengthy.Test(t)
	hand, foggy := level(t, "by_hand"), level(t, "foggy_map")
	worst := 0
	for _, side := range []float64{-1, 1} {
		pushes := game.CarefulPushes(hand, side)
		if pushes == nil {
			t.Fatal("he does not get there by hand")
		}
		worst = max(worst, len(pushes))
	}
	if worst != hand.Three {
		t.Errorf("by hand he needs %d, and three stars ask %d", worst, hand.Three)
	}
	const w, h = 48, 36
	worst = 0
	for i := range w * h {
		x, y := foggy.Ground.View.Middle(i%w, i/w, w, h)
		n := game.Careful(foggy, surfaces.Point{X: x, Y: y})
		if n < 1 {
			t.Fatalf("on the map he does not get there from %v, %v", x, y)
		}
		worst = max(worst, n)
	}
	if worst != foggy.Three {
		t.Errorf("on the map he needs %d, and three stars ask %d", worst, foggy.Three)
	}
	if p := foggy.Ground.Lowest().At; game.Careful(foggy, p) != foggy.Par.Fewest {
		t.Error("a probe of the minimum is not enough")
	}
}

// TestIdle: who does nothing, or always the same, earns no star.
func TestIdle(t *testing.T) {
	lengthy.Test(t)
	for _, l := range append(game.Levels(), game.Daily(time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC))) {
		if o := l.Outcome(l.Begin()); o.Stars > 0 || o.Reached {
			t.Errorf("%s: doing nothing comes to %+v", l.Key, o)
		}
		for _, a := range always(l) {
			s := l.Begin()
			for range 30 {
				next, err := l.Next(s, a)
				if err != nil {
					break // over
				}
				s = next
			}
			if o := l.Outcome(s); o.Stars > 0 {
				t.Errorf("%s: always %+v comes to %+v", l.Key, a, o)
			}
		}
	}
}

// always are actions that somebody may repeat: every push and step; every rate of the level that asks for two; the try with the
// knobs as they are; the probe where most begin, and its neighbours.
func always(l *game.Level) []game.Action {
	switch w := l.Way.(type) {
	case game.Walk, game.Brink:
		return l.Way.Moves(l, l.Begin())
	case game.Launch:
		return []game.Action{w.Action(w.Methods[0], nil)}
	case game.Contest:
		return []game.Action{w.Action(w.Methods[0], nil), w.Adam(l).By}
	}
	c := l.Ground.View.Centre()
	return []game.Action{{Do: game.Probe, X: c.X, Y: c.Y}, {Do: game.Probe, X: l.Ground.Start.X, Y: l.Ground.Start.Y}}
}

// FuzzDaily: every day's landscape can be solved, by who sees no more than it shows, for three stars or nearly.
func FuzzDaily(f *testing.F) {
	lengthy.Test(f)
	for _, days := range []int{0, 1, 20000, 20453, 20454, 20820, 25000, 30000} {
		f.Add(days)
	}
	f.Fuzz(func(t *testing.T, days int) {
		day := time.Unix(0, 0).UTC().AddDate(0, 0, days%40000)
		l := game.Daily(day)
		if again := game.Daily(day); again != l {
			t.Error("another landscape on the same day")
		}
		s, err := l.Play(game.CarefulProbes(l, l.Ground.View.Centre()))
		if err != nil {
			t.Fatal(l.Key, err)
		}
		if o := l.Outcome(s); !o.Reached {
			t.Errorf("%s: he comes to %+v", l.Key, o)
		}
		low := l.Ground.Lowest().At
		if s, err = l.Play([]game.Action{{Do: game.Probe, X: low.X, Y: low.Y}}); err != nil || l.Outcome(s).Stars != 3 {
			t.Errorf("%s: a probe of the lowest point comes to %+v, %v", l.Key, l.Outcome(s), err)
		}
	})
}

func level(t *testing.T, key string) *game.Level {
	t.Helper()
	l, err := game.Lookup(key)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
