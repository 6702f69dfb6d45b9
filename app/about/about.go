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

// Build is the program with its version and what it was built with, in a line.
func Build() string {
	with := []string{runtime.Version(), "Fyne " + release("fyne.io/fyne/v2"), runtime.GOOS + "/" + runtime.GOARCH}
	if Commit != "" {
		with = append([]string{"commit " + Commit}, with...)
	}
	return fmt.Sprintf("Descent Lab %s (%s)", Version, strings.Join(with, ", "))
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
	return "== Descent Lab " + Version + "\n\n" + resources.Licence + "\n" + resources.Licences
}
