package cli

import (
	"errors"
	"fmt"
	"strings"
)

// A usageError is a mistake on the command line: told in one line, exit status 2.
type usageError struct{ msg string }

func (e usageError) Error() string { return e.msg }

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
