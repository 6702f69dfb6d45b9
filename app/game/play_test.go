package game

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
)

// played is a play of level 1 that reaches the goal.
func played(t *testing.T) Play {
	t.Helper()
	l := Levels()[0]
	s, err := l.Play(CarefulPushes(l, 1))
	if err != nil {
		t.Fatal(err)
	}
	return Record(l, s)
}

func TestReplay(t *testing.T) {
	p := played(t)
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	again, s, err := ReadPlay(text)
	if err != nil || !slices.Equal(again.Actions, p.Actions) || again.Score != p.Score || again.Stars != 3 {
		t.Fatalf("read is %+v, %v", again, err)
	}
	if here, _ := s.Here(); here.At.X != 6.45 || len(s.Spots) != 8 {
		t.Errorf("the replay ends at %v after %d spots", here.At, len(s.Spots))
	}
}

// TestForged: whoever edits a play is found out.
func TestForged(t *testing.T) {
	for name, forge := range map[string]func(p *Play){
		"stars":   func(p *Play) { p.Stars = 2 },
		"count":   func(p *Play) { p.Count = 4 },
		"score":   func(p *Play) { p.Score++ },
		"actions": func(p *Play) { p.Actions = p.Actions[1:] },
		"level":   func(p *Play) { p.Level = "follow_slope" },
		"size":    func(p *Play) { p.Actions = []Action{{Do: Push, By: 5.25}} },
		"stray":   func(p *Play) { p.Actions[0].X = 1 },
		"after":   func(p *Play) { p.Actions = slices.Repeat(p.Actions, 5) },
		"long":    func(p *Play) { p.Actions = make([]Action, mostActions+1) },
		"reached": func(p *Play) { p.Reached = false },
		"version": func(p *Play) { p.Version = 2 },
	} {
		p := played(t)
		forge(&p)
		if _, err := p.Replay(); err == nil {
			t.Errorf("%s: it is not found out", name)
		}
	}
	p := played(t)
	p.Stars, p.Score = 1, 1000000
	_, err := p.Replay()
	if f := (*ForgedError)(nil); !errors.As(err, &f) || f.Found.Stars != 3 {
		t.Errorf("the error is %v", err)
	}
}

func TestStrict(t *testing.T) {
	text, err := json.Marshal(played(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]string{
		"truncated": string(text[:len(text)/2]),
		"unknown":   strings.Replace(string(text), `"count"`, `"amount"`, 1),
		"twice":     strings.Replace(string(text), `"stars":3`, `"stars":3,"stars":3`, 1),
		"null":      strings.Replace(string(text), `"by":1}`, `"by":null}`, 1),
		"capitals":  strings.Replace(string(text), `"level"`, `"Level"`, 1),
		"empty":     "",
		"deed":      strings.Replace(string(text), `"push"`, `"jump"`, 1),
		"other":     `[1, 2]`,
	} {
		if bad == string(text) {
			t.Fatal(name)
		}
		if _, _, err := ReadPlay([]byte(bad)); err == nil {
			t.Errorf("%s: it is read", name)
		}
	}
}

func TestResults(t *testing.T) {
	p, hand := played(t), Levels()[0]
	worse, _ := hand.Play(CarefulPushes(hand, -1))
	var r Results
	r, first := r.With(Record(hand, worse))
	r, better := r.With(p)
	_, again := r.With(Record(hand, worse))
	if !first || !better || again || r["by_hand"].Count != 7 {
		t.Errorf("the results are %v, %t %t %t", r, first, better, again)
	}
	if !r.Open(Levels()[1]) || r.Open(Levels()[2]) {
		t.Error("one star opens the next level and no more")
	}
	forged := p
	forged.Level, forged.Stars = "the_ravine", 3
	r["the_ravine"] = forged
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	read, refused, err := ReadResults(text)
	if err != nil || len(refused) != 1 || len(read) != 1 || read["by_hand"].Score != p.Score {
		t.Errorf("read are %v, refused %v, %v", read, refused, err)
	}
	if _, _, err := ReadResults([]byte(`{"format": "x", "version": 1, "best": []}`)); err == nil {
		t.Error("a foreign file is read")
	}
}

// TestBack: what is taken back counts all the same.
func TestBack(t *testing.T) {
	l, err := Lookup("foggy_map")
	if err != nil {
		t.Fatal(err)
	}
	s, err := l.Play([]Action{{Do: Probe, X: 1, Y: 1}, {Do: Probe, X: 2}, {Do: Back}})
	if err != nil || s.Used != 2 || len(s.Standing()) != 1 || len(s.Spots) != 2 {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := l.Play([]Action{{Do: Back}}); err == nil {
		t.Error("nothing is taken back")
	}
	if _, err := l.Play([]Action{{Do: Probe, X: 7}}); err == nil || !strings.Contains(err.Error(), "x from -6 to 6") {
		t.Errorf("outside of the map: %v", err)
	}
}

// TestFrames: a replay shows every state on the way, up to the action that cannot be.
func TestFrames(t *testing.T) {
	l := Levels()[0]
	frames, err := l.Frames(CarefulPushes(l, 1))
	if err != nil || len(frames) != 8 || frames[0].Used != 0 || frames[3].Spots[3].At.X != 6.2 {
		t.Errorf("%v, %v", frames, err)
	}
	frames, err = l.Frames([]Action{{Do: Push, By: 1}, {Do: Push, By: 3}})
	if bad := (*ActionError)(nil); !errors.As(err, &bad) || bad.Index != 1 || len(frames) != 2 {
		t.Errorf("%v, %v", frames, err)
	}
}

// TestNextIsPure: the state that an action is taken from stays as it was.
func TestNextIsPure(t *testing.T) {
	l := Levels()[0]
	s, _ := l.Play(CarefulPushes(l, 1)[:3])
	before := slices.Clone(s.Spots)
	a, err := l.Next(s, Action{Do: Push, By: 1})
	b, err2 := l.Next(s, Action{Do: Push, By: -1})
	if err != nil || err2 != nil || !slices.Equal(s.Spots, before) || a.Spots[4].At == b.Spots[4].At || s.Used != 3 {
		t.Errorf("%v, %v, %v", s, a, b)
	}
}

func TestLookup(t *testing.T) {
	if l, err := Lookup("2026-11-29"); err != nil || l.Three < 1 {
		t.Errorf("%v, %v", l, err)
	}
	if _, err := Lookup("foggy_mop"); err == nil || !strings.Contains(err.Error(), "foggy_map") {
		t.Errorf("the error is %v", err)
	}
	for i, l := range Levels() {
		if l.Number != i+1 || l.Title.String() == "" || !strings.HasSuffix(l.Goal.String(), ".") {
			t.Errorf("level %d is %+v", i+1, l)
		}
	}
}
