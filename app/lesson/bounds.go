package lesson

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"descentlab/app/words"
)

// What a lesson may hold. Reading Markdown takes time that grows with the square of a paragraph's length.
const (
	MaxSize      = 4 << 20   // bytes of the file, in which experiments may have their data
	MaxQuestions = 200       // as many as a hand-in can answer
	maxText      = 256 << 10 // bytes of text, without what stands in fenced blocks
	maxParagraph = 4000      // characters from one empty line to the next
)

// deepest is how many marks of lists and quotations a line may begin with; nobody writes so many, and they take time.
var deepest = regexp.MustCompile(`^[ \t]*(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){20}`)

// bounded is the text of a lesson without what is too long or lies too deep to be read: there are empty lines in its place.
func (r *reader) bounded(lines []string) []string {
	lines = append([]string(nil), lines...)
	fence, begin, total := "", 0, 0
	size, above := 0, 0 // characters of the paragraph, and what total was above it
	long := false       // the paragraph is left out
	for i, line := range lines {
		switch mark := fenceOf(line); {
		case fence == "" && len(mark) >= 3:
			fence = mark
			continue
		case fence != "":
			if strings.HasPrefix(mark, fence) && strings.TrimSpace(line) == mark {
				fence, begin, size, above, long = "", i+1, 0, total, false
			}
			continue
		}
		size, total = size+utf8.RuneCountInString(line), total+len(line)
		if strings.TrimSpace(line) == "" {
			begin, size, above, long = i+1, 0, total, false
		}
		switch {
		case long:
			lines[i], total = "\n", total-len(line)
		case deepest.MatchString(line):
			r.problem(r.above+i+1, words.Errorf("lists and quotations lie too deep in one another"))
			lines[i] = "\n"
		case size > maxParagraph+len("\n"):
			r.problem(r.above+begin+1, words.Errorf("a paragraph of more than %d characters; part it by an empty line", maxParagraph))
			for k := begin; k <= i; k++ {
				lines[k] = "\n"
			}
			total, long = above, true
		case total > maxText:
			r.problem(r.above+i+1, words.Errorf("more text than %d KiB: what follows is not shown", maxText>>10))
			return lines[:i]
		}
	}
	return lines
}

// fenceOf is the signs ` or ~ with which a line begins: three or more of them begin a block, and as many end it.
func fenceOf(line string) string {
	sign := "`"
	if strings.HasPrefix(line, "~") {
		sign = "~"
	}
	return line[:len(line)-len(strings.TrimLeft(line, sign))]
}
