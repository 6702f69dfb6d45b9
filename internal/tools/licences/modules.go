package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A module is one that packages of the program come from.
type module struct{ Path, Version, Dir string }

// A licence is the text of one, and where in the module it stands.
type licence struct{ name, text string }

// within names licences that stand deeper in a module than its root: of C code and fonts that it brings along.
var within = map[string][]string{
	"fyne.io/fyne/v2": {"theme/font/LICENSE.txt", "theme/font/LICENSE_DejaVu-Powerline.txt",
		"theme/font/LICENSE_Inter.txt"},
	"github.com/go-gl/glfw/v3.4/glfw": {"glfw/LICENSE.md"},
	"github.com/golang/freetype":      {"licenses/ftl.txt"}, // there is a choice, and the other one is the GPL
	"gonum.org/v1/gonum":              {"THIRD_PARTY_LICENSES"},
}

// named is what files with licences are called.
var named = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)`)

// modulesOf are the modules of the program as it is built for some systems, and Go itself, by path.
func modulesOf(systems []string) ([]module, error) {
	found := map[string]module{}
	for _, system := range systems {
		list := exec.Command("go", "list", "-deps", "-tags", "no_emoji", "-f",
			"{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "descentlab/app")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1", "GOFLAGS=-buildvcs=false")
		out, err := list.Output()
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			return nil, fmt.Errorf("go list: %s", exit.Stderr)
		} else if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(out)) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
				found[f[0]] = module{f[0], f[1], f[2]}
			}
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	list := []module{{Path: "Go", Dir: strings.TrimSpace(string(root))}}
	for _, path := range slices.Sorted(maps.Keys(found)) {
		list = append(list, found[path])
	}
	return list, nil
}

// licences are those of a module; to have none is an error.
func (m module) licences() (list []licence, err error) {
	files, err := os.ReadDir(m.Dir)
	if err != nil {
		return nil, err
	}
	names := slices.Clone(within[m.Path])
	for _, f := range files {
		if !f.IsDir() && named.MatchString(f.Name()) {
			names = append(names, f.Name())
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no licence in %s", m.Path, m.Dir)
	}
	slices.Sort(names)
	for _, name := range names {
		err := filepath.WalkDir(filepath.Join(m.Dir, name), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(path)
			rel, _ := filepath.Rel(m.Dir, path)
			list = append(list, licence{filepath.ToSlash(rel), plain(string(text))})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

// plain is a text with line ends of one kind, without blanks before them.
func plain(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\f")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
