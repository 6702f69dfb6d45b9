package optim

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"descentlab/internal/near"
	"descentlab/internal/say"
)

// suggest is `; did you mean "name"?`, or "" if no name is near the word.
func suggest(word string, names []string) string {
	if name := near.Word(word, names); name != "" {
		return say.T("; did you mean %q?", name)
	}
	return ""
}

// An UnknownError is a name that the catalogue of optimizers or schedules does not have.
type UnknownError struct {
	What, Name string // "optimizer" or "schedule"
	Nearest    string // the name that was probably meant; "" if none is near
}

func unknown(what, name string, names []string) *UnknownError {
	return &UnknownError{what, name, near.Word(name, names)}
}

// named is the error with the whole of a name of which a part was looked for.
func (e *UnknownError) named(name string) error {
	e.Name = name
	return e
}

func (e *UnknownError) Error() string {
	hint := ""
	if e.Nearest != "" {
		hint = say.T("; did you mean %q?", e.Nearest)
	}
	if e.What == "schedule" {
		return say.T("unknown schedule %s%s", quote(e.Name), hint)
	}
	return say.T("unknown optimizer %s%s", quote(e.Name), hint)
}

// An UnknownKnobError is a name that is no knob of a racer's.
type UnknownKnobError struct {
	Method, Name string
	Names        []string // of its knobs
	Nearest      string   // the name that was probably meant; "" if none is near
}

func (e *UnknownKnobError) Error() string {
	m := findMethod(e.Method)
	own := slices.DeleteFunc(slices.Clone(e.Names), func(name string) bool {
		return IsStage(name) && !(m != nil && slices.ContainsFunc(m.Knobs, func(k Knob) bool { return k.Name == name }))
	})
	hint := say.T("; the knobs are %s, and %d that go with every method", strings.Join(own, ", "), len(e.Names)-len(own))
	if e.Nearest != "" {
		hint = say.T("; did you mean %q?", e.Nearest)
	}
	return say.T("%s has no knob %s%s", e.Method, quote(e.Name), hint)
}

// maxWord is how much of a word an error quotes, in bytes.
const maxWord = 64

// quote quotes a word for an error, shortened if it is very long.
func quote(word string) string { return strconv.Quote(shorten(word)) }

// shorten cuts a word to a length that fits in an error.
func shorten(word string) string {
	if len(word) > maxWord {
		word = strings.ToValidUTF8(word[:maxWord], "") + "..."
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' ' // a message is one line
		}
		return r
	}, word)
}
