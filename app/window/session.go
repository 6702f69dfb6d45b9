package window

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"time"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// sessionPath is where the session is kept: DESCENTLAB_SESSION, or session.json in the user's folder for settings.
func sessionPath() (string, error) {
	if path := os.Getenv("DESCENTLAB_SESSION"); path != "" {
		return path, nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "descentlab", "session.json"), nil
}

// restore reads the last session. One that cannot be read is set aside under another name, never overwritten; notice
// says so.
func (s *saver) restore() (session lab.Session, notice error) {
	fresh := lab.NewSession(setup.Default())
	session, err := lab.LoadSession(s.path)
	switch {
	case err == nil:
		return session, nil
	case errors.Is(err, fs.ErrNotExist):
		return fresh, nil
	}
	return fresh, s.setAside(strings.TrimPrefix(err.Error(), s.path+": ")) // short: the path is the program's own
}

// setAside keeps a session that cannot be used, for a reason, under another name, and says so.
func (s *saver) setAside(reason string) (notice error) {
	aside, moveErr := setup.SetAside(s.path)
	if moveErr != nil {
		s.path = ""
		return errors.New(words.T("the last session cannot be used (%s) nor set aside (%v); this one is not saved", reason,
			moveErr))
	}
	return errors.New(words.T("the last session cannot be used: %s. It is kept as %s", reason, filepath.Base(aside)))
}

// saveDelay is how long the saver waits for more changes before it writes.
const saveDelay = 300 * time.Millisecond

// A saver writes the session a moment after it has changed, away from the goroutine of the window.
type saver struct {
	path  string // empty: nothing is saved
	fault func(error)

	mu     sync.Mutex
	writes sync.Mutex // one write at a time, in order
	newest lab.Session
	saved  lab.Session
	timer  *time.Timer
}

// note takes a new session in.
func (s *saver) note(session lab.Session) {
	if s.path == "" {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.newest = session
	if s.timer == nil {
		s.timer = time.AfterFunc(saveDelay, s.flush)
	}
}

// flush writes the newest session now, if it is not on the disk yet.
func (s *saver) flush() {
	s.writes.Lock()
	defer s.writes.Unlock()
	s.mu.Lock()
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
	session := s.newest
	same := reflect.DeepEqual(session, s.saved)
	s.mu.Unlock()
	if s.path == "" || same {
		return
	}
	err := os.MkdirAll(filepath.Dir(s.path), 0o755)
	if err == nil {
		err = lab.SaveSession(s.path, session)
	}
	s.mu.Lock()
	if err == nil {
		s.saved = session
	}
	s.mu.Unlock()
	if err != nil && s.fault != nil {
		s.fault(errors.New(words.T("the session is not saved: %v", err)))
	}
}
