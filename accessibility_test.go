package descentlab_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestAccessibilityIsHeldByTests: every test that docs/ACCESSIBILITY.md names is there.
func TestAccessibilityIsHeldByTests(t *testing.T) {
	text, err := os.ReadFile("docs/ACCESSIBILITY.md")
	if err != nil {
		t.Fatal(err)
	}
	missing := map[string]bool{}
	for _, name := range regexp.MustCompile("`(Test[A-Za-z]+)`").FindAllStringSubmatch(string(text), -1) {
		missing[name[1]] = true
	}
	if len(missing) < 20 {
		t.Errorf("only %d tests are named", len(missing))
	}
	err = filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, is := range regexp.MustCompile(`(?m)^func (Test[A-Za-z]+)\(`).FindAllSubmatch(source, -1) {
			delete(missing, string(is[1]))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range missing {
		t.Errorf("there is no %s", name)
	}
}
