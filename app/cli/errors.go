package cli

import (
	"errors"
	"strings"

	"descentlab/app/words"

	"descentlab/app/cli/argv"
	"descentlab/optim"
	"descentlab/surfaces"
)

// ExitStatus is 0, 2 for bad input, 130 for what was interrupted, and 1 for what the machine could not do.
func ExitStatus(err error) int {
	var bad argv.Fault
	var stopped argv.Interrupt
	switch {
	case err == nil:
		return 0
	case errors.As(err, &bad):
		return 2
	case errors.As(err, &stopped):
		return 130
	default:
		return 1
	}
}

// dataFault is an error about the examples that -data gave.
func dataFault(err error) error {
	return argv.Faultf("-data: %s", strings.TrimPrefix(err.Error(), "data: "))
}

// listing adds to an error about an unknown name which command lists all of them.
func listing(err error) error {
	var command string
	var name *optim.UnknownError
	var knob *optim.UnknownKnobError
	var surface *surfaces.UnknownError
	switch {
	case errors.As(err, &name):
		command = name.What + "s"
	case errors.As(err, &knob):
		return words.Errorf("%w%s'descentlab optimizers %s' lists them", err, argv.Pause(err), knob.Method)
	case errors.As(err, &surface) && surface.What == "surface":
		if surface.Nearest == "" {
			return words.Errorf("unknown surface %q; 'descentlab surfaces' lists all", surface.Name)
		}
		command = "surfaces"
	default:
		return err
	}
	return words.Errorf("%w%s'descentlab %s' lists all", err, argv.Pause(err), command)
}
