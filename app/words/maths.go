package words

import (
	"regexp"
	"strings"
)

// A MathWord is a word, or some, within a line of mathematics.
type MathWord struct{ English string }

// upright are the words of a line of markup, with the blanks around them.
var upright = regexp.MustCompile(`\\text\{(\s*)([^{}]*?)(\s*)\}`)

// MathWords are the words within lines of mathematics.
func MathWords(lines []string) (list []MathWord) {
	for _, line := range lines {
		for _, found := range upright.FindAllStringSubmatch(line, -1) {
			list = append(list, MathWord{found[2]})
		}
	}
	return list
}

// Maths are lines of mathematics, in the markup of package plot, with their words in the language that is spoken.
func Maths(lines []string) []string {
	said := make([]string, len(lines))
	for i, line := range lines {
		said[i] = upright.ReplaceAllStringFunc(line, func(text string) string {
			found := upright.FindStringSubmatch(text)
			word := MathWord{found[2]}
			return `\text{` + found[1] + strings.TrimSpace(T(word.English)) + found[3] + `}`
		})
	}
	return said
}
