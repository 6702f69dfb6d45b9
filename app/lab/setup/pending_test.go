package setup

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/internal/nameless"
)

// bothWays runs a test with files that have no name while they are written, and with such that have one.
func bothWays(t *testing.T, test func(t *testing.T)) {
	t.Run("unnamed", test)
	t.Run("named", func(t *testing.T) {
		defer func(of func(string) (*os.File, error)) { openUnnamed = of }(openUnnamed)
		openUnnamed = func(string) (*os.File, error) { return nil, errors.ErrUnsupported }
		test(t)
	})
}

// TestPendingIsSeenWhenItIsWhole, with all that was written and the permissions of the file that was there; what is given up was
// never there.
func TestPendingIsSeenWhenItIsWhole(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		dir := t.TempDir()
		path := filepath.Join(dir, "Größe 'a' \"b\".csv")
		if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
			t.Fatal(err)
		}
		text := bytes.Repeat([]byte("row\n"), 1<<18)
		for _, keep := range []bool{false, true} {
			p, err := Create(path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := p.Write(text); err != nil {
				t.Fatal(err)
			}
			if data, _ := os.ReadFile(path); string(data) != "old" {
				t.Error("the old file is gone before the new one is whole")
			}
			if keep {
				err = p.Commit()
			}
			p.Discard()
			if err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(path)
		info, statErr := os.Stat(path)
		there, dirErr := os.ReadDir(dir)
		if err != nil || statErr != nil || dirErr != nil || !bytes.Equal(data, text) || info.Mode().Perm() != 0o640 || len(there) != 1 {
			t.Errorf("%v, %v, %v: %d bytes, %v, %v", err, statErr, dirErr, len(data), info.Mode(), there)
		}
	})
}

// TestASuddenEndLeavesNothing where files may have no name.
func TestASuddenEndLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	f, err := nameless.Open(dir)
	if err != nil {
		t.Skipf("files have names here: %v", err)
	}
	f.Close()
	p, err := Create(filepath.Join(dir, "a.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Discard()
	if _, err := p.Write(make([]byte, 1<<20)); err != nil {
		t.Fatal(err)
	}
	if there, err := os.ReadDir(dir); err != nil || len(there) > 0 {
		t.Errorf("%v, %v", there, err)
	}
}

// TestLongNames can be given: the name meanwhile is no longer.
func TestLongNames(t *testing.T) {
	bothWays(t, func(t *testing.T) {
		path := filepath.Join(t.TempDir(), strings.Repeat("ü", 125)+".json")
		if err := WriteFile(path, []byte("{}")); err != nil {
			t.Error(err)
		}
	})
}

// TestNamelessThatCannotBeNamed are copied.
func TestNamelessThatCannotBeNamed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	p, err := Create(path)
	if err != nil || !p.bare {
		t.Skipf("files have names here: %v", err)
	}
	if _, err := p.Write([]byte("text")); err != nil {
		t.Fatal(err)
	}
	if err := p.out.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := p.copied(p.file); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(p.temp)
	if p.Discard(); err != nil || string(data) != "text" {
		t.Errorf("%q, %v", data, err)
	}
}
