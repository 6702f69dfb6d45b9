package window

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/gesture"
	"descentlab/widgets/graphic"
)

// welcomed is a window as a start shows it, when its first race has been drawn.
func welcomed(t *testing.T, first bool) *testUI {
	t.Helper()
	after := gesture.After // rings look after their control; here nobody waits for that
	gesture.After = func(time.Duration, func()) func() { return func() {} }
	t.Cleanup(func() { gesture.After = after })
	s := session.New(setup.Default())
	u := newTestUI(t, s)
	u.welcome(first)
	u.draw(t)
	return u
}

// draw lets the maps have their ground.
func (u *testUI) draw(t *testing.T) {
	t.Helper()
	desktest.Find[*graphic.Map](u.race.Object()).OnResize(150, 150, 1)
	calm(t, u)
}

// shows tells whether something is to be seen in the room.
func (u *testUI) shows(what string) bool {
	return strings.Contains(strings.Join(desktest.Texts(u.race.Object(), false), "\n"), what)
}

// TestFirstStartPlaysOnce: from step 0 to the end, where it stays; what anybody does stops it as ever.
func TestFirstStartPlaysOnce(t *testing.T) {
	u := welcomed(t, true)
	if s := u.lab.State(); !s.Playing || s.Head > 1 {
		t.Fatalf("at step %v, playing: %t", s.Head, s.Playing)
	}
	u.lab.Advance(2)
	if at := u.lab.State().Head; at < 50 || at > 55 {
		t.Errorf("after two seconds at step %v", at)
	}
	u.lab.Advance(100)
	u.Edit("", func(e *setup.Experiment) { e.Start.X = 1 })
	u.draw(t)
	if s := u.lab.State(); s.Playing || s.Head != 140 {
		t.Errorf("at the end at step %v, playing: %t", s.Head, s.Playing)
	}
	u = welcomed(t, true)
	u.rune(' ')
	if u.lab.State().Playing {
		t.Error("space does not pause it")
	}
	u = welcomed(t, false)
	if s := u.lab.State(); s.Playing || s.Head != 140 || s.View.Beat != 0 {
		t.Errorf("a later start is at step %v, playing: %t, and shows step %d", s.Head, s.Playing, s.View.Beat)
	}
}

// TestFirstStepsGoForGood: they are shown at the first start, go on later where they were left, and once they are closed come
// back only when asked for. The map has their room then, and nothing else moves.
func TestFirstStepsGoForGood(t *testing.T) {
	u := welcomed(t, true)
	m := desktest.Find[*graphic.Map](u.race.Object())
	escape, enter := &fyne.KeyEvent{Name: fyne.KeyEscape}, &fyne.KeyEvent{Name: fyne.KeyReturn}
	if !u.shows("1 of 5") || u.view().Beat != 1 {
		t.Fatal("the first start shows no first steps")
	}
	u.key(enter)
	if !u.shows("2 of 5") {
		t.Error("Enter does not go on")
	}
	u.welcome(false)
	if u.view().Beat != 2 {
		t.Errorf("the next start shows step %d", u.view().Beat)
	}
	small := m.Size()
	places := func() (list []fyne.Position) {
		for _, mark := range u.seen.marked {
			if o := mark.control(); o != nil {
				list = append(list, u.app.Driver().AbsolutePositionForObject(o))
			}
		}
		return list
	}
	before := places()
	u.OpenAny()
	u.key(escape)
	u.notice("something")
	u.key(escape)
	if u.view().Beat != 2 || u.view().Said.Text != "" {
		t.Fatal("Escape closes the first steps before what is open or said")
	}
	u.key(escape)
	if u.view().Beat != 0 || u.shows("of 5") {
		t.Error("Escape does not close the first steps")
	}
	if grown := m.Size(); grown.Width != small.Width || grown.Height < small.Height+40 || grown.Height > small.Height+50 {
		t.Errorf("the map was %v and is %v", small, grown)
	}
	if after := places(); !slices.Equal(after, before) {
		t.Errorf("controls have moved from %v to %v", before, after)
	}
	u.welcome(true)
	if u.view().Beat != 0 {
		t.Error("they come back by themselves")
	}
	menu := u.fileMenu()
	i := slices.IndexFunc(menu.Items, func(item *fyne.MenuItem) bool { return item.Label == "Show the first steps" })
	menu.Items[i].Action()
	if u.view().Beat != 1 {
		t.Error("they do not come back when asked for")
	}
}

// TestFirstStart: one without a session of before. A second window, and a screenshot, is none.
func TestFirstStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	t.Setenv("DESCENTLAB_SESSION", path)
	first, kept, _, _ := started(t, session.Opening{})
	second, _, _, _ := started(t, session.Opening{})
	shot, pictured, _, _ := started(t, session.Opening{Screenshot: "a.png"})
	if !first.first || second.first || shot.first || pictured.Head != 87 {
		t.Errorf("first starts: %t, %t, %t; the screenshot is of step %v", first.first, second.first, shot.first, pictured.Head)
	}
	first.note(kept)
	if err := first.flush(); err != nil {
		t.Fatal(err)
	}
	_ = first.lock.Unlock()
	if again, _, _, _ := started(t, session.Opening{}); again.first {
		t.Error("the second start is a first one")
	}
}
