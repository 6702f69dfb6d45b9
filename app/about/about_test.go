package about

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"descentlab/resources"
)

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The version is the same wherever it stands, and what is new in it has been written down.
func TestOneVersion(t *testing.T) {
	if toml := read(t, "FyneApp.toml"); !strings.Contains(toml, `Version = "`+Version+`"`) {
		t.Errorf("FyneApp.toml has another version than %s", Version)
	}
	first := regexp.MustCompile(`(?m)^## (\S+)`).FindStringSubmatch(read(t, "CHANGELOG.md"))
	if first == nil || first[1] != Version {
		t.Errorf("CHANGELOG.md begins with %v, want %s", first, Version)
	}
	if line := Build(); !strings.Contains(line, Version) || !strings.Contains(line, "go1.") {
		t.Errorf("%q does not say the version and what it was built with", line)
	}
}

// Every module that the program requires is explained once, with its licence, and no other.
func TestDependenciesAreExplained(t *testing.T) {
	required := map[string]bool{}
	requires := regexp.MustCompile(`(?m)^(?:require )?\s*([a-z][\w./-]+\.[\w./-]+) v\S+`)
	for _, m := range requires.FindAllStringSubmatch(read(t, "go.mod"), -1) {
		required[m[1]] = true
	}
	if len(required) < 20 {
		t.Fatalf("found only %v in go.mod", required)
	}
	explained := map[string]bool{}
	row := regexp.MustCompile("(?m)^\\| `([^`]+)` \\|([^|\n]*)\\|([^|\n]*)\\|")
	for _, m := range row.FindAllStringSubmatch(read(t, "docs/DEPENDENCIES.md"), -1) {
		if explained[m[1]] {
			t.Errorf("docs/DEPENDENCIES.md has %s twice", m[1])
		}
		explained[m[1]] = true
		if strings.TrimSpace(m[2]) == "" || strings.TrimSpace(m[3]) == "" {
			t.Errorf("docs/DEPENDENCIES.md: %s has no licence or no reason", m[1])
		}
	}
	for path := range required {
		if !explained[path] {
			t.Errorf("docs/DEPENDENCIES.md says nothing of %s", path)
		}
	}
	for path := range explained {
		if !required[path] {
			t.Errorf("docs/DEPENDENCIES.md: go.mod has no %s", path)
		}
	}
}

// The program shows its own licence and those of what is in it.
func TestLicences(t *testing.T) {
	if resources.Licence != read(t, "LICENSE") {
		t.Error("resources/licence.txt is not LICENSE: copy it")
	}
	all := Licences()
	for _, want := range []string{"== Descent Lab", "== Go\n", "== fyne.io/fyne/v2 v", "== gonum.org/v1/gonum v", "glfw/LICENSE.md",
		"ftl.txt"} {
		if !strings.Contains(all, want) {
			t.Errorf("the licences lack %q", want)
		}
	}
	if bytes.Contains([]byte(all), []byte("\r")) {
		t.Error("the licences have line ends of two kinds")
	}
}
