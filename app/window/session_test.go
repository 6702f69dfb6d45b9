package window

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2/test"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/kit"
)

// started is a saver as the program starts it, with its session.
func started(t *testing.T, o lab.Opening) (s *saver, session lab.Session, former string, notice error) {
	t.Helper()
	s = &saver{}
	session, former, notice = s.start(o)
	t.Cleanup(func() {
		if s.lock != nil {
			_ = s.lock.Unlock()
		}
	})
	return s, session, former, notice
}

// TestStartsWhereNothingCanBeSaved: it has the session of a first start, and says why nothing is saved.
func TestStartsWhereNothingCanBeSaved(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, env := range map[string][4]string{ // HOME, XDG_CONFIG_HOME, DESCENTLAB_SESSION, and what is said
		"home is a device":          {"/dev/null", "", "", "/dev/null"},
		"no home":                   {"", "", "", "defined"},
		"session below a file":      {t.TempDir(), "", "/etc/passwd/session.json", "/etc/passwd"},
		"settings are a file":       {t.TempDir(), file, "", file},
		"settings below a file":     {t.TempDir(), file + "/deep/down", "", file},
		"the session is a folder":   {"", "", t.TempDir(), "is kept as"},
		"session under a long name": {"", "", filepath.Join(t.TempDir(), strings.Repeat("x", 300), "s.json"), "too long"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("HOME", env[0])
			t.Setenv("XDG_CONFIG_HOME", env[1])
			t.Setenv("DESCENTLAB_SESSION", env[2])
			s, session, _, notice := started(t, lab.Opening{})
			if notice == nil || !strings.Contains(notice.Error(), env[3]) {
				t.Errorf("said %v", notice)
			}
			if !reflect.DeepEqual(session.Experiment, setup.Default()) {
				t.Error("it is not the session of a first start")
			}
			s.note(session)
			if err := s.flush(); err != nil && !strings.Contains(err.Error(), "not saved") {
				t.Error(err)
			}
		})
	}
}

// TestTwoWindows: each keeps a session of its own, and the second says so.
func TestTwoWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	t.Setenv("DESCENTLAB_SESSION", path)
	first, session, _, notice := started(t, lab.Opening{})
	if notice != nil || first.path != path {
		t.Fatalf("the first: %q, %v", first.path, notice)
	}
	second, other, _, notice := started(t, lab.Opening{})
	if notice == nil || !strings.Contains(notice.Error(), "session-2.json") {
		t.Errorf("the second says %v", notice)
	}
	third, _, _, notice := started(t, lab.Opening{})
	if notice == nil || !strings.Contains(notice.Error(), "session-3.json") || third.path == second.path {
		t.Errorf("the third says %v", notice)
	}
	session.Head, other.Head = 11, 22
	first.note(session)
	second.note(other)
	if err := errors.Join(first.flush(), second.flush()); err != nil {
		t.Fatal(err)
	}
	if got, err := lab.LoadSession(path); err != nil || got.Head != 11 {
		t.Errorf("the first's session is at %v, %v", got.Head, err)
	}
	if err := first.lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	if again, got, _, notice := started(t, lab.Opening{}); notice != nil || again.path != path || got.Head != 11 {
		t.Errorf("when the first has gone: %q at %v, %v", again.path, got.Head, notice)
	}
}

// TestOpenedFileKeepsTheSession: the file has a session of its own, and the one before is one click away.
func TestOpenedFileKeepsTheSession(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "session.json")
	t.Setenv("DESCENTLAB_SESSION", path)
	before := freshSession()
	before.Experiment.Seed, before.Speed = 12345, 2
	if err := lab.SaveSession(path, before); err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	doc.Seed = 777
	opening := lab.Opening{File: "there/ravine.json", Experiment: &doc}
	store, session, former, notice := started(t, opening)
	if former != path || notice != nil || store.path == path || !strings.Contains(store.path, "opened-ravine") {
		t.Fatalf("the file's session is %q, the former one %q, %v", store.path, former, notice)
	}
	posts := make(queue, 1024)
	a := test.NewApp()
	u, err := newUI(a, a.NewWindow(""), session, store, func(f func()) { posts <- f })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(u.lab.Close)
	tested := &testUI{u, posts}
	u.openBeside(doc, former)
	rest(t, tested)
	if got := u.lab.State().Doc.Seed; got != 777 {
		t.Errorf("seed %d, not that of the file", got)
	}
	_ = store.flush()
	if kept, err := lab.LoadSession(path); err != nil || kept.Experiment.Seed != 12345 {
		t.Errorf("the former session has seed %d, %v", kept.Experiment.Seed, err)
	}
	if len(u.toast.way.Objects) != 1 {
		t.Fatal("there is no way back")
	}
	test.Tap(u.toast.way.Objects[0].(*kit.Button))
	rest(t, tested)
	if s := u.lab.State(); s.Doc.Seed != 12345 || s.Speed != 2 || store.path != path || u.former != "" {
		t.Errorf("back at seed %d, speed %v, in %q", s.Doc.Seed, s.Speed, store.path)
	}
	if kept, err := lab.LoadSession(openedPath(path, opening.File)); err != nil || kept.Experiment.Seed != 777 {
		t.Errorf("the file's session has seed %d, %v", kept.Experiment.Seed, err)
	}
}

// TestFullDisk: that nothing is saved is told once, it is tried again, and told when it has worked.
func TestFullDisk(t *testing.T) {
	var mu sync.Mutex
	full := true
	var said []string
	say := func(text string) {
		mu.Lock()
		defer mu.Unlock()
		said = append(said, text)
	}
	s := &saver{path: "session.json"}
	s.write = func(string, lab.Session) error {
		mu.Lock()
		defer mu.Unlock()
		if full {
			return errors.New("no space left on device")
		}
		return nil
	}
	s.fault = func(err error) { say(err.Error()) }
	s.healed = func() { say("saved") }
	s.note(freshSession())
	for range 3 {
		if err := s.flush(); err == nil {
			t.Error("a full disk is no error")
		}
	}
	s.mu.Lock()
	waits := s.timer != nil
	s.mu.Unlock()
	if len(said) != 1 || !strings.Contains(said[0], "no space left on device") || !waits {
		t.Errorf("said %q; it tries again: %t", said, waits)
	}
	mu.Lock()
	full = false
	mu.Unlock()
	if err := s.flush(); err != nil || len(said) != 2 || said[1] != "saved" {
		t.Errorf("said %q, %v", said, err)
	}
	if err := s.flush(); err != nil || len(said) != 2 {
		t.Errorf("said %q, %v", said, err)
	}
}

// TestWithoutHomeNothingIsLeftBehind: what Fyne keeps goes where it is removed again.
func TestWithoutHomeNothingIsLeftBehind(t *testing.T) {
	t.Setenv("HOME", "")
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	leave := lodge()
	dir, err := os.UserConfigDir()
	if err != nil || !filepath.IsAbs(dir) {
		t.Fatalf("%q, %v", dir, err)
	}
	leave()
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("it is still there: %v", err)
	}
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	lodge()()
	if dir, _ := os.UserConfigDir(); dir == "" {
		t.Error("a home that is there has gone")
	} else if _, err := os.Stat(dir); err != nil {
		t.Error(err)
	}
}
