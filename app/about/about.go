// Package about says which program this is: its version, what it was built with and whose work is in it.
package about

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"descentlab/resources"
)

// Version is that of the program. FyneApp.toml and CHANGELOG.md have it as well, which a test sees to.
const Version = "0.1.0"

// Commit is what the program was built from. Packages are linked with it; "" where it was built by hand.
var Commit string

// Module begins the line of Licences that names what the texts below it are of.
const Module = "== "

// A Making is which program this is, and what it was built with.
type Making struct {
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"`
	Go      string `json:"go"`
	Fyne    string `json:"fyne"`
	System  string `json:"system"` // such as linux/amd64
}

// Made is this program's.
func Made() Making {
	return Making{Version, Commit, runtime.Version(), release("fyne.io/fyne/v2"), runtime.GOOS + "/" + runtime.GOARCH}
}

// Build is the same in a line.
func Build() string {
	m := Made()
	with := []string{m.Go, "Fyne " + m.Fyne, m.System}
	if m.Commit != "" {
		with = append([]string{"commit " + m.Commit}, with...)
	}
	return fmt.Sprintf("Descent Lab %s (%s)", m.Version, strings.Join(with, ", "))
}

// release is the version of a module that is in the program.
func release(path string) string {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return "?"
	}
	for _, m := range info.Deps {
		if m.Path == path {
			return m.Version
		}
	}
	return "?"
}

// Licences are those of everything that is in the program, its own first.
func Licences() string {
	return Module + "Descent Lab " + Version + "\n\n" + resources.Licence + "\n" + resources.Licences
}
