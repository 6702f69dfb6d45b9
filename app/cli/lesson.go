package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"descentlab/app/cli/argv"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/library"
	"descentlab/app/lesson/measure"
	"descentlab/app/words"
)

// runLesson lists the lessons, tells what stands in one, or checks one: a file, or one of the program's own.
func runLesson(args []string, out io.Writer) error {
	fs := argv.New("lesson")
	width := 78
	argv.Whole(fs, &width, "width", width, "characters in a line of a lesson that is printed, 30 to 200")
	rest, err := argv.Parse(fs, args)
	if err != nil {
		return err
	}
	check := len(rest) > 0 && rest[0] == "check"
	if check {
		rest = rest[1:]
	}
	switch {
	case width < 30 || width > 200:
		return argv.Faultf("lesson: -width: must be from 30 to 200; got %d", width)
	case len(rest) > 1 || check && len(rest) == 0:
		return argv.Faultf("lesson: give one name or file; got %d", len(rest))
	case len(rest) == 0:
		return listLessons(out)
	}
	l, err := loadLesson(rest[0])
	if err != nil {
		return err
	}
	if check {
		return checkLesson(out, rest[0], l)
	}
	if n := len(l.Problems); n > 0 {
		tell(notes, "%s: %s; 'descentlab lesson check %s' lists them\n", rest[0],
			words.N(n, "%d problem", "%d problems", n), rest[0])
	}
	return printLesson(out, l, width)
}

// loadLesson reads a lesson of the program's own, or a file.
func loadLesson(name string) (*lesson.Lesson, error) {
	if !isFileName(name) {
		e, err := library.Find(name)
		if err != nil {
			return nil, argv.FaultOf(err)
		}
		return e.Lesson, nil
	}
	data, err := setup.ReadFile(name)
	if err != nil {
		return nil, argv.FaultOf(err)
	}
	return lesson.Read(data, library.Gallery), nil
}

// IsLesson tells the file of a lesson by its name.
func IsLesson(name string) bool {
	return slices.Contains(lesson.Endings, strings.ToLower(filepath.Ext(name)))
}

// isFileName tells the name of a file from that of a lesson.
func isFileName(name string) bool { return strings.ContainsAny(name, `./\`) }

func listLessons(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, e := range library.All() {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", e.Key, e.Title, questions(len(e.Questions)), e.About)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := tell(out, "\n'descentlab lesson NAME' shows what stands in one; "+
		"'descentlab lesson check FILE.md' says what is wrong with a file.\n")
	return err
}

func questions(n int) string { return words.N(n, "%d question", "%d questions", n) }

// printLesson prints the text, its results as they are computed now.
func printLesson(out io.Writer, l *lesson.Lesson, width int) error {
	text, err := l.Plain(context.Background(), measure.NewBench(64), width)
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, text)
	return err
}

// checkLesson prints what is wrong with a lesson, a line each. If anything is, that is bad input.
func checkLesson(out io.Writer, name string, l *lesson.Lesson) error {
	problems, err := l.Check(context.Background(), measure.NewBench(64))
	if err != nil {
		return err
	}
	for _, p := range problems {
		fmt.Fprintf(out, "%s:%d: %s\n", name, p.Line, argv.OneLine(p.Text))
	}
	if len(problems) > 0 {
		return argv.Faultf("lesson: %s has %s", name, words.N(len(problems), "%d problem", "%d problems", len(problems)))
	}
	_, err = tell(out, "%s: %s, %s, %s: all is as it says\n", name, l.Title,
		words.N(len(l.Scenes), "%d experiment", "%d experiments", len(l.Scenes)), questions(len(l.Questions)))
	return err
}
