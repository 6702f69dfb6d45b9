package cli

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"descentlab/optim"
	"descentlab/surfaces"
)

// A usageError is a mistake on the command line: told in one line, exit status 2.
type usageError struct{ msg string }

// Error is one line, whatever is quoted of what the user wrote.
func (e usageError) Error() string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(e.msg, "\ufffd"))
}

func usagef(format string, a ...any) error { return usageError{fmt.Sprintf(format, a...)} }

// ExitStatus is 0, 2 for bad input, and 1 for what the machine could not do.
func ExitStatus(err error) int {
	var bad usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &bad):
		return 2
	default:
		return 1
	}
}

// dataFault is an error about the examples that -data gave.
func dataFault(err error) error {
	return usagef("-data: %s", strings.TrimPrefix(err.Error(), "data: "))
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
		return fmt.Errorf("%w%s'descentlab optimizers %s' lists them", err, pause(err), knob.Method)
	case errors.As(err, &surface) && surface.What == "surface":
		if surface.Nearest == "" {
			return fmt.Errorf("unknown surface %q; 'descentlab surfaces' lists all", surface.Name)
		}
		command = "surfaces"
	default:
		return err
	}
	return fmt.Errorf("%w%s'descentlab %s' lists all", err, pause(err), command)
}

// pause is what parts an error from what is said after it.
func pause(err error) string {
	if strings.HasSuffix(err.Error(), "?") {
		return " "
	}
	return "; "
}
