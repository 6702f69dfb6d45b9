// Package origin is the commands that say which program this is, and whose work is in it.
package origin

import (
	"fmt"
	"io"
	"strings"

	"descentlab/app/about"
	"descentlab/app/cli/argv"
	"descentlab/app/export"
)

// Version prints which program this is, and what it was built with.
func Version(args []string, out io.Writer) error {
	fs := argv.New("version")
	asJSON := fs.Bool("json", false, "print JSON")
	if err := argv.ParseAlone(fs, args); err != nil {
		return err
	}
	if *asJSON {
		return export.PrintJSON(out, about.Made())
	}
	_, err := fmt.Fprintln(out, about.Build())
	return err
}

// Licences prints the licences of all that is in the program.
func Licences(args []string, out io.Writer) error {
	fs := argv.New("licences")
	names := fs.Bool("names", false, "only whose they are: modules with their versions, a line each")
	if err := argv.ParseAlone(fs, args); err != nil {
		return err
	}
	for line := range strings.Lines(about.Licences()) {
		if name, is := strings.CutPrefix(line, about.Module); *names && is {
			line = name
		} else if *names {
			continue
		}
		if _, err := io.WriteString(out, line); err != nil {
			return err
		}
	}
	return nil
}
