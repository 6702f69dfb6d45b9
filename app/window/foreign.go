package window

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// contents tell what is in a file from what else could be; those of what is no file are zero.
type contents [sha256.Size]byte

// contentsOf are those of the file at a path. What cannot be read has contents that no file has.
func contentsOf(path string) (c contents) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return contents{}
	}
	h := sha256.New()
	f, err := os.Open(path)
	if err == nil {
		_, err = io.Copy(h, f)
		_ = f.Close()
	}
	if err != nil {
		return contents{1}
	}
	h.Sum(c[:0])
	return c
}

// learn notes what is in the session's file before it is read: with that, it may be replaced.
func (s *saver) learn() {
	s.writes.Lock()
	defer s.writes.Unlock()
	s.known = contentsOf(s.path)
}

// kept tells whether the file is as it was last read or written here. It is called under writes.
func (s *saver) kept(path string) bool { return s.write != nil || contentsOf(path) == s.known }

// maxAsides bounds the files that are set aside, in case another program writes the same one again and again.
const maxAsides = 20

// spare makes way for the session without replacing what another program has put there meanwhile, or has made of it: that is set
// aside, and told.
func (s *saver) spare(path string) error {
	if now := contentsOf(path); now == s.known || now == (contents{}) {
		return nil
	}
	if s.asides == maxAsides {
		return errors.New(words.T("another program goes on writing %s", path))
	}
	aside, err := setup.SetAside(path, "foreign")
	if err != nil {
		return errors.New(words.T("another program has written %s, which cannot be set aside (%v)", path, err))
	}
	s.asides++
	if s.spared != nil {
		s.spared(words.T("Another program has written the file of the session; what it wrote is kept as %s", aside))
	}
	return nil
}

// tellOf has it told what becomes of files that are in the way.
func (s *saver) tellOf(spared func(text string)) {
	s.writes.Lock()
	defer s.writes.Unlock()
	s.spared = spared
}
