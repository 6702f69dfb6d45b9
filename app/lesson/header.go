package lesson

import (
	"strconv"
	"strings"

	"descentlab/app/words"
)

// errNoHeader says how a lesson begins.
const errNoHeader = words.Fault("a lesson begins with three lines: ---, descentlab: lesson 1, ---")

// header reads the lines between --- and ---, and returns how many lines they are.
func (r *reader) header() (lines int) {
	all := strings.Split(r.text, "\n")
	if strings.TrimRight(all[0], " ") != "---" {
		r.problem(1, errNoHeader)
		return 0
	}
	end := 1
	for end < len(all) && strings.TrimRight(all[end], " ") != "---" {
		end++
	}
	if end == len(all) {
		r.problem(1, words.Errorf("the header is not closed by a line ---"))
		return 1
	}
	format := ""
	for i, line := range all[1:end] {
		key, value, ok := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch key = strings.TrimSpace(key); {
		case key == "" && !ok:
		case key == "descentlab":
			format = value
			r.version(i+2, value)
		case key == "about":
			r.lesson.About = value
		case key == "experiments":
			r.listed, r.listedLine = splitList(value), i+2
		default:
			r.problem(i+2, words.Errorf("%q: a line of the header is descentlab:, about: or experiments:", brief(line)))
		}
	}
	if format == "" {
		r.problem(1, errNoHeader)
	}
	return end + 1
}

// version reads "lesson 1".
func (r *reader) version(line int, value string) {
	kind, number, _ := strings.Cut(value, " ")
	n, err := strconv.Atoi(strings.TrimSpace(number))
	switch {
	case kind != "lesson" || err != nil || n < 1:
		r.problem(line, words.Errorf("%q: this should say lesson %d", brief(value), Version))
	case n > Version:
		r.problem(line, words.Errorf("the lesson is of version %d, from a newer Descent Lab; this one reads up to %d, "+
			"so that some of it may be missing", n, Version))
	}
}

func splitList(text string) (list []string) {
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// brief is a text that somebody has written, short enough for a line that tells of it.
func brief(text string) string {
	if r := []rune(text); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return text
}
