package game

import (
	"strings"
	"testing"
)

// TestForTwo: players take turns, whoever begins; the first who probes deep enough has won, and earns no stars by it.
func TestForTwo(t *testing.T) {
	foggy, err := Lookup("foggy_map")
	if err != nil {
		t.Fatal(err)
	}
	l, err := ForTwo(foggy)
	if again, _ := Lookup("foggy_map_two"); err != nil || again != l || l.Solo() != "foggy_map" || !l.Shared() || foggy.Shared() {
		t.Fatalf("%+v, %v", l, err)
	}
	low := foggy.Ground.Lowest().At
	for first := range 2 {
		s, err := l.Play([]Action{{Do: Probe, X: 1, Who: first}, {Do: Probe, X: 2, Who: 1 - first}})
		if err != nil || s.Turn(0) != first || s.UsedBy(0) != 1 || s.UsedBy(1) != 1 {
			t.Fatalf("player %d begins: %+v, %v", first+1, s, err)
		}
		if _, err := l.Next(s, Action{Do: Probe, X: 3, Who: 1 - first}); err == nil || !strings.Contains(err.Error(), "turn") {
			t.Errorf("out of turn: %v", err)
		}
		s, err = l.Next(s, Action{Do: Probe, X: low.X, Y: low.Y, Who: first})
		if o := l.Outcome(s); err != nil || !o.Over || !o.Reached || o.Stars != 0 || o.Score != 0 {
			t.Errorf("found, it is %+v, %v", o, err)
		}
		if r, best := (Results{}).With(Record(l, s)); best || len(r) > 0 {
			t.Error("a round of two is kept as a result")
		}
		if _, err := Record(l, s).Replay(); err != nil {
			t.Errorf("it cannot be replayed: %v", err)
		}
	}
	for name, bad := range map[string][]Action{
		"back":  {{Do: Probe, X: 1}, {Do: Back}},
		"third": {{Do: Probe, X: 1, Who: 2}},
		"minus": {{Do: Probe, X: 1, Who: -1}},
	} {
		if _, err := l.Play(bad); err == nil {
			t.Errorf("%s: it can be done", name)
		}
	}
	if _, err := foggy.Play([]Action{{Do: Probe, X: 1, Who: 1}}); err == nil {
		t.Error("a second player plays alone")
	}
	for _, key := range []string{"foggy_map_two_two", "by_hand_two", "nothing_two"} {
		if _, err := Lookup(key); err == nil {
			t.Errorf("there is a level %q", key)
		}
	}
	if day, err := Lookup("2026-11-29_two"); err != nil || !strings.Contains(day.Name(), "2026-11-29") {
		t.Errorf("the day for two is %v, %v", day, err)
	}
}
