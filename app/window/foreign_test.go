package window

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"descentlab/app/lab/session"
)

// TestForeignSessionIsSetAside: what another program puts in the place of the session, or makes of it, is never replaced in
// silence: it is set aside, and told where. The program's own session is saved all the same, and what is its own it replaces.
func TestForeignSessionIsSetAside(t *testing.T) {
	for name, meddle := range map[string]func(path string) error{
		"written into": func(path string) error { return os.WriteFile(path, []byte("theirs"), 0o600) },
		"replaced": func(path string) error {
			other := path + ".new"
			return errors.Join(os.WriteFile(other, []byte("theirs"), 0o600), os.Rename(other, path))
		},
		"replaced, as old and as long": func(path string) error {
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			text := append([]byte("theirs"), make([]byte, info.Size()-6)...)
			return errors.Join(os.WriteFile(path, text, 0o600), os.Chtimes(path, info.ModTime(), info.ModTime()))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "session.json")
			t.Setenv("DESCENTLAB_SESSION", path)
			before := freshSession()
			before.Speed = 2
			if err := session.Save(path, before); err != nil {
				t.Fatal(err)
			}
			s, kept, _, notice := started(t, session.Opening{})
			var said []string
			s.tellOf(func(text string) { said = append(said, text) })
			if err := s.flush(); err != nil {
				t.Fatal(err)
			}
			if got, err := session.Load(path); err != nil || got.Speed != 2 {
				t.Fatalf("before there is anything to save, the session has speed %v, %v", got.Speed, err)
			}
			save := func(head float64) {
				kept.Head = head
				s.note(kept)
				if err := s.flush(); err != nil {
					t.Fatal(err)
				}
			}
			save(1)
			save(2)
			if now := time.Now().Add(time.Hour); os.Chtimes(path, now, now) != nil {
				t.Error("the file cannot be touched")
			}
			save(3)
			if len(said) > 0 || notice != nil {
				t.Fatalf("of its own file it says %q, %v", said, notice)
			}
			for i, aside := range []string{"session.foreign-1.json", "session.foreign-2.json"} {
				if err := meddle(path); err != nil {
					t.Fatal(err)
				}
				save(float64(10 + i))
				text, err := os.ReadFile(filepath.Join(dir, aside))
				if err != nil || !strings.HasPrefix(string(text), "theirs") {
					t.Errorf("kept is %.20q, %v", text, err)
				}
				if len(said) != i+1 || !strings.Contains(said[i], filepath.Join(dir, aside)) {
					t.Errorf("said %q", said)
				}
				if got, err := session.Load(path); err != nil || got.Head != float64(10+i) {
					t.Errorf("saved is a session at %v, %v", got.Head, err)
				}
			}
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			save(11) // as it was: what ends now is to go on next time
			if got, err := session.Load(path); err != nil || got.Head != 11 || len(said) != 2 {
				t.Errorf("of a file that is gone it says %q; saved is a session at %v, %v", said, got.Head, err)
			}
			if err := meddle(path); err != nil {
				t.Fatal(err)
			}
			if save(11); len(said) != 3 {
				t.Errorf("of a file that has taken the place of a session that has not changed it says %q", said)
			}
		})
	}
}

// TestForeignSessionAtTheStart: a file that appears where there was none is not the program's either.
func TestForeignSessionAtTheStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	t.Setenv("DESCENTLAB_SESSION", path)
	s, kept, _, _ := started(t, session.Opening{})
	if err := os.WriteFile(path, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.note(kept)
	if err := s.flush(); err != nil { // without anybody to tell
		t.Error(err)
	}
	if text, err := os.ReadFile(strings.Replace(path, ".json", ".foreign-1.json", 1)); err != nil || string(text) != "theirs" {
		t.Errorf("kept is %q, %v", text, err)
	}
}

// TestForeignWriterWithoutEnd: a program that writes the file again and again does not fill the disk; its last one stays.
func TestForeignWriterWithoutEnd(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "session.json")
	s, kept := asleep(t, &saver{path: path}), freshSession()
	var failed error
	for i := range maxAsides + 3 {
		if err := os.WriteFile(path, fmt.Append(nil, "theirs ", i), 0o600); err != nil {
			t.Fatal(err)
		}
		kept.Head = float64(i)
		s.note(kept)
		failed = s.flush()
	}
	list, err := os.ReadDir(dir)
	if err != nil || len(list) != maxAsides+1 || failed == nil || !strings.Contains(failed.Error(), "another program") {
		t.Errorf("there are %d files, %v; said %v", len(list), err, failed)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != fmt.Sprint("theirs ", maxAsides+2) {
		t.Errorf("the last one is %q, %v", text, err)
	}
}
