package say

import (
	"fmt"
	"slices"
)

// A Text is a text that has not been said yet: it travels as a value, and is worded in the reader's language when it is read.
// Texts among its arguments are worded with it.
type Text struct {
	english string
	args    []any
}

// Later is the text that T says, before it is said.
func Later(english string, args ...any) Text { return Text{english, args} }

// String is the text in the reader's language.
func (t Text) String() string { return T(t.english, t.args...) }

// English is the text as it stands in files, which have no language.
func (t Text) English() string {
	if len(t.args) == 0 {
		return t.english
	}
	args := slices.Clone(t.args)
	for i, arg := range args {
		if inner, ok := arg.(Text); ok {
			args[i] = inner.English()
		}
	}
	return fmt.Sprintf(t.english, args...)
}

// Said tells whether there is anything to say.
func (t Text) Said() bool { return t.english != "" }
