package cli

import (
	"fmt"
	"io"

	"descentlab/app/about"
	"descentlab/app/cli/argv"
)

// runVersion prints which program this is, and what it was built with.
func runVersion(args []string, out io.Writer) error {
	if len(args) > 0 {
		return argv.Faultf("version takes no arguments, got %q", args[0])
	}
	_, err := fmt.Fprintln(out, about.Build())
	return err
}

// runLicences prints the licences of all that is in the program.
func runLicences(args []string, out io.Writer) error {
	if len(args) > 0 {
		return argv.Faultf("licences takes no arguments, got %q", args[0])
	}
	_, err := io.WriteString(out, about.Licences())
	return err
}
