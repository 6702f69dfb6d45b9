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
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/window/desk/desktest"
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
		for _, j := range u.jobs {
			j.Interrupt()
		}
		for _, b := range []*background{&u.reading} {
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

// calm runs what is posted until neither the worker nor a job has anything under way.
func calm(t *testing.T, u *testUI) {
	t.Helper()
	for rest(t, u); u.mapping(); rest(t, u) {
		select {
		case f := <-u.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("the jobs do not come to rest")
		}
	}
}

func TestWindowShowsTheDefaultRace(t *testing.T) {
	u := newTestUI(t, freshSession())
	for _, racer := range []string{"SGD", "Momentum", "RMSprop", "Adam"} {
		if !slices.Contains(texts(u.cards.Object()), racer) {
			t.Errorf("no card of %s", racer)
		}
	}
	if n := len(u.mapAt(0).Scene().Traces); n != 4 {
		t.Errorf("%d traces, want 4", n)
	}
	if want := "⊙ minimum (3)   ✕ saddle (3)   △ maximum (3)"; !u.captioned(want) {
		t.Errorf("the caption is not %q", want)
	}
}

func TestClickMovesTheStart(t *testing.T) {
	u := newTestUI(t, freshSession())
	desktest.Drag(u.mapAt(0).Tool, desktest.Ground(plot.Point{X: 1.5, Y: -0.5}))
	if got := u.lab.State().Doc.Start; got != (surfaces.Point{X: 1.5, Y: -0.5}) {
		t.Errorf("start %v", got)
	}
	rest(t, u)
	if got := u.mapAt(0).Scene().Traces[0].Pts[0]; got != (plot.Point{X: 1.5, Y: -0.5}) {
		t.Errorf("the trace starts at %v", got)
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

// A start without a value is told of for as long as it is so, and nothing is drawn as if it had left the map.
func TestStartOutsideTheDomain(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.header.commit("log(x) + y^2")
	rest(t, u)
	if !u.toast.box.Visible() || u.toast.label.Text != nowhere() {
		t.Error("no word about the start")
	}
	for _, trace := range u.mapAt(0).Scene().Traces {
		if trace.Diverged {
			t.Errorf("%s is said to have left the map", trace.Name)
		}
	}
	if row := lab.Standings(u.lab.State().Tape, nil, surfaces.Rect{}, nil, 0)[0]; row.Where.Kind != lab.OutsideDomain {
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
	if n := len(u.allMaps()); n != 4 {
		t.Fatalf("%d maps, want 4", n)
	}
	u.Edit("", func(e *lab.Experiment) { e.Racers[1].Hidden = true })
	rest(t, u)
	if n := len(u.allMaps()); n != 3 {
		t.Errorf("%d maps with one racer hidden, want 3", n)
	}
	u.mapAt(0).OnHover(plot.Point{X: 1, Y: 1}, true)
	for i, m := range u.allMaps() {
		if cross := m.Scene().Cross; cross == nil || *cross != (plot.Point{X: 1, Y: 1}) {
			t.Errorf("map %d has no linked cross", i)
		}
	}
}

// The formula field shows the formula of the surface, whoever has changed that.
func TestFormulaFollowsTheSurface(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.header.commit("x^2 + 3*y^2")
	rest(t, u)
	u.choose(t, "banana")
	u.header.commit("(1-x)^2 + walls*abs(y-x^2)")
	rest(t, u)
	if got := u.header.formula.Text(); got != "(1-x)^2 + walls*abs(y-x^2)" || !says(u.surface.Object(), "walls") {
		t.Errorf("the field shows %q, the panel %q", got, texts(u.surface.Object()))
	}
	u.lab.Undo()
	u.lab.Undo()
	rest(t, u)
	if got := u.header.formula.Text(); got != "x^2 + 3*y^2" || !says(u.surface.Object(), "Your formula") {
		t.Errorf("the field shows %q, the panel %q", got, texts(u.surface.Object()))
	}
}

// The sheet lies over the right column and has its keys.
func TestSheetLiesOverTheReadouts(t *testing.T) {
	u := newTestUI(t, freshSession())
	if u.sheet.Object().Visible() || !u.right.Visible() {
		t.Fatal("the sheet is open from the first")
	}
	u.rune('i')
	if !u.sheet.Object().Visible() || u.right.Visible() {
		t.Error("the sheet has not opened over the right column")
	}
	u.sheet.Copy()
	if got := u.app.Clipboard().Content(); !strings.HasPrefix(got, "# SGD on Peaks") {
		t.Errorf("on the clipboard is %.60q", got)
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.sheet.Object().Visible() || !u.right.Visible() {
		t.Error("Escape does not close the sheet")
	}
	u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Slot: 3} })
	u.Edit("", func(e *lab.Experiment) { e.Racers = slices.Delete(e.Racers, 3, 4) })
	if u.sheet.Object().Visible() || !u.right.Visible() {
		t.Error("the racer is gone and its sheet is not")
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

// texts are all that can be read on an object.
func texts(o fyne.CanvasObject) (list []string) {
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *canvas.Text:
			list = append(list, o.Text)
		case *widget.RichText:
			list = append(list, o.String())
		}
	}
	return list
}

// says tells whether something can be read on an object.
func says(o fyne.CanvasObject, what string) bool {
	return strings.Contains(strings.Join(texts(o), "\n"), what)
}

// choose picks a surface in the header.
func (u *testUI) choose(t *testing.T, name string) {
	t.Helper()
	u.header.surface.OnPicked(name)
	rest(t, u)
}

func (u *testUI) view() lab.View      { return u.lab.State().View }
func (u *testUI) has(t lab.Tool) bool { return u.view().Tool == t }
func (u *testUI) take(t lab.Tool)     { u.lab.Look(func(v *lab.View) { v.Take(t) }) }

// bar is what a tool shows below the maps.
func (u *testUI) bar(t lab.Tool) fyne.CanvasObject { return u.tools[t].Bar() }
