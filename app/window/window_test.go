package window

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/optim"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A queue is the window's goroutine in tests: the test's own, which runs what is posted when it rests.
type queue chan func()

// A testUI is a window on the test driver.
type testUI struct {
	*ui
	posts queue
}

// newTestUI is the whole window, with the first race recorded.
func newTestUI(t *testing.T, s lab.Session) *testUI {
	t.Helper()
	posts := make(queue, 1024)
	a := test.NewApp()
	win := a.NewWindow("Descent Lab")
	win.Resize(fyne.NewSize(1440, 900))
	u, err := newUI(a, win, s, &saver{}, func(f func()) { posts <- f })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		u.lab.Close()
		u.maps.ground.join()
		for _, b := range []*background{&u.maps.basins.background, &u.maps.under.background, &u.plane.work, &u.rates.work, &u.fair.work, &u.swarm.work, &u.reading, &u.batch.work} {
			b.stop()
			b.join()
		}
		win.Close()
	})
	tested := &testUI{u, posts}
	rest(t, tested)
	return tested
}

func freshSession() lab.Session {
	return lab.Session{Experiment: lab.Default(), Head: 87, Speed: 1, Theme: "dark"}
}

// rest runs what is posted until the worker has nothing under way.
func rest(t *testing.T, u *testUI) {
	t.Helper()
	for u.lab.State().Busy {
		select {
		case f := <-u.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("the worker does not come to rest")
		}
	}
}

func TestWindowShowsTheDefaultRace(t *testing.T) {
	u := newTestUI(t, freshSession())
	if n := len(u.cards.cards); n != 4 {
		t.Errorf("%d cards, want 4", n)
	}
	if n := len(u.maps.traces); n != 4 {
		t.Errorf("%d traces, want 4", n)
	}
	if got := u.maps.legend.Text; !strings.Contains(got, "minimum (3)") || !strings.Contains(got, "saddle (3)") || !strings.Contains(got, "maximum (3)") {
		t.Errorf("caption %q", got)
	}
}

func TestClickMovesTheStart(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.maps.cells[0].m.OnStart(plot.Point{X: 1.5, Y: -0.5}, true)
	if got := u.lab.State().Doc.Start; got != (surfaces.Point{X: 1.5, Y: -0.5}) {
		t.Errorf("start %v", got)
	}
	rest(t, u)
	if got := u.maps.traces[0].Pts[0]; got != (plot.Point{X: 1.5, Y: -0.5}) {
		t.Errorf("the trace starts at %v", got)
	}
}

func TestSliderKeepsItsCardAndMovesTheTrace(t *testing.T) {
	u := newTestUI(t, freshSession())
	card := u.cards.cards[0]
	before := u.maps.traces[0].Pts[5]
	knob := card.rows[0].(*sliderRow).knob
	knob.OnChanged(0.02, false)
	rest(t, u)
	if u.cards.cards[0] != card {
		t.Error("the card was made anew under the pointer")
	}
	if got := u.lab.State().Doc.Racers[0].Spec.Get("lr").Num; got != 0.02 {
		t.Errorf("lr %v", got)
	}
	if u.maps.traces[0].Pts[5] == before {
		t.Error("the trace has not followed")
	}
}

func TestOneDragIsOneUndo(t *testing.T) {
	u := newTestUI(t, freshSession())
	knob := u.cards.cards[0].rows[0].(*sliderRow).knob
	for _, v := range []float64{0.02, 0.03, 0.04} {
		knob.OnChanged(v, v == 0.04)
	}
	knob.OnChanged(0.05, true)
	u.lab.Undo()
	if got := u.lab.State().Doc.Racers[0].Spec.Get("lr").Num; got != 0.04 {
		t.Errorf("after one undo lr is %v, want 0.04", got)
	}
	u.lab.Undo()
	if got := u.lab.State().Doc.Racers[0].Spec.Get("lr").Num; got != 0.012 {
		t.Errorf("after two undos lr is %v, want 0.012", got)
	}
}

