package course

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"descentlab/app/game"
	"descentlab/app/game/solve"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

var day = time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)

// TestAllLevelsByGestures: from the first level to the last and on to the day's, by the keys and what is dragged and clicked.
func TestAllLevelsByGestures(t *testing.T) {
	lengthy.Test(t)
	c := New(nil, day)
	for n := range game.Levels() {
		if c.Level.Number != n+1 {
			t.Fatalf("level %d is played, not %d", c.Level.Number, n+1)
		}
		if foot := c.Foot(); foot[1].Enabled && n+1 < len(game.Levels()) {
			t.Errorf("level %d: the next one is open at once", n+1)
		}
		play(t, &c)
		o := c.Outcome()
		if o.Stars != 3 || !o.Over {
			t.Fatalf("level %d comes to %+v", n+1, o)
		}
		if r, over := c.Result(); !over || r.Stars != 3 || r.Title == "" || r.Text == "" {
			t.Errorf("level %d: the result is %+v", n+1, r)
		}
		if p, ok := c.Page(); !ok || p.Lead == "" {
			t.Errorf("level %d: nothing is written down", n+1)
		}
		press(t, &c, "Return")
	}
	if c.Level.Key != "2026-11-29" {
		t.Fatalf("after the last level comes %s", c.Level.Key)
	}
	play(t, &c)
	if o := c.Outcome(); !o.Reached {
		t.Errorf("the day comes to %+v", o)
	}
	for _, tile := range c.Tiles() {
		if tile.Locked || tile.Stars == 0 && tile.Level.Number > 0 {
			t.Errorf("the tile of %s is %+v", tile.Level.Key, tile)
		}
	}
}

