package descentlab_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"descentlab/internal/lengthy"
)

// A lesson is a section of CONTRIBUTING.md: files that it adds, changes that it makes, and commands that then work.
type lesson struct {
	title    string
	files    map[string]string
	diffs    []string
	commands []string
}

var (
	heading = regexp.MustCompile(`(?m)^## (.+)$`)
	block   = regexp.MustCompile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$")
)

// lessons reads the sections that have something to do.
func lessons(t *testing.T) (list []lesson) {
	t.Helper()
	page, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	starts := append(heading.FindAllSubmatchIndex(page, -1), []int{len(page), len(page), len(page), len(page)})
	for i, at := range starts[:len(starts)-1] {
		l := lesson{title: string(page[at[2]:at[3]]), files: map[string]string{}}
		for _, b := range block.FindAllSubmatch(page[at[1]:starts[i+1][0]], -1) {
			switch kind, name, text := string(b[1]), string(b[2]), string(b[3]); {
			case kind == "diff":
				l.diffs = append(l.diffs, text)
			case kind == "sh":
				l.commands = append(l.commands, strings.Split(strings.TrimSpace(text), "\n")...)
			case name != "":
				l.files[name] = text
			}
		}
		if len(l.commands) > 0 {
			list = append(list, l)
		}
	}
	return list
}

// TestContributingIsTrue does what every section of CONTRIBUTING.md says, over this checkout and without touching it.
func TestContributingIsTrue(t *testing.T) {
	lengthy.Test(t)
	watchTree(t)
	all := lessons(t)
	if len(all) < 6 {
		t.Fatalf("%d sections have something to do", len(all))
	}
	overlay := overlay(t, all)
	program := filepath.Join(t.TempDir(), "descentlab")
	goRun(t, ".", "build", "-tags", "ci", "-overlay", overlay, "-o", program, "./app")
	for _, l := range all {
		t.Run(l.title, func(t *testing.T) {
			dir := t.TempDir()
			for _, line := range l.commands {
				words := split(line)
				if words[0] == "go" {
					// vet would run in the folders of new packages, which are not there; long tests run anyway.
					goRun(t, ".", append([]string{words[1], "-short", "-vet=off", "-tags", "ci", "-overlay", overlay}, words[2:]...)...)
					continue
				}
				run(t, dir, program, words[1:]...)
			}
		})
	}
}

// write writes a lesson's files, and those that its diffs change, into a folder.
func (l lesson) write(t *testing.T, dir string) {
	t.Helper()
	for name, text := range l.files {
		put(t, filepath.Join(dir, name), text)
	}
	for _, diff := range l.diffs {
		for _, m := range regexp.MustCompile(`(?m)^--- a/(\S+)$`).FindAllStringSubmatch(diff, -1) {
			if _, err := os.Stat(filepath.Join(dir, m[1])); err == nil {
				continue
			}
			before, err := os.ReadFile(m[1])
			if err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(dir, m[1]), string(before))
		}
		put(t, filepath.Join(dir, "change.diff"), diff)
		run(t, dir, "git", "apply", "--recount", "--unidiff-zero", "change.diff")
	}
}

// overlay writes what all lessons add and change aside, and the list by which the go command takes it in. All at once: one
// program for each would be compiled for minutes, and none is to get into the way of another one, either.
func overlay(t *testing.T, all []lesson) string {
	t.Helper()
	dir := t.TempDir()
	for _, l := range all {
		l.write(t, dir)
	}
	replace := map[string]string{}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && filepath.Base(path) != "change.diff" {
			name, _ := filepath.Rel(dir, path) // it is below dir
			replace[filepath.Join(here, name)] = path
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "overlay.json")
	put(t, path, string(list))
	return path
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// split parts a line as a shell would, but for quotes within words.
func split(line string) (words []string) {
	for _, m := range regexp.MustCompile(`'([^']*)'|(\S+)`).FindAllStringSubmatch(line, -1) {
		words = append(words, m[1]+m[2])
	}
	return words
}

func goRun(t *testing.T, dir string, args ...string) {
	t.Helper()
	run(t, dir, "go", args...)
}

func run(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", cmd, err, out)
	}
}
