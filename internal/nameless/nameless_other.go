//go:build !linux

package nameless

import (
	"errors"
	"os"
)

// Open fails: there are no files without a name.
func Open(string) (*os.File, error) { return nil, errors.ErrUnsupported }

// Name fails, too.
func Name(*os.File, string) error { return errors.ErrUnsupported }
