package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// A helpWanted is asked for by -h: what a command takes, from its own flags.
type helpWanted struct{ flags *flag.FlagSet }

func (helpWanted) Error() string { return "help" }

// isHelp tells the flag that asks for help.
func isHelp(arg string) bool { return slices.Contains([]string{"-h", "-help", "--help"}, arg) }

// helpOf prints how a command is called, and what its flags mean.
func helpOf(out io.Writer, c command) error {
	var b strings.Builder
	fmt.Fprintf(&b, "usage: descentlab %s\n", c.usage)
	var wanted helpWanted
	if errors.As(c.run([]string{"-h"}, io.Discard), &wanted) {
		b.WriteByte('\n')
		w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		wanted.flags.VisitAll(func(f *flag.Flag) { fmt.Fprintf(w, "  -%s\t%s\n", f.Name, f.Usage) })
		if err := w.Flush(); err != nil {
			return err
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// helpOn are the words that tell what a command takes.
func helpOn(command string) string {
	if command == "window" {
		return "help"
	}
	return command + " -h"
}
