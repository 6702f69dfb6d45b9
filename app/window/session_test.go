package window

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/widgets/kit"
)

// started is a saver as the program starts it, with its session.
func started(t *testing.T, o session.Opening) (s *saver, kept session.Session, former string, notice error) {
	t.Helper()
	s = &saver{}
	kept, former, notice = s.start(o)
	asleep(t, s)
	t.Cleanup(func() {
		_ = s.flush()
		if s.lock != nil {
			_ = s.lock.Unlock()
		}
	})
	return s, kept, former, notice
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
		"the session is a folder":   {"", "", t.TempDir(), "it is a folder"},
		"session under a long name": {"", "", filepath.Join(t.TempDir(), strings.Repeat("x", 300), "s.json"), "too long"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("HOME", env[0])
			t.Setenv("XDG_CONFIG_HOME", env[1])
			t.Setenv("DESCENTLAB_SESSION", env[2])
			s, kept, _, notice := started(t, session.Opening{})
			if notice == nil || !strings.Contains(notice.Error(), env[3]) {
				t.Errorf("said %v", notice)
			}
			if !reflect.DeepEqual(kept.Experiment, setup.Default()) {
				t.Error("it is not the session of a first start")
			}
			s.note(kept)
			if err := s.flush(); err != nil && !strings.Contains(err.Error(), "not saved") {
				t.Error(err)
			}
		})
	}
}

// TestWhatIsNoFileIsNobodysSession: it is not read, which could take for ever, nor renamed, and no file is made beside it.
func TestWhatIsNoFileIsNobodysSession(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "session.json")
	if err := exec.Command("mkfifo", path).Run(); err != nil {
		t.Skip(err)
	}
	link := filepath.Join(folder, "link")
	if err := os.Symlink(os.DevNull, link); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{path, link, folder, os.DevNull} {
		t.Setenv("DESCENTLAB_SESSION", path)
		s, _, _, notice := started(t, session.Opening{})
		if notice == nil || !strings.Contains(notice.Error(), path+": it is") || s.path != "" {
			t.Errorf("%s: said %v, and it is kept in %q", path, notice, s.path)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 2 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
}

// TestTwoWindows: each keeps a session of its own, and the second says so.
func TestTwoWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	t.Setenv("DESCENTLAB_SESSION", path)
	first, kept, _, notice := started(t, session.Opening{})
	if notice != nil || first.path != path {
		t.Fatalf("the first: %q, %v", first.path, notice)
	}
	second, other, _, notice := started(t, session.Opening{})
	if notice == nil || !strings.Contains(notice.Error(), "session-2.json") {
		t.Errorf("the second says %v", notice)
	}
	third, _, _, notice := started(t, session.Opening{})
	if notice == nil || !strings.Contains(notice.Error(), "session-3.json") || third.path == second.path {
		t.Errorf("the third says %v", notice)
	}
	kept.Head, other.Head = 11, 22
	first.note(kept)
	second.note(other)
	if err := errors.Join(first.flush(), second.flush()); err != nil {
		t.Fatal(err)
	}
	if got, err := session.Load(path); err != nil || got.Head != 11 {
		t.Errorf("the first's session is at %v, %v", got.Head, err)
	}
	if err := first.lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	if again, got, _, notice := started(t, session.Opening{}); notice != nil || again.path != path || got.Head != 11 {
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
	if err := session.Save(path, before); err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	doc.Seed = 777
	opening := session.Opening{File: "there/ravine.json", Experiment: &doc}
	store, kept, former, notice := started(t, opening)
	if former != path || notice != nil || store.path == path || !strings.Contains(store.path, "opened-ravine") {
		t.Fatalf("the file's session is %q, the former one %q, %v", store.path, former, notice)
	}
	posts := make(queue, 1024)
	a := test.NewApp()
	u, err := newUI(a, a.NewWindow(""), kept, store, func(f func()) { posts <- f })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(u.lab.Close)
	tested := &testUI{u, posts}
	u.openBeside(doc, "read as 2*x", former)
	rest(t, tested)
	if got := u.lab.State().Doc.Seed; got != 777 {
		t.Errorf("seed %d, not that of the file", got)
	}
	if said := u.lab.State().View.Said.Text; !strings.Contains(said, "Its formula: read as 2*x.") {
		t.Errorf("it is said: %q", said)
	}
	_ = store.flush()
	if kept, err := session.Load(path); err != nil || kept.Experiment.Seed != 12345 {
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
	if kept, err := session.Load(openedPath(path, opening.File)); err != nil || kept.Experiment.Seed != 777 {
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
	s.write = func(string, session.Session) error {
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

// TestDevicesAreNobodysSession: a session in /dev/null is not saved, and the device stays what it is.
func TestDevicesAreNobodysSession(t *testing.T) {
	t.Setenv("DESCENTLAB_SESSION", os.DevNull)
	info, err := os.Stat(os.DevNull)
	if err != nil {
		t.Skip(err)
	}
	s := &saver{path: os.DevNull}
	if _, notice := s.restore(); notice == nil || !strings.Contains(notice.Error(), "not saved") || s.path != "" {
		t.Errorf("said %v, and it is kept in %q", notice, s.path)
	}
	if now, err := os.Stat(os.DevNull); err != nil || now.Mode() != info.Mode() {
		t.Errorf("the device is %v, %v", now, err)
	}
}

// TestFirstChangeIsWrittenAtOnce: after a rest nothing is waited for but what comes of the change; in a stream of changes those
// of a while are written together.
func TestFirstChangeIsWrittenAtOnce(t *testing.T) {
	var written []float64
	s := &saver{path: "session.json", write: func(_ string, kept session.Session) error {
		written = append(written, kept.Head)
		return nil
	}}
	if got := s.pause(time.Now()); got != burst {
		t.Errorf("the first change waits for %v", got)
	}
	s.wrote = time.Now().Add(time.Hour) // it has just written, and will not for a while
	kept := freshSession()
	for i := range 50 {
		kept.Head = float64(i)
		s.note(kept)
	}
	if err := s.flush(); err != nil || !slices.Equal(written, []float64{49}) {
		t.Errorf("written are %v, %v", written, err)
	}
	if got := s.pause(s.wrote.Add(saveDelay / 3)); got != saveDelay*2/3 {
		t.Errorf("a change that follows waits for %v", got)
	}
	if got := s.pause(s.wrote.Add(2 * saveDelay)); got != burst {
		t.Errorf("a change after a rest waits for %v", got)
	}
}

// TestNoSessionInARelativeHome: nobody would know where that is.
func TestNoSessionInARelativeHome(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the home is found elsewhere here")
	}
	t.Setenv("HOME", "relative")
	t.Setenv("XDG_CONFIG_HOME", "")
	if path, err := sessionPath(); err == nil {
		t.Errorf("a session is kept in %s, wherever that is", path)
	}
}