func TestBadFormulaKeepsTheSurface(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.header.commit("x^2 + sine(y)")
	if got := u.lab.State().Doc; got.Surface != "peaks" || u.lab.State().CanUndo {
		t.Errorf("the document has taken a bad formula: %q %q", got.Surface, got.Formula)
	}
	u.header.commit("x^2 + sin(y)")
	if got := u.lab.State().Doc; got.Formula != "x^2 + sin(y)" || got.Surface != "" {
		t.Errorf("the document has not taken a good formula: %q %q", got.Surface, got.Formula)
	}
}

func TestRacersAreAddedDuplicatedMovedAndRemoved(t *testing.T) {
	u := newTestUI(t, freshSession())
	for range 6 {
		u.cards.addRacer("adamw")
	}
	doc := u.lab.State().Doc
	if len(doc.Racers) != 10 || len(u.cards.cards) != 10 {
		t.Fatalf("%d racers, %d cards, want 10", len(doc.Racers), len(u.cards.cards))
	}
	slots := map[int]bool{}
	for _, r := range doc.Racers {
		if slots[r.Slot] {
			t.Errorf("identity %d is given twice", r.Slot)
		}
		slots[r.Slot] = true
	}
	u.cards.add.SetSelected("adamw") // as a pick in the list does
	u.cards.addRacer("adamw")
	if got := u.cards.add.Selected(); got != "" {
		t.Errorf("the button to add a racer names %q", got)
	}
	if name := doc.Names()[9]; name != "AdamW 6" {
		t.Errorf("the last racer is called %q", name)
	}
}

func TestChangeOfMethodKeepsWhatFits(t *testing.T) {
	u := newTestUI(t, freshSession())
	spec, err := optim.ParseSpec("adam lr=0.06 beta1=0.8 schedule=cosine clip_norm=1")
	if err != nil {
		t.Fatal(err)
	}
	u.Edit("", func(e *lab.Experiment) { e.Racers[3].Spec = spec })
	u.cards.cards[3].setMethod("nadam")
	if got := u.lab.State().Doc.Racers[3].Spec.String(); got != "nadam schedule=cosine beta1=0.8 clip_norm=1" {
		t.Errorf("after the change: %q", got)
	}
}

func TestEveryMethodAndScheduleHasACard(t *testing.T) {
	u := newTestUI(t, freshSession())
	for _, m := range optim.Methods() {
		u.cards.cards[0].setMethod(m.Key)
		u.cards.toggleAll(u.cards.cards[0].slot)
		shown := map[string]bool{}
		for _, k := range shownKnobs(u.lab.State().Doc.Racers[0].Spec, true) {
			shown[k.Name] = true
		}
		for _, k := range m.Knobs {
			if !shown[k.Name] {
				t.Errorf("%s: no control for %s", m.Key, k.Name)
			}
		}
		u.cards.toggleAll(u.cards.cards[0].slot)
	}
	for _, s := range optim.Schedules() {
		u.cards.cards[1].setSchedule(s.Key)
		if got := u.lab.State().Doc.Racers[1].Spec.Schedule; got != s.Key {
			t.Errorf("schedule %q, want %q", got, s.Key)
		}
		if n := len(u.cards.cards[1].rows); n < len(s.Knobs) {
			t.Errorf("%s: %d controls for %d knobs", s.Key, n, len(s.Knobs))
		}
	}
}

// Choosing a schedule moves nothing above it: it stands after the method's own knobs, with every stage's knob below.
func TestScheduleKeepsItsPlace(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.cards.toggleAll(u.cards.cards[0].slot)
	rest(t, u)
	above := func() (names []string) {
		c := u.cards.cards[0]
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.sched).Y
		for _, row := range c.rows {
			if r, ok := row.(*sliderRow); ok && fyne.CurrentApp().Driver().AbsolutePositionForObject(r.knob).Y < y {
				names = append(names, r.name)
			}
		}
		return names
	}
	before := above()
	if !slices.Contains(before, "weight_decay") || slices.Contains(before, "clip_norm") {
		t.Errorf("above the schedule: %v", before)
	}
	u.cards.cards[0].setSchedule("step")
	if after := above(); !slices.Equal(before, after) {
		t.Errorf("above the schedule: %v, and after choosing one %v", before, after)
	}
}

