package argv

import (
	"flag"
	"slices"
)

// A Help is asked for by -h: what a command takes, from its own flags.
type Help struct{ Flags *flag.FlagSet }

// Error is never told.
func (Help) Error() string { return "help" }

// IsHelp tells the flag that asks for help.
func IsHelp(arg string) bool { return slices.Contains([]string{"-h", "-help", "--help"}, arg) }

// IsVersion tells whether an argument asks which program this is.
func IsVersion(arg string) bool { return slices.Contains([]string{"-version", "--version", "-V"}, arg) }

// helpOn are the words that tell what a command takes.
func helpOn(command string) string {
	if command == "window" {
		return "help"
	}
	return command + " -h"
}
