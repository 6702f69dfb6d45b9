package window

import (
	"cmp"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"

	"descentlab/app/lab/session"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/words"
)

// sessionPath is where the session is kept: DESCENTLAB_SESSION, or session.json in the user's folder for settings.
func sessionPath() (string, error) {
	if path := os.Getenv("DESCENTLAB_SESSION"); path != "" {
		return path, nil
	}
	dir, err := os.UserConfigDir()
	if err == nil && !filepath.IsAbs(dir) {
		err = words.Errorf("the home folder must be a whole path; got %q", os.Getenv("HOME"))
	}
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "descentlab", "session.json"), nil
}

// maxWindows bounds the windows that keep sessions side by side.
const maxWindows = 50

// claim takes the session's file for this window alone, for as long as the program runs: the first of session.json,
// session-2.json and so on that no other window holds. The notice says that it is not the first, or that nothing can be saved.
// A folder or a device in its place stays what it is, and is not even read: a pipe would be waited for.
func (s *saver) claim(path string) (notice error) {
	s.path = ""
	if err := setup.NoFile(path); err != nil {
		return unsaved(fmt.Errorf("%s: %w", path, err))
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return unsaved(err)
	}
	for i := 1; i <= maxWindows; i++ {
		name := path
		if i > 1 {
			name = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, filepath.Ext(path)), i, filepath.Ext(path))
		}
		if setup.NoFile(name) != nil {
			continue
		}
		lock := flock.New(name + ".lock")
		switch free, err := lock.TryLock(); {
		case err != nil:
			s.path = path // where nothing can be locked, the attempt to save will say what is wrong
			return nil
		case free:
			s.path, s.lock = name, lock
			if setup.Sweep(name); i == 1 {
				return nil
			}
			return errors.New(words.T("another window of Descent Lab is open and keeps its session; this one has its own: %s",
				filepath.Base(name)))
		}
	}
	return unsaved(words.Fault("too many windows are open"))
}

// start is the session that the window opens with. A screenshot's is nobody's. An experiment that was opened as a file has a
// session of its own, and former is where the one of the program stays meanwhile.
func (s *saver) start(o session.Opening) (last session.Session, former string, notice error) {
	if o.Screenshot != "" {
		last = session.New(setup.Default())
		last.Head = 87
		return last, "", nil
	}
	path, err := sessionPath()
	if err != nil {
		last, _ = s.restore()
		return last, "", unsaved(err)
	}
	if o.Experiment != nil {
		former, path = path, openedPath(path, o.File)
	}
	claimed := s.claim(path)
	last, notice = s.restore()
	s.first = s.first && (claimed == nil || s.path == "") // a second window has no session either
	return last, former, cmp.Or(notice, claimed)
}

// unsaved says that this session is not saved, and why.
func unsaved(why error) error { return errors.New(words.T("nothing will be saved: %v", why)) }

// openedPath is where the session of an experiment is kept that was opened as a file: beside that of the program, so that the
// one does not replace the other.
func openedPath(session, file string) string {
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	if share.IsLink(file) {
		stem = "link"
	}
	return filepath.Join(filepath.Dir(session), fmt.Sprintf("opened-%s-%08x.json", stem, crc32.ChecksumIEEE([]byte(file))))
}

// restore reads the last session. One that cannot be read is set aside under another name, never overwritten; notice
// says so.
func (s *saver) restore() (last session.Session, notice error) {
	fresh := session.New(setup.Default())
	if s.path == "" {
		s.first = true
		return fresh, nil
	}
	s.learn()
	last, err := session.Load(s.path)
	switch {
	case err == nil:
		return last, nil
	case errors.Is(err, fs.ErrNotExist):
		s.first = true
		return fresh, nil
	}
	return fresh, s.setAside(strings.TrimPrefix(err.Error(), s.path+": ")) // short: the path is the program's own
}

// setAside keeps a session that cannot be used, for a reason, under another name, and says so.
func (s *saver) setAside(reason string) (notice error) {
	aside, moveErr := setup.SetAside(s.path, "unreadable")
	if moveErr != nil {
		s.path = ""
		return errors.New(words.T("the last session cannot be used (%s) nor set aside (%v); this one is not saved", reason,
			moveErr))
	}
	return errors.New(words.T("the last session cannot be used: %s. It is kept as %s", reason, filepath.Base(aside)))
}

// keepAside writes what a room has kept, and cannot read, beside the session, and tells the file's name.
func (s *saver) keepAside(room string, state []byte) (name string, err error) {
	if s.path == "" {
		return "", errors.New(words.T("nothing is saved"))
	}
	stem := strings.TrimSuffix(s.path, filepath.Ext(s.path)) + "." + room
	if err := setup.WriteFile(stem+".json", state); err != nil {
		return "", err
	}
	name, err = setup.SetAside(stem+".json", "unreadable")
	return filepath.Base(name), err
}
