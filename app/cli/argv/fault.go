package argv

import (
	"strings"
	"unicode"

	"descentlab/internal/near"
	"descentlab/internal/say"
)

// A Fault is a mistake on the command line: told in one line, exit status 2.
type Fault struct{ text string }

// Error is one line, whatever is quoted of what the user wrote.
func (f Fault) Error() string { return OneLine(f.text) }

// Faultf is one, in the reader's language; the format is that of package fmt.
func Faultf(format string, a ...any) error { return Fault{say.T(format, a...)} }

// An Interrupt is the end of a command that was told to stop, by ^C or otherwise: exit status 130, as shells have it.
type Interrupt struct {
	Command string  // "" if the result was there already, and was being written
	Part    float64 // of the work that was done
}

// Error says what was stopped, and where.
func (i Interrupt) Error() string {
	if i.Command == "" {
		return say.T("interrupted: nothing was written")
	}
	return say.T("%s: interrupted at %d %%: nothing was written", i.Command, int(100*i.Part))
}

// FaultOf is one in the words of an error.
func FaultOf(err error) error { return Fault{err.Error()} }

// OneLine is a text that somebody has written, without what would break a line of the terminal.
func OneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// Pause is what parts an error from what is said after it.
func Pause(err error) string {
	if strings.HasSuffix(err.Error(), "?") {
		return " "
	}
	return "; "
}

// DidYouMean is what an error says after a word that is none of the names, if it is near one of them.
func DidYouMean(word string, names []string) string {
	if name := near.Prefix(word, names); name != "" {
		return say.T("; did you mean %s?", name)
	}
	return ""
}
