package words

import "descentlab/internal/say"

// Errorf is an error in the reader's language; %w wraps another one, as in package fmt.
func Errorf(english string, args ...any) error {
	return say.Errorf(english, args...)
}

// A Fault is an error that always reads the same. It is worded when it is read, so that it can be made before a language is
// chosen, and equal ones are the same error.
type Fault string

// Error is the text in the reader's language.
func (f Fault) Error() string { return T(string(f)) }
