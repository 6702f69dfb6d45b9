package about

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What the documents link to is there.
func TestLinksOfDocuments(t *testing.T) {
	names, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(names) < 8 {
		t.Fatal(names, err)
	}
	top, err := filepath.Glob("../../*.md")
	if err != nil || len(top) < 3 {
		t.Fatal(top, err)
	}
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	code := regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
	for _, name := range append(top, names...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(code.ReplaceAllString(string(text), ""), -1) {
			to, _, _ := strings.Cut(m[1], "#")
			if to == "" || strings.Contains(to, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), to)); err != nil {
				t.Errorf("%s: nothing is where it links to: %s", filepath.Base(name), m[1])
			}
		}
	}
}
