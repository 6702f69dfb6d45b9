package learn

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk/desktest"
	"descentlab/app/window/learn/lessons"
	"descentlab/app/window/learn/myth"
	"descentlab/widgets/kit"
	"descentlab/widgets/prose"
)

// entered is the room in a window, as it was kept.
func entered(t *testing.T, state string) (*Room, *desktest.Desk) {
	t.Helper()
	var kept json.RawMessage
	if state != "" {
		kept = json.RawMessage(state)
	}
	d := desktest.On(t, "sphere", 1, "sgd lr=0.1")
	room, err := Kind().New(d, container.NewStack(), kept)
	if err != nil {
		t.Fatal(err)
	}
	r := room.(*Room)
	d.Window().SetContent(kit.WithHints(container.NewBorder(container.NewStack(r.Header().Left...), nil, nil, nil, r.Object())))
	d.Window().Resize(fyne.NewSize(1376, 857))
	r.Enter()
	return r, d
}

// TestSwitch: one half is seen at a time; the other one is not made before it is wanted, and its jobs rest.
func TestSwitch(t *testing.T) {
	r, _ := entered(t, "")
	if r.now().key != seenLessons || r.halves[1].room != nil {
		t.Fatal("it does not begin with the lessons, and them alone")
	}
	r.view.OnChanged(1)
	if r.now().key != seenExperiments || r.view.Selected() != 1 || len(desktest.Texts(r.head, false)) == 0 {
		t.Error("the switch does not lead to the experiments")
	}
	if !strings.Contains(strings.Join(desktest.Texts(r.Object(), false), "\n"), "Speed limit") {
		t.Error("the experiments are not seen")
	}
	for i, h := range r.halves {
		if h.seen != (i == 1) || (len(h.jobs) == 0) != (i == 2) {
			t.Errorf("half %d counts as seen: %t, with %d jobs", i, h.seen, len(h.jobs))
		}
	}
	r.Rune('s')
	var k kept
	if err := json.Unmarshal(r.State(), &k); err != nil || k.Seen != seenExperiments || k.Lessons == nil || k.Experiments == nil {
		t.Errorf("%v, it keeps %s", err, r.State())
	}
	again, _ := entered(t, string(r.State()))
	if again.now().key != seenExperiments || again.halves[0].room != nil || string(again.halves[0].state()) != string(k.Lessons) {
		t.Error("the next start has another half, or has lost the other one")
	}
}

// TestThemeOfTheOtherHalf: what was not seen when the theme changed is drawn anew when it is.
func TestThemeOfTheOtherHalf(t *testing.T) {
	r, _ := entered(t, "")
	r.view.OnChanged(1)
	r.Restyle()
	if !r.halves[0].stale || r.halves[1].stale {
		t.Error("the wrong half is to be drawn anew")
	}
	r.view.OnChanged(0)
	if r.halves[0].stale {
		t.Error("it has not been")
	}
}

// TestStates: that of the program before, which had the gallery alone, is read; what cannot be is refused with its place.
func TestStates(t *testing.T) {
	r, _ := entered(t, `{"version": 1, "search": "speed", "tag": "", "order": 0, "scroll": 0}`)
	if r.now().key != seenExperiments || !strings.Contains(string(r.State()), `"search":"speed"`) {
		t.Errorf("of the version before it keeps %s", r.State())
	}
	for state, want := range map[string]string{
		`{"version": 4}`:                    "version 4",
		`{"version": 2, "seen": "nothing"}`: "seen: must be lessons, experiments or census",
		`{"version": 2, "seen": "lessons", "lessons": {"version": 7}}`:                  "lessons: version 7",
		`{"version": 2, "seen": "lessons", "experiments": {"version": 1, "order": 99}}`: "experiments: order",
		`{"version": 3, "seen": "lessons", "census": {"version": 1, "scroll": -1}}`:     "census: scroll",
		`{"version": 2, "sene": 1}`: "sene",
	} {
		if _, err := read([]byte(state)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("of %s it says %v, want %q", state, err, want)
		}
	}
}

// TestLessonLeadsToTheCensus: a link of the lesson shows the card that it means, with rings round it, and a button leads back to
// the lesson, where it was. What is counted there rests while it is not seen.
func TestLessonLeadsToTheCensus(t *testing.T) {
	r, d := entered(t, `{"version": 3, "seen": "lessons", "census": {"version": 1, "document": {"trainings": {"runs": 1}}}}`)
	read := r.now().room.(*lessons.Room)
	read.Read(myth.Lesson)
	for _, name := range []string{"the census", "A hundred trainings"} {
		link := linkOf(t, r, name)
		d.Window().Canvas().Focus(link)
		link.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if r.now().key != seenCensus || r.view.Selected() != 2 || d.Window().Canvas().Focused() != nil {
			t.Fatalf("%s leads to %s", name, r.now().key)
		}
		if d.Ringed != myth.Census && d.Ringed != myth.Trainings || d.Marks[d.Ringed]() == nil {
			t.Errorf("there are rings round %q", d.Ringed)
		}
		r.halves[2].room.Rune('l')
		if r.now().key != seenLessons || !strings.Contains(strings.Join(desktest.Texts(r.head, false), "\n"), "Minima and saddles") {
			t.Error("there is no way back")
		}
	}
	if h := r.halves[2]; h.seen || len(h.jobs) != 2 || !d.Busy() {
		t.Errorf("left alone it counts on: %t, %d jobs", h.seen, len(h.jobs))
	}
	var k struct {
		Census struct{ Document json.RawMessage }
	}
	if err := json.Unmarshal(r.State(), &k); err != nil || !strings.Contains(string(k.Census.Document), `"runs":1`) {
		t.Errorf("%v, it keeps %s", err, r.State())
	}
}

// linkOf is a link of the text that is read.
func linkOf(t *testing.T, r *Room, name string) (link fyne.Focusable) {
	t.Helper()
	desktest.Walk(r.Object(), false, func(o fyne.CanvasObject) {
		if p, is := o.(*prose.Paragraph); is {
			for i, s := range p.Spans() {
				if s.Kind == prose.Link && s.Text == name {
					link = p.Grip(i).(fyne.Focusable)
				}
			}
		}
	})
	if link == nil {
		t.Fatalf("there is no link %q", name)
	}
	return link
}

// TestOpensLessons: a file is read in the lessons, whichever half is seen.
func TestOpensLessons(t *testing.T) {
	r, d := entered(t, "")
	r.view.OnChanged(1)
	path := filepath.Join(t.TempDir(), "mine.md")
	if err := os.WriteFile(path, []byte("---\ndescentlab: lesson 1\n---\n\n# Mine own\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.Open(path)
	if r.now().key != seenLessons || d.Said != nil {
		t.Fatalf("%s is seen; %v", r.now().key, d.Said)
	}
	if r.Open(path + ".none"); d.Said == nil {
		t.Error("a file that is not there is opened")
	}
}
