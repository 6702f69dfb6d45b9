package recording

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/words"
)

// Markdown is the lesson as a file. The error is also what of it could not be read again.
func (r Recording) Markdown() ([]byte, error) {
	title, about := Tidy(r.Title), Tidy(r.About)
	if title == "" {
		return nil, words.Errorf("a lesson needs a title")
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "---\ndescentlab: lesson %d\n", lesson.Version)
	if about != "" {
		fmt.Fprintf(&b, "about: %s\n", about)
	}
	fmt.Fprintf(&b, "---\n\n# %s\n", escaped(title))
	for i, s := range r.Steps {
		doc, err := document(s.Doc)
		if err != nil {
			return nil, err
		}
		fenced(&b, "experiment "+key(i), doc)
		if said := Tidy(s.Said); said != "" {
			fmt.Fprintf(&b, "\n%s\n", escaped(said))
		}
		if len(s.Claims) > 0 {
			fenced(&b, "claims", strings.Join(s.Claims, "\n"))
		}
		for _, q := range s.Questions {
			fenced(&b, "question", strings.TrimSuffix(q, "\n"))
		}
	}
	if b.Len() > lesson.MaxSize {
		return nil, words.Errorf("the lesson would be larger than %d MiB: its experiments hold too many examples", lesson.MaxSize>>20)
	}
	if problems := lesson.Read(b.Bytes(), nil).Problems; len(problems) > 0 {
		return nil, words.Errorf("the lesson could not be read again: line %d: %s", problems[0].Line, problems[0].Text)
	}
	return b.Bytes(), nil
}

// Save writes the file as a whole, or leaves what is there.
func (r Recording) Save(path string) error {
	text, err := r.Markdown()
	if err != nil {
		return err
	}
	return setup.WriteFile(path, text)
}

func fenced(b *bytes.Buffer, info, body string) { fmt.Fprintf(b, "\n```%s\n%s\n```\n", info, body) }

// numbers are a list without lists in it, over many lines. A text in JSON has no line ends.
var numbers = regexp.MustCompile(`\[\n[^\[\]{}]*\n\s*\]`)

// breaks are the line ends in such a list.
var breaks = regexp.MustCompile(`\n\s*`)

// document is an experiment as people may edit it: a key in a line, and lists of numbers in one.
func document(doc setup.Experiment) (string, error) {
	text, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		return "", err
	}
	return numbers.ReplaceAllStringFunc(string(text), func(list string) string {
		items := strings.TrimSpace(list[1 : len(list)-1])
		return "[" + breaks.ReplaceAllString(items, " ") + "]"
	}), nil
}

// marks are the signs that mean something within a line of Markdown, and of lessons.
const marks = "\\`*_[]<>&$#"

// leading is what means something at the beginning of a line: a list, a rule, a heading's underline, a fence.
var leading = regexp.MustCompile(`^([-+=~]|\d{1,9}[.)])`)

// escaped is a text as Markdown that reads back as the text.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune(marks, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return leading.ReplaceAllStringFunc(b.String(), func(mark string) string {
		return mark[:len(mark)-1] + "\\" + mark[len(mark)-1:]
	})
}