// A start without a value is told of for as long as it is so, and nothing is drawn as if it had left the map.
func TestStartOutsideTheDomain(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.header.commit("log(x) + y^2")
	rest(t, u)
	if !u.toast.box.Visible() || u.toast.label.Text != nowhere() {
		t.Error("no word about the start")
	}
	for _, trace := range u.maps.traces {
		if trace.Diverged {
			t.Errorf("%s is said to have left the map", trace.Name)
		}
	}
	if row := lab.Standings(u.lab.State().Tape, nil, surfaces.Rect{}, nil, 0)[0]; row.Where != "outside the domain" {
		t.Errorf("the racer is said to be %q", row.Where)
	}
	u.lab.Undo()
	rest(t, u)
	if u.toast.box.Visible() {
		t.Error("the word about the start outlives it")
	}
}

func TestSideBySideHasAMapForEveryShownRacer(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.Edit("", func(e *lab.Experiment) { e.Look.SideBySide = true })
	if n := len(u.maps.cells); n != 4 {
		t.Fatalf("%d maps, want 4", n)
	}
	u.cards.cards[1].toggleHidden()
	rest(t, u)
	if n := len(u.maps.cells); n != 3 {
		t.Errorf("%d maps with one racer hidden, want 3", n)
	}
	u.maps.hovered(plot.Point{X: 1, Y: 1}, true)
	for i, c := range u.maps.cells {
		if cross := c.m.Scene().Cross; cross == nil || *cross != (plot.Point{X: 1, Y: 1}) {
			t.Errorf("map %d has no linked cross", i)
		}
	}
}

func TestPlaybackKeys(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.key(&fyne.KeyEvent{Name: fyne.KeyHome})
	u.rune('.')
	u.rune('.')
	u.rune(',')
	if got := u.lab.State().Head; got != 1 {
		t.Errorf("head at %v, want 1", got)
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if got := u.lab.State().Head; got != 140 {
		t.Errorf("head at %v, want 140", got)
	}
}

func TestThemeRepaintsInItsColours(t *testing.T) {
	u := newTestUI(t, freshSession())
	if !u.palette().Dark {
		t.Fatal("the session's theme is not used")
	}
	u.look.choose("light")
	u.restyle()
	if u.palette().Dark || u.header.back.FillColor != u.palette().Panel {
		t.Error("the header is not in the light theme's colours")
	}
	if got := u.session().Theme; got != "light" {
		t.Errorf("the session remembers %q", got)
	}
}

func TestSaverWritesOnceAndKeepsTheNewest(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings", "session.json")
	s := &saver{path: path}
	session := freshSession()
	for i := range 10 {
		session.Head = float64(i)
		s.note(session)
	}
	s.flush()
	got, err := lab.LoadSession(path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, session) {
		t.Errorf("saved %+v, want %+v", got, session)
	}
}

func TestSaverTellsOfAFullOrForbiddenDisk(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var said error
	s := &saver{path: filepath.Join(dir, "file", "session.json"), fault: func(err error) { said = err }}
	s.note(freshSession())
	s.flush()
	if said == nil || !strings.Contains(said.Error(), "not saved") {
		t.Errorf("said %v", said)
	}
}

func TestUnreadableSessionIsSetAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	if err := os.WriteFile(path, []byte("garbage"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, notice := (&saver{path: path}).restore()
	if notice == nil || !strings.Contains(notice.Error(), "session.unreadable-1.json") {
		t.Errorf("notice %v", notice)
	}
	if !reflect.DeepEqual(s.Experiment, lab.Default()) {
		t.Error("not the default experiment")
	}
}

func (u *testUI) view() lab.View      { return u.lab.State().View }
func (u *testUI) has(t lab.Tool) bool { return u.view().Tool == t }
func (u *testUI) take(t lab.Tool)     { u.lab.Look(func(v *lab.View) { v.Take(t) }) }

// quiet runs what is posted until neither the worker nor a pane's job has anything under way.
func quiet(t *testing.T, u *testUI) {
	t.Helper()
	busy := func() bool { return u.lab.State().Busy || slices.ContainsFunc(u.jobs, desk.Work.Busy) }
	for busy() {
		select {
		case f := <-u.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("it does not come to rest")
		}
	}
}
