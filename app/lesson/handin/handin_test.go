package handin

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/measure"
	"descentlab/app/lesson/quiz"
	"descentlab/optim"
	"descentlab/surfaces"
)

// sample is a lesson with one question of each kind.
func sample(t testing.TB) *lesson.Lesson {
	t.Helper()
	text, err := os.ReadFile("testdata/lesson.md")
	if err != nil {
		t.Fatal(err)
	}
	l := lesson.Read(text, nil)
	if len(l.Problems) > 0 || len(l.Questions) != 6 {
		t.Fatalf("%d questions, %v", len(l.Questions), l.Problems)
	}
	return l
}

// good are right answers.
func good(t testing.TB, l *lesson.Lesson, b *measure.Bench) []quiz.Answer {
	t.Helper()
	s, err := l.Questions[5].Solve(context.Background(), b)
	if err != nil {
		t.Fatal(err)
	}
	return []quiz.Answer{{Choice: "0.5"}, {Choice: "It diverges"}, {Number: 5}, {Number: float64(markOf(t, l, b))},
		{At: surfaces.Point{X: 0.2, Y: 0.1}}, {Path: s.Path}}
}

func markOf(t testing.TB, l *lesson.Lesson, b *measure.Bench) int {
	t.Helper()
	s, err := l.Questions[3].Solve(context.Background(), b)
	if err != nil {
		t.Fatal(err)
	}
	return int(s.Number)
}

// handed is a hand-in with all answers right and one run.
func handed(t testing.TB, l *lesson.Lesson, b *measure.Bench, student string) HandIn {
	t.Helper()
	h := New(l, student)
	for i, a := range good(t, l, b) {
		v, err := h.Answer(context.Background(), l, b, i+1, a)
		if err != nil || !v.Right {
			t.Fatalf("question %d: %+v, %v", i+1, v, err)
		}
	}
	doc := l.Scenes[0].Doc.Clone()
	doc.Steps = 25
	if err := h.Run(context.Background(), b, "It was faster.", doc); err != nil {
		t.Fatal(err)
	}
	return h
}