// play plays a level well, by gestures alone.
func play(t *testing.T, c *Course) {
	t.Helper()
	switch w := c.Level.Way.(type) {
	case game.Probing:
		first := c.Level.Ground.View.Centre()
		if c.Level.Number > 0 {
			first = c.Level.Ground.Start
		}
		for _, a := range game.CarefulProbes(c.Level, first) {
			if err := c.Probe(a.At()); err != nil {
				t.Fatal(err)
			}
		}
	case game.Walk:
		for _, a := range best(c.Level) {
			for range w.Sizes {
				press(t, c, "Down")
			}
			size := a.By
			if size < 0 {
				size = -size
			}
			for range slices.Index(w.Sizes, size) {
				press(t, c, "Up")
			}
			press(t, c, map[bool]string{true: "Left", false: "Right"}[a.By < 0])
		}
	default:
		l, _ := launch(c.Level)
		for _, a := range best(c.Level) {
			method, values, err := l.Setting(c.Level, a)
			if err == nil {
				err = c.Choose(method)
			}
			for name, v := range values {
				if err == nil {
					err = c.Set(name, v)
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			press(t, c, "Space")
		}
	}
}

func best(l *game.Level) []game.Action {
	if l.Number == 1 {
		return game.CarefulPushes(l, -1)
	}
	s, _ := solve.Fewest(l)
	return s.Actions
}

func press(t *testing.T, c *Course, key string) {
	t.Helper()
	if known, err := c.Key(key); !known || err != nil {
		t.Fatalf("%s in level %d: %t, %v", key, c.Level.Number, known, err)
	}
}

// TestLocked: a click on a locked level says what unlocks it, and changes nothing.
func TestLocked(t *testing.T) {
	c := New(nil, day)
	tiles := c.Tiles()
	day := len(game.Levels())
	if len(tiles) != day+1 || tiles[0].Locked || !tiles[0].Present || !tiles[1].Locked || tiles[day].Locked {
		t.Fatalf("%+v", tiles)
	}
	err := c.Enter(tiles[4].Level)
	if err == nil || !strings.Contains(err.Error(), `"Escape the trap"`) || err.Error() != tiles[4].Says || c.Level.Number != 1 {
		t.Errorf("%v in level %d", err, c.Level.Number)
	}
}

// TestFogStaysUntilTheEnd: it cannot be lifted before, and is down again when the level begins anew.
func TestFogStaysUntilTheEnd(t *testing.T) {
	c := New(nil, day)
	if _, err := c.Key("F"); err == nil || c.Lifted || len(c.Above()) != 0 {
		t.Error("the fog is lifted before the end")
	}
	play(t, &c)
	press(t, &c, "F")
	if !c.Lifted || c.Above()[0].Do != "F" {
		t.Error("it is not lifted at the end")
	}
	if err := c.Push(1); err == nil {
		t.Error("the ball is pushed after the end")
	}
	press(t, &c, "R")
	if c.Lifted || c.State.Used != 0 || c.Best["by_hand"].Stars != 3 {
		t.Errorf("anew it is %+v", c)
	}
}

// TestWatch: the rivals set out from the first probe.
func TestWatch(t *testing.T) {
	c := New(nil, day)
	if err := c.Enter(game.Daily(day)); err != nil {
		t.Fatal(err)
	}
	if c.Watch() == nil || c.Rivals() != nil {
		t.Error("they are watched before the end")
	}
	if err := c.Probe(c.Level.Ground.Lowest().At); err != nil {
		t.Fatal(err)
	}
	press(t, &c, "W")
	if r := c.Rivals(); len(r) != 3 || !c.Lifted || r[0].Run.X(0)[0] != c.State.Spots[0].At.X {
		t.Errorf("%v", r)
	}
}

// TestTurn: in a level of tries the arrows turn the knobs, and a knob takes the value that is nearest.
func TestTurn(t *testing.T) {
	c := New(game.Results{"off_the_saddle": {Stars: 1}}, day)
	c.enter(game.Levels()[6])
	rate := c.Values["lr"]
	press(t, &c, "Right")
	press(t, &c, "Up")
	if c.Values["lr"] <= rate || c.Values["momentum"] != 0.05 {
		t.Errorf("they are %v", c.Values)
	}
	if err := c.Set("momentum", 0.52); err != nil || c.Values["momentum"] != 0.5 {
		t.Errorf("%v, %v", c.Values, err)
	}
	if c.Set("beta", 1) == nil || c.Choose("adam") == nil {
		t.Error("it sets what there is not")
	}
	if c.Push(1) == nil || c.Probe(surfaces.Point{}) == nil || c.Back() == nil {
		t.Error("it does what there is not")
	}
}

// TestCopies: a copy stays as it is, whatever is done with the original.
func TestCopies(t *testing.T) {
	c := New(nil, day)
	before := c
	text, _ := json.Marshal(before)
	play(t, &c)
	c.enter(game.Levels()[6])
	kept := c
	press(t, &c, "Right")
	press(t, &c, "Space")
	again, _ := json.Marshal(before)
	if string(again) != string(text) || kept.Values["lr"] == c.Values["lr"] || len(kept.State.Trials) != 0 {
		t.Error("the copy has changed")
	}
}

// TestSaved: a course is read back with the level that was being played; forged stars open nothing.
func TestSaved(t *testing.T) {
	c := New(nil, day)
	play(t, &c)
	press(t, &c, "Return")
	press(t, &c, "Up")
	press(t, &c, "Right")
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	again, refused, err := Read(text, day)
	if err != nil || len(refused) > 0 || again.Level != c.Level || again.Size != c.Size || len(again.State.Spots) != 2 {
		t.Fatalf("read is %+v, %v, %v", again, refused, err)
	}
	if b, _ := json.Marshal(again); string(b) != string(text) {
		t.Errorf("written again it is\n%s, not\n%s", b, text)
	}
	forged := strings.Replace(string(text), `"stars":3`, `"stars":2`, 1)
	again, refused, err = Read([]byte(forged), day)
	if err != nil || len(refused) != 2 || len(again.Best) != 0 || again.Level.Number != 1 {
		t.Errorf("of a forged one is left %+v, %v, %v", again.Best, refused, err)
	}
	for _, bad := range []string{"", "{}", string(text[:40]), strings.Replace(string(text), `"size"`, `"sise"`, 1)} {
		if _, _, err := Read([]byte(bad), day); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

// TestPanels: every level says its goal, its figures and what is known of par, and has a button.
func TestPanels(t *testing.T) {
	for _, l := range append(game.Levels(), game.Daily(day)) {
		c := New(nil, day)
		c.enter(l)
		if len(c.Buttons()) == 0 || len(c.Figures()) != 3 || c.ParSays() == "" || strings.Contains(c.ParSays(), "%!") {
			t.Errorf("%s: %v, %v, %q", l.Key, c.Buttons(), c.Figures(), c.ParSays())
		}
		for _, b := range c.Buttons() {
			if _, known := keys[b.Do]; !known || b.Primary {
				t.Errorf("%s: the button is %+v", l.Key, b)
			}
		}
		if (len(c.Sizes()) > 0) == (len(c.Knobs()) > 0) && l.Number != 5 && l.Number != 0 {
			t.Errorf("%s: the sizes are %v, the knobs %v", l.Key, c.Sizes(), c.Knobs())
		}
	}
}
