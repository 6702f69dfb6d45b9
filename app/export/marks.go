package export

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"descentlab/app/lesson/handin"
)

// Marks are those of the hand-ins of a lesson.
var Marks = kind[handin.Marks]("marks").With(".csv", marksCSV).With(".json", marksJSON)

// marksCSV has a line for each hand-in.
func marksCSV(out *Output, m handin.Marks) error {
	head := []string{"file", "student", "right", "of"}
	for i := range m.Questions() {
		head = append(head, "q"+strconv.Itoa(i+1))
	}
	t := newTable(out, nil, append(head, "edited", "problem")...)
	for _, mark := range m.List {
		right := strconv.Itoa(mark.Right)
		if mark.Fault != "" {
			right = ""
		}
		row := append([]string{harmless(mark.File), harmless(mark.Student), right, strconv.Itoa(m.Questions())}, mark.Answers...)
		t.row(append(row, harmless(strings.Join(mark.Edited, "; ")), harmless(mark.Fault))...)
	}
	return t.end()
}

// formula is what a spreadsheet may take for the beginning of a formula: in a cell, or where it parts cells at another sign.
var formula = regexp.MustCompile(`(^|[;,])([\s\p{Z}]*[=+\-@＝＋－＠])`)

// harmless is a text of somebody else's, in one line, that a spreadsheet does not take for a formula.
func harmless(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	return formula.ReplaceAllString(text, "$1'$2")
}

// marksJSON has the same, and what belongs to it.
func marksJSON(out *Output, m handin.Marks) error {
	type markJSON struct {
		File    string   `json:"file"`
		Student string   `json:"student,omitempty"`
		Right   int      `json:"right"`
		Answers []string `json:"answers"`
		Edited  []string `json:"edited,omitempty"`
		Problem string   `json:"problem,omitempty"`
	}
	list := make([]markJSON, len(m.List))
	for i, mark := range m.List {
		list[i] = markJSON{mark.File, mark.Student, mark.Right, mark.Answers, mark.Edited, mark.Fault}
	}
	return out.json(struct {
		Lesson    string     `json:"lesson"`
		Hash      string     `json:"hash"`
		Questions int        `json:"questions"`
		Marks     []markJSON `json:"marks"`
	}{m.Lesson.Title, m.Lesson.Hash, m.Questions(), list})
}
