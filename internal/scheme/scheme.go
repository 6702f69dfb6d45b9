// Package scheme is how the links of this program begin: whoever is given a text looks for one there.
package scheme

import "strings"

// Scheme is how links begin.
const Scheme = "descentlab:"

// Behind is where the first link in a text goes on behind its scheme; -1 if there is none.
func Behind(text string) int {
	at := strings.Index(strings.ToLower(text), Scheme)
	if at < 0 || len(strings.ToLower(text)) != len(text) { // letters that are longer than their capitals
		at = strings.Index(text, Scheme)
	}
	if at < 0 {
		return -1
	}
	return at + len(Scheme)
}
