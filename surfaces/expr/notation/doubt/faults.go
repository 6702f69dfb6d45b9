package doubt

import (
	"strings"

	"descentlab/internal/say"
)

// A Fault is something wrong in a text.
type Fault struct {
	Column int // from 1, in runes
	Msg    say.Text
}

// Error returns the column and the message in one line.
func (f Fault) Error() string { return say.T("column %d: %s", f.Column, f.Msg) }

// Faults are all that is wrong in a text, in the order of their columns.
type Faults []Fault

// Error returns all of them in one line.
func (f Faults) Error() string { return f.join("; ") }

// Lines returns all of them, one a line.
func (f Faults) Lines() string { return f.join("\n") }

func (f Faults) join(between string) string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].Error()
	}
	return strings.Join(lines, between)
}
