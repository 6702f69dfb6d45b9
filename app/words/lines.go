package words

import "strings"

// Unbroken is a text that stays on one line: its spaces are none at which Lines breaks it.
func Unbroken(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }

// Lines breaks a text at its spaces into lines that fit. A word that does not fit has a line of its own.
func Lines(text string, fits func(line string) bool) (lines []string) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		last := len(lines) - 1
		if last >= 0 && fits(lines[last]+" "+word) {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}