// written is a hand-in as a file, after something in its text has been replaced.
func written(t testing.TB, h HandIn, replace ...string) string {
	t.Helper()
	text, err := json.MarshalIndent(h, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.NewReplacer(replace...).Replace(string(text))
	if len(replace) > 0 && changed == string(text) {
		t.Fatalf("there is no %q in %s", replace[0], text)
	}
	path := filepath.Join(t.TempDir(), "handin.json")
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// mark marks a file.
func mark(t testing.TB, l *lesson.Lesson, path string) Mark {
	t.Helper()
	g, err := NewGrader(context.Background(), l, measure.NewBench(64))
	if err != nil {
		t.Fatal(err)
	}
	m, err := g.Mark(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestReadsBackEqual(t *testing.T) {
	l, b := sample(t), measure.NewBench(64)
	h := handed(t, l, b, "Ada \"the first\" Lovelace")
	h.Runs[0].Results[0].Loss = math.Inf(1)
	text, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Parse("h.json", text)
	if err != nil {
		t.Fatal(err)
	}
	second, err := json.Marshal(again)
	if err != nil || !bytes.Equal(text, second) {
		t.Errorf("%v\n%s\n%s", err, text, second)
	}
}

func TestGoodHandIn(t *testing.T) {
	l, b := sample(t), measure.NewBench(64)
	h := handed(t, l, b, "Ada")
	m := mark(t, l, written(t, h))
	if m.Right != 6 || m.Fault != "" || len(m.Edited) > 0 || m.Student != "Ada" {
		t.Errorf("%+v", m)
	}
	if _, err := h.Answer(context.Background(), l, b, 1, quiz.Answer{Choice: "0.1"}); err != nil {
		t.Fatal(err)
	}
	h.Answers = h.Answers[:3] // the others were not answered
	if m := mark(t, l, written(t, h)); m.Right != 2 || !slices.Equal(m.Answers, []string{"wrong", "right", "right", "", "", ""}) {
		t.Errorf("%+v", m)
	}
}

// TestForgedHandIns: what was edited to look right is found out, and is not worth more than it is.
func TestForgedHandIns(t *testing.T) {
	l, b := sample(t), measure.NewBench(64)
	wrong := handed(t, l, b, "Eve")
	for i, a := range []quiz.Answer{{Choice: "1.1"}, {Choice: "It settles"}, {Number: 7}, {Number: 400},
		{At: surfaces.Point{X: -1, Y: 9}}, {Path: []surfaces.Point{{X: 2, Y: 1}, {X: -3, Y: 3}}}} {
		v, err := wrong.Answer(context.Background(), l, b, i+1, a)
		if err != nil || v.Right && i != 4 {
			t.Fatalf("question %d: %+v, %v", i+1, v, err)
		}
	}
	if m := mark(t, l, written(t, wrong)); m.Right != 1 || len(m.Edited) > 0 {
		t.Errorf("honestly wrong: %+v", m)
	}
	for _, c := range []struct {
		from, to, want string
		right          int
	}{
		{`"right": false`, `"right": true`, "question 1: it says right; computed, it is wrong", 1},
		{`"choice": "1.1"`, `"choice": "2.0"`, `question 1: "2.0" is none of the answers`, 1},
		{`"question": 6`, `"question": 9`, "there is no question 9", 1},
		{`"mark": 400`, `"number": 400`, "question 4: it is answered by another kind", 1},
		{`"settled": -1`, `"settled": 12`, "run 1: of SGD it says", 1},
		{`"settled": -1`, `"settled": 0`, "run 1: of SGD it says", 1},
		{`"loss": `, `"loss": 7`, "run 1: of SGD it says", 1},
		{`"ended": "finished"`, `"ended": "stopped"`, "run 1: of SGD it says", 1},
		{`sgd lr=0.1`, `sgd lr=0.3`, "run 1: of SGD it says", 1},
	} {
		m := mark(t, l, written(t, wrong, c.from, c.to))
		if m.Right != c.right || len(m.Edited) == 0 || !strings.Contains(strings.Join(m.Edited, "; "), c.want) {
			t.Errorf("%s -> %s: %+v, want %s", c.from, c.to, m, c.want)
		}
	}
}

// TestWhatCannotBeMarked: a row with the reason.
func TestWhatCannotBeMarked(t *testing.T) {
	l, b := sample(t), measure.NewBench(64)
	h := handed(t, l, b, "Ada")
	whole, err := os.ReadFile(written(t, h))
	if err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	foreign, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	dear := h.Runs[0].Doc.Clone()
	dear.Steps = 100000
	for i := range 30 {
		spec, err := optim.ParseSpec(fmt.Sprintf("sgd lr=0.%02d1", i))
		if err != nil {
			t.Fatal(err)
		}
		dear.Racers = append(dear.Racers, setup.Racer{Spec: spec, Slot: i + 1})
	}
	costly := h
	costly.Runs = []Run{{Doc: dear, Results: make([]Result, len(dear.Racers))}}
	for _, c := range []struct{ name, path, want string }{
		{"truncated", file("truncated.json", whole[:len(whole)/2]), "line"},
		{"empty", file("empty.json", nil), ""},
		{"foreign", file("foreign.json", foreign), "descentlab hand-in"},
		{"a picture", file("picture.png", []byte("\x89PNG\r\n\x1a\n\x00\x00")), "UTF-8"},
		{"huge", file("huge.json", bytes.Repeat([]byte(" "), 5<<20)), "larger than 4 MiB"},
		{"newer", written(t, h, `"version": 1`, `"version": 9`), "newer"},
		{"of another lesson", written(t, h, l.Hash, strings.Repeat("0", 64)), "another lesson"},
		{"without a name", written(t, h, `"Ada"`, `" "`), "student"},
		{"without a hash", written(t, h, l.Hash, "abc"), "hash"},
		{"a question twice", written(t, h, `"question": 2`, `"question": 1`), "one answer to a question"},
		{"two answers", written(t, h, `"choice": "0.5"`, `"choice": "0.5", "number": 3`), "one of choice, number"},
		{"an unknown key", written(t, h, `"choice": "0.5"`, `"choise": "0.5"`), "choice"},
		{"a run without results", written(t, h, `"results": [`, `"results": [], "said": "", "x": [`), "line"},
		{"settled before the start", written(t, h, `"settled": -1`, `"settled": -2`), "a step up to 25 is needed"},
		{"settled after the end", written(t, h, `"settled": -1`, `"settled": 26`), "a step up to 25 is needed"},
		{"an impossible run", written(t, h, `"steps": 25`, `"steps": -1`), "in runs[0].experiment.steps: must be from 1"},
		{"a dear run", written(t, costly), "at most 2000000 steps"},
		{"a folder", folder, "this is no file"},
		{"not there", filepath.Join(folder, "none.json"), "no such file"},
	} {
		m := mark(t, l, c.path)
		if m.Fault == "" || !strings.Contains(m.Fault, c.want) || m.Right != 0 || strings.Contains(m.Fault, folder) {
			t.Errorf("%s: %+v, want %s", c.name, m, c.want)
		}
	}
}

func TestFilesOfAFolder(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.json", "a.json", ".DS_Store"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Files(folder)
	if err != nil || len(got) != 2 || filepath.Base(got[0]) != "a.json" {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := Files(filepath.Join(folder, "none")); err == nil {
		t.Error("a folder that is not there has files")
	}
	link := filepath.Join(folder, "link")
	if err := os.Symlink("nowhere", link); err != nil {
		t.Skip(err)
	}
	if got, err := Files(link); err != nil || !slices.Equal(got, []string{link}) {
		t.Errorf("a link that leads nowhere: %v, %v", got, err)
	}
}

// TestGradesAClass: one bad file does not keep the others from their marks, and a name that comes twice is told.
func TestGradesAClass(t *testing.T) {
	l, b := sample(t), measure.NewBench(64)
	g, err := NewGrader(context.Background(), l, b)
	if err != nil {
		t.Fatal(err)
	}
	ada := written(t, handed(t, l, b, "Ada"))
	files := []string{ada, filepath.Join(t.TempDir(), "none.json"), ada}
	part := 0.0
	marks, err := g.Grade(context.Background(), files, func(p float64) { part = p })
	if err != nil || part != 1 || len(marks.List) != 3 || marks.List[0].Right != 6 || marks.List[2].Right != 6 {
		t.Errorf("%+v, %v, %v", marks.List, part, err)
	}
	if unmarked, edited := marks.Faults(); unmarked != 1 || edited != 0 || !slices.Equal(marks.Twice(), []string{"Ada"}) {
		t.Errorf("%d, %d, %v", unmarked, edited, marks.Twice())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := g.Grade(ctx, []string{written(t, fresh(handed(t, l, b, "Bo")))}, func(float64) {}); err == nil {
		t.Error("ended, it has marks")
	}
}

// fresh is a hand-in with a run that nobody has made.
func fresh(h HandIn) HandIn {
	h.Runs[0].Doc.Steps = 1234
	return h
}

func FuzzParse(f *testing.F) {
	l, b := sample(f), measure.NewBench(64)
	text, err := json.Marshal(handed(f, l, b, "Ada"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Fuzz(func(t *testing.T, data []byte) {
		h, err := Parse("h.json", data)
		if err != nil {
			return
		}
		again, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Parse("h.json", again); err != nil {
			t.Fatalf("%v\n%s", err, again)
		}
	})
}
