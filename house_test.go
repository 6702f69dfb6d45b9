package descentlab_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// What a room, a page of it and a line may hold, so that each can be read.
const (
	mostOfPackage = 3500 // lines, without tests
	mostOfFile    = 400  // lines
	mostOfLine    = 130  // columns
)

// catalogues are packages that may be larger: they hold many things alike.
var catalogues = []string{"optim", "surfaces", "widgets/plot"}

// TestNothingIsTooLarge: packages, files and lines.
func TestNothingIsTooLarge(t *testing.T) {
	sizes := map[string]int{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (path == "build" || strings.HasPrefix(entry.Name(), ".") && path != "."):
			return filepath.SkipDir
		case filepath.Ext(path) != ".go" && filepath.Ext(path) != ".js":
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		if len(lines) > mostOfFile {
			t.Errorf("%s has %d lines, want at most %d", path, len(lines), mostOfFile)
		}
		for i, line := range lines {
			if n := utf8.RuneCountInString(line); n > mostOfLine {
				t.Errorf("%s:%d has %d columns, want at most %d", path, i+1, n, mostOfLine)
			}
		}
		if !strings.HasSuffix(path, "_test.go") {
			sizes[filepath.ToSlash(filepath.Dir(path))] += len(lines)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room, n := range sizes {
		if n > mostOfPackage && !slices.Contains(catalogues, room) {
			t.Errorf("%s has %d lines without tests, want at most %d", room, n, mostOfPackage)
		}
	}
}

// TestLengthyTestsSaySoAtOnce: make test knows those that it has to run without -short by the line above the mark.
func TestLengthyTestsSaySoAtOnce(t *testing.T) {
	begins := regexp.MustCompile(`^func (Test|Fuzz)\w+\(`)
	files := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		files++
		text, err := os.ReadFile(path)
		before := ""
		for i, line := range strings.Split(string(text), "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "lengthy.Test(") && !begins.MatchString(before) {
				t.Errorf("%s:%d: this mark must be the first line of its test", path, i+1)
			}
			before = line
		}
		return err
	})
	if err != nil || files < 100 {
		t.Fatal(files, err)
	}
}
