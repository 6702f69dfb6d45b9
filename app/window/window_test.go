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
	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/field"
	"descentlab/widgets/graphic"
	"descentlab/widgets/picker"
)

// A queue is the window's goroutine in tests: the test's own, which runs what is posted when it rests.
type queue chan func()

// drain forgets what is posted until the window has ended.
func (q queue) drain(ended chan struct{}) {
	for {
		select {
		case <-q:
		case <-ended:
			return
		}
	}
}

// A testUI is a window on the test driver.
type testUI struct {
	*ui
	posts queue
}

// newTestUI is the whole window, with the first race recorded.
func newTestUI(t *testing.T, s session.Session) *testUI {
	t.Helper()
	return newTestUIOn(t, s, &saver{})
}

// newTestUIOn is a window whose session goes somewhere.
func newTestUIOn(t *testing.T, s session.Session, store *saver) *testUI {
	t.Helper()
	posts := make(queue, 1024)
	a := test.NewApp()
	win := a.NewWindow("Descent Lab")
	win.Resize(fyne.NewSize(1440, 900))
	u, err := newUI(a, win, s, store, func(f func()) { posts <- f })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		u.lab.Close()
		ended := make(chan struct{})
		go posts.drain(ended) // a job may have much to say before it ends
		for _, room := range u.rooms {
			room.end()
		}
		u.reading.End()
		close(ended)
		win.Close()
	})
	tested := &testUI{u, posts}
	rest(t, tested)
	return tested
}

func freshSession() session.Session {
	s := session.New(setup.Default())
	s.Head, s.Theme = 87, "dark"
	return s
}

// rest runs what is posted until the worker has nothing under way.
func rest(t *testing.T, u *testUI) {
	t.Helper()
	for u.lab.State().Busy || u.race != nil && u.race.heading.Seeking() {
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
	for rest(t, u); u.mapping() || u.reading.Busy(); rest(t, u) {
		select {
		case f := <-u.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("the jobs do not come to rest")
		}
	}
}

func TestBadFormulaKeepsTheSurface(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.formula().OnCommit("x^2 + sine(y)")
	if got := u.lab.State().Doc; got.Surface != "peaks" || u.lab.State().CanUndo {
		t.Errorf("the document has taken a bad formula: %q %q", got.Surface, got.Formula)
	}
	u.formula().OnCommit("x^2 + sin(y)")
	rest(t, u)
	if got := u.lab.State().Doc; got.Formula != "x^2 + sin(y)" || got.Surface != "" {
		t.Errorf("the document has not taken a good formula: %q %q", got.Surface, got.Formula)
	}
}

// A start without a value is told of for as long as it is so, and nothing is drawn as if it had left the map.
func TestStartOutsideTheDomain(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	u.formula().OnCommit("log(x) + y^2")
	rest(t, u)
	u.Edit("", func(e *setup.Experiment) { e.Start.X = -0.1 })
	rest(t, u)
	if !u.toast.box.Visible() || u.toast.label.Text != nowhere() {
		t.Error("no word about the start")
	}
	for _, trace := range desktest.Find[*graphic.Map](u.race.Object()).Scene().Traces {
		if trace.Diverged {
			t.Errorf("%s is said to have left the map", trace.Name)
		}
	}
	if row := u.lab.State().Run().Standings(0)[0]; row.Where.Kind != lab.OutsideDomain {
		t.Errorf("the racer is said to be %q", row.Where)
	}
	u.lab.Undo()
	rest(t, u)
	if u.toast.box.Visible() {
		t.Error("the word about the start outlives it")
	}
}

// The formula field shows the formula of the surface, whoever has changed that.
func TestFormulaFollowsTheSurface(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	u.lab.Look(func(v *lab.View) { v.Surface = true })
	u.formula().OnCommit("x^2 + 3*y^2")
	rest(t, u)
	u.choose(t, "banana")
	u.formula().OnCommit("(1-x)^2 + walls*abs(y-x^2)")
	rest(t, u)
	if got := u.formula().Text(); got != "(1-x)^2 + walls*abs(y-x^2)" || !says(u.race.Object(), "walls") {
		t.Errorf("the field shows %q, the panel %q", got, texts(u.race.Object()))
	}
	u.lab.Undo()
	u.lab.Undo()
	rest(t, u)
	if got := u.formula().Text(); got != "x^2 + 3*y^2" || !says(u.race.Object(), "Your formula") {
		t.Errorf("the field shows %q, the panel %q", got, texts(u.race.Object()))
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
	u.look.Choose("light")
	u.restyle()
	if u.palette().Dark || u.header.name.Color != u.palette().Text {
		t.Error("the header is not in the light theme's colours")
	}
	if got := u.session().Theme; got != "light" {
		t.Errorf("the session remembers %q", got)
	}
}

func TestSaverWritesOnceAndKeepsTheNewest(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings", "session.json")
	s := asleep(t, &saver{path: path})
	kept := freshSession()
	for i := range 10 {
		kept.Head = float64(i)
		s.note(kept)
	}
	s.flush()
	got, err := session.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, kept) {
		t.Errorf("saved %+v, want %+v", got, kept)
	}
}

// What was looked at when the window was closed is looked at when it is opened again.
func TestWhatWasLookedAtComesBack(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.lab.Look(func(v *lab.View) {
		v.Sheet, v.Surface = lab.Sheet{Open: true, Slot: u.lab.State().Doc.Racers[2].Slot}, true
		v.Select(u.lab.State().Field.Named("S2"))
		v.Cross, v.Hover = &surfaces.Point{}, "A"
	})
	closed := u.session()
	again := newTestUI(t, closed)
	if got := again.session(); !reflect.DeepEqual(got, closed) {
		t.Errorf("the session is\n%+v\nand was\n%+v", got, closed)
	}
	v := again.lab.State().View
	if !v.Sheet.Open || !v.Surface || v.SelectedName() != "S2" || v.Cross != nil || v.Hover != "" {
		t.Errorf("looks at %+v", v)
	}
}

func TestSaverTellsOfAFullOrForbiddenDisk(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var said error
	s := asleep(t, &saver{path: filepath.Join(dir, "file", "session.json"), fault: func(err error) { said = err }})
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
	if !reflect.DeepEqual(s.Experiment, setup.Default()) {
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

// formula and surfaces are the race's controls of these names, mode is how it is looked at.
func (u *testUI) formula() *field.Formula  { return named[*field.Formula](u, "formula") }
func (u *testUI) surfaces() *picker.Picker { return named[*picker.Picker](u, "surface") }
func (u *testUI) mode() *widgets.Segmented { return u.race.Header().View.(*widgets.Segmented) }

// named is the control of the race that has a name.
func named[T fyne.CanvasObject](u *testUI, name string) T {
	marked := u.tenant(desk.Race).marked
	return marked[slices.IndexFunc(marked, func(m mark) bool { return m.name == name })].control().(T)
}

// choose picks a surface in the header.
func (u *testUI) choose(t *testing.T, name string) {
	t.Helper()
	u.surfaces().OnPicked(name)
	rest(t, u)
}

func (u *testUI) view() lab.View { return u.lab.State().View }
