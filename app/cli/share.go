package cli

import (
	"fmt"
	"io"

	"descentlab/app/cli/writing"
	"descentlab/app/export"
	"descentlab/app/share"
)

// runShare prints the link of an experiment, or writes it wherever -o says.
func runShare(args []string, out io.Writer) error {
	in, err := readRace("share", args, nil)
	if err != nil {
		return err
	}
	if err := writing.Check(export.Shared, in.outputs); err != nil {
		return err
	}
	if len(in.outputs) > 0 {
		return writing.Write(out, export.Shared, in.outputs, in.look, any(in.doc))
	}
	link, err := share.Link(in.doc)
	if err == nil {
		_, err = fmt.Fprintln(out, link)
	}
	return err
}
