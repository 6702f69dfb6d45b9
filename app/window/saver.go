package window

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"descentlab/app/lab/session"
	"descentlab/app/words"
)

const (
	saveDelay  = 300 * time.Millisecond // between two writes: the changes of that time are written together
	burst      = 20 * time.Millisecond  // after the first change in a while, which is written at once with what comes of it
	retryDelay = 5 * time.Second        // after which it tries again what has failed
)

// A saver writes the session when it has changed, away from the goroutine of the window: where the display goes away, the program
// ends without another word, and what has not been written is lost.
type saver struct {
	path   string                                          // empty: nothing is saved
	first  bool                                            // there was no session: nobody has started the program before
	lock   *flock.Flock                                    // of the path; nil if there is none
	write  func(path string, newest session.Session) error // nil: onto the disk
	fault  func(error)                                     // tells why it was not saved, once for each reason; it is tried again
	healed func()                                          // tells that it is saved after all
	spared func(text string)                               // tells what became of a file that was in the way; under writes

	mu     sync.Mutex
	writes sync.Mutex // one write at a time, in order
	known  contents   // of the file as it was last read or written here; under writes
	asides int        // how many files were in the way so far; under writes
	newest session.Session
	saved  session.Session
	wrong  string // why the last write failed; "" if it did not
	timer  *time.Timer
	wrote  time.Time // when it has begun its last write
}

// note takes a new session in.
func (s *saver) note(newest session.Session) {
	if s.path == "" {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.newest = newest
	s.later(s.pause(time.Now()))
}

// pause is how long a change may wait to be written. It is called under mu.
func (s *saver) pause(now time.Time) time.Duration {
	return max(burst, s.wrote.Add(saveDelay).Sub(now))
}

// later lets the session be written after a while, unless that is on its way. It is called under mu.
func (s *saver) later(delay time.Duration) {
	if s.timer == nil {
		s.timer = time.AfterFunc(delay, func() { _ = s.flush() }) // what is wrong has been told
	}
}

// flush writes the newest session now, if it is not on the disk, yet or any more. What goes wrong is told, and tried again.
func (s *saver) flush() error {
	s.writes.Lock()
	defer s.writes.Unlock()
	s.mu.Lock()
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
	newest, path := s.newest, s.path
	none, same := reflect.DeepEqual(newest, session.Session{}), reflect.DeepEqual(newest, s.saved)
	s.wrote = time.Now()
	s.mu.Unlock()
	if path == "" || none || same && s.kept(path) {
		return nil
	}
	err := s.put(path, newest)
	if err != nil {
		err = errors.New(words.T("the session is not saved: %v. It is tried again", err))
	}
	s.settle(newest, err)
	return err
}

func (s *saver) put(path string, newest session.Session) error {
	if s.write != nil {
		return s.write(path, newest)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := s.spare(path); err != nil {
		return err
	}
	if err := session.Save(path, newest); err != nil {
		return err
	}
	s.known = contentsOf(path)
	return nil
}

// settle notes how a write has ended, and tells if that is news.
func (s *saver) settle(newest session.Session, err error) {
	s.mu.Lock()
	before := s.wrong
	if s.wrong = ""; err != nil {
		s.wrong = err.Error()
		s.later(retryDelay)
	} else {
		s.saved = newest
	}
	news := s.wrong != before
	s.mu.Unlock()
	switch {
	case !news:
	case err != nil && s.fault != nil:
		s.fault(err)
	case err == nil && s.healed != nil:
		s.healed()
	}
}

// move goes on with another file, once all that belongs to the present one is in there.
func (s *saver) move(path string) (notice error) {
	if err := s.flush(); err != nil {
		return err
	}
	held := s.lock
	s.mu.Lock()
	notice = s.claim(path)
	s.saved = session.Session{}
	s.mu.Unlock()
	if held != nil && held != s.lock {
		_ = held.Unlock() // the program's end would do it as well
	}
	return notice
}
