// Package locale makes a language that the environment names, and nobody knows, the plain one: Fyne would complain of it on
// standard error each time it is asked for a text, from the moment it is loaded. It has only to be imported; Go makes it ready
// before Fyne, since its path comes first and it needs nothing that Fyne does not.
package locale

import (
	"os"
	"strings"

	"golang.org/x/text/language"
)

func init() {
	if !known(os.Getenv) {
		os.Setenv("LC_ALL", "C") // the program's own environment; an error would leave the complaints
	}
}

// known tells whether every language that the environment asks for is one: LC_ALL, LC_MESSAGES and LANG in this order of weight,
// and what LANGUAGE prefers, as gettext has it.
func known(getenv func(string) string) bool {
	names := ""
	for _, variable := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if names = getenv(variable); names != "" {
			break
		}
	}
	if names == "C" || names == "POSIX" {
		return true
	}
	if preferred := getenv("LANGUAGE"); preferred != "" {
		names = preferred
	}
	for _, name := range strings.Split(names, ":") {
		name, _, _ = strings.Cut(name, ".") // the encoding
		name, _, _ = strings.Cut(name, "@") // a variant of the country's customs
		if name == "" || name == "C" {
			continue
		}
		if _, err := language.Parse(name); err != nil {
			return false
		}
	}
	return true
}
