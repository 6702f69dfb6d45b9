package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/words"
)

// helpOf prints how a command is called, and what its flags mean.
func helpOf(out io.Writer, c command) error {
	var b strings.Builder
	tell(&b, "usage: descentlab %s\n", c.usage)
	var wanted argv.Help
	if errors.As(c.run([]string{"-h"}, io.Discard), &wanted) {
		b.WriteByte('\n')
		w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		wanted.Flags.VisitAll(func(f *flag.Flag) { fmt.Fprintf(w, "  -%s\t%s\n", f.Name, words.T(f.Usage)) })
		if err := w.Flush(); err != nil {
			return err
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}
