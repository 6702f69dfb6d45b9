package study

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"descentlab/app/lesson/handin"
	"descentlab/app/lesson/library"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/optim"
	"descentlab/surfaces"
)

func loop(t *testing.T) *Study {
	t.Helper()
	e, err := library.Find("the-loop")
	if err != nil {
		t.Fatal(err)
	}
	return New(e.Lesson)
}

// TestStudyReadsBack: with answers of every kind, a changed experiment and a run to be handed in.
func TestStudyReadsBack(t *testing.T) {
	s := loop(t)
	s.Reached, s.Scroll, s.Scene = 7, 120.5, "three-points"
	s.Give(0, quiz.Answer{Choice: `$\eta$ = 0.02`}, false)
	s.Give(0, quiz.Answer{Choice: `$\eta$ = 0.2`}, true)
	s.Give(1, quiz.Answer{Number: 2.41}, true)
	s.Give(2, quiz.Answer{Path: []surfaces.Point{{X: 0, Y: 0}, {X: 1, Y: 2}}}, false)
	doc := s.Doc("three-points").Clone()
	s.Set("three-points", doc)
	if s.Changed("three-points") {
		t.Error("what is as in the lesson counts as changed")
	}
	doc.Racers[0].Spec = doc.Racers[0].Spec.With("lr", optim.Num(0.05))
	s.Set("three-points", doc)
	if err := s.Hand(handin.Run{Said: "slower", Doc: doc}); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Resume(s.Lesson, data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(got)
	if err != nil || string(again) != string(data) {
		t.Errorf("%v\n%s\n%s", err, data, again)
	}
	if right, of := got.Right(); right != 2 || of != 3 || got.Share() != 2./3 {
		t.Errorf("%d of %d, %v", right, of, got.Share())
	}
	if v := got.Doc("three-points").Racers[0].Spec.Get("lr").Num; v != 0.05 {
		t.Errorf("lr is %v", v)
	}
}

// TestOtherVersion: answers to another version's questions are none.
func TestOtherVersion(t *testing.T) {
	s := loop(t)
	s.Reached = 3
	s.Give(1, quiz.Answer{Number: 2.41}, true)
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	other := *s.Lesson
	other.Hash = strings.Repeat("0", 64)
	got, err := Resume(&other, data)
	if err != nil {
		t.Fatal(err)
	}
	if right, _ := got.Right(); right != 0 || got.Reached != 3 {
		t.Errorf("%d right, at %d", right, got.Reached)
	}
}

// TestStudiesThatCannotBe: each is refused with what is wrong.
func TestStudiesThatCannotBe(t *testing.T) {
	l := loop(t).Lesson
	for text, want := range map[string]string{
		`{"hash": "` + l.Hash + `", "answers": [{"question": 9, "number": 1, "right": true}]}`: "no question 9",
		`{"hash": "` + l.Hash + `", "answers": [{"question": 1, "right": true}]}`:              "one of choice",
		`{"hash": "x", "scroll": -1}`: "scroll: must not be negative",
		`{"hsah": "x"}`:               "hsah",
	} {
		if _, err := Resume(l, []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("of %s it says %v", text, err)
		}
	}
}

// TestHandIn: what is handed in is computed, whatever was noted before.
func TestHandIn(t *testing.T) {
	s := loop(t)
	s.Give(0, quiz.Answer{Choice: `$\eta$ = 0.02`}, true)
	s.Give(1, quiz.Answer{Number: 2.41}, false)
	if err := s.Hand(handin.Run{Said: "mine", Doc: s.Doc("three-points")}); err != nil {
		t.Fatal(err)
	}
	h, err := s.HandIn(context.Background(), measure.NewBench(8), "Ada")
	if err != nil {
		t.Fatal(err)
	}
	if len(h.Answers) != 2 || h.Answers[0].Right || !h.Answers[1].Right || len(h.Runs) != 1 || len(h.Runs[0].Results) != 1 {
		t.Errorf("%+v", h)
	}
}
