package main

import (
	"os"
	"strings"
	"testing"
)

// The program shows the licences of just those modules that it is built from.
func TestLicencesAreThoseOfTheProgram(t *testing.T) {
	want, err := collect("linux", "windows", "darwin")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../../resources/licences.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) == string(want) {
		return
	}
	heads := func(text string) map[string]bool {
		list := map[string]bool{}
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "== ") {
				list[strings.TrimSpace(line)] = true
			}
		}
		return list
	}
	is, should := heads(string(got)), heads(string(want))
	for h := range should {
		if !is[h] {
			t.Errorf("resources/licences.txt lacks %q", h)
		}
	}
	for h := range is {
		if !should[h] {
			t.Errorf("resources/licences.txt has %q, which is not in the program", h)
		}
	}
	t.Error("run: go run ./internal/tools/licences")
}

// A module without a licence is told: the program must not be given away with it.
func TestWithoutLicence(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/main.go", []byte("package main\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if list, err := (module{Path: "example.org/x", Dir: dir}).licences(); err == nil {
		t.Errorf("got %v, want an error", list)
	}
	if err := os.WriteFile(dir+"/LICENCE.md", []byte("Free\r\n\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := (module{Path: "example.org/x", Dir: dir}).licences()
	if err != nil || len(list) != 1 || list[0] != (licence{"LICENCE.md", "Free"}) {
		t.Errorf("got %v, %v", list, err)
	}
}
