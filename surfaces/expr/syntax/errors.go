package syntax

import (
	"strings"
	"unicode"

	"descentlab/internal/say"
)

// An Error says why a formula cannot be compiled, and where.
type Error struct {
	Text   string   // the formula
	Column int      // from 1, counted in runes; one more than the formula has runes if its end is meant
	Msg    say.Text // what is wrong and what would be right, in one line
}

// Error returns the column and the message in one line.
func (e *Error) Error() string {
	return say.T("column %d: %s", e.Column, e.Msg)
}

// Caret returns two lines: the formula, and a caret under the column. Characters that do not print are shown as
// spaces.
func (e *Error) Caret() string {
	shown := strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, e.Text)
	return shown + "\n" + strings.Repeat(" ", e.Column-1) + "^"
}
