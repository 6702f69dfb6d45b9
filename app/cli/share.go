package cli

import (
	"fmt"
	"io"

	"descentlab/app/export"
	"descentlab/app/share"
)

// runShare prints the link of an experiment, or writes it wherever -o says.
func runShare(args []string, out io.Writer) error {
	in, err := readRace("share", args, nil)
	if err != nil {
		return err
	}
	if err := checkOutputs(export.Shared, in.outputs); err != nil {
		return err
	}
	if len(in.outputs) > 0 {
		return write(out, export.Shared, in.outputs, any(in.doc))
	}
	link, err := share.Link(in.doc)
	if err == nil {
		_, err = fmt.Fprintln(out, link)
	}
	return err
}
