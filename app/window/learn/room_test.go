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
	"descentlab/widgets/kit"
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
		if h.seen != (i == 1) || len(h.jobs) == 0 {
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
		`{"version": 3}`:                    "version 3",
		`{"version": 2, "seen": "nothing"}`: "seen: must be lessons or experiments",
		`{"version": 2, "seen": "lessons", "lessons": {"version": 7}}`:                  "lessons: version 7",
		`{"version": 2, "seen": "lessons", "experiments": {"version": 1, "order": 99}}`: "experiments: order",
		`{"version": 2, "sene": 1}`: "sene",
	} {
		if _, err := read([]byte(state)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("of %s it says %v, want %q", state, err, want)
		}
	}
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
